// SPDX-License-Identifier: GPL-3.0-or-later
// What files and disks do to people: each is told once and clearly, with the way out, and the window goes on.
#include "engine/document/sqlite.h"
#include "engine/io/pyramidtiff.h"
#include "tests/support/blobpicture.h"
#include "tests/support/casefixture.h"
#include "tests/support/fakeslide.h"
#include "tests/support/fulldisk.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowtest.h"
#include "ui/caseactions.h"
#include "ui/pixelsizedialog.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QScopeGuard>

using namespace nb;
using namespace nb::test;

class TestMishaps : public QObject
{
    Q_OBJECT

private:
    static void open(WindowBench& bench, const QString& path)
    {
        bench.window->openFile(path);
        QTRY_VERIFY(bench.window->caseSession());
        QTRY_VERIFY(bench.window->segmentation().recipe());
    }
    static QString standing(WindowBench& bench) { return bench.window->banner().standing().join(QLatin1Char('\n')); }
    static QPushButton* button(WindowBench& bench, const QString& text)
    {
        for (auto* candidate : bench.window->banner().findChildren<QPushButton*>())
            if (candidate->text().contains(text) && candidate->isVisible())
                return candidate;
        return nullptr;
    }
    static std::int64_t nucleiIn(const QString& path)
    {
        const auto reader = CaseReader::open(path.toStdString());
        const auto count = reader ? (*reader)->count() : Result<std::int64_t>(std::int64_t{-1});
        return count ? *count : -1;
    }
    static QString makeCase(const QString& path, const QString& slide)
    {
        const auto source = openSlide(slide.toStdString());
        auto document = CaseDocument::create(path.toStdString(), identityOf((*source)->info()));
        Edit edit;
        edit.label = "Draw nucleus";
        edit.putNuclei = {nucleus(1, 100, 100, 8)};
        return document && (*document)->edits().apply(edit).ok() ? path : QString();
    }
    /// A pyramidal slide whose tiles are read from the disk when they are wanted.
    static QString pyramid(const QString& path, std::optional<PixelSize> pixelSize, int side = 3000)
    {
        PyramidTiffOptions options;
        options.width = options.height = side;
        options.pixelSize = pixelSize;
        auto writer = PyramidTiffWriter::create(path.toStdString(), options);
        const RgbImage tile = blobPicture(256, 256, 3);
        for (std::int64_t row = 0; writer && row * 256 < side; ++row)
            for (std::int64_t column = 0; column * 256 < side; ++column)
                if (!(*writer)->writeTile(column, row, tile))
                    return {};
        return writer && (*writer)->finish({}).ok() ? path : QString();
    }
    static void closer(WindowBench& bench, const QPointF& centre)
    {
        ViewTransform view = bench.window->canvas().view();
        view.centre = centre;
        view.scale = 2;
        bench.window->canvas().setView(view);
    }

    const std::shared_ptr<FakeNetwork> m_network = std::make_shared<FakeNetwork>();

private Q_SLOTS:
    void aCaseOfANewerProgram()
    {
        QTemporaryDir folder;
        const QString slide = discsPng(folder), path = makeCase(folder.filePath(QStringLiteral("newer.nsc")), slide);
        QVERIFY((*Database::open(path.toStdString(), Database::Mode::ReadWrite))->run("PRAGMA user_version = 99").ok());
        WindowBench bench(m_network);
        open(bench, slide);
        bench.window->banner().clear();
        bench.window->openFile(path);
        QTRY_VERIFY2(bench.banner().contains(QStringLiteral("newer Nucleoscope")), qPrintable(bench.banner()));
        QVERIFY2(bench.banner().contains(QStringLiteral("newer.nsc")), qPrintable(bench.banner()));
        QVERIFY2(bench.banner().contains(QStringLiteral("update this one")), qPrintable(bench.banner())); // the way out
        QCOMPARE(bench.window->slides().path(), slide); // what was open stays, and works
        bench.window->actions().segmentView->trigger();
        QTRY_VERIFY(bench.idle() && bench.found() > 50);
    }

