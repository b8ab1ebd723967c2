// SPDX-License-Identifier: GPL-3.0-or-later
// The dock below the slide in the whole window.
#include "tests/support/casefixture.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowtest.h"
#include "ui/casesession.h"
#include "ui/nucleusselection.h"
#include "ui/tables/nucleustablemodel.h"
#include "ui/tables/nucleustablepanel.h"
#include "ui/tables/nucleustableview.h"
#include "ui/tables/tablesdock.h"

#include <QLabel>
#include <QSignalSpy>

class TestWindowTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aKeyOpensTheTableOfTheSlidesNuclei();
    void aNucleusOfTheTableIsShownOnTheSlide();
    void editsAndUndoAreFollowed();
    void theTableGoesWithTheSlide();

private:
    [[nodiscard]] nb::TablesDock& dock() const { return *m_bench->window->findChild<nb::TablesDock*>(); }
    [[nodiscard]] nb::CaseSession& session() const { return *m_bench->window->caseSession(); }
    [[nodiscard]] nb::NucleusTableModel& model() const { return dock().table().model(); }
    void openTable() { QTest::keySequence(m_bench->window.get(), QKeySequence(QStringLiteral("Ctrl+T"))); }
    void addNuclei(int count)
    {
        nb::Edit edit;
        edit.label = "Draw";
        for (int i = 0; i < count; ++i)
            edit.putNuclei.push_back(nb::test::nucleus(static_cast<std::uint64_t>(i), 40 + 60 * i, 40));
        session().apply(edit);
    }
    QTemporaryDir m_folder;
    int m_slides = 0;
    std::unique_ptr<nb::test::WindowBench> m_bench;
};

void TestWindowTables::init()
{
    QSettings().clear();
    m_bench = std::make_unique<nb::test::WindowBench>(std::make_shared<nb::test::FakeNetwork>());
    QVERIFY(QTest::qWaitForWindowActive(m_bench->window.get()));
    // Each test has a slide of its own, because a slide's case is kept.
    ++m_slides;
    const QString path = nb::test::discsPng(m_folder, QStringLiteral("%1.png").arg(m_slides), 800 + m_slides);
    QVERIFY(!path.isEmpty());
    QVERIFY(dock().isHidden());
    m_bench->window->openFile(path);
    QTRY_VERIFY(m_bench->window->caseSession());
}

void TestWindowTables::cleanup()
{
    m_bench.reset();
}

void TestWindowTables::aKeyOpensTheTableOfTheSlidesNuclei()
{
    QVERIFY(dock().isHidden());
    addNuclei(8);
    openTable();
    QVERIFY(dock().isVisible());
    QTRY_COMPARE(model().rowCount(), 8);
    QVERIFY(dock().table().view().hasFocus());
    if (qEnvironmentVariableIsSet("NB_PICTURES")) {
        QTRY_VERIFY(model().complete());
        m_bench->window->grab().save(qEnvironmentVariable("NB_PICTURES") + QStringLiteral("/table.png"));
    }
    openTable();
    QVERIFY(dock().isHidden());
}

void TestWindowTables::aNucleusOfTheTableIsShownOnTheSlide()
{
    addNuclei(8);
    openTable();
    QTRY_COMPARE(model().rowCount(), 8);
    dock().table().view().setCurrentIndex(model().index(5, 0));
    QTest::keyClick(&dock().table().view(), Qt::Key_Return);
    const QPointF place(40 + 60 * 5, 40);
    QTRY_VERIFY(QLineF(m_bench->window->canvas().view().centre, place).length() < 3);
    QVERIFY(m_bench->window->selection().single());
}

void TestWindowTables::editsAndUndoAreFollowed()
{
    openTable();
    QVERIFY(dock().table().findChild<QLabel*>(QStringLiteral("faint"))->isVisible());
    addNuclei(8);
    QTRY_COMPARE(model().rowCount(), 8);
    session().undo();
    QTRY_COMPARE(model().rowCount(), 0);
    openTable(); // hidden it reads nothing
    session().redo();
    QTRY_COMPARE(session().history().size(), std::size_t(1));
    QCOMPARE(model().rowCount(), 0);
    openTable();
    QTRY_COMPARE(model().rowCount(), 8);
}

void TestWindowTables::theTableGoesWithTheSlide()
{
    addNuclei(3);
    openTable();
    QTRY_COMPARE(model().rowCount(), 3);
    m_bench->window->slides().close();
    QTRY_VERIFY(!m_bench->window->caseSession());
    QVERIFY(dock().isHidden());
    QCOMPARE(model().rowCount(), 0);
}

int main(int argc, char** argv)
{
    return nb::test::runWindowTest<TestWindowTables>(argc, argv);
}
#include "tst_windowtables.moc"
