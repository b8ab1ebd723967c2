// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakenetwork.h"
#include "ui/banner.h"
#include "ui/casecontroller.h"
#include "ui/mainwindow.h"
#include "ui/segmentationcontroller.h"
#include "ui/slidecontroller.h"
#include "ui/slidescene.h"
#include "ui/statusline.h"
#include "ui/windowactions.h"
#include "widgets/slidecanvas.h"

#include <QAction>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QtTest>

namespace nb::test
{

/// A window with a network of the test's choice, and all that it stands on.
struct WindowBench {
    enum class Cases { None, AsLeft }; ///< unsaved ones of earlier windows
    using MakeNetwork = std::function<Result<std::shared_ptr<const Network>>(const ModelFile&)>;
    explicit WindowBench(
        std::shared_ptr<const Network> network, Cases cases = Cases::None, MakeNetwork makeNetwork = {})
        : WindowBench(
            [network]() -> Result<std::shared_ptr<const Network>> { return network; }, cases, std::move(makeNetwork))
    {
    }
    explicit WindowBench(std::function<Result<std::shared_ptr<const Network>>()> loadNetwork, Cases cases = Cases::None,
        MakeNetwork makeNetwork = {})
    {
        if (cases == Cases::None)
            QDir(CaseController::unsavedFolder()).removeRecursively();
        window
            = std::make_unique<MainWindow>(Services{jobs, scheduler, std::move(loadNetwork), std::move(makeNetwork)});
        window->canvas().setReducedMotion(true);
        window->resize(1100, 760);
        window->show();
    }

    /// No search goes on, and what it found is there to be drawn.
    [[nodiscard]] bool idle() const
    {
        const CaseSession* session = window->caseSession();
        return window->segmentation().activity() == SegmentationController::Activity::Idle
            && (!session || session->nuclei()->complete());
    }
    [[nodiscard]] std::size_t found() const
    {
        return window->segmentation().nuclei() ? window->segmentation().nuclei()->size() : 0;
    }
    [[nodiscard]] QString banner() const { return window->banner().isVisible() ? window->banner().text() : QString(); }

    /// The canvas without minimap and scale bar: these make room for a banner, which may come and go meanwhile.
    [[nodiscard]] QImage slidePicture() const
    {
        window->canvas().setMinimapVisible(false);
        window->canvas().setScaleBarVisible(false);
        return window->canvas().picture();
    }

    NetworkScheduler scheduler{2};
    JobPool jobs;
    std::unique_ptr<MainWindow> window; // ends first
};

/// A picture with dark discs on light ground, which FakeNetwork takes for nuclei; PNG, so of unknown µm/px.
inline QString discsPng(const QTemporaryDir& folder, const QString& name = QStringLiteral("discs.png"), int side = 900)
{
    QImage image(side, side, QImage::Format_RGB888);
    image.fill(QColor(245, 235, 242));
    QPainter painter(&image);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(40, 20, 90));
    for (int y = 40; y < side - 20; y += 60)
        for (int x = 40; x < side - 20; x += 60)
            painter.drawEllipse(QPoint(x, y), 12, 10);
    painter.end();
    const QString path = folder.filePath(name);
    return image.save(path) ? path : QString();
}

/// How many pixels differ between two pictures of the same size; -1 where the sizes differ.
inline int differingPixels(const QImage& a, const QImage& b)
{
    if (a.size() != b.size())
        return -1;
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
    return count;
}

} // namespace nb::test
