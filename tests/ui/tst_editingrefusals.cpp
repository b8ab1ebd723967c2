// SPDX-License-Identifier: GPL-3.0-or-later
// What may not be changed is not, by any tool or key, and it is said.
#include "tests/support/editingfixture.h"
#include "tests/support/fulldisk.h"
#include "tests/support/windowtest.h"

using namespace nb;
using namespace nb::test;

class TestEditingRefusals : public EditingFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void aLockedNucleusStaysAndSaysSo();
    void ofManyTheLockedStay();
    void aLockIsSetAndTakenByKey();
    void inACaseThatAnotherWindowHoldsNothingChangesAndEachKeySaysWhy();
    void aDiskThatFillsUpWhileOneCorrectsLosesNothing();
};

void TestEditingRefusals::aLockedNucleusStaysAndSaysSo()
{
    NucleusRecord locked = nucleus(1001, 190, 190, 8);
    locked.locked = true;
    put({locked});
    const Nuclei before = nucleiOf(session());
    const auto verifyKept = [&](const char* by) {
        settle();
        const QString said = editing().overlay().text() + m_bench->banner();
        QVERIFY2(said.contains(QStringLiteral("locked")) && said.contains(QStringLiteral("Ctrl+K")),
            qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(by), said)));
        QVERIFY2(untouched(before, nucleiOf(session())) == before.size(), by);
        editing().overlay().say({});
        m_bench->window->banner().clear();
    };
    click({190, 190});
    for (const int pressed : {Qt::Key_Delete, Qt::Key_X, Qt::Key_5, Qt::Key_BracketRight, Qt::Key_I}) {
        QTest::keyClick(&canvas(), static_cast<Qt::Key>(pressed));
        QTRY_VERIFY2(
            !(editing().overlay().text() + m_bench->banner()).isEmpty(), qPrintable(QKeySequence(pressed).toString()));
        verifyKept(qPrintable(QKeySequence(pressed).toString()));
        click({190, 190});
    }
    key(Qt::Key_B);
    drag({{190, 190}, {190, 200}}, Qt::AltModifier);
    verifyKept("brush");
    key(Qt::Key_K);
    drag({{190, 175}, {190, 205}});
    verifyKept("knife");
    key(Qt::Key_J);
    drag({{160, 160}, {190, 190}});
    verifyKept("join");
}

void TestEditingRefusals::ofManyTheLockedStay()
{
    NucleusRecord locked = nucleus(1001, 190, 190, 8);
    locked.locked = true;
    put({locked});
    const Nuclei before = nucleiOf(session());
    for (const int pressed : {Qt::Key_Delete, Qt::Key_X}) {
        click({190, 190});
        click({160, 160}, Qt::ControlModifier);
        QCOMPARE(m_bench->window->selection().size(), std::size_t(2));
        key(pressed);
        QTRY_COMPARE(nucleiOf(session()).size(), before.size() - 1);
        QVERIFY(areaAt(nucleiOf(session()), {190, 190}) > 0);
        QTRY_VERIFY(editing().overlay().text().contains(QStringLiteral("locked")));
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(nucleiOf(session()).size(), before.size());
    }
}

