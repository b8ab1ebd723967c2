// SPDX-License-Identifier: GPL-3.0-or-later
// Preferences, keys of the person's own, the search for a command, what a slide says of itself.
#include "tests/support/sharedfiles.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowtest.h"
#include "ui/casesession.h"
#include "ui/commandpalette.h"
#include "ui/correct/correctpanel.h"
#include "ui/keybindings.h"
#include "ui/keysdialog.h"
#include "ui/nucleusselection.h"
#include "ui/preferences.h"
#include "ui/preferencesdialog.h"
#include "ui/slideinfodialog.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QTableWidget>

using namespace nb;
using namespace nb::test;

class TestWindowHabits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }
    void aCommandIsFoundByAFewLettersAndDone();
    void aCommandIsFoundByWhatOtherProgramsCallIt_data();
    void aCommandIsFoundByWhatOtherProgramsCallIt();
    void stainViewsAndThemesAreCommands();
    void whatCannotBeDoneIsListedLastAndNotDone();
    void anotherKeyWorksAtOnceAndAfterARestart();
    void theClassesKeysAreListedAndKept();
    void theHintToSelectNucleiGoesOnceSomeAreSelected();
    void aKeyThatIsTakenIsRefused();
    void allKeysComeBack();
    void noTwoActionsShareAKey();
    void preferencesTakeEffectAndAreKept();
    void resettingPutsEverythingBack();
    void slideInfoKeepsTheLabelHiddenUntilAsked();

private:
    template <class Dialog> Dialog* opened(WindowBench& bench, QAction* action)
    {
        action->trigger();
        return bench.window->findChild<Dialog*>();
    }
    static QPushButton* button(QWidget* dialog, const QString& text)
    {
        for (auto* candidate : dialog->findChildren<QPushButton*>())
            if (candidate->text().remove(QLatin1Char('&')) == text)
                return candidate;
        return nullptr;
    }
    const std::shared_ptr<FakeNetwork> m_network = std::make_shared<FakeNetwork>();
};

void TestWindowHabits::aCommandIsFoundByAFewLettersAndDone()
{
    WindowBench bench(m_network);
    auto* palette = opened<CommandPalette>(bench, bench.window->actions().commands);
    QVERIFY(palette);
    auto* words = palette->findChild<QLineEdit*>();
    QTest::keyClicks(words, QStringLiteral("side pan"));
    auto* list = palette->findChild<QListWidget*>();
    QCOMPARE(list->count(), 1);
    bench.window->actions().panel->setEnabled(true);
    const bool before = bench.window->actions().panel->isChecked();
    QTest::keyClick(words, Qt::Key_Backspace);
    QTest::keyClick(words, Qt::Key_Return);
    QTRY_VERIFY(bench.window->actions().panel->isChecked() != before);
}

void TestWindowHabits::aCommandIsFoundByWhatOtherProgramsCallIt_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("command");
    QTest::newRow("QuPath's rotate") << "rotat" << "Turn right by 90°";
    QTest::newRow("flip") << "flip" << "Mirror";
    QTest::newRow("cell detection") << "detec" << "Segment what I see";
    QTest::newRow("annotations") << "annot" << "Draw regions";
    QTest::newRow("merge") << "merge" << "Join";
    QTest::newRow("settings") << "settings" << "Preferences";
    QTest::newRow("calibration") << "calib" << "Pixel size";
    QTest::newRow("screenshot") << "screenshot" << "Export";
}

void TestWindowHabits::aCommandIsFoundByWhatOtherProgramsCallIt()
{
    QFETCH(QString, typed);
    QFETCH(QString, command);
    WindowBench bench(m_network);
    auto* palette = opened<CommandPalette>(bench, bench.window->actions().commands);
    QVERIFY(palette);
    QTest::keyClicks(palette->findChild<QLineEdit*>(), typed);
    const auto* list = palette->findChild<QListWidget*>();
    QStringList names;
    for (int i = 0; i < list->count(); ++i)
        names += list->item(i)->text().section(QStringLiteral("    ("), 0, 0);
    QVERIFY2(names.contains(command), qPrintable(names.join(QStringLiteral(" | "))));
    QVERIFY(list->count() < 30); // a search, not the whole list
}

void TestWindowHabits::stainViewsAndThemesAreCommands()
{
    WindowBench bench(m_network);
    auto* palette = opened<CommandPalette>(bench, bench.window->actions().commands);
    auto* words = palette->findChild<QLineEdit*>();
    auto* list = palette->findChild<QListWidget*>();
    for (const auto& [typed, name] : {std::pair{"haema", "Stain view: Haematoxylin"}, {"dark", "Theme: Dark"}}) {
        words->setText(QLatin1String(typed));
        QCOMPARE(list->count(), 1);
        QCOMPARE(list->item(0)->text(), QLatin1String(name));
    }
    words->setText(QStringLiteral("stain view"));
    QCOMPARE(list->count(), 5);
    words->setText(QStringLiteral("theme: dark"));
    QTest::keyClick(words, Qt::Key_Return);
    QTRY_VERIFY(darkTheme());
    storeTheme(Theme::System);
    applyTheme(Theme::System);
}

