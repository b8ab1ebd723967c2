// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"
#include "tests/support/casefixture.h"
#include "tests/support/trainingpictures.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <stdexcept>
#include <string>
#include <vector>

namespace nb::test
{

/// A slide of dotted tissue (see dottedPicture: nuclei of radius `kDotRadius` every `kDotSpacing` pixels) as a PNG and
/// a case with all of its nuclei, without regions. Level-0 pixels are model pixels.
struct TeachingCase {
    static constexpr int kDotRadius = 9;
    static constexpr int kDotSpacing = 32;

    std::string slidePath;
    std::string casePath;
    std::unique_ptr<CaseDocument> document;

    explicit TeachingCase(const std::string& folder, int side = 512)
        : slidePath(folder + "/slide.png")
        , casePath(folder + "/case.nsc")
    {
        const auto picture = dottedPicture(side, kDotRadius, kDotSpacing);
        cv::Mat bgr;
        cv::cvtColor(cv::Mat(side, side, CV_8UC3, picture->rgb.pixels.data()), bgr, cv::COLOR_RGB2BGR);
        cv::imwrite(slidePath, bgr);
        const auto slide = openSlide(slidePath);
        if (!slide)
            throw std::runtime_error(slide.error().message());
        SlideIdentity identity = identityOf((*slide)->info());
        identity.pixelSize = {0.25, 0.25};
        identity.stain = SlideStain{};
        auto made = CaseDocument::create(casePath, identity, true);
        if (!made)
            throw std::runtime_error(made.error().message());
        document = std::move(*made);
        Edit edit;
        edit.label = "Nuclei";
        std::uint64_t number = 0;
        for (int y = kDotSpacing / 2; y < side; y += kDotSpacing)
            for (int x = kDotSpacing / 2; x < side; x += kDotSpacing) {
                edit.putNuclei.push_back(nucleus(++number, x + 0.5, y + 0.5, kDotRadius));
                edit.putNuclei.back().origin = NucleusOrigin::Model;
            }
        apply(edit);
    }

    void apply(const Edit& edit)
    {
        const auto done = document->edits().apply(edit);
        if (!done)
            throw std::runtime_error(done.error().message());
    }

    static MultiPolygon box(double left, double top, double right, double bottom)
    {
        return {Polygon{{{left, top}, {right, top}, {right, bottom}, {left, bottom}}, {}}};
    }

    Uuid addRegion(const std::string& name, const MultiPolygon& shape, RegionRole role, bool checked = true)
    {
        Edit edit;
        edit.label = "Region";
        RegionRecord region;
        region.id = uuidOf(100000 + ++m_regions);
        region.name = name;
        region.shape = shape;
        region.role = role;
        region.checked = checked;
        edit.putRegions.push_back(region);
        apply(edit);
        return region.id;
    }

private:
    std::uint64_t m_regions = 0;
};

} // namespace nb::test
