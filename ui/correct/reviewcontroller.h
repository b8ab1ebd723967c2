// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/reviewqueue.h"
#include "ui/casesession.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

#include <deque>
#include <optional>
#include <set>
#include <vector>

namespace nb
{

class NucleusSelection;

/// A nucleus on the way through the queue.
struct ReviewStop {
    ReviewItem item;
    NucleusRow row = 0; ///< its present version; 0: it is gone
    NucleusRecord record; ///< as it is, or as it was last
};

/// "Next to check": walks from doubtful nucleus to doubtful nucleus and keeps what the person decides. Asks the case
/// for a page at a time, on a worker. Decisions go to what is chosen: to the nucleus the walk is at, or to all that the
/// person chose instead. GUI thread.
class ReviewController : public QObject
{
    Q_OBJECT

public:
    enum class State {
        NoCase,
        Ready, ///< nothing shown yet
        Searching,
        AtNucleus,
        NothingLeft ///< all were accepted, corrected, passed over or lie in checked regions
    };

    ReviewController(const Services& services, NucleusSelection& selection, QObject* parent = nullptr);
    ~ReviewController() override;

    void setSession(CaseSession* session); ///< null: none

    [[nodiscard]] State state() const;
    [[nodiscard]] const std::optional<ReviewStop>& stop() const { return m_stop; }
    /// The next few that are known already.
    [[nodiscard]] const std::vector<ReviewStop>& coming() const { return m_looked; }
    [[nodiscard]] bool hasPrevious() const { return m_session && (m_stop ? m_at > 0 : !m_trail.empty()); }
    /// The region that the walk keeps to; nothing: the whole slide.
    [[nodiscard]] const std::optional<Uuid>& region() const { return m_region; }
    void setRegion(const std::optional<Uuid>& region);

public Q_SLOTS:
    void next();
    void previous();
    void accept(); ///< and on, where it was the nucleus the walk is at
    void reject(); ///< deletes it, and on
    void fix(); ///< chooses it and asks for a tool

Q_SIGNALS:
    void changed();
    void arrived(const nb::ReviewStop& stop); ///< to be shown
    void fixRequested(nb::NucleusRow row);
    void failed(const QString& headline, const nb::Error& error);

private:
    template <class Work, class Done> void ask(Work work, Done done);
    void forget();
    void searchPage(const std::optional<ReviewItem>& after);
    void takePage(ReviewPage page, const DoubtScale& scale);
    void lookAhead();
    void lookAgain(bool arriving);
    void advance();
    void arrive(ReviewStop stop);
    void sessionChanged(const EditOutcome& outcome);
    [[nodiscard]] bool decidesOnStop() const;
    void acceptEach(const std::vector<std::pair<NucleusRow, NucleusRecord>>& nuclei, double seconds);
    void acceptMany(std::vector<NucleusRow> rows);
    void acceptChosen();
    [[nodiscard]] double secondsLooked() const;
    [[nodiscard]] std::vector<MultiPolygon> checkedShapes() const;
    [[nodiscard]] std::optional<MultiPolygon> place() const;
    [[nodiscard]] NucleusRecord accepted(NucleusRecord record, double seconds) const;

    Services m_services;
    NucleusSelection& m_selection;
    QPointer<CaseSession> m_session;
    std::shared_ptr<Job> m_job;
    std::optional<DoubtScale> m_scale; ///< of this walk, so that its order does not change
    std::optional<Uuid> m_region;
    std::deque<ReviewItem> m_ahead; ///< of the page, not yet looked at
    std::optional<ReviewItem> m_pageEnd; ///< where the next page begins
    std::vector<ReviewStop> m_looked; ///< the next ones, as they are in the case
    std::uint64_t m_changes = 0; ///< of the case, counted
    std::uint64_t m_lookedAt = 0; ///< how many there were when all of `m_looked` was last looked up
    std::vector<ReviewStop> m_trail; ///< where the walk has been
    std::size_t m_at = 0; ///< in the trail
    std::set<NucleusRow> m_seen; ///< passed over in this walk
    std::optional<ReviewStop> m_stop;
    bool m_wantsNext = false; ///< once the job brings something
    bool m_nothingLeft = false;
    bool m_stale = false; ///< nuclei came or went, or regions were checked: the page has to be asked for anew
    bool m_ownChange = false; ///< the next `nucleiChanged` was told in detail already
    QElapsedTimer m_clock; ///< since the nucleus is shown
};

/// Why it is doubted, for the person.
[[nodiscard]] QString doubtText(DoubtReason reason);

} // namespace nb
