// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace nb
{

/// Makes the demo slide the first time it is asked for, and keeps it in the application's data folder.
class DemoController : public QObject
{
    Q_OBJECT

public:
    explicit DemoController(const Services& services, QObject* parent = nullptr);
    ~DemoController() override;

    void open(); ///< returns at once; `ready` follows, when the slide is there
    void stop();

    [[nodiscard]] bool busy() const { return m_job && m_job->running(); }
    [[nodiscard]] double share() const; ///< how far, 0..1

Q_SIGNALS:
    void changed(); ///< begins, goes on, ends
    void ready(const QString& path);
    void failed(const nb::Error& error);

private:
    Services m_services;
    std::shared_ptr<Job> m_job;
    QTimer m_tick;
};

} // namespace nb
