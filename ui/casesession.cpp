// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casesession.h"

#include "ui/enginetexts.h"
#include "ui/preferences.h"

namespace nb
{

namespace
{

constexpr int kQuietMs = 100;
constexpr int kLookMs = 30;

} // namespace

struct CaseSession::Answer {
    Result<EditOutcome> outcome;
    std::optional<CaseLists> lists; ///< nothing where they could not be read: the old ones stay
    QString headline; ///< of a failure
    QPointer<QObject> receiver;
    bool hasReceiver = false;
    Done done;
};

CaseSession::CaseSession(const Services& services, OpenedCase opened, bool unsaved, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_slide(std::move(opened.slide))
    , m_unsaved(unsaved)
    , m_closed(opened.closed)
    , m_thread(std::move(opened.thread))
    , m_nuclei(std::move(opened.nuclei))
    , m_audience(std::move(opened.audience))
    , m_lists(std::move(opened.lists))
    , m_view(std::move(opened.view))
{
    m_audience->session = this;
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(kQuietMs);
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        if (m_moved)
            nucleiMoved();
    });
    m_loading.setInterval(kLookMs);
    connect(&m_loading, &QTimer::timeout, this, &CaseSession::lookAtLoading);
    m_loading.start();
}

CaseSession::~CaseSession()
{
    // Closing merges the log into the file, which may take a while: not on this thread.
    m_services.jobs.start(
        nullptr,
        [thread = std::move(m_thread), nuclei = std::move(m_nuclei), audience = std::move(m_audience)](
            const CancelToken&, Progress&) mutable {
            audience.reset();
            nuclei.reset();
            thread.reset();
            return Status();
        },
        [](const Status&) {});
}

QString CaseSession::path() const
{
    return QString::fromStdString(m_thread->path());
}

bool CaseSession::readOnly() const
{
    return m_thread->readOnly();
}

QString CaseSession::readOnlyReason() const
{
    return engineText(m_thread->readOnlyReason());
}

std::function<Result<std::unique_ptr<CaseReader>>()> CaseSession::readerFactory() const
{
    return [path = std::string(m_thread->path()), immutable = m_thread->immutable()] {
        return CaseReader::open(path, immutable);
    };
}

QString CaseSession::entryLabel(const std::vector<HistoryEntry>& history, bool applied)
{
    const HistoryEntry* found = nullptr;
    for (const HistoryEntry& entry : history) { // newest first
        if (entry.applied == applied)
            found = &entry;
        if (applied && found)
            break; // the newest that holds; of those undone the oldest
    }
    return found ? engineText(found->label) : QString();
}

QString CaseSession::undoLabel() const
{
    return entryLabel(m_lists.history, true);
}

QString CaseSession::redoLabel() const
{
    return entryLabel(m_lists.history, false);
}

QString CaseSession::author() const
{
    return Preferences::stored().authorName();
}

void CaseSession::apply(Edit edit, QObject* receiver, Done done)
{
    const QString label = QString::fromStdString(edit.label);
    applyMade(
        label, [edit = std::move(edit)] { return Result<Edit>(edit); }, receiver, std::move(done));
}

void CaseSession::applyMade(const QString& label, std::function<Result<Edit>()> make, QObject* receiver, Done done)
{
    change(
        [make = std::move(make), by = author().toStdString()](CaseDocument& document) -> Result<EditOutcome> {
            auto edit = make();
            if (!edit)
                return edit.error();
            if (edit->author.empty())
                edit->author = by;
            return document.edits().apply(*edit);
        },
        tr("“%1” was not done; nothing has changed.").arg(label), receiver, std::move(done));
}

void CaseSession::undo()
{
    change([](CaseDocument& document) { return document.edits().undo(); }, tr("Nothing was undone."), nullptr, {});
}

void CaseSession::redo()
{
    change([](CaseDocument& document) { return document.edits().redo(); }, tr("Nothing was redone."), nullptr, {});
}

