// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/fileexport.h"

#include "ui/icons.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QSettings>
#include <QStandardPaths>
#include <QToolButton>

namespace nb
{

namespace
{

constexpr int kTickMs = 100;
constexpr auto kFolder = "folders/tables";

} // namespace

FileExport::FileExport(JobPool& jobs, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_bar(new QProgressBar(this))
{
    m_bar->setAccessibleName(tr("Writing the file"));
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(140);
    auto* stop = new QToolButton(this);
    stop->setIcon(icon(QStringLiteral("stop")));
    stop->setAutoRaise(true);
    stop->setAccessibleName(tr("Stop writing the file"));
    stop->setToolTip(stop->accessibleName());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new QLabel(tr("Writing…"), this));
    row->addWidget(m_bar);
    row->addWidget(stop);
    connect(stop, &QToolButton::clicked, this, [this] {
        if (m_job)
            m_job->cancel();
        end();
    });
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &FileExport::showProgress);
    hide();
}

FileExport::~FileExport()
{
    if (m_job)
        m_job->cancel();
}

QString FileExport::choosePath(
    const QString& title, const QString& proposedName, const QString& filter, const QString& ending)
{
    QString folder = QSettings().value(QLatin1String(kFolder)).toString();
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString path = QFileDialog::getSaveFileName(
        window(), title, folder + QLatin1Char('/') + proposedName + ending, filter, &m_filter);
    if (path.isEmpty())
        return path;
    if (QFileInfo(path).suffix().isEmpty()) {
        // "Picture (*.png)": the kind that was picked, else the usual one.
        const auto from = m_filter.indexOf(QLatin1String("*.")) + 1, to = m_filter.indexOf(QLatin1Char(')'));
        path += from > 0 && to > from ? m_filter.mid(from, to - from) : ending;
    }
    QSettings().setValue(QLatin1String(kFolder), QFileInfo(path).absolutePath());
    return path;
}

void FileExport::start(const QString& path, const Write& write)
{
    if (m_job)
        m_job->cancel();
    m_job = m_jobs.start(
        this,
        [path, write](
            const CancelToken& cancel, Progress& progress) { return write(path.toStdString(), cancel, progress); },
        [this, path](const Status& status) {
            end();
            if (status)
                Q_EMIT written(path);
            else
                Q_EMIT failed(status.error());
        });
    m_tick.start();
    showProgress();
    show();
}

void FileExport::showProgress()
{
    const auto total = m_job->progress().total.load();
    m_bar->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0)
        m_bar->setValue(static_cast<int>(1000 * m_job->progress().done.load() / total));
}

void FileExport::end()
{
    m_tick.stop();
    hide();
}

} // namespace nb
