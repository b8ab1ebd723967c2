// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/caseopening.h"
#include "ui/casesession.h"

#include <QObject>

#include <memory>
#include <mutex>
#include <optional>

namespace nb
{

class SlideController;

/// Which case belongs to the slide that is open. A slide that is opened gets its unsaved case in the data folder; a
/// case that is opened brings its slide. All of it off the GUI thread; what is open stays until the next is really
/// there.
class CaseController : public QObject
{
    Q_OBJECT

public:
    CaseController(const Services& services, SlideController& slides, QObject* parent = nullptr);
    ~CaseController() override;

    /// Null without a slide, and until its case is there.
    [[nodiscard]] CaseSession* session() const { return m_session.get(); }
    /// A case for the open slide, or a case that was asked for, is on its way.
    [[nodiscard]] bool opening() const { return (m_opening && m_opening->running()) || m_arriving; }

    [[nodiscard]] bool openingCase() const { return m_openingCase && m_openingCase->running(); } ///< asked for
    /// Returns at once; then the slide opens and `changed` follows, or `slideMissing` or `openFailed`. `slidePath`:
    /// where the person says that the slide is.
    void openCase(const QString& path, const QString& slidePath = {});
    void stop(); ///< of opening a case; what is open stays
    void close(); ///< the session goes; to be called while those who look at it are there
    /// The session goes on in the file at `path`; `changed`, then `saved`, or `failed`.
    void saveAs(const QString& path);

    /// What earlier windows left without a name, to `unsavedListed`.
    void listUnsaved();
    void saveUnsaved(const QString& path, const QString& target);
    void discardUnsaved(const QString& path); ///< for good; ask first
    /// Where unsaved cases lie.
    [[nodiscard]] static QString unsavedFolder();

Q_SIGNALS:
    void openingStarted(); ///< of the case of the open slide
    void caseOpeningChanged(); ///< of one that was asked for: begun or ended
    void changed(); ///< another session, or none
    void saved(const QString& path);
    void slideMissing(const QString& casePath, const QString& slidePath, bool leadsToNetwork);
    void openFailed(const QString& casePath, const nb::Error& error);
    void notKept(const nb::Error& error); ///< there is no case for the open slide
    void failed(const QString& headline, const nb::Error& error);
    void unsavedListed(const std::vector<nb::UnsavedCase>& cases);

private:
    void slideOpened();
    void open();
    void take(OpenedCase opened);
    void letGo();
    void caseFound(const QString& path, Result<FoundCase> found);
    void tidyUp(const QString& path);

    Services m_services;
    SlideController& m_slides;
    std::unique_ptr<CaseSession> m_session;
    std::shared_ptr<const SlideSource> m_slide; ///< whose case is wanted
    std::shared_ptr<Job> m_opening; ///< of the slide's unsaved case
    std::shared_ptr<Job> m_openingCase; ///< of one that was asked for
    std::optional<OpenedCase> m_ready; ///< with the slide that is about to be open
    bool m_arriving = false;
    std::shared_future<void> m_closed; ///< of the session before
    /// Held while files of the unsaved folder are opened or removed: two would find a case locked by each other.
    const std::shared_ptr<std::mutex> m_folderInUse = std::make_shared<std::mutex>();
};

} // namespace nb
