// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluate/areaevaluation.h"
#include "engine/slide/slidesource.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

namespace nb
{

/// What stands on the report's page; names only, no paths.
struct EvaluationReport {
    QString slide;
    QString judged;
    QString truth;
    std::vector<AreaEvaluation> areas;
    QStringList names; ///< of the areas
    std::shared_ptr<const SlideSource> pixels; ///< null: no pictures
    PixelSize pixelSize; ///< µm per level-0 pixel; 0: not known
};

/// One A4 page as PDF: the figures of each area (as many as fit) and pooled, and pictures of mistakes of each kind. For
/// a worker. Errors: Cancelled, those of reading the slide.
[[nodiscard]] Result<QByteArray> writeReport(const EvaluationReport& report, const CancelToken& cancel);

} // namespace nb