    void aCaseInAReadOnlyFolder()
    {
        QTemporaryDir folder;
        FullDisk disk(4 << 20);
        if (!disk.mounted())
            QSKIP("needs the right to mount");
        const QString slide = discsPng(folder), path = makeCase(QString::fromStdString(disk.at("shared.nsc")), slide);
        QVERIFY(!path.isEmpty());
        QCOMPARE(::mount("none", disk.folder().c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr), 0);
        WindowBench bench(m_network);
        open(bench, path);
        QVERIFY(bench.window->caseSession()->readOnly());
        QTRY_VERIFY2(standing(bench).contains(QStringLiteral("not change it")), qPrintable(standing(bench)));
        QTRY_COMPARE(bench.found(), std::size_t{1}); // what it holds is to be seen
        QVERIFY(!bench.window->actions().segmentSlide->isEnabled());
        while (!bench.banner().contains(QStringLiteral("not change it"))) // what is assumed may lie above
            bench.window->banner().dismiss();
        const QString copy = folder.filePath(QStringLiteral("mine.nsc"));
        bench.window->caseActions().chooseTarget = [&](const QString&) { return copy; };
        QTRY_VERIFY(button(bench, QStringLiteral("Save a copy")));
        button(bench, QStringLiteral("Save a copy"))->click();
        QTRY_COMPARE(bench.window->caseSession()->path(), copy);
        QTRY_VERIFY(bench.window->actions().segmentSlide->isEnabled());
    }