void TestWindowHabits::whatCannotBeDoneIsListedLastAndNotDone()
{
    WindowBench bench(m_network);
    QVERIFY(!bench.window->actions().segmentSlide->isEnabled());
    auto* palette = opened<CommandPalette>(bench, bench.window->actions().commands);
    auto* list = palette->findChild<QListWidget*>();
    QVERIFY(list->item(0)->flags().testFlag(Qt::ItemIsEnabled));
    QVERIFY(!list->item(list->count() - 1)->flags().testFlag(Qt::ItemIsEnabled));
    auto* words = palette->findChild<QLineEdit*>();
    QTest::keyClicks(words, QStringLiteral("segment the whole"));
    QTest::keyClick(words, Qt::Key_Return);
    QVERIFY(palette->isVisible());
    words->setText(QStringLiteral("xyzzy"));
    QCOMPARE(list->count(), 1); // says that there is nothing
    QVERIFY(!list->item(0)->flags().testFlag(Qt::ItemIsEnabled));
}

void TestWindowHabits::anotherKeyWorksAtOnceAndAfterARestart()
{
    {
        WindowBench bench(m_network);
        auto* dialog = opened<KeysDialog>(bench, bench.window->actions().keys);
        auto* table = dialog->findChild<QTableWidget*>();
        const auto rows = table->findItems(bench.window->actions().fit->property("tip").toString(), Qt::MatchExactly);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(table->item(rows.first()->row(), 0)->text(), commandName(*bench.window->actions().fit));
        auto* words = dialog->findChild<QLineEdit*>();
        words->setText(QStringLiteral("stain view haem"));
        QVERIFY(table->isRowHidden(rows.first()->row()));
        words->clear();
        QVERIFY(!table->isRowHidden(rows.first()->row()));
        table->selectRow(rows.first()->row());
        dialog->findChild<QKeySequenceEdit*>()->setKeySequence(QKeySequence(QStringLiteral("Ctrl+Shift+Y")));
        button(dialog, QStringLiteral("Use it"))->click();
        QCOMPARE(bench.window->actions().fit->shortcut(), QKeySequence(QStringLiteral("Ctrl+Shift+Y")));
        QVERIFY(bench.window->actions().fit->toolTip().contains(QStringLiteral("Shift+Y")));
    }
    WindowBench again(m_network);
    QCOMPARE(
        again.window->actions().fit->shortcuts(), QList<QKeySequence>{QKeySequence(QStringLiteral("Ctrl+Shift+Y"))});
}

/// They are not given here, but a person looks for them here, and none may be taken.
void TestWindowHabits::theClassesKeysAreListedAndKept()
{
    QTemporaryDir folder;
    WindowBench bench(m_network);
    bench.window->openFile(discsPng(folder));
    QTRY_VERIFY(bench.window->caseSession() && !bench.window->caseSession()->classes().empty());
    auto* dialog = opened<KeysDialog>(bench, bench.window->actions().keys);
    auto* table = dialog->findChild<QTableWidget*>();
    int withKey = 0;
    for (const ClassRecord& record : bench.window->caseSession()->classes()) {
        if (record.key.empty())
            continue;
        ++withKey;
        const auto rows = table->findItems(
            QStringLiteral("the class %1 ").arg(QString::fromStdString(record.name)), Qt::MatchContains);
        QVERIFY2(rows.size() == 1, record.name.c_str());
        const QKeySequence key(QString::fromStdString(record.key), QKeySequence::PortableText);
        QCOMPARE(table->item(rows.first()->row(), 1)->text(), key.toString(QKeySequence::NativeText));
        table->selectRow(
            table->findItems(bench.window->actions().fit->property("tip").toString(), Qt::MatchExactly).first()->row());
        const auto before = bench.window->actions().fit->shortcuts();
        dialog->findChild<QKeySequenceEdit*>()->setKeySequence(key);
        button(dialog, QStringLiteral("Use it"))->click();
        QCOMPARE(bench.window->actions().fit->shortcuts(), before);
    }
    QVERIFY(withKey >= 6);
}

void TestWindowHabits::theHintToSelectNucleiGoesOnceSomeAreSelected()
{
    WindowBench bench(m_network);
    auto* panel = bench.window->findChild<CorrectPanel*>();
    QVERIFY(panel);
    Q_EMIT panel->noteRequested(QStringLiteral("Select nuclei first."));
    QCOMPARE(bench.banner(), QStringLiteral("Select nuclei first."));
    bench.window->selection().set({1});
    QCOMPARE(bench.banner(), QString());
}

