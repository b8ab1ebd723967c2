// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/result.h"

#include <QImage>
#include <QString>

#include <cstdint>
#include <optional>

namespace nb
{

/// A slide or case at a glance.
struct SlideGlance {
    QImage picture; ///< made from the slide's own pixels; never the label or macro image
    std::optional<std::int64_t> nuclei; ///< in its case; nothing where it has none
};

/// Reads the coarsest level of the slide at `path` (of a case: of its slide, where that lies on this machine) and counts
/// the nuclei of its case in `caseFolder`, or of the case itself. Blocks; for a worker. `side`: longest side, px.
[[nodiscard]] Result<SlideGlance> glanceAt(
    const QString& path, const QString& caseFolder, int side, const CancelToken& cancel);

/// Whether a file of this name is a case.
[[nodiscard]] bool namesCase(const QString& path);

} // namespace nb
