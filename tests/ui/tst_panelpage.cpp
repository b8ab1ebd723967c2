// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/windowtest.h"
#include "ui/panelpage.h"

#include <QCheckBox>
#include <QDockWidget>
#include <QLabel>
#include <QMainWindow>
#include <QTabWidget>
#include <QVBoxLayout>

using nb::PanelPage;

class TestPanelPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void isAsWideAsItsPanelNeeds();
    void growsWithItsTexts();
    void leavesTheSlideItsRoom();

private:
    [[nodiscard]] bool nothingIsCutOff() const { return m_page->viewport()->width() >= m_box->sizeHint().width(); }

    std::unique_ptr<QMainWindow> m_window;
    PanelPage* m_page = nullptr;
    QCheckBox* m_box = nullptr;
};

void TestPanelPage::init()
{
    m_window = std::make_unique<QMainWindow>();
    auto* panel = new QWidget;
    auto* rows = new QVBoxLayout(panel);
    m_box = new QCheckBox(QStringLiteral("Colours for people who see no red"), panel);
    rows->addWidget(m_box);
    m_page = new PanelPage(panel);
    auto* tabs = new QTabWidget;
    tabs->addTab(m_page, QStringLiteral("See"));
    auto* dock = new QDockWidget(m_window.get());
    dock->setWidget(tabs);
    m_window->setCentralWidget(new QWidget);
    m_window->addDockWidget(Qt::RightDockWidgetArea, dock);
    m_window->resizeDocks({dock}, {1}, Qt::Horizontal);
    m_window->resize(1000, 500);
    m_window->show();
}

void TestPanelPage::isAsWideAsItsPanelNeeds()
{
    QTRY_VERIFY(nothingIsCutOff());
}

void TestPanelPage::growsWithItsTexts()
{
    const int before = m_page->width();
    m_box->setText(QStringLiteral("Farben, die Menschen mit Rotschwäche unterscheiden"));
    QTRY_VERIFY(m_page->width() > before);
    QTRY_VERIFY(nothingIsCutOff());
}

void TestPanelPage::leavesTheSlideItsRoom()
{
    m_box->setText(QString(400, QLatin1Char('m')));
    QTest::qWait(0);
    QTRY_VERIFY(m_page->minimumSizeHint().width() > 300);
    QVERIFY(m_page->minimumSizeHint().width() < 500);
    QVERIFY(m_window->minimumSizeHint().width() < 700);
}

int main(int argc, char** argv)
{
    return nb::test::runWindowTest<TestPanelPage>(argc, argv);
}
#include "tst_panelpage.moc"
