// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"
#include "ui/casesession.h"

#include <QObject>

#include <memory>

namespace nb
{

class SlideController;

/// Which case belongs to the slide that is open: a slide that is opened gets its unsaved case in the data folder, off
/// the GUI thread. The session goes before the slide does.
class CaseController : public QObject
{
    Q_OBJECT

public:
    CaseController(const Services& services, SlideController& slides, QObject* parent = nullptr);
    ~CaseController() override;

    /// Null without a slide, and until its case is there.
    [[nodiscard]] CaseSession* session() const { return m_session.get(); }
    [[nodiscard]] bool opening() const { return m_opening && m_opening->running(); }

    /// Where unsaved cases lie.
    [[nodiscard]] static QString unsavedFolder();

Q_SIGNALS:
    void openingStarted();
    void changed(); ///< another session, or none
    void failed(const QString& headline, const nb::Error& error);

private:
    void openFor(std::shared_ptr<const SlideSource> slide);
    void open();
    void letGo();

    Services m_services;
    std::unique_ptr<CaseSession> m_session;
    std::shared_ptr<const SlideSource> m_slide; ///< whose case is wanted
    std::shared_ptr<Job> m_opening;
    std::shared_future<void> m_closed; ///< of the session before
};

} // namespace nb
