// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snapshot.h"

#include "engine/io/atomicfile.h"
#include "ui/nucleusfilereader.h"
#include "ui/segmentationcontroller.h"
#include "ui/slidecontroller.h"
#include "ui/slidescene.h"
#include "widgets/slidecanvas.h"

#include <QBuffer>
#include <QTimer>

#include <cmath>

namespace nb
{

namespace
{

constexpr int kLookMs = 20;
constexpr QSize kSlideSize{1280, 800}; ///< of the picture where nobody says
constexpr int kMostRegionPixels = 2000; ///< on a side, likewise

/// As large as the region, but not unwieldy.
QSize sizeFor(const Rect& region)
{
    const double most = static_cast<double>(std::max(region.width, region.height));
    const double scale = std::min(1.0, kMostRegionPixels / most);
    const auto side = [&](std::int64_t length) {
        return std::max(1, static_cast<int>(std::lround(static_cast<double>(length) * scale)));
    };
    return {side(region.width), side(region.height)};
}

/// `region` whole and without a margin in a canvas.
ViewTransform viewOf(const Rect& region, ViewTransform view)
{
    view.centre = {static_cast<double>(region.x) + static_cast<double>(region.width) / 2,
        static_cast<double>(region.y) + static_cast<double>(region.height) / 2};
    view.scale = std::min(view.viewport.width() / static_cast<double>(region.width),
        view.viewport.height() / static_cast<double>(region.height));
    return view;
}

} // namespace

Snapshot::Snapshot(const Services& services, SnapshotRequest request, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_request(std::move(request))
    , m_slides(std::make_unique<SlideController>(services))
    , m_segmentation(std::make_unique<SegmentationController>(services))
    , m_files(std::make_unique<NucleusFileReader>(services))
    , m_canvas(std::make_unique<SlideCanvas>())
    , m_scene(std::make_unique<SlideScene>(*m_canvas))
{
    connect(m_slides.get(), &SlideController::opened, this, &Snapshot::slideOpened);
    connect(
        m_slides.get(), &SlideController::failed, this, [this](const QString&, const Error& error) { fail(error); });
    const auto told = [this](const QString&, const Error& error) { fail(error); };
    connect(m_segmentation.get(), &SegmentationController::failed, this, told);
    connect(m_segmentation.get(), &SegmentationController::recipeChanged, this, &Snapshot::prepared);
    connect(m_segmentation.get(), &SegmentationController::finished, this, &Snapshot::searchEnded);
    connect(m_files.get(), &NucleusFileReader::failed, this, told);
    connect(m_files.get(), &NucleusFileReader::nucleiRead, this, &Snapshot::nucleiRead);
    connect(m_scene.get(), &SlideScene::pixelsFailed, this, [this](const Error& error) { fail(error); });
}

Snapshot::~Snapshot() = default;

void Snapshot::start()
{
    m_slides->open(m_request.file);
}

bool Snapshot::needsSearch() const
{
    return std::any_of(m_request.layers.begin(), m_request.layers.end(),
        [this](LayerId layer) { return layer != LayerId::Outlines || m_request.nucleiFile.isEmpty(); });
}

void Snapshot::slideOpened()
{
    const SlideInfo& info = m_slides->slide()->info();
    const Rect all{0, 0, info.width(), info.height()};
    m_region = m_request.region.value_or(all);
    if (m_region.intersected(all).empty()) {
        fail({ErrorCode::OutOfRange, "The region lies outside of the slide", info.path,
            "Choose a region inside the slide"});
        return;
    }
    const QSize size = !m_request.size.isEmpty() ? m_request.size : m_request.region ? sizeFor(m_region) : kSlideSize;
    m_canvas->setReducedMotion(true);
    m_canvas->setAttribute(Qt::WA_DontShowOnScreen);
    m_canvas->resize(size);
    m_canvas->setVisible(true); // lays it out, without a window on the screen
    m_scene->setSlide(m_slides->slide());
    m_scene->setSlideVisible(m_request.showSlide);
    for (const LayerId layer : kLayerIds) {
        m_scene->setVisible(layer, m_request.layers.contains(layer));
        m_scene->setOpacity(layer, layer == LayerId::Outlines ? 1.0 : m_scene->setting(layer).opacity);
    }
    if (m_request.region)
        m_canvas->setView(viewOf(m_region, m_canvas->view()));
    else
        m_canvas->fit();
    m_waitingForNuclei = !m_request.nucleiFile.isEmpty();
    m_waitingForSearch = needsSearch() || m_request.stainView != 0;
    if (m_waitingForNuclei)
        m_files->read(m_request.nucleiFile);
    if (m_waitingForSearch)
        m_segmentation->setSlide(m_slides->slide());
    auto* look = new QTimer(this);
    connect(look, &QTimer::timeout, this, &Snapshot::saveIfSettled);
    look->start(kLookMs);
}

void Snapshot::nucleiRead(const std::vector<Nucleus>& nuclei)
{
    const SlideInfo& info = m_slides->slide()->info();
    m_nuclei = std::make_shared<NucleusIndex>(info.width(), info.height());
    m_nuclei->add(nuclei);
    m_waitingForNuclei = false;
    showResults();
}

void Snapshot::prepared()
{
    if (!m_segmentation->recipe())
        return;
    showResults();
    m_scene->setStainView(m_request.stainView);
    if (!needsSearch()) {
        m_waitingForSearch = false;
        return;
    }
    // Nuclei that the picture's edge cuts are whole only beyond it.
    const auto& recipe = *m_segmentation->recipe();
    const double beyond = recipe.network->info().maxExtentPx * std::max(recipe.pixels.scaleX(), recipe.pixels.scaleY());
    m_segmentation->segmentRegion(m_region.grown(static_cast<std::int64_t>(std::ceil(beyond))));
}

void Snapshot::searchEnded()
{
    m_waitingForSearch = false;
    m_scene->resultsGrew();
}

void Snapshot::showResults()
{
    m_scene->setResults(m_segmentation->recipe(), m_segmentation->maps(),
        m_request.nucleiFile.isEmpty() ? m_segmentation->nuclei() : m_nuclei);
}

void Snapshot::saveIfSettled()
{
    if (m_ended || m_waitingForNuclei || m_waitingForSearch || !m_canvas->settled())
        return;
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    const std::string target = m_request.output.toStdString();
    if (!m_canvas->picture().save(&buffer, "PNG")) {
        fail({ErrorCode::OutOfMemory, "The picture could not be made", target, "Choose a smaller size"});
        return;
    }
    auto file = AtomicFile::create(target);
    Status status = file ? file->write({png.constData(), static_cast<std::size_t>(png.size())}) : Status(file.error());
    if (status)
        status = file->commit();
    if (!status) {
        fail(status.error());
        return;
    }
    m_ended = true;
    Q_EMIT done();
}

void Snapshot::fail(const Error& error)
{
    if (std::exchange(m_ended, true))
        return;
    Q_EMIT failed(error);
}

} // namespace nb
