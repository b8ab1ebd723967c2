// SPDX-License-Identifier: GPL-3.0-or-later
// The list of slides, what is dropped on the window, and the second view beside the first.
#include "tests/support/windowbench.h"
#include "tests/support/windowtest.h"
#include "ui/casesession.h"
#include "ui/companionview.h"
#include "ui/glancequeue.h"
#include "ui/preferences.h"
#include "ui/slidesdock.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QListWidget>
#include <QMimeData>

#include <cmath>

using namespace nb;
using namespace nb::test;

class TestSlidesDock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDroppedFolderIsListedWithPicturesAndABrokenFileSaysSo();
    void severalDroppedFilesAreListedAndTheFirstIsOpened();
    void aHundredSlidesAreListedAtOnce();
    void theSecondViewMovesAlong();
    void bothViewsAreLevelAndNoMessageCoversTheSecondsBar();
    void unlinkedViewsStayApartAndGoTogetherFromThere();
    void anotherSlideBesideTheFirst();
    void theSecondViewDrawsTheNucleiOfTheFirst();
    void theSecondViewHasThePersonsHabits();
    void theSecondViewCostsNothingWhileHidden();

private:
    static void drop(MainWindow& window, const QStringList& paths);
    static QAction* action(MainWindow& window, const QString& text);
    const std::shared_ptr<FakeNetwork> m_network = std::make_shared<FakeNetwork>();
};

void TestSlidesDock::drop(MainWindow& window, const QStringList& paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : paths)
        urls.append(QUrl::fromLocalFile(path));
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &event);
}

QAction* TestSlidesDock::action(MainWindow& window, const QString& text)
{
    for (QAction* candidate : window.actions().all())
        if (candidate->text().remove(QLatin1Char('&')) == text)
            return candidate;
    return nullptr;
}

void TestSlidesDock::aDroppedFolderIsListedWithPicturesAndABrokenFileSaysSo()
{
    const QTemporaryDir folder;
    discsPng(folder, QStringLiteral("a.png"));
    discsPng(folder, QStringLiteral("c.png"));
    QFile broken(folder.filePath(QStringLiteral("b.svs")));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no slide") > 0);
    broken.close();
    WindowBench bench(m_network);
    drop(*bench.window, {folder.path()});
    auto& list = bench.window->slidesDock().list();
    QTRY_COMPARE(list.count(), 3);
    QVERIFY(bench.window->slidesDock().isVisible());
    QTRY_VERIFY(list.item(1)->text().contains(QStringLiteral("cannot be shown")));
    QTRY_VERIFY(!list.item(2)->icon().availableSizes().isEmpty()
        && list.item(2)->icon().availableSizes().first() == QSize(GlanceQueue::kSide, GlanceQueue::kSide));
    QVERIFY(list.item(1)->toolTip().contains(QStringLiteral("b.svs")));
    Q_EMIT list.itemActivated(list.item(2));
    QTRY_VERIFY(bench.window->slides().path().endsWith(QStringLiteral("c.png")));
    QVERIFY(list.item(2)->font().bold());
}

void TestSlidesDock::severalDroppedFilesAreListedAndTheFirstIsOpened()
{
    const QTemporaryDir folder;
    const QString first = discsPng(folder, QStringLiteral("a.png")), second = discsPng(folder, QStringLiteral("b.png"));
    WindowBench bench(m_network);
    drop(*bench.window, {first, second});
    QTRY_COMPARE(bench.window->slides().path(), first);
    QCOMPARE(bench.window->slidesDock().paths(), (QStringList{first, second}));
}

void TestSlidesDock::aHundredSlidesAreListedAtOnce()
{
    const QTemporaryDir folder;
    const QString one = discsPng(folder, QStringLiteral("000.png"), 120);
    for (int i = 1; i < 100; ++i)
        QVERIFY(QFile::copy(one, folder.filePath(QStringLiteral("%1.png").arg(i, 3, 10, QLatin1Char('0')))));
    WindowBench bench(m_network);
    bench.window->slidesDock().showFolder(folder.path());
    bench.window->slidesDock().show();
    QTRY_COMPARE(bench.window->slidesDock().list().count(), 100);
    const auto& last = *bench.window->slidesDock().list().item(99);
    QTRY_VERIFY(!last.icon().availableSizes().isEmpty() && last.icon().availableSizes().first() == QSize(GlanceQueue::kSide, GlanceQueue::kSide));
}

void TestSlidesDock::theSecondViewMovesAlong()
{
    const QTemporaryDir folder;
    WindowBench bench(m_network);
    QAction* show = action(*bench.window, QStringLiteral("Two views side by side"));
    QVERIFY(show && !show->isEnabled());
    bench.window->openFile(discsPng(folder));
    QTRY_VERIFY(show->isEnabled());
    show->trigger();
    SlideCanvas& second = bench.window->companion().canvas();
    second.setReducedMotion(true);
    QTRY_VERIFY(second.isVisible() && second.settled());
    ViewTransform view = bench.window->canvas().view();
    view.centre = {300, 200};
    view.scale = 2;
    view.rotationDeg = 90;
    bench.window->canvas().setView(view);
    QCOMPARE(second.view().centre, QPointF(300, 200));
    QCOMPARE(second.view().scale, 2.0);
    QCOMPARE(second.view().rotationDeg, 90.0);
    ViewTransform other = second.view();
    other.centre = {400, 500};
    second.setView(other); // and the other way round
    QCOMPARE(bench.window->canvas().view().centre, QPointF(400, 500));
    QVERIFY(bench.window->canvas().view().viewport != second.view().viewport
        || bench.window->canvas().size() == second.size());
}

