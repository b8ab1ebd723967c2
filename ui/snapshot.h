// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"
#include "engine/segment/nucleus.h"
#include "ui/caseopening.h"
#include "ui/layerid.h"
#include "ui/services.h"

#include <QObject>
#include <QSize>
#include <QString>

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace nb
{

class NucleusFileReader;
class NucleusSource;
class RegionLayer;
class SegmentationController;
class SlideCanvas;
class SlideController;
class SlideScene;

/// What `nucleoscope FILE --snapshot` asks for.
struct SnapshotRequest {
    QString file; ///< a slide, or a case: then its slide
    QString output; ///< PNG
    std::optional<Rect> region; ///< level-0 pixels, shown whole; nothing: the slide
    QSize size; ///< of the picture; empty: as fits the region
    QString nucleiFile; ///< GeoJSON, or empty: those of the case
    int stainView = 0; ///< as SeePanel
    bool showSlide = true;
    bool showRegions = false; ///< of the case
    std::set<LayerId> layers;
};

/// The canvas as a person would see it once all has arrived, saved and done. Works without a display.
class Snapshot : public QObject
{
    Q_OBJECT

public:
    Snapshot(const Services& services, SnapshotRequest request, QObject* parent = nullptr);
    ~Snapshot() override;

    void start();

Q_SIGNALS:
    void done();
    void failed(const nb::Error& error);

private:
    void caseFound(Result<FoundCase> found);
    void showCase();
    void slideOpened();
    void nucleiRead(const std::vector<Nucleus>& nuclei);
    void prepared();
    void searchEnded();
    void showResults();
    [[nodiscard]] bool caseDrawn();
    void saveIfSettled();
    void fail(const Error& error);
    [[nodiscard]] bool needsSearch() const; ///< some layer shows what the network says

    Services m_services;
    const SnapshotRequest m_request;
    std::unique_ptr<SlideController> m_slides;
    std::unique_ptr<SegmentationController> m_segmentation;
    std::unique_ptr<NucleusFileReader> m_files;
    std::unique_ptr<SlideCanvas> m_canvas;
    std::unique_ptr<SlideScene> m_scene;
    std::optional<OpenedCase> m_case; ///< to look at only
    std::unique_ptr<RegionLayer> m_regions; ///< of the case
    std::shared_ptr<const NucleusSource> m_nuclei; ///< of the file or the case; null: what the search finds
    Rect m_region;
    bool m_lookOnceMore = true; ///< the last nuclei of the case have come since the scene was told
    bool m_waitingForNuclei = false;
    bool m_waitingForSearch = false;
    bool m_ended = false;
};

} // namespace nb
