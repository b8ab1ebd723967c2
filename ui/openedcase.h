// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/casenuclei.h"
#include "engine/document/documentthread.h"

#include <QPointer>

#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace nb
{

class CaseSession;

/// What is short enough to be kept beside the case.
struct CaseLists {
    std::vector<ClassRecord> classes;
    std::vector<RegionRecord> regions;
    std::vector<HistoryEntry> history; ///< newest first, the last 1000

    [[nodiscard]] static Result<CaseLists> of(CaseDocument& document);
};

/// Who looks at a case now. It stays with the case when that goes on under another name, in a new session.
struct CaseAudience {
    std::mutex mutex; ///< guards `nuclei`
    std::shared_ptr<CaseNuclei> nuclei; ///< what is drawn
    QPointer<CaseSession> session; ///< GUI thread

    void nucleiChanged(const std::optional<Rect>& level0Area);
};

/// A case and all that a session begins with, read from the disk on a worker.
struct OpenedCase {
    std::shared_ptr<DocumentThread> thread;
    std::shared_future<void> closed; ///< ready once nobody has `thread` any more and the case is closed
    std::shared_ptr<CaseAudience> audience;
    std::shared_ptr<CaseNuclei> nuclei;
    SlideIdentity slide;
    CaseLists lists;
    std::string view; ///< as it was left (CaseSession::keepView)

    /// Blocks; for a worker. Errors: those of the case.
    [[nodiscard]] static Result<OpenedCase> from(std::unique_ptr<CaseDocument> document);
    /// All but `thread`, `closed` and `audience`. Blocks.
    [[nodiscard]] Status read(CaseDocument& document);
};

inline constexpr auto kCaseViewKey = "window"; ///< under which a case keeps what was looked at

} // namespace nb