    void theDiskFillsDuringASearchOfTheSlide()
    {
        QTemporaryDir folder;
        FullDisk disk(12 << 20);
        if (!disk.mounted())
            QSKIP("needs the right to mount");
        const QString slide = discsPng(folder, QStringLiteral("large.png"), 2500),
                      path = QString::fromStdString(disk.at("a.nsc"));
        std::size_t whole = 0;
        {
            WindowBench bench(m_network);
            open(bench, slide);
            bench.window->actions().segmentSlide->trigger();
            QTRY_VERIFY(bench.idle());
            whole = bench.found();
            QVERIFY(whole > 1000);
        }
        WindowBench bench(m_network);
        open(bench, slide);
        bench.window->cases().saveAs(path);
        QTRY_COMPARE(bench.window->caseSession()->path(), path);
        QFile filler(QString::fromStdString(disk.at("filler")));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(4096, 'x')) == 4096) { }
        QVERIFY(filler.resize(filler.size() - (160 << 10))); // room for a tile or two
        bench.window->banner().clear();
        bench.window->actions().segmentSlide->trigger();
        QTRY_VERIFY2(
            bench.idle() && standing(bench).contains(QStringLiteral("ended early")), qPrintable(standing(bench)));
        QVERIFY2(standing(bench).contains(QStringLiteral("space")) || standing(bench).contains(QStringLiteral("full")),
            qPrintable(standing(bench)));
        const auto kept = nucleiIn(path);
        QVERIFY(kept >= 0 && kept < static_cast<std::int64_t>(whole));
        closer(bench, {1200, 1200}); // the window goes on
        QTRY_VERIFY(bench.window->canvas().settled());
        QVERIFY(filler.resize(0)); // the person makes room
        bench.window->actions().segmentSlide->trigger();
        QTRY_VERIFY(bench.idle() && bench.found() == whole);
        QCOMPARE(nucleiIn(path), static_cast<std::int64_t>(whole));
    }

    void aSlideThatDisappearsWhileItIsOpen_data()
    {
        QTest::addColumn<bool>("cut"); // else the file is gone, which an open file survives
        QTest::newRow("removed") << false;
        QTest::newRow("cut off") << true;
    }

    void aSlideThatDisappearsWhileItIsOpen()
    {
        QFETCH(bool, cut);
        QTemporaryDir folder;
        const QString slide = pyramid(folder.filePath(QStringLiteral("p.tif")), PixelSize{0.25, 0.25});
        const QString other = discsPng(folder);
        WindowBench bench(m_network);
        open(bench, slide);
        QTRY_VERIFY(bench.window->canvas().settled());
        QVERIFY(cut ? QFile::resize(slide, 20000) : QFile::remove(slide));
        for (int i = 0; i < 6; ++i) {
            closer(bench, {300.0 + 450 * i, 300.0 + 450 * i});
            QTRY_VERIFY(bench.window->canvas().settled());
        }
        if (cut)
            QTRY_VERIFY2(standing(bench).contains(QStringLiteral("cannot be shown")), qPrintable(standing(bench)));
        bench.window->actions().segmentSlide->trigger();
        QTRY_VERIFY(bench.idle());
        if (cut)
            QVERIFY2(standing(bench).contains(QStringLiteral("ended early")), qPrintable(standing(bench)));
        if (!cut) {
            bench.window->slides().close();
            bench.window->openFile(slide);
            QTRY_VERIFY2(bench.banner().contains(QStringLiteral("p.tif")), qPrintable(bench.banner()));
            QCOMPARE(bench.window->banner().severity(), Severity::Failure);
        }
        bench.window->openFile(other);
        QTRY_COMPARE(bench.window->slides().path(), other);
        QTRY_VERIFY(bench.window->caseSession() && bench.window->segmentation().recipe());
        bench.window->actions().segmentView->trigger();
        QTRY_VERIFY(bench.idle() && bench.found() > 50);
    }

    void aPixelSizeThatMakesNoSense_data()
    {
        QTest::addColumn<double>("umPerPx"); // in the file
        QTest::newRow("missing") << -1.0;
        QTest::newRow("no microscope's") << 80.0;
    }

    void aPixelSizeThatMakesNoSense()
    {
        QFETCH(double, umPerPx);
        QTemporaryDir folder;
        const auto inFile = umPerPx < 0 ? std::nullopt : std::optional(PixelSize{umPerPx, umPerPx});
        const QString slide = pyramid(folder.filePath(QStringLiteral("odd.tif")), inFile, 1000);
        QVERIFY(!slide.isEmpty());
        WindowBench bench(m_network);
        open(bench, slide);
        const QString told = umPerPx < 0 ? QStringLiteral("does not say its µm/px") : QStringLiteral("says 80 µm/px");
        QTRY_VERIFY2(standing(bench).contains(told), qPrintable(standing(bench)));
        QVERIFY2(bench.window->statusLine().pixelSizeText().contains(QStringLiteral("assumed")),
            qPrintable(bench.window->statusLine().pixelSizeText()));
        QVERIFY(button(bench, QStringLiteral("Set the pixel size")));
        bench.window->actions().segmentView->trigger();
        QTRY_VERIFY(bench.idle() && bench.found() > 10);
        bench.window->segmentation().setPixelSize(PixelSize{0.3, 0.3});
        QTRY_VERIFY(bench.window->segmentation().recipe());
        QVERIFY(bench.window->statusLine().pixelSizeText().contains(QStringLiteral("set by you")));
        QVERIFY2(!standing(bench).contains(told), qPrintable(standing(bench))); // it went with its cause
    }

    void aPixelSizeThatIsTypedIsJudged_data()
    {
        QTest::addColumn<double>("typed");
        QTest::addColumn<bool>("possible");
        QTest::newRow("0") << 0.0 << false;
        QTest::newRow("too fine") << 0.009 << false;
        QTest::newRow("finest") << 0.01 << true;
        QTest::newRow("usual") << 0.25 << true;
        QTest::newRow("coarsest") << 100.0 << true;
        QTest::newRow("too coarse") << 100.5 << false;
    }

    void aPixelSizeThatIsTypedIsJudged()
    {
        QFETCH(double, typed);
        QFETCH(bool, possible);
        SlideInfo slide;
        slide.impossiblePixelSize = "0";
        PixelSizeDialog dialog(slide, {}, false);
        dialog.show();
        dialog.findChild<QDoubleSpinBox*>()->setValue(typed);
        const auto* objection = dialog.findChild<QLabel*>(QStringLiteral("objection"));
        QVERIFY(objection);
        QCOMPARE(objection->isVisible(), !possible);
        QVERIFY(objection->text().contains(QStringLiteral("100 µm")));
        QPushButton* use = nullptr;
        for (auto* button : dialog.findChildren<QPushButton*>())
            use = button->text().contains(QStringLiteral("Use this")) ? button : use;
        QVERIFY(use);
        QCOMPARE(use->isEnabled(), possible);
        bool saysWhatTheFileSays = false;
        for (const auto* label : dialog.findChildren<QLabel*>())
            saysWhatTheFileSays = saysWhatTheFileSays || label->text().contains(QStringLiteral("says 0 µm/px"));
        QVERIFY(saysWhatTheFileSays);
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestMishaps>(argc, argv);
}
#include "tst_mishaps.moc"