void TestWindowHabits::aKeyThatIsTakenIsRefused()
{
    WindowBench bench(m_network);
    auto* dialog = opened<KeysDialog>(bench, bench.window->actions().keys);
    auto* table = dialog->findChild<QTableWidget*>();
    const auto before = bench.window->actions().fit->shortcuts();
    table->selectRow(
        table->findItems(bench.window->actions().fit->property("tip").toString(), Qt::MatchExactly).first()->row());
    dialog->findChild<QKeySequenceEdit*>()->setKeySequence(bench.window->actions().fill->shortcut());
    button(dialog, QStringLiteral("Use it"))->click();
    QCOMPARE(bench.window->actions().fit->shortcuts(), before);
    bool told = false;
    for (const auto* label : dialog->findChildren<QLabel*>())
        told = told || label->text().contains(bench.window->actions().fill->property("tip").toString());
    QVERIFY(told);
}

void TestWindowHabits::allKeysComeBack()
{
    WindowBench bench(m_network);
    const auto before = bench.window->actions().fit->shortcuts();
    KeyBindings::bind(*bench.window->actions().fit, {});
    QVERIFY(bench.window->actions().fit->shortcuts().isEmpty());
    auto* dialog = opened<KeysDialog>(bench, bench.window->actions().keys);
    button(dialog, QStringLiteral("All keys as they were"))->click();
    QCOMPARE(bench.window->actions().fit->shortcuts(), before);
}

void TestWindowHabits::noTwoActionsShareAKey()
{
    const WindowBench bench(m_network);
    const auto& all = bench.window->actions().all();
    for (QAction* action : all)
        for (const QKeySequence& key : action->shortcuts()) {
            const QAction* other = KeyBindings::holder(key, *action, all);
            QVERIFY2(!other, qPrintable(key.toString() + QLatin1Char(' ') + action->text()));
        }
}

void TestWindowHabits::preferencesTakeEffectAndAreKept()
{
    WindowBench bench(m_network);
    bench.window->canvas().setReducedMotion(false);
    auto* dialog = opened<PreferencesDialog>(bench, bench.window->actions().preferences);
    auto* theme = dialog->findChildren<QComboBox*>().first();
    theme->setCurrentIndex(static_cast<int>(Theme::Dark));
    QVERIFY(darkTheme());
    dialog->findChild<QCheckBox*>()->setChecked(true);
    QVERIFY(bench.window->canvas().reducedMotion());
    auto* name = dialog->findChild<QLineEdit*>();
    name->setText(QStringLiteral("Dr. Adams"));
    Q_EMIT name->editingFinished();
    const Preferences stored = Preferences::stored();
    QCOMPARE(stored.theme, Theme::Dark);
    QVERIFY(stored.reducedMotion);
    QCOMPARE(stored.authorName(), QStringLiteral("Dr. Adams"));
    applyTheme(Theme::Light);
}

void TestWindowHabits::resettingPutsEverythingBack()
{
    WindowBench bench(m_network);
    const auto keys = bench.window->actions().fit->shortcuts();
    KeyBindings::bind(*bench.window->actions().fit, QKeySequence(QStringLiteral("Ctrl+Shift+Y")));
    Preferences{Theme::Dark, QStringLiteral("de"), true, false, QStringLiteral("A")}.store();
    QSettings().setValue(QStringLiteral("recent/slides"), QStringList{QStringLiteral("/a.svs")});
    auto* dialog = opened<PreferencesDialog>(bench, bench.window->actions().preferences);
    button(dialog, QStringLiteral("Everything as at first"))->click();
    QCOMPARE(Preferences::stored(), Preferences{});
    QCOMPARE(bench.window->actions().fit->shortcuts(), keys);
    QCOMPARE(QSettings().value(QStringLiteral("recent/slides")).toStringList().size(), 1);
    button(dialog, QStringLiteral("Forget recent files"))->click();
    QVERIFY(QSettings().value(QStringLiteral("recent/slides")).toStringList().isEmpty());
}

void TestWindowHabits::slideInfoKeepsTheLabelHiddenUntilAsked()
{
    NB_NEEDS_SHARED("slides/CMU-1-Small-Region.svs");
    const QString path = QString::fromStdString(sharedPath("slides/CMU-1-Small-Region.svs"));
    WindowBench bench(m_network);
    QVERIFY(!bench.window->actions().slideInfo->isEnabled());
    bench.window->openFile(path);
    QTRY_VERIFY(bench.window->slides().slide());
    auto* dialog = opened<SlideInfoDialog>(bench, bench.window->actions().slideInfo);
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QTableWidget*>()->rowCount() > 10);
    const auto hasPicture = [dialog] {
        for (const auto* label : dialog->findChildren<QLabel*>())
            if (!label->pixmap(Qt::ReturnByValue).isNull())
                return true;
        return false;
    };
    QVERIFY(!hasPicture());
    auto* show = button(dialog, QStringLiteral("Show “label”"));
    QVERIFY(show);
    show->click();
    QTRY_VERIFY(hasPicture());
}

int main(int argc, char** argv)
{
    return runWindowTest<TestWindowHabits>(argc, argv);
}

#include "tst_windowhabits.moc"
