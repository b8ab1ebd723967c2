// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/exchange/casechoice.h"

#include <QString>

namespace nb
{

enum class ExportFormat { GeoJson, GeoJsonPacked, Csv, Labels, TrainingPairs, Picture };

/// What a person wants written.
struct ExportRequest {
    ExportFormat format = ExportFormat::GeoJson;
    QString path; ///< a file; of TrainingPairs a folder
    CaseChoice choice;
    bool asAnnotations = false; ///< GeoJSON: all nuclei, to edit them in QuPath
    int finer = 1; ///< Picture: pixels per screen pixel
};

} // namespace nb