void CaseSession::change(Work work, const QString& headline, QObject* receiver, Done done)
{
    auto answer
        = std::make_shared<Answer>(Answer{Error{}, {}, headline, receiver, receiver != nullptr, std::move(done)});
    m_thread->post([work = std::move(work), answer = std::move(answer), audience = m_audience, jobs = &m_services.jobs](
                       CaseDocument& document) mutable {
        answer->outcome = work(document);
        if (answer->outcome)
            audience->nucleiChanged(answer->outcome->changedArea); // read while the answer is on its way
        if (auto lists = CaseLists::of(document))
            answer->lists = std::move(*lists);
        QMetaObject::invokeMethod( // the pool outlives the session, which may be gone when this arrives
            jobs,
            [answer = std::move(answer), audience = std::move(audience)] {
                if (audience->session)
                    audience->session->answered(*answer);
            },
            Qt::QueuedConnection);
    });
}

void CaseSession::answered(const Answer& answer)
{
    if (answer.lists)
        take(*answer.lists);
    const QPointer<CaseSession> here(this); // whoever is told may close the case
    if (answer.outcome) {
        Q_EMIT changed(*answer.outcome);
        if (here)
            nucleiMoved();
    } else if (answer.outcome.error().code != ErrorCode::NotFound) { // that is nothing to undo: no failure
        Q_EMIT failed(answer.headline, answer.outcome.error());
    }
    if (here && answer.done && (!answer.hasReceiver || answer.receiver))
        answer.done(answer.outcome);
}

void CaseSession::take(const CaseLists& lists)
{
    const bool otherClasses = lists.classes != m_lists.classes;
    const bool otherRegions = lists.regions != m_lists.regions;
    m_lists = lists;
    if (otherClasses)
        Q_EMIT classesChanged();
    if (otherRegions)
        Q_EMIT regionsChanged();
    Q_EMIT historyChanged();
}

void CaseSession::readLists()
{
    m_thread->post([jobs = &m_services.jobs, audience = m_audience](CaseDocument& document) {
        auto lists = CaseLists::of(document);
        if (!lists) // the next change meets what is wrong, and says so
            return;
        QMetaObject::invokeMethod(
            jobs,
            [lists = std::move(*lists), audience] {
                if (audience->session)
                    audience->session->take(lists);
            },
            Qt::QueuedConnection);
    });
}

void CaseSession::nucleiStored(const std::optional<Rect>& level0Area)
{
    m_audience->nucleiChanged(level0Area);
    tellStored();
}

std::function<void(const Rect&)> CaseSession::storedSink()
{
    return [audience = m_audience, jobs = &m_services.jobs](const Rect& area) {
        audience->nucleiChanged(area); // read while the news is on its way
        QMetaObject::invokeMethod(
            jobs,
            [audience] {
                if (audience->session)
                    audience->session->tellStored();
            },
            Qt::QueuedConnection);
    };
}

void CaseSession::tellStored()
{
    m_listsAreOld = true; // a run has a step in the history
    nucleiMoved();
}

void CaseSession::nucleiMoved()
{
    m_moved = m_quiet.isActive();
    if (m_moved)
        return;
    m_quiet.start();
    m_loading.start();
    if (std::exchange(m_listsAreOld, false))
        readLists();
    Q_EMIT nucleiChanged();
}

void CaseSession::lookAtLoading()
{
    if (m_nuclei->complete())
        m_loading.stop();
    if (const auto error = m_nuclei->error(); error && !std::exchange(m_loadingFailed, true))
        Q_EMIT failed(tr("Not all nuclei of the case can be shown."), *error);
    const std::uint64_t generation = m_nuclei->generation();
    if (std::exchange(m_loadedGeneration, generation) != generation || !m_loading.isActive())
        Q_EMIT nucleiLoaded();
}

} // namespace nb
