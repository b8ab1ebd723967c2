// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snapshot.h"

#include "engine/io/atomicfile.h"
#include "ui/editing/regionpicture.h"
#include "ui/nucleusfilereader.h"
#include "ui/segmentationcontroller.h"
#include "ui/slidecontroller.h"
#include "ui/slidescene.h"
#include "ui/slidethumbnail.h"
#include "widgets/slidecanvas.h"

#include <QBuffer>
#include <QFileInfo>
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
    if (!namesCase(m_request.file)) {
        m_slides->open(m_request.file);
        return;
    }
    m_services.jobs.start(
        this,
        [path = QFileInfo(m_request.file).absoluteFilePath().toStdString()](
            const CancelToken&, Progress&) { return openCaseAndSlide(path, {}, CaseAccess::ReadOnly); },
        [this](Result<FoundCase> found) { caseFound(std::move(found)); });
}

void Snapshot::caseFound(Result<FoundCase> found)
{
    if (!found) {
        fail(found.error());
        return;
    }
    if (!found->slide) {
        fail(found->leadsToNetwork
                ? Error{ErrorCode::NotFound, "The slide of the case may lie on another computer, which is not asked",
                    found->missingAt, "Copy the slide beside the case"}
                : Error{ErrorCode::NotFound, "The slide of the case is not where it was", found->missingAt,
                    "Put it back or beside the case, or open the case in the window and say where it is"});
        return;
    }
    m_case = std::move(found->opened);
    m_slides->adopt(std::move(found->slide));
}

/// What the case holds, over its slide.
void Snapshot::showCase()
{
    if (m_request.nucleiFile.isEmpty())
        m_nuclei = m_case->nuclei;
    m_scene->setClasses(m_case->lists.classes);
    if (m_case->slide.pixelSize.plausible())
        m_canvas->setPixelSize(m_case->slide.pixelSize);
    showResults();
    if (!m_request.showRegions)
        return;
    std::vector<RegionPicture> pictures;
    for (const RegionRecord& region : m_case->lists.regions)
        pictures.push_back(regionPicture(region, m_case->lists.classes));
    m_regions = std::make_unique<RegionLayer>();
    m_regions->setRegions(std::move(pictures));
    m_canvas->addLayer(m_regions.get());
}

bool Snapshot::needsSearch() const
{
    const bool nucleiKnown = m_case || !m_request.nucleiFile.isEmpty();
    return std::any_of(m_request.layers.begin(), m_request.layers.end(),
        [nucleiKnown](LayerId layer) { return layer != LayerId::Outlines || !nucleiKnown; });
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
    if (m_case)
        showCase();
    m_waitingForNuclei = !m_request.nucleiFile.isEmpty();
    m_waitingForSearch = needsSearch() || m_request.stainView != 0;
    if (m_waitingForNuclei)
        m_files->read(m_request.nucleiFile);
    if (m_waitingForSearch) {
        m_segmentation->setSlide(m_slides->slide());
        if (m_case && m_case->slide.pixelSizeOrigin == PixelSizeOrigin::Person)
            m_segmentation->restorePixelSize(m_case->slide.pixelSize);
    }
    auto* look = new QTimer(this);
    connect(look, &QTimer::timeout, this, &Snapshot::saveIfSettled);
    look->start(kLookMs);
}

void Snapshot::nucleiRead(const std::vector<Nucleus>& nuclei)
{
    const SlideInfo& info = m_slides->slide()->info();
    auto index = std::make_shared<NucleusIndex>(info.width(), info.height());
    index->add(nuclei);
    m_nuclei = std::move(index);
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
    m_scene->setResults(
        m_segmentation->recipe(), m_segmentation->maps(), m_nuclei ? m_nuclei : m_segmentation->nuclei());
}

/// Whether all that the case holds has been handed to the scene.
bool Snapshot::caseDrawn()
{
    if (const auto error = m_case->nuclei->error()) {
        fail(*error);
        return false;
    }
    const bool complete = m_case->nuclei->complete();
    const bool drawn = complete && !m_lookOnceMore;
    m_lookOnceMore = !complete;
    if (!drawn)
        m_scene->resultsGrew();
    return drawn;
}

void Snapshot::saveIfSettled()
{
    if (m_case && !caseDrawn())
        return;
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
