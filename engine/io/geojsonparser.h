// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/io/geojsonfeature.h"

#include <memory>
#include <string>
#include <vector>

namespace nb
{

/// Reads the text of one Feature or bare geometry. One thread at a time.
class GeoJsonParser
{
public:
    GeoJsonParser();
    ~GeoJsonParser();
    GeoJsonParser(const GeoJsonParser&) = delete;
    GeoJsonParser& operator=(const GeoJsonParser&) = delete;

    /// `text` is one JSON value, nested at most 100 deep; room is added behind it. The texts of child objects (QuPath's
    /// export of a hierarchy) are appended to `children`, also where the parent is refused. The Error's `what` is the
    /// reason for leaving the feature out.
    [[nodiscard]] Result<GeoJsonFeature> parse(std::string& text, std::vector<std::string>& children);

private:
    struct Tools;
    std::unique_ptr<Tools> m_tools;
};

} // namespace nb
