// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/annotation/snapevidence.h"
#include "engine/geometry/shapes.h"

#include <array>
#include <optional>

namespace nb
{

/// A closed contour that every ray from its centre crosses once. Window pixels.
struct StarContour {
    static constexpr int kRays = 32;
    Point centre;
    std::array<double, kRays> radius{}; ///< along angle 2·pi·k/kRays, > 0
    double score = 0; ///< mean evidence: of two contours the one with more is the likelier
    double edge = 0; ///< the part of it that is an edge; nuclei that the model finds have about 2, empty places 0.3

    [[nodiscard]] Ring ring() const;
};

/// The likeliest nucleus around a place: the closed path of largest evidence through the polar picture, found by
/// dynamic programming (as active rays; Denzler and Niemann 1999), three times, each time from the middle and with the
/// colour of what was found last. Evidence of a contour: the step of colour and of 1 - p(background) across it, the
/// boundary map on it, the drop of the inside map, what it encloses (colour and maps), and a nucleus' usual size; it
/// pays for sharp bends and for lying in another nucleus. Weights were fitted on nuclei that the model misses
/// (data/mod/train), never on the test images. A click needs some milliseconds. Any thread.
class StarSearch
{
public:
    /// `typicalRadius`: of the slide's nuclei, model pixels. `evidence` has to live on.
    StarSearch(const SnapEvidence& evidence, double typicalRadius);

    /// The contour from the place, or from one of four places beside it where that is much likelier; one that does not
    /// hold the place is worth less.
    [[nodiscard]] StarContour atClick(const Point& at) const;
    /// The one that follows what was drawn, where there is evidence for it near the line. `rough` must be a ring that
    /// holds `middle`.
    [[nodiscard]] StarContour along(const Ring& rough, const Point& middle) const;

    static constexpr double kReach = 42; ///< model pixels: contours at a click are no farther from their centre

private:
    struct Colours {
        double nucleus = 0;
        double ground = 0;
    };
    struct Grid;
    [[nodiscard]] Colours coloursAt(const Point& at) const;
    [[nodiscard]] double ringColour(const Point& at) const;
    [[nodiscard]] std::optional<double> meanColour(const StarContour& contour) const;
    [[nodiscard]] StarContour around(const Point& at) const;
    void score(Grid& grid, const Point& centre, const Colours& colours) const;
    void scoreRay(Grid& grid, int ray, const Point& centre, const Colours& colours) const;
    [[nodiscard]] StarContour found(Grid& grid, const Point& at) const;

    const SnapEvidence& m_evidence;
    const double m_typicalRadius;
};

} // namespace nb
