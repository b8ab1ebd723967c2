// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caseedits.h"
#include "engine/document/casefile.h"
#include "engine/document/caseruns.h"

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nb
{

/// A case (.nsc): one slide's nuclei, classes, regions, runs and the history of all changes, in one SQLite file
/// (ARCHITECTURE.md, "The case document"). Every change is on the disk when its call returns. One thread at a time: in
/// the window that is the document thread (DocumentThread); others read through CaseReader. Destroying it merges the
/// log into the file, so that the file alone is whole.
class CaseDocument
{
public:
    /// A new, empty case at `path`, for its owner only (0600). Errors: Exists (there already and `replace` is false, or
    /// open somewhere), NotWritable, NoSpace.
    [[nodiscard]] static Result<std::unique_ptr<CaseDocument>> create(
        const std::string& path, const SlideIdentity& slide, bool replace = false);
    /// Read-only with a reason where it cannot be written; the errors are CaseFile::open's.
    [[nodiscard]] static Result<std::unique_ptr<CaseDocument>> open(
        const std::string& path, CaseAccess access = CaseAccess::ReadWrite);
    ~CaseDocument();
    CaseDocument(const CaseDocument&) = delete;
    CaseDocument& operator=(const CaseDocument&) = delete;

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] bool readOnly() const { return !m_file.readOnlyReason.empty(); }
    [[nodiscard]] const std::string& readOnlyReason() const { return m_file.readOnlyReason; }
    [[nodiscard]] bool immutable() const { return m_file.immutable; }

    [[nodiscard]] CaseEdits& edits() { return m_edits; }
    [[nodiscard]] CaseRuns& runs() { return m_runs; }

    [[nodiscard]] Result<SlideIdentity> slide();
    /// After the slide moved, its µm/px was changed or its stain decided. `path` is also kept relative to the case.
    [[nodiscard]] Status setSlide(const SlideIdentity& slide);
    /// Where the slide may lie now, likeliest first: beside the case as before, then where it was. Paths only, nothing
    /// is touched; ask the person before opening one that `leadsToNetwork`.
    [[nodiscard]] Result<std::vector<std::string>> slidePlaces();

    /// What the window remembers (view, shown layers, …); not part of undo. An empty value where there is none.
    [[nodiscard]] Result<std::string> view(const std::string& key);
    [[nodiscard]] Status setView(const std::string& key, const std::string& value);
    [[nodiscard]] Result<std::vector<LineageRecord>> lineage();
    [[nodiscard]] Status addLineage(const LineageRecord& record);

    /// Merges the log into the file where no reader is in the way. To be called when idle; soon over when there is
    /// nothing to do.
    [[nodiscard]] Status checkpoint();
    /// A whole copy under another name ("save as"; the history goes along). Errors: placeCase's.
    [[nodiscard]] Status copyTo(const std::string& target, bool replace);
    /// SQLite's check of every page and of the spatial index, and ours: outlines are valid, lie in their boxes, ids are
    /// unique, the history knows only rows that are there. Seconds on a large case. Error: Unreadable, with the first
    /// thing found.
    [[nodiscard]] Status verify();

private:
    CaseDocument(std::string path, CaseFile file);
    const std::string m_path;
    CaseFile m_file;
    CaseEdits m_edits;
    CaseRuns m_runs;
};

/// Who the slide is, from an open slide; the µm/px as given by the recipe or the slide (0 where nobody knows yet).
[[nodiscard]] SlideIdentity identityOf(const SlideInfo& info);

/// Whether `info` is the slide that the case was made on: its contents' hash and its size in pixels. Error: Invalid,
/// saying what differs.
[[nodiscard]] Status expectSameSlide(const SlideIdentity& identity, const SlideInfo& info);

} // namespace nb
