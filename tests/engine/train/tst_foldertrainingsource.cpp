// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/trainingsource.h"
#include "tests/support/sharedfiles.h"
#include "tests/support/trainingpictures.h"

#include <QTemporaryDir>
#include <QtTest>
#include <opencv2/imgcodecs.hpp>

using namespace nb;

namespace
{

void put(const QString& folder, const QString& name, int pictureSide, int labelSide)
{
    cv::imwrite((folder + "/" + name + ".png").toStdString(),
        cv::Mat(pictureSide, pictureSide, CV_8UC3, cv::Scalar(200, 120, 200)));
    cv::imwrite(
        (folder + "/" + name + ".labels.png").toStdString(), cv::Mat(labelSide, labelSide, CV_16U, cv::Scalar(3)));
}

TrainingPreparation plain()
{
    TrainingPreparation preparation;
    preparation.model = test::recipeOf(4);
    preparation.normalize = StainChoice::None;
    return preparation;
}

} // namespace

class TestFolderTrainingSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsPairsInOrderAndOnlyThoseOfAList()
    {
        QTemporaryDir folder;
        put(folder.path(), "b", 20, 20);
        put(folder.path(), "a", 10, 10);
        cv::imwrite((folder.path() + "/a.ternary.png").toStdString(), cv::Mat(10, 10, CV_8U, cv::Scalar(1)));
        const auto all = folderTrainingSource(folder.path().toStdString())->load(plain(), {});
        QVERIFY2(all, all ? "" : all.error().message().c_str());
        QCOMPARE(all->size(), std::size_t{2});
        QCOMPARE(all->at(0)->name, std::string("a"));
        QCOMPARE(all->at(1)->nuclei, std::int64_t{1});
        QFile list(folder.filePath("some.txt"));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("b\r\n\n");
        list.close();
        const auto some = folderTrainingSource(list.fileName().toStdString())->load(plain(), {});
        QVERIFY(some);
        QCOMPARE(some->size(), std::size_t{1});
        QCOMPARE(some->at(0)->name, std::string("b"));
    }
    void resamplesToTheModelsPixelSize()
    {
        QTemporaryDir folder;
        put(folder.path(), "a", 40, 40);
        TrainingPreparation preparation = plain();
        preparation.pixelSize = PixelSize{0.5, 0.5};
        const auto pictures = folderTrainingSource(folder.path().toStdString())->load(preparation, {});
        QVERIFY(pictures);
        QCOMPARE(pictures->front()->rgb.width, 80);
        QCOMPARE(pictures->front()->labels.height, 80);
        QCOMPARE(pictures->front()->labels.at(79, 79), 3U);
    }
    void saysWhatIsWrongAndNamesTheFile_data()
    {
        QTest::addColumn<int>("pictureSide");
        QTest::addColumn<int>("labelSide");
        QTest::addColumn<QString>("word");
        QTest::addRow("no pair") << 0 << 0 << "no picture with labels";
        QTest::addRow("other size") << 20 << 10 << "another size";
        QTest::addRow("labels alone") << 0 << 10 << "no picture beside it";
    }
    void saysWhatIsWrongAndNamesTheFile()
    {
        QFETCH(int, pictureSide);
        QFETCH(int, labelSide);
        QFETCH(QString, word);
        QTemporaryDir folder;
        if (labelSide > 0)
            put(folder.path(), "a", std::max(1, pictureSide), labelSide);
        if (pictureSide == 0)
            QFile::remove(folder.filePath("a.png"));
        const auto pictures = folderTrainingSource(folder.path().toStdString())->load(plain(), {});
        QVERIFY(!pictures);
        QVERIFY2(QString::fromStdString(pictures.error().message()).contains(word), pictures.error().message().c_str());
        QVERIFY(!pictures.error().remedy.empty() && !pictures.error().path.empty());
    }
    void aListThatNamesPathsIsRefused()
    {
        QTemporaryDir folder;
        QFile list(folder.filePath("some.txt"));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("../../etc/passwd\n");
        list.close();
        const auto pictures = folderTrainingSource(list.fileName().toStdString())->load(plain(), {});
        QVERIFY(!pictures);
        QCOMPARE(pictures.error().code, ErrorCode::Invalid);
        QVERIFY(!folderTrainingSource(folder.filePath("not there").toStdString())->load(plain(), {}));
    }
    void readsTheRealSets()
    {
        NB_NEEDS_SHARED("data/dsb/finetune.txt");
        const auto pictures = folderTrainingSource(test::sharedPath("data/dsb/finetune.txt"))->load(plain(), {});
        QVERIFY2(pictures, pictures ? "" : pictures.error().message().c_str());
        QCOMPARE(pictures->size(), std::size_t{12});
    }
};

QTEST_GUILESS_MAIN(TestFolderTrainingSource)
#include "tst_foldertrainingsource.moc"
