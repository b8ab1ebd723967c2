// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/openedcase.h"
#include "ui/services.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace nb
{

/// The case of the slide that is open, as the window sees it. GUI thread; nothing here waits for the disk: changes go
/// to the document thread in order, and what they did is told when it is on the disk. Everything that edits, lists or
/// plots nuclei stands on this object and lets go of it when `closing` is sent. A case that was saved under another
/// name goes on in a new session.
class CaseSession : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Result<EditOutcome>&)>;

    /// Takes over a case that is open. `unsaved`: lies in the data folder until the person saves it elsewhere.
    CaseSession(const Services& services, OpenedCase opened, bool unsaved, QObject* parent = nullptr);
    /// Returns at once: what was asked for before is still done, then the case is closed, on a worker (`closed`).
    ~CaseSession() override;

    [[nodiscard]] QString path() const;
    [[nodiscard]] bool unsaved() const { return m_unsaved; }
    [[nodiscard]] bool readOnly() const;
    [[nodiscard]] QString readOnlyReason() const;
    [[nodiscard]] const std::string& view() const { return m_view; } ///< as it was left; empty: not known
    [[nodiscard]] const SlideIdentity& slide() const { return m_slide; }
    [[nodiscard]] const std::shared_ptr<CaseNuclei>& nuclei() const { return m_nuclei; } ///< to draw and to hit
    [[nodiscard]] DocumentThread& thread() { return *m_thread; } ///< for runs (segmentIntoCase) and other work
    /// For work that may go on longer than the session.
    [[nodiscard]] const std::shared_ptr<DocumentThread>& sharedThread() const { return m_thread; }
    /// Ready once nothing of this case is open for writing in this program any more.
    [[nodiscard]] const std::shared_future<void>& closed() const { return m_closed; }
    /// A connection of the caller's own, for a worker; open it there.
    [[nodiscard]] std::function<Result<std::unique_ptr<CaseReader>>()> readerFactory() const;

    /// As of the last change that was told.
    [[nodiscard]] const std::vector<ClassRecord>& classes() const { return m_lists.classes; }
    [[nodiscard]] const std::vector<RegionRecord>& regions() const { return m_lists.regions; }
    [[nodiscard]] const std::vector<HistoryEntry>& history() const
    {
        return m_lists.history;
    } ///< newest first, the last 1000
    [[nodiscard]] QString undoLabel() const; ///< empty: nothing to undo
    [[nodiscard]] QString redoLabel() const;
    /// Who edits, for the record; from the preferences ("person/name"), else the login name.
    [[nodiscard]] QString author() const;

    /// One step of the history; an empty author is filled in. `done` is called on the GUI thread once it is on the
    /// disk, after `changed`, unless `receiver` (where one is given) is gone by then; a failure is also told by
    /// `failed`.
    void apply(Edit edit, QObject* receiver = nullptr, Done done = {});
    /// Likewise for a large edit: `make` is called on the document thread.
    void applyMade(
        const QString& label, std::function<Result<Edit>()> make, QObject* receiver = nullptr, Done done = {});
    void undo();
    void redo();
    /// What the person looks at, for the next time; no step of the history.
    void keepView(const std::string& view);
    /// Under another name, where the case goes on from then on. `done` gets, on the GUI thread, what the new session
    /// begins with; on an Error nothing has changed.
    void saveAs(const QString& path, bool replace, QObject* receiver, std::function<void(Result<OpenedCase>)> done);
    /// After work of another kind on `thread()` has changed nuclei: readers look again.
    void nucleiStored(const std::optional<Rect>& level0Area);
    /// For a run on a worker: to be called, on any thread, with each area whose nuclei have come to the disk. Good also
    /// when the session is gone.
    [[nodiscard]] std::function<void(const Rect& level0Area)> storedSink();

Q_SIGNALS:
    void changed(const nb::EditOutcome& outcome); ///< something is on the disk; drawn and listed things look again
    void nucleiChanged(); ///< after `changed` and after a run stored nuclei; at most ten times a second
    void nucleiLoaded(); ///< more of `nuclei` is in memory: what is drawn looks again
    void classesChanged();
    void regionsChanged();
    void historyChanged();
    void failed(const QString& headline, const nb::Error& error);
    void saved(const QString& path); ///< under another name; a new session for it follows
    void closing(); ///< the last moment to let go

private:
    struct Answer;
    using Work = std::function<Result<EditOutcome>(CaseDocument&)>;
    static QString entryLabel(const std::vector<HistoryEntry>& history, bool applied);
    void change(Work work, const QString& headline, QObject* receiver, Done done);
    void answered(const Answer& answer);
    void take(const CaseLists& lists);
    void readLists();
    void post(std::function<Status(CaseDocument&)> work, const QString& headline);
    void nucleiMoved();
    void tellStored();
    void lookAtLoading();

    Services m_services;
    SlideIdentity m_slide;
    bool m_unsaved = false;
    std::shared_future<void> m_closed; ///< before `m_thread`, which sets it
    std::shared_ptr<DocumentThread> m_thread;
    std::shared_ptr<CaseNuclei> m_nuclei;
    std::shared_ptr<CaseAudience> m_audience;
    CaseLists m_lists;
    std::string m_view;
    bool m_listsAreOld = false; ///< a run has stored something since they were read
    QTimer m_quiet; ///< runs while `nucleiChanged` was sent a moment ago
    bool m_moved = false; ///< nuclei have changed meanwhile
    QTimer m_loading; ///< runs while nuclei are being read
    std::uint64_t m_loadedGeneration = 0;
    bool m_loadingFailed = false; ///< and that was told
};

} // namespace nb
