// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/livemaps.h"
#include "engine/segment/nucleusextractor.h"

#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace nb
{

/// Lets the model look around one place, so that a click can be snapped there. GUI thread; never waits.
class SnapMaps
{
public:
    using Done = std::function<void(const std::optional<Error>&)>;

    explicit SnapMaps(NetworkScheduler& scheduler);
    ~SnapMaps();

    /// Computes the maps that snapping in `level0Area` needs into `store`, then calls `done`. A look before is given
    /// up, its `done` is not called.
    void look(const std::shared_ptr<const SlideRecipe>& recipe, const std::shared_ptr<MapStore>& store,
        const Rect& level0Area, const ExtractionRecipe& extraction, Done done);
    void stop();

private:
    void check();

    NetworkScheduler& m_scheduler;
    std::unique_ptr<LiveMaps> m_maps;
    Done m_done;
    QTimer m_checks;
};

} // namespace nb
