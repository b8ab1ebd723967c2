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

    /// A file in a folder that the person has just named may lie anywhere; one that is only remembered may not.
    enum class Reach { ThisComputer, Anywhere };
    using Done = std::function<void(const SlideGlance&)>;
    using Failed = std::function<void(const Error&)>;
    /// `done` or `failed` is called on the GUI thread, unless `clear` came first.
    void ask(const QString& path, Done done, Failed failed = {}, Reach reach = Reach::ThisComputer);
    void clear();

    static constexpr int kSide = 56; ///< px

private:
    struct Question {
        QString path;
        Done done;
        Failed failed;
        Reach reach = Reach::ThisComputer;
    };
    void next();

    Services m_services;
    const QString m_caseFolder;
    std::deque<Question> m_questions;
    std::shared_ptr<Job> m_job;
};

} // namespace nb
