// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/nucleusindex.h"

#include <compare>
#include <map>
#include <memory>
#include <optional>

namespace nb
{

/// How nuclei are made from the maps where a person wants it otherwise than the model file.
struct ExtractionSettings {
    int insideAbove = 0; ///< 8-bit, as in ExtractionRecipe
    int minInsidePx = 0; ///< model pixels

    auto operator<=>(const ExtractionSettings&) const = default;
};
/// Nothing: the model file's own.
using ExtractionChoice = std::optional<ExtractionSettings>;

/// What was found on one slide: an index for each choice of settings, one of them shown. Choosing others never loses
/// what a search has found; what was only found anew from stored maps is let go when it is no longer shown, since it is
/// soon there again.
class NucleusResults
{
public:
    NucleusResults(std::int64_t slideWidth, std::int64_t slideHeight);

    void show(const ExtractionChoice& choice);
    [[nodiscard]] const ExtractionChoice& choice() const { return m_choice; }
    [[nodiscard]] const std::shared_ptr<NucleusIndex>& nuclei() const { return shown().index; }

    void markSearched() { shown().keep = true; } ///< a search adds to what is shown
    void markOfFiles();
    [[nodiscard]] bool ofFiles() const { return shown().ofFiles; }
    /// Seconds of computing whose nuclei nobody has exported yet.
    void countUnsaved(double seconds) { shown().unsavedSeconds += seconds; }
    void markSaved(const std::shared_ptr<const NucleusIndex>& index);
    [[nodiscard]] double unsavedSeconds() const; ///< of all choices

private:
    struct Result {
        std::shared_ptr<NucleusIndex> index;
        double unsavedSeconds = 0;
        bool ofFiles = false; ///< some were not found here
        bool keep = false;
    };
    [[nodiscard]] Result& shown() { return m_results.at(m_choice); }
    [[nodiscard]] const Result& shown() const { return m_results.at(m_choice); }

    const std::int64_t m_width;
    const std::int64_t m_height;
    ExtractionChoice m_choice;
    std::map<ExtractionChoice, Result> m_results; ///< that of no choice is always here
};

} // namespace nb
