// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/job/jobpool.h"

#include <QString>
#include <QTimer>
#include <QWidget>

#include <functional>

class QProgressBar;

namespace nb
{

/// Writing one file off the GUI thread, with what a person has to see of it: a bar and a way to stop, hidden while
/// nothing is written.
class FileExport : public QWidget
{
    Q_OBJECT

public:
    using Write = std::function<Status(const std::string& path, const CancelToken&, Progress&)>;

    explicit FileExport(JobPool& jobs, QWidget* parent = nullptr);
    ~FileExport() override;

    /// Asks where; empty where the person thought better of it. `filter` is the file dialog's, `ending` with its dot is
    /// added where the person gave none.
    [[nodiscard]] QString choosePath(
        const QString& title, const QString& proposedName, const QString& filter, const QString& ending);
    void start(const QString& path, const Write& write);
    [[nodiscard]] bool running() const { return m_job && m_job->running(); }

Q_SIGNALS:
    void written(const QString& path);
    void failed(const nb::Error& error);

private:
    void showProgress();
    void end();

    JobPool& m_jobs;
    std::shared_ptr<Job> m_job;
    QString m_filter; ///< the kind of file that was picked last
    QProgressBar* m_bar;
    QTimer m_tick;
};

} // namespace nb
