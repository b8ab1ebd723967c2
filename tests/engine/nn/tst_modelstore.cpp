// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/modelstore.h"
#include "tests/support/modelfiles.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace nb;

class TestModelStore : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    std::string folder(const char* name) { return m_folder.filePath(QString::fromUtf8(name)).toStdString(); }

private Q_SLOTS:
    void keepsModelsUnderTheirHash()
    {
        ModelStore store(folder("a/models"), "");
        const auto empty = store.list();
        QVERIFY(empty && empty->models.empty());
        const auto kept = store.add(test::randomModel(4));
        QVERIFY2(kept, kept ? "" : kept.error().message().c_str());
        QVERIFY(QFile::exists(QString::fromStdString(folder("a/models") + "/" + kept->info.hash + ".safetensors")));
        const auto listed = store.list();
        QVERIFY(listed);
        QCOMPARE(listed->models.size(), std::size_t{1});
        QCOMPARE(listed->models.front().info.hash, kept->info.hash);
        QCOMPARE(listed->models.front().name, std::string("random"));
    }
    void aNameOfTheirOwnLeavesTheFileAsItIs()
    {
        ModelStore store(folder("b"), "");
        const auto kept = store.add(test::randomModel(4));
        const std::string before = test::readBytes(kept->path);
        QVERIFY(store.describe(*kept, "Breast, our scanner", "after 3 regions"));
        const auto listed = store.list();
        QCOMPARE(listed->models.front().name, std::string("Breast, our scanner"));
        QCOMPARE(listed->models.front().notes, std::string("after 3 regions"));
        QCOMPARE(test::readBytes(kept->path), before);
        test::writeBytes(folder("b") + "/" + kept->info.hash + ".json", "[not what it should be");
        QCOMPARE(store.list()->models.front().name, std::string("random"));
    }
    void exportsAndImportsTheSameBytes()
    {
        ModelStore here(folder("c"), ""), there(folder("d"), "");
        const auto kept = here.add(test::randomModel(4));
        QVERIFY(here.exportTo(*kept, folder("out.safetensors")));
        const auto imported = there.import(folder("out.safetensors"));
        QVERIFY(imported);
        QCOMPARE(imported->info.hash, kept->info.hash);
        QCOMPARE(there.list()->models.size(), std::size_t{1});
    }
    void aHostileFileIsRefusedAndListedAsBroken()
    {
        ModelStore store(folder("e"), "");
        QVERIFY(store.add(test::randomModel(4)));
        test::writeBytes(folder("bad.safetensors"), "not a model");
        QVERIFY(!store.import(folder("bad.safetensors")));
        test::writeBytes(folder("e") + "/bad.safetensors", "not a model");
        const auto listed = store.list();
        QVERIFY(listed);
        QCOMPARE(listed->models.size(), std::size_t{1});
        QCOMPARE(listed->broken.size(), std::size_t{1});
    }
    void theBuiltInModelStays()
    {
        QVERIFY(writeModelFile(folder("own.safetensors"), test::randomModel(4, 2)));
        ModelStore store(folder("f"), folder("own.safetensors"));
        QVERIFY(store.add(test::randomModel(4)));
        const auto listed = store.list();
        QCOMPARE(listed->models.size(), std::size_t{2});
        QVERIFY(listed->models[0].builtIn && !listed->models[1].builtIn);
        QVERIFY(!store.remove(listed->models[0]));
        QVERIFY(store.remove(listed->models[1]));
        QCOMPARE(store.list()->models.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestModelStore)
#include "tst_modelstore.moc"
