// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/io/geojsonreader.h"

namespace nb
{

/// Reads the XML annotations of ASAP (ASAP_Annotations) and of Aperio ImageScope (Annotations with Regions) as objects:
/// annotations whose class is ASAP's group or ImageScope's layer, with its colour. Splines become polygons of their
/// points, ellipses of 72; ImageScope's negative regions become holes of the region that holds them; points, rulers and
/// arrows arrive as `otherGeometry`. What is wrong is skipped and named, as in readGeoJson. The file may be at most 128
/// MiB and nested 32 deep; a file with a document type (DOCTYPE), and so every one that defines entities, is refused.
/// Errors: NotFound, Unreadable (no well-formed XML), Unsupported (a document type), Invalid (other XML), TooLarge,
/// Cancelled. Blocks; any thread.
[[nodiscard]] Result<GeoJsonSummary> readAnnotationXml(
    const std::string& path, const GeoJsonSink& sink, const CancelToken& cancel = {}, Progress* progress = nullptr);

/// True for names that end in .xml, in any case.
[[nodiscard]] bool isAnnotationXmlName(const std::string& path);

} // namespace nb
