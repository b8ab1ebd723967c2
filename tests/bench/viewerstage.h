// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/mapstore.h"
#include "engine/segment/nucleusindex.h"
#include "engine/slide/slidesource.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace nb
{
class SlideCanvas;
}

namespace nb::bench
{

/// What the viewer's suite looks at: a pyramidal demo slide in a file of its own, and the same one repeated to a slide
/// of 40,960 x 40,960 px, whose pixels really come from the file.
class ViewerSlides
{
public:
    static constexpr int kSide = 8192;
    static constexpr int kRepeats = 5;

    ViewerSlides(); ///< writes the demo slide; throws where it cannot
    [[nodiscard]] std::string path() const;
    [[nodiscard]] std::shared_ptr<const SlideSource> open() const;
    [[nodiscard]] std::shared_ptr<const SlideSource> openLarge() const;

private:
    QTemporaryDir m_folder;
};

/// Nuclei of 24 points all over a slide of `side` x `side` px, `perSide` in each direction.
[[nodiscard]] std::shared_ptr<NucleusIndex> nucleiEverywhere(std::int64_t side, int perSide);

/// Maps all over a slide of `side` x `side` px at the model's pixel size.
[[nodiscard]] std::shared_ptr<MapStore> mapsEverywhere(std::int64_t side);

/// Runs the event loop until `done` says so (asked each millisecond); throws after two minutes, naming `what`.
void pumpUntil(const char* what, const std::function<bool()>& done);

struct Frame {
    double ms = 0; ///< from a change of the view to the picture that shows it, with all that the event loop does for it
    double computedMs = 0; ///< of it, on this thread; in the rest others had the processors
};
[[nodiscard]] Frame frameOf(SlideCanvas& canvas, const std::function<void()>& move);

/// What this thread has computed so far, in milliseconds.
[[nodiscard]] double threadMs();

[[nodiscard]] double percentile(std::vector<double> values, double share);

} // namespace nb::bench
