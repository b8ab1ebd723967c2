// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casesession.h"

#include <QSettings>

#include <pwd.h>
#include <unistd.h>

namespace nb
{

namespace
{

constexpr int kQuietMs = 100;
constexpr int kLookMs = 30;
constexpr std::int64_t kHistoryShown = 1000;

/// The document thread, closed on whatever thread lets go of it last; `closed` is ready after that.
std::shared_ptr<DocumentThread> ownThread(std::unique_ptr<CaseDocument> document, std::shared_future<void>& closed)
{
    auto promise = std::make_shared<std::promise<void>>();
    closed = promise->get_future().share();
    return {new DocumentThread(std::move(document)), [promise](DocumentThread* thread) {
                delete thread;
                promise->set_value();
            }};
}

QString loginName()
{
    const passwd* entry = ::getpwuid(::geteuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString();
}

} // namespace

struct CaseSession::Lists {
    std::vector<ClassRecord> classes;
    std::vector<RegionRecord> regions;
    std::vector<HistoryEntry> history;
};

struct CaseSession::Answer {
    Result<EditOutcome> outcome;
    std::optional<Lists> lists; ///< nothing where they could not be read: the old ones stay
    QString headline; ///< of a failure
    QPointer<QObject> receiver;
    bool hasReceiver = false;
    Done done;
};

Result<CaseSession::Lists> CaseSession::listsOf(CaseDocument& document)
{
    auto classes = document.edits().classes();
    if (!classes)
        return classes.error();
    auto regions = document.edits().regions();
    if (!regions)
        return regions.error();
    auto history = document.edits().history(kHistoryShown);
    if (!history)
        return history.error();
    return Lists{std::move(*classes), std::move(*regions), std::move(*history)};
}

Result<OpenedCase> OpenedCase::from(std::unique_ptr<CaseDocument> document)
{
    const auto slide = document->slide();
    if (!slide)
        return slide.error();
    auto nuclei = CaseNuclei::open(document->path(), document->immutable(), slide->width, slide->height);
    if (!nuclei)
        return nuclei.error();
    auto classes = document->edits().classes();
    auto regions = document->edits().regions();
    auto history = document->edits().history(kHistoryShown);
    if (!classes)
        return classes.error();
    if (!regions)
        return regions.error();
    if (!history)
        return history.error();
    return OpenedCase{
        std::move(document), std::move(*nuclei), *slide, std::move(*classes), std::move(*regions), std::move(*history)};
}

CaseSession::CaseSession(const Services& services, OpenedCase opened, bool unsaved, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_slide(std::move(opened.slide))
    , m_unsaved(unsaved)
    , m_thread(ownThread(std::move(opened.document), m_closed))
    , m_nuclei(std::move(opened.nuclei))
    , m_classes(std::move(opened.classes))
    , m_regions(std::move(opened.regions))
    , m_history(std::move(opened.history))
{
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
        [thread = std::move(m_thread), nuclei = std::move(m_nuclei)](const CancelToken&, Progress&) mutable {
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
    return QString::fromStdString(m_thread->readOnlyReason());
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
    return found ? QString::fromStdString(found->label) : QString();
}

QString CaseSession::undoLabel() const
{
    return entryLabel(m_history, true);
}

QString CaseSession::redoLabel() const
{
    return entryLabel(m_history, false);
}

QString CaseSession::author() const
{
    const QString named = QSettings().value(QStringLiteral("person/name")).toString().trimmed();
    return named.isEmpty() ? loginName() : named;
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
    m_thread->post([work = std::move(work), answer = std::move(answer), nuclei = m_nuclei, jobs = &m_services.jobs,
                       session = QPointer<CaseSession>(this)](CaseDocument& document) mutable {
        answer->outcome = work(document);
        if (answer->outcome)
            nuclei->changed(answer->outcome->changedArea); // read while the answer is on its way
        if (auto lists = listsOf(document))
            answer->lists = std::move(*lists);
        QMetaObject::invokeMethod( // the pool outlives the session, which may be gone when this arrives
            jobs,
            [answer = std::move(answer), session] {
                if (session)
                    session->answered(*answer);
            },
            Qt::QueuedConnection);
    });
}

void CaseSession::keepPixelSize(const PixelSize& pixelSize, PixelSizeOrigin origin)
{
    m_slide.pixelSize = pixelSize;
    m_slide.pixelSizeOrigin = origin;
    post(
        [pixelSize, origin](CaseDocument& document) -> Status {
            auto slide = document.slide();
            if (!slide)
                return slide.error();
            slide->pixelSize = pixelSize;
            slide->pixelSizeOrigin = origin;
            return document.setSlide(*slide);
        },
        tr("The pixel size is not kept with the case."));
}

/// Work that is no step; its failure is told.
void CaseSession::post(std::function<Status(CaseDocument&)> work, const QString& headline)
{
    m_thread->post([work = std::move(work), headline, jobs = &m_services.jobs, session = QPointer<CaseSession>(this)](
                       CaseDocument& document) {
        const Status done = work(document);
        if (done)
            return;
        QMetaObject::invokeMethod(
            jobs,
            [session, headline, error = done.error()] {
                if (session)
                    Q_EMIT session->failed(headline, error);
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

void CaseSession::take(Lists lists)
{
    const bool otherClasses = lists.classes != m_classes;
    const bool otherRegions = lists.regions != m_regions;
    m_classes = std::move(lists.classes);
    m_regions = std::move(lists.regions);
    m_history = std::move(lists.history);
    if (otherClasses)
        Q_EMIT classesChanged();
    if (otherRegions)
        Q_EMIT regionsChanged();
    Q_EMIT historyChanged();
}

void CaseSession::readLists()
{
    m_thread->post([jobs = &m_services.jobs, session = QPointer<CaseSession>(this)](CaseDocument& document) {
        auto lists = listsOf(document);
        if (!lists) // the next change meets what is wrong, and says so
            return;
        QMetaObject::invokeMethod(
            jobs,
            [lists = std::move(*lists), session] {
                if (session)
                    session->take(lists);
            },
            Qt::QueuedConnection);
    });
}

void CaseSession::nucleiStored(const std::optional<Rect>& level0Area)
{
    m_nuclei->changed(level0Area);
    tellStored();
}

std::function<void(const Rect&)> CaseSession::storedSink()
{
    return [nuclei = m_nuclei, jobs = &m_services.jobs, session = QPointer<CaseSession>(this)](const Rect& area) {
        nuclei->changed(area); // read while the news is on its way
        QMetaObject::invokeMethod(
            jobs,
            [session] {
                if (session)
                    session->tellStored();
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
