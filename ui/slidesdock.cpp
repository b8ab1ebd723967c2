// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/slidesdock.h"

#include "ui/banner.h"
#include "ui/glancequeue.h"
#include "ui/icons.h"
#include "ui/recentfiles.h"
#include "ui/slidethumbnail.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace nb
{

namespace
{

constexpr int kMostFiles = 5000; // of a folder
enum Role { PathRole = Qt::UserRole, StateRole, NucleiRole, ComplaintRole };
enum State { Waiting, There, Failed };
enum What { Recent, Folder };

QStringList slidesIn(const QString& folder)
{
    static const QStringList kNames{QStringLiteral("*.svs"), QStringLiteral("*.ndpi"), QStringLiteral("*.mrxs"),
        QStringLiteral("*.scn"), QStringLiteral("*.vms"), QStringLiteral("*.vmu"), QStringLiteral("*.bif"),
        QStringLiteral("*.svslide"), QStringLiteral("*.tif"), QStringLiteral("*.tiff"), QStringLiteral("*.png"),
        QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"), QStringLiteral("*.bmp"), QStringLiteral("*.nsc")};
    QStringList paths;
    const auto files = QDir(folder).entryInfoList(kNames, QDir::Files | QDir::Readable, QDir::Name | QDir::IgnoreCase);
    for (const QFileInfo& file : files.mid(0, kMostFiles))
        paths.append(file.absoluteFilePath());
    return paths;
}

} // namespace

SlidesDock::SlidesDock(const Services& services, RecentFiles& recent, QString caseFolder, QWidget* parent)
    : QDockWidget(tr("Slides"), parent)
    , m_services(services)
    , m_recent(recent)
    , m_glances(new GlanceQueue(services, std::move(caseFolder), this))
    , m_what(new QComboBox(this))
    , m_list(new QListWidget(this))
    , m_empty(new QLabel(this))
{
    setObjectName(QStringLiteral("slides"));
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    setWidget(makeBody());
    connect(&m_recent, &RecentFiles::changed, this, [this] {
        if (m_what->currentIndex() == Recent)
            showRecent();
    });
    showRecent();
}

SlidesDock::~SlidesDock()
{
    m_glances->clear();
    if (m_listing)
        m_listing->cancel();
}

QWidget* SlidesDock::makeBody()
{
    auto* body = new QWidget(this);
    m_what->addItems({tr("Opened last"), tr("A folder…")});
    m_what->setAccessibleName(tr("Which slides"));
    connect(m_what, &QComboBox::activated, this, [this](int what) { what == Recent ? showRecent() : askForFolder(); });
    m_list->setAccessibleName(tr("Slides"));
    m_list->setIconSize(QSize(GlanceQueue::kSide, GlanceQueue::kSide));
    m_list->setSpacing(2);
    m_list->setWordWrap(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    connect(m_list, &QListWidget::itemActivated, this,
        [this](const QListWidgetItem* item) { Q_EMIT openRequested(item->data(PathRole).toString()); });
    m_empty->setObjectName(QStringLiteral("faint"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop);
    auto* rows = new QVBoxLayout(body);
    rows->setContentsMargins(6, 6, 6, 6);
    rows->addWidget(m_what);
    rows->addWidget(m_list, 1);
    rows->addWidget(m_empty, 1);
    body->setMinimumWidth(160);
    return body;
}

void SlidesDock::showRecent()
{
    m_folder.clear();
    m_what->setCurrentIndex(Recent);
    fill(m_recent.paths(), tr("Slides that you open are listed here. Choose “A folder…” to see what lies in one."));
}

void SlidesDock::showFiles(const QStringList& paths)
{
    m_folder.clear();
    m_what->setCurrentIndex(Folder);
    fill(paths, {});
}

void SlidesDock::askForFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Slides of which folder?"), m_folder);
    if (folder.isEmpty())
        m_what->setCurrentIndex(m_folder.isEmpty() ? Recent : Folder);
    else
        showFolder(folder);
}

void SlidesDock::showFolder(const QString& folder)
{
    m_folder = folder;
    m_what->setCurrentIndex(Folder);
    m_what->setItemText(Folder, tr("%1…").arg(QDir(folder).dirName()));
    m_what->setToolTip(QDir::toNativeSeparators(folder));
    listFolder();
}

void SlidesDock::listFolder()
{
    if (m_listing)
        m_listing->cancel();
    fill({}, tr("Looking into the folder…"));
    m_listing = m_services.jobs.start(
        this, [folder = m_folder](const CancelToken&, Progress&) { return Result<QStringList>(slidesIn(folder)); },
        [this](const Result<QStringList>& paths) {
            if (paths)
                fill(*paths, tr("There is no slide and no case in this folder."));
        });
}

void SlidesDock::fill(const QStringList& paths, const QString& empty)
{
    m_glances->clear();
    m_list->clear();
    for (const QString& path : paths) {
        auto* item = new QListWidgetItem(icon(QStringLiteral("slide")), QString(), m_list);
        item->setData(PathRole, path);
        item->setData(StateRole, Waiting);
        describe(*item);
    }
    m_empty->setText(empty);
    m_empty->setVisible(paths.isEmpty());
    m_list->setVisible(!paths.isEmpty());
    askForPictures();
}

QStringList SlidesDock::paths() const
{
    QStringList paths;
    for (int i = 0; i < m_list->count(); ++i)
        paths.append(m_list->item(i)->data(PathRole).toString());
    return paths;
}

void SlidesDock::describe(QListWidgetItem& item)
{
    const QString path = item.data(PathRole).toString();
    QString text = QFileInfo(path).fileName();
    if (const QVariant nuclei = item.data(NucleiRole); nuclei.toLongLong() > 0)
        text += QLatin1Char('\n') + tr("%n nucleus/nuclei", nullptr, static_cast<int>(nuclei.toLongLong()));
    if (item.data(StateRole).toInt() == Failed)
        text += QLatin1Char('\n') + tr("cannot be shown");
    const QString complaint = item.data(ComplaintRole).toString();
    item.setText(text);
    item.setToolTip(complaint.isEmpty() ? QDir::toNativeSeparators(path) : complaint);
    QFont font = item.font();
    font.setBold(path == m_current);
    item.setFont(font);
}

void SlidesDock::setCurrent(const QString& path)
{
    m_current = path;
    for (int i = 0; i < m_list->count(); ++i)
        describe(*m_list->item(i));
}

void SlidesDock::setNuclei(const QString& path, qint64 nuclei)
{
    for (int i = 0; i < m_list->count(); ++i)
        if (QListWidgetItem& item = *m_list->item(i); item.data(PathRole).toString() == path) {
            item.setData(NucleiRole, nuclei);
            describe(item);
        }
}

void SlidesDock::askForPictures()
{
    m_glances->clear();
    if (!isVisible())
        return;
    const auto reach = m_what->currentIndex() == Folder ? GlanceQueue::Reach::Anywhere : GlanceQueue::Reach::ThisComputer;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem* item = m_list->item(i); // whoever takes it off the list clears the queue first
        if (item->data(StateRole).toInt() != Waiting)
            continue;
        m_glances->ask(
            item->data(PathRole).toString(), [this, item](const SlideGlance& glance) { glanced(*item, glance); },
            [this, item](const Error& error) {
                item->setData(StateRole, Failed);
                item->setIcon(icon(QStringLiteral("warning")));
                item->setData(ComplaintRole, nb::describe(error));
                describe(*item);
            },
            reach);
    }
}

void SlidesDock::glanced(QListWidgetItem& item, const SlideGlance& glance)
{
    item.setData(StateRole, There);
    if (!glance.picture.isNull())
        item.setIcon(QPixmap::fromImage(glance.picture));
    if (glance.nuclei)
        item.setData(NucleiRole, static_cast<qint64>(*glance.nuclei));
    describe(item);
}

void SlidesDock::showEvent(QShowEvent* event)
{
    QDockWidget::showEvent(event);
    askForPictures();
}

void SlidesDock::hideEvent(QHideEvent* event)
{
    m_glances->clear();
    QDockWidget::hideEvent(event);
}

} // namespace nb
