// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/casenuclei.h"
#include "engine/document/documentthread.h"
#include "ui/services.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace nb
{

/// The case of the slide that is open, as the window sees it. GUI thread; nothing here waits for the disk: changes go
/// to the document thread in order, and what they did is told when it is on the disk. Everything that edits, lists or
/// plots nuclei stands on this object and goes when `closing` is sent.
class CaseSession : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Result<EditOutcome>&)>;

    /// Takes over a case that is open. `unsaved`: lies in the data folder until the person saves it elsewhere.
    CaseSession(const Services& services, std::unique_ptr<CaseDocument> document, const SlideIdentity& slide,
        bool unsaved, QObject* parent = nullptr);
    ~CaseSession() override;

    [[nodiscard]] QString path() const;
    [[nodiscard]] bool unsaved() const { return m_unsaved; }
    [[nodiscard]] bool readOnly() const;
    [[nodiscard]] QString readOnlyReason() const;
    [[nodiscard]] const SlideIdentity& slide() const { return m_slide; }
    [[nodiscard]] const std::shared_ptr<CaseNuclei>& nuclei() const { return m_nuclei; } ///< to draw and to hit
    [[nodiscard]] DocumentThread& thread() { return *m_thread; } ///< for runs (segmentIntoCase) and other work
    /// A connection of the caller's own, for a worker; open it there.
    [[nodiscard]] std::function<Result<std::unique_ptr<CaseReader>>()> readerFactory() const;

    /// As of the last change that was told.
    [[nodiscard]] const std::vector<ClassRecord>& classes() const { return m_classes; }
    [[nodiscard]] const std::vector<RegionRecord>& regions() const { return m_regions; }
    [[nodiscard]] const std::vector<HistoryEntry>& history() const { return m_history; } ///< newest first, the last 1000
    [[nodiscard]] QString undoLabel() const; ///< empty: nothing to undo
    [[nodiscard]] QString redoLabel() const;
    /// Who edits, for the record; from the preferences, else the login name.
    [[nodiscard]] QString author() const;

    /// One step of the history. `done` is called on the GUI thread once it is on the disk, after `changed`, unless
    /// `receiver` is gone by then; a failure is also told by `failed`.
    void apply(Edit edit, QObject* receiver = nullptr, Done done = {});
    void undo();
    void redo();
    /// After work of another kind on `thread()` (a run's tile) has changed nuclei: readers look again.
    void nucleiStored(const std::optional<Rect>& level0Area);

Q_SIGNALS:
    void changed(const nb::EditOutcome& outcome); ///< something is on the disk; drawn and listed things look again
    void nucleiChanged(); ///< after `changed` and after a run stored nuclei; at most ten times a second
    void classesChanged();
    void regionsChanged();
    void historyChanged();
    void failed(const QString& headline, const nb::Error& error);
    void saved(const QString& path); ///< under another name

private:
    void answered(const Result<EditOutcome>& outcome, const QPointer<QObject>& receiver, bool hasReceiver, const Done& done);
    void readLists();

    Services m_services;
    SlideIdentity m_slide;
    bool m_unsaved = false;
    std::unique_ptr<DocumentThread> m_thread;
    std::shared_ptr<CaseNuclei> m_nuclei;
    std::vector<ClassRecord> m_classes;
    std::vector<RegionRecord> m_regions;
    std::vector<HistoryEntry> m_history;
};

} // namespace nb
