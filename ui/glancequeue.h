// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/slidethumbnail.h"

#include <QObject>
#include <QString>

#include <deque>
#include <functional>
#include <memory>

namespace nb
{

/// Small pictures of slides and cases for lists, made one at a time on a worker. Files on other machines are left out:
/// a list must not wait for them, nor call them unasked.
class GlanceQueue : public QObject
{
    Q_OBJECT

public:
    GlanceQueue(const Services& services, QString caseFolder, QObject* parent = nullptr);
    ~GlanceQueue() override;

    /// `done` is called on the GUI thread, unless `clear` came first; not where there is nothing to see.
    void ask(const QString& path, std::function<void(const SlideGlance&)> done);
    void clear();

    static constexpr int kSide = 56; ///< px

private:
    struct Question {
        QString path;
        std::function<void(const SlideGlance&)> done;
    };
    void next();

    Services m_services;
    const QString m_caseFolder;
    std::deque<Question> m_questions;
    std::shared_ptr<Job> m_job;
};

} // namespace nb