void TestSlidesDock::bothViewsAreLevelAndNoMessageCoversTheSecondsBar()
{
    const QTemporaryDir folder;
    WindowBench bench(m_network);
    bench.window->openFile(discsPng(folder));
    QAction* show = action(*bench.window, QStringLiteral("Two views side by side"));
    QTRY_VERIFY(show->isEnabled());
    show->trigger();
    SlideCanvas &first = bench.window->canvas(), &second = bench.window->companion().canvas();
    QTRY_VERIFY(second.isVisible() && second.height() == first.height());
    ViewTransform view = first.view();
    view.centre = {300, 200};
    view.scale = 2;
    first.setView(view);
    const auto heightOf = [&](const SlideCanvas& canvas) {
        return canvas.mapToGlobal(canvas.view().toScreen(QPointF(310, 190))).y();
    };
    QTRY_COMPARE(heightOf(first), heightOf(second));
    Banner& banner = bench.window->banner();
    banner.tell(Severity::Warning, QStringLiteral("The search of this slide stopped at 43 %."));
    const auto placeOf = [](const QWidget& widget) { return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size()); };
    QTRY_VERIFY(banner.isVisible() && banner.height() > 0);
    const auto boxes = bench.window->companion().findChildren<QComboBox*>();
    QCOMPARE(boxes.size(), 2);
    for (const QComboBox* box : boxes)
        QTRY_VERIFY(!placeOf(*box).intersects(placeOf(banner)));
    QCOMPARE(heightOf(first), heightOf(second));
}

void TestSlidesDock::unlinkedViewsStayApartAndGoTogetherFromThere()
{
    const QTemporaryDir folder;
    WindowBench bench(m_network);
    bench.window->openFile(discsPng(folder));
    QAction* show = action(*bench.window, QStringLiteral("Two views side by side"));
    QTRY_VERIFY(show->isEnabled());
    show->trigger();
    SlideCanvas &first = bench.window->canvas(), &second = bench.window->companion().canvas();
    ViewTransform view = first.view();
    view.centre = {300, 300};
    view.scale = 1;
    first.setView(view);
    auto* linked = bench.window->companion().findChild<QCheckBox*>();
    linked->setChecked(false);
    ViewTransform apart = second.view();
    apart.centre = {350, 280};
    second.setView(apart);
    QCOMPARE(first.view().centre, QPointF(300, 300));
    linked->setChecked(true);
    view = first.view();
    view.centre = {400, 400};
    first.setView(view);
    QCOMPARE(second.view().centre, QPointF(450, 380));
}

void TestSlidesDock::anotherSlideBesideTheFirst()
{
    const QTemporaryDir folder;
    WindowBench bench(m_network);
    bench.window->openFile(discsPng(folder));
    QAction* show = action(*bench.window, QStringLiteral("Two views side by side"));
    QTRY_VERIFY(show->isEnabled());
    show->trigger();
    auto& companion = bench.window->companion();
    // The banner may have something newer to say by the time that the test looks.
    const QSignalSpy failed(&companion, &CompanionView::failed);
    companion.openOther(folder.filePath(QStringLiteral("not there.png")));
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(failed.first().first().toString().contains(QStringLiteral("second slide")));
    QVERIFY(!companion.showsOther());
    companion.openOther(discsPng(folder, QStringLiteral("small.png"), 300));
    QTRY_VERIFY(companion.showsOther());
    QCOMPARE(companion.canvas().slideSize(), QSizeF(300, 300));
    companion.openOther({});
    QCOMPARE(companion.canvas().slideSize(), QSizeF(900, 900));
}

void TestSlidesDock::theSecondViewDrawsTheNucleiOfTheFirst()
{
    const QTemporaryDir folder;
    WindowBench bench(m_network);
    bench.window->openFile(discsPng(folder));
    QAction* show = action(*bench.window, QStringLiteral("Two views side by side"));
    QTRY_VERIFY(show->isEnabled());
    show->trigger();
    QTRY_VERIFY(bench.window->caseSession() && bench.window->segmentation().recipe());
    bench.window->actions().segmentView->trigger();
    QTRY_VERIFY(bench.found() > 0 && bench.idle());
    QVERIFY(bench.window->scene().shownNuclei());
    QTRY_COMPARE(bench.window->companion().scene().shownNuclei(), bench.window->scene().shownNuclei());
}

void TestSlidesDock::theSecondViewHasThePersonsHabits()
{
    Preferences preferences;
    preferences.reducedMotion = true;
    preferences.store();
    WindowBench bench(m_network);
    QVERIFY(bench.window->companion().canvas().reducedMotion());
    Preferences().store();
}

void TestSlidesDock::theSecondViewCostsNothingWhileHidden()
{
    const QTemporaryDir folder;
    WindowBench bench(m_network);
    bench.window->openFile(discsPng(folder));
    QAction* show = action(*bench.window, QStringLiteral("Two views side by side"));
    QTRY_VERIFY(show->isEnabled());
    QVERIFY(bench.window->companion().canvas().layers().isEmpty());
    show->trigger();
    QTRY_VERIFY(!bench.window->companion().canvas().layers().isEmpty());
    show->trigger();
    QVERIFY(bench.window->companion().canvas().layers().isEmpty());
}

int main(int argc, char** argv)
{
    return runWindowTest<TestSlidesDock>(argc, argv);
}

#include "tst_slidesdock.moc"
