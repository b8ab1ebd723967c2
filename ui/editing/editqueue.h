// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/caselookup.h"
#include "ui/editing/editplan.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <functional>

namespace nb
{

class CaseSession;
class NucleusSelection;

/// Gestures become steps of the history, one after the other: each is computed from the case as the one before has left
/// it, shown at once, and on the disk before the next begins. Nothing waits; a hand that is faster than the disk finds
/// its gestures queued.
class EditQueue : public QObject
{
    Q_OBJECT

public:
    using Plan = std::function<Result<EditPlan>(CaseReader&)>;

    explicit EditQueue(NucleusSelection& selection, QObject* parent = nullptr);
    ~EditQueue() override;

    /// Null: no case; what is queued is dropped. `lookup` is the session's.
    void setCase(CaseSession* session, CaseLookup* lookup);

    /// `prepare` is called here when it is its turn and gives what is computed on the worker; nothing: it has become
    /// pointless. `first`: before all that waits, because it belongs to what was read last.
    void add(std::function<Plan()> prepare, bool first = false);
    /// Something that only reads, in its turn: `done` is called here, and the next begins after it.
    template <class Work, class Done> void read(Work work, Done done)
    {
        m_waiting.push_back([this, work = std::move(work), done = std::move(done)]() mutable {
            m_lookup->ask(this, std::move(work), [this, done = std::move(done)](auto value) mutable {
                done(std::move(value));
                finished();
            });
        });
        next();
    }
    [[nodiscard]] bool idle() const { return !m_busy && m_waiting.empty(); }

    /// Seconds that the person has been at it: since the last edit or choice, a minute at most.
    [[nodiscard]] double secondsSpent() const;
    void handBegins(); ///< the person turns to something else

Q_SIGNALS:
    void previewsChanged(const std::vector<nb::ShapePreview>& previews);
    void unfit(nb::Unfit why);
    void failed(const nb::Error& error);
    void committed(qint64 lockedLeft); ///< on the disk; so many nuclei are locked and stayed as they were
    void shown(); ///< the canvas has caught up with the last edit

private:
    void next();
    void planned(EditPlan plan);
    void finished();
    void showWhenDrawn();

    NucleusSelection& m_selection;
    QPointer<CaseSession> m_session;
    QPointer<CaseLookup> m_lookup;
    std::deque<std::function<void()>> m_waiting;
    bool m_busy = false;
    QTimer m_drawn; ///< looks whether the canvas has caught up
    int m_looks = 0;
    QElapsedTimer m_since;
};

} // namespace nb
