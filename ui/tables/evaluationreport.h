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
    EvaluatedAreas evaluated;
    QStringList names; ///< of the areas
    QString pooledName; ///< of all of them
    QString warnings; ///< what a reader of the figures has to know; mostly empty
    std::shared_ptr<const SlideSource> pixels; ///< null: no pictures
    PixelSize pixelSize; ///< µm per level-0 pixel; 0: not known
};

/// One A4 page as PDF: the figures of each area (as many as fit) and pooled, and pictures of mistakes of each kind,
/// with a legend of their lines. For a worker. Errors: Cancelled, those of reading the slide.
[[nodiscard]] Result<QByteArray> writeReport(const EvaluationReport& report, const CancelToken& cancel);

} // namespace nb
