// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/documentthread.h"
#include "engine/io/geojsonfeature.h"

#include <future>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>

namespace nb
{

/// Brings nuclei and regions into a case by pieces of some thousands, each a transaction, all of them one step of the
/// history: a million take no more memory than one piece, and a person goes on working meanwhile. One piece is written
/// while the next is gathered. Without `finish` everything is taken back. Blocks; one thread at a time, not the
/// document thread.
class CaseIntake
{
public:
    /// `label`: for the history; until `finish` it says that it is not finished, for whoever finds it after a crash.
    /// `expectedBytes`: about how much the case will grow. Errors, here and below: CaseEdits', NotWritable (the case is
    /// read-only), NoSpace, here also where the disk has not twice that much left: a full disk has no room to take
    /// anything back, either.
    [[nodiscard]] static Result<std::unique_ptr<CaseIntake>> begin(
        DocumentThread& document, const std::string& label, const std::string& author, std::int64_t expectedBytes = 0);
    ~CaseIntake();
    CaseIntake(const CaseIntake&) = delete;
    CaseIntake& operator=(const CaseIntake&) = delete;

    /// The class of this name, made where there is none (grey where no colour is given); an empty name is the class
    /// that every nucleus begins with. A class that is there keeps its colour, unless the object is `ofCase` and
    /// nothing in this case had that class when the import began: a case that comes back has its colours. Nothing where
    /// a file brings more than a thousand new ones.
    [[nodiscard]] Result<std::optional<int>> classFor(
        const std::string& name, const std::optional<GeoJsonFeature::Rgb>& color, bool ofCase = false);

    /// A nucleus with the id of one in the case replaces it; one with an id that came before in the same file gets a
    /// new one, so that both are there. Untouched nuclei of a run give way: Edit::yieldOutside. The shape has to be
    /// valid and on the grid of 0.01 px (repairedOnGrid).
    [[nodiscard]] Status add(NucleusRecord&& nucleus);
    [[nodiscard]] Status add(RegionRecord&& region);
    [[nodiscard]] Status finish();
    /// Takes everything back. False where a person did something after it, so that it stays, for undo.
    [[nodiscard]] Result<bool> takeBack();

    [[nodiscard]] std::int64_t nuclei() const { return m_nuclei; } ///< stored
    [[nodiscard]] std::int64_t regions() const { return m_regions; }
    [[nodiscard]] std::int64_t replaced() const { return m_replaced; } ///< nuclei of the case that had the same id
    [[nodiscard]] std::int64_t yielded() const { return m_yielded; } ///< found by a run, and others lie there now
    [[nodiscard]] std::int64_t kept() const { return m_kept; } ///< left out: changed by a person while this went on
    [[nodiscard]] std::int64_t renumbered() const { return m_renumbered; } ///< nuclei and regions that got a new id
    [[nodiscard]] std::int64_t newClasses() const { return m_newClasses; }

private:
    struct IdHash {
        std::size_t operator()(const Uuid& id) const;
    };
    struct Beginning {
        std::int64_t step = 0;
        std::vector<ClassRecord> classes;
        std::set<int> usedClasses; ///< by nuclei or regions
        std::vector<MultiPolygon> checked; ///< regions in which all is right
    };
    [[nodiscard]] static Result<Beginning> beginIn(
        CaseDocument& open, const std::string& label, const std::string& author);
    CaseIntake(DocumentThread& document, std::string label, Beginning&& beginning);
    [[nodiscard]] Status putClass(const ClassRecord& record);
    [[nodiscard]] Status hand(Edit&& piece);
    [[nodiscard]] Status settle();
    void giveOwnId(Uuid& id);

    DocumentThread& m_document;
    const std::string m_label;
    const std::int64_t m_step;
    bool m_open = true;
    std::map<std::string, int> m_classes;
    const std::shared_ptr<const std::vector<MultiPolygon>> m_checked; ///< when the import began
    std::map<std::string, ClassRecord> m_unused; ///< those of the classes that nothing had yet
    std::unordered_set<Uuid, IdHash> m_seen;
    Edit m_piece;
    std::int64_t m_pieceBytes = 0;
    std::future<Result<EditOutcome>> m_pending;
    std::int64_t m_nuclei = 0;
    std::int64_t m_regions = 0;
    std::int64_t m_replaced = 0;
    std::int64_t m_yielded = 0;
    std::int64_t m_kept = 0;
    std::int64_t m_renumbered = 0;
    std::int64_t m_newClasses = 0;
};

} // namespace nb
