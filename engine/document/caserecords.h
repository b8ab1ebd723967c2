// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"
#include "engine/segment/nucleus.h"
#include "engine/segment/sliderecipe.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nb
{

/// A stored version of a nucleus. A nucleus whose outline is changed keeps its `Uuid` and gets a new row; an undone
/// change brings the old row back.
using NucleusRow = std::int64_t;

/// Where a nucleus comes from. The numbers are stored, and are those of NucleusOutline::origin.
enum class NucleusOrigin { Model = 0, Corrected = 1, Drawn = 2, Accepted = 3, Imported = 4 };

/// What regions are for. The numbers are stored.
enum class RegionRole { Plain = 0, Training = 1, Validation = 2 };

/// The class that every nucleus of a run begins with; it cannot be removed.
inline constexpr int kNucleusClass = 1;

/// A nucleus as it lies in the case.
struct NucleusRecord {
    Uuid id{};
    MultiPolygon shape; ///< level-0 pixels; stored rounded to 0.01 px
    int classId = kNucleusClass;
    NucleusOrigin origin = NucleusOrigin::Drawn;
    std::optional<std::int64_t> run; ///< the run that found it, also after a person corrected it
    NucleusMeasurements measurements; ///< NaN: not measured
    MultiPolygon modelShape; ///< the model's outline of a corrected or accepted nucleus; else empty
    std::string modelHash; ///< of the model that found it; kept when the nucleus is exchanged with other programs
    std::string changedBy;
    std::string changedAt; ///< UTC, ISO 8601
    double correctionSeconds = 0; ///< how long the person took
    std::string name;
    bool locked = false;
    std::string extra; ///< JSON object: further measurements and metadata of an import; or empty
};

struct ClassRecord {
    int id = 0; ///< 0 in an edit: a new one
    std::string name; ///< unique
    std::uint32_t color = 0; ///< 0xRRGGBB
    std::string key; ///< "n", "F2", …; unique or empty
    friend bool operator==(const ClassRecord&, const ClassRecord&) = default;
};

struct RegionRecord {
    Uuid id{};
    std::string name;
    RegionRole role = RegionRole::Plain;
    std::optional<int> classId;
    MultiPolygon shape; ///< level-0 pixels
    bool checked = false; ///< "every nucleus in here is right": runs change nothing in it
    std::string checkedBy;
    std::string checkedAt; ///< UTC, ISO 8601
    bool locked = false;
    std::string extra; ///< JSON object or empty
    friend bool operator==(const RegionRecord&, const RegionRecord&) = default;
};

/// Which slide a case belongs to and what was decided for it.
struct SlideIdentity {
    std::string path; ///< absolute, as it was when last opened
    std::int64_t fileBytes = 0;
    std::int64_t width = 0; ///< level-0 pixels
    std::int64_t height = 0;
    std::string hash; ///< SlideInfo::hash
    PixelSize pixelSize; ///< µm per level-0 pixel
    PixelSizeOrigin pixelSizeOrigin = PixelSizeOrigin::Slide;
    std::optional<SlideStain> stain;
};

/// µm per level-0 pixel and who says so.
struct PixelSizeDecision {
    PixelSize size; ///< 0 where nobody knows
    PixelSizeOrigin origin = PixelSizeOrigin::Slide;
    friend bool operator==(const PixelSizeDecision&, const PixelSizeDecision&) = default;
};

/// A model's descent, so that a fine-tuned model's history is known where its file is not.
struct LineageRecord {
    std::string hash; ///< SHA-256 of the model file
    std::string name;
    std::string parent; ///< hash or empty
    std::string licence;
    std::string metrics; ///< JSON text or empty
};

/// In-place changes of many nuclei; rows that are gone already are passed over. Locked ones keep their class.
struct NucleiChange {
    std::vector<NucleusRow> rows;
    std::optional<int> classId;
    std::optional<NucleusOrigin> origin; ///< Accepted, …
};

/// What a person does in one step: one transaction, one entry of the history, undone as a whole.
struct Edit {
    std::string label; ///< for the history: "Split nucleus"
    std::string author; ///< may be empty
    std::vector<ClassRecord> putClasses; ///< new ones (id 0) and changed ones
    std::vector<int> removeClasses; ///< only those that no nucleus has any more
    std::vector<NucleiChange> changeNuclei;
    std::vector<NucleusRow> removeNuclei; ///< rows that are gone already are passed over, and locked ones
    std::vector<NucleusRecord> putNuclei; ///< a nucleus with the id of a present one replaces it
    std::vector<Uuid> removeRegions;
    std::vector<RegionRecord> putRegions; ///< a region with the id of a present one replaces it
    /// Where given: what a run found and nobody touched goes where one of putNuclei that was not there before takes its
    /// place (takeOnePlace), unless its box's centre lies in one of these shapes.
    std::shared_ptr<const std::vector<MultiPolygon>> yieldOutside = {};
    std::optional<PixelSizeDecision> pixelSize = {}; ///< the slide's from now on; undo brings the one before back
};

/// What changed, for those who draw and list.
struct EditOutcome {
    std::int64_t step = 0;
    std::string label;
    std::int64_t nuclei = 0; ///< rows touched
    std::vector<NucleusRow> putRows; ///< of Edit::putNuclei, in their order
    std::optional<Rect> changedArea; ///< level-0 pixels; nothing: look at all of the slide
    bool regionsChanged = false;
    bool classesChanged = false;
    std::optional<PixelSizeDecision> pixelSize = {}; ///< the slide's now, where the step changed it
    std::int64_t yielded = 0; ///< of `nuclei`: see Edit::yieldOutside
    std::int64_t lockedLeft = 0; ///< nuclei that were to go or to be changed in place and are locked: they stay
};

struct HistoryEntry {
    std::int64_t step = 0;
    std::string label;
    std::string author;
    std::string at; ///< UTC, ISO 8601
    bool applied = false; ///< false: undone, can be redone
};

/// One run of a model over an area, enough to know whether another would give the same.
struct RunSettings {
    std::string modelHash;
    std::string modelName;
    std::string
        settings; ///< JSON: patch, stride, precision, stain, µm/px, post-processing; equal text means equal results
    Rect area; ///< model pixels of the slide
    int tilePx = 0; ///< model pixels; 0: tiles from the middle, planned for who waits (tileplan.h)
    double scaleX = 1; ///< level-0 pixels per model pixel
    double scaleY = 1;
    std::string machine;
    std::string author;
};

struct RunRecord {
    std::int64_t id = 0;
    std::int64_t step = 0; ///< 0: its step was undone and then given up
    RunSettings settings;
    std::string started; ///< UTC, ISO 8601
    std::string finished; ///< empty: stopped or still running
    std::int64_t tiles = 0;
    std::int64_t nuclei = 0; ///< found, those that yielded included
    std::int64_t tooLarge = 0;
};

} // namespace nb