void TestEditingRefusals::aLockIsSetAndTakenByKey()
{
    const Nuclei before = nucleiOf(session());
    click({160, 160});
    key(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(nucleiOf(session()).at(idAt(before, {160, 160})).locked);
    key(Qt::Key_Delete);
    QCOMPARE(nucleiOf(session()).size(), before.size());
    key(Qt::Key_K, Qt::ControlModifier); // it is still selected
    QVERIFY(!nucleiOf(session()).at(idAt(before, {160, 160})).locked);
    key(Qt::Key_Delete);
    QCOMPARE(nucleiOf(session()).size(), before.size() - 1);
}

void TestEditingRefusals::inACaseThatAnotherWindowHoldsNothingChangesAndEachKeySaysWhy()
{
    const Nuclei before = nucleiOf(session());
    const QString slide = m_bench->window->slides().path();
    auto holder = std::move(m_bench);
    m_bench = std::make_unique<WindowBench>(m_network, WindowBench::Cases::AsLeft);
    m_bench->window->openFile(slide);
    QTRY_VERIFY(m_bench->window->caseSession() && m_bench->window->segmentation().recipe());
    QVERIFY(session().readOnly());
    QVERIFY(QTest::qWaitForWindowExposed(m_bench->window.get()));
    ViewTransform view = canvas().view();
    view.centre = {250, 250};
    view.scale = 2;
    canvas().setView(view);
    canvas().setFocus();
    QTRY_VERIFY(session().nuclei()->complete());
    using Key = std::pair<int, Qt::KeyboardModifiers>;
    const QList<Key> keys{{Qt::Key_R, {}}, {Qt::Key_O, {}}, {Qt::Key_P, {}}, {Qt::Key_B, {}}, {Qt::Key_W, {}},
        {Qt::Key_K, {}}, {Qt::Key_J, {}}, {Qt::Key_T, {}}, {Qt::Key_Delete, {}}, {Qt::Key_Backspace, {}},
        {Qt::Key_BracketRight, {}}, {Qt::Key_BracketLeft, {}}, {Qt::Key_I, {}}, {Qt::Key_H, Qt::ShiftModifier},
        {Qt::Key_K, Qt::ControlModifier}, {Qt::Key_X, {}}, {Qt::Key_Y, {}}, {Qt::Key_5, {}},
        {Qt::Key_R, Qt::ShiftModifier}};
    for (const auto& [pressed, with] : keys) {
        click({160, 160}); // a nucleus is selected: that does no harm
        editing().overlay().say({});
        key(pressed, with);
        const QString name = QKeySequence(QKeyCombination(with, static_cast<Qt::Key>(pressed))).toString();
        QVERIFY2(editing().overlay().text().startsWith(QStringLiteral("Nothing can be changed")),
            qPrintable(name + QStringLiteral(": ") + editing().overlay().text()));
        drag({{160, 142}, {165, 160}, {160, 178}}); // what the tool would have done
        QVERIFY2(untouched(before, nucleiOf(session())) == before.size(), qPrintable(name));
        QCOMPARE(nucleiOf(session()).size(), before.size());
        view = canvas().view();
        view.centre = {250, 250};
        canvas().setView(view);
    }
    QVERIFY(session().regions().empty());
    m_bench.reset();
    m_bench = std::move(holder);
}

void TestEditingRefusals::aDiskThatFillsUpWhileOneCorrectsLosesNothing()
{
    const FullDisk disk(8 << 20);
    if (!disk.mounted())
        QSKIP("needs the right to mount");
    const QString path = QString::fromStdString(disk.at("a.nsc"));
    m_bench->window->cases().saveAs(path);
    QTRY_VERIFY(m_bench->window->caseSession() && session().path() == path);
    settle();
    QFile filler(QString::fromStdString(disk.at("filler")));
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const QByteArray block(4096, 'x');
    while (filler.write(block) == block.size()) { }
    m_bench->window->banner().clear();
    key(Qt::Key_B);
    editing().tools().brush.setDiameter(16);
    Nuclei last = nucleiOf(session());
    int kept = 0; // some steps still find room in pages that the log has already
    for (int i = 0; i < 300 && m_bench->banner().isEmpty(); ++i) {
        const QPointF at(190 + 60 * (i % 4), 190 + 60 * (i / 4 % 4));
        drag({at, at + QPointF(2 + i % 7, 3)});
        if (m_bench->banner().isEmpty()) {
            last = nucleiOf(session());
            ++kept;
        }
    }
    QVERIFY2(m_bench->banner().contains(QStringLiteral("not done")), qPrintable(m_bench->banner()));
    QVERIFY2(m_bench->banner().contains(QStringLiteral("full")), qPrintable(m_bench->banner()));
    qInfo("%d steps were kept, then: %s", kept, qPrintable(m_bench->banner()));
    QVERIFY(editing().overlay().previews().empty()); // nothing is shown that is not kept
    QCOMPARE(nucleiOf(session()).size(), last.size());
    QCOMPARE(untouched(last, nucleiOf(session())), last.size());
    filler.close();
    QVERIFY(filler.remove());
    m_bench->window->banner().clear();
    drag({{310, 130}, {313, 133}}); // and it goes on
    QVERIFY2(m_bench->banner().isEmpty(), qPrintable(m_bench->banner()));
    const Nuclei after = nucleiOf(session());
    QCOMPARE(after.size(), last.size() + 1);
    QCOMPARE(untouched(last, after), last.size());
    m_bench.reset(); // on the disk, in the file itself
    const auto reader = CaseReader::open(path.toStdString());
    QVERIFY(reader.ok());
    QCOMPARE(*(*reader)->count(), static_cast<std::int64_t>(after.size()));
}

int main(int argc, char** argv)
{
    return runWindowTest<TestEditingRefusals>(argc, argv);
}
#include "tst_editingrefusals.moc"
