// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/startpage.h"

#include "ui/glancequeue.h"
#include "ui/icons.h"
#include "ui/recentfiles.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace nb
{

namespace
{
constexpr int kColumnWidth = 600;
constexpr int kBarSteps = 1000;
constexpr int kPathRole = Qt::UserRole;
} // namespace

StartPage::StartPage(RecentFiles& recent, QWidget* parent)
    : QWidget(parent)
    , m_recent(recent)
{
    setAccessibleName(tr("Start page"));
    auto* column = new QWidget(this);
    column->setMaximumWidth(kColumnWidth);
    auto* rows = new QVBoxLayout(column);
    rows->setSpacing(18);
    rows->addWidget(makeHead());
    rows->addWidget(makeButtons());
    rows->addWidget(makeWork());
    rows->addLayout(m_sections = new QVBoxLayout);
    rows->addWidget(makeRecent(), 1);
    auto* note = new QLabel(tr("For research use only. Not for diagnosis."), column);
    note->setObjectName(QStringLiteral("faint"));
    rows->addWidget(note);

    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(24, 32, 24, 20);
    across->addStretch(1);
    across->addWidget(column, 8);
    across->addStretch(1);
    connect(&m_recent, &RecentFiles::changed, this, &StartPage::fill);
    fill();
}

QWidget* StartPage::makeHead()
{
    auto* head = new QWidget(this);
    auto* picture = new QLabel(head);
    picture->setPixmap(programIcon().pixmap(QSize(72, 72)));
    auto* title = new QLabel(tr("Nucleoscope"), head);
    title->setObjectName(QStringLiteral("title"));
    auto* purpose = new QLabel(
        tr("Open a slide, find its nuclei, see what the model believes, take the outlines to QuPath."), head);
    purpose->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addStretch(1);
    words->addWidget(title);
    words->addWidget(purpose);
    words->addStretch(1);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(picture);
    row->addLayout(words, 1);
    return head;
}

QWidget* StartPage::makeButtons()
{
    auto* buttons = new QWidget(this);
    auto* open = new QPushButton(icon(QStringLiteral("open"), Qt::white), tr("&Open a slide…"), buttons);
    open->setObjectName(QStringLiteral("primary"));
    open->setToolTip(tr("A whole-slide image or a picture (SVS, NDPI, MRXS, SCN, TIFF, PNG, JPEG…)"));
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);
    auto* demo = new QPushButton(icon(QStringLiteral("demo")), tr("Open the &demo slide"), buttons);
    demo->setObjectName(QStringLiteral("demo"));
    demo->setToolTip(tr("A made-up H&E slide, to try things out"));
    demo->setMinimumHeight(34);
    connect(demo, &QPushButton::clicked, this, &StartPage::demoRequested);
    auto* hint = new QLabel(tr("or drop a file here"), buttons);
    hint->setObjectName(QStringLiteral("faint"));
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(open);
    row->addWidget(demo);
    row->addWidget(hint);
    row->addStretch(1);
    setFocusProxy(open);
    return buttons;
}

QWidget* StartPage::makeWork()
{
    m_work = new QWidget(this);
    m_what = new QLabel(m_work);
    m_bar = new QProgressBar(m_work);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    auto* stop = new QPushButton(tr("Stop"), m_work);
    connect(stop, &QPushButton::clicked, this, &StartPage::stopRequested);
    auto* row = new QHBoxLayout;
    row->addWidget(m_bar, 1);
    row->addWidget(stop);
    auto* rows = new QVBoxLayout(m_work);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_what);
    rows->addLayout(row);
    m_work->hide();
    return m_work;
}

void StartPage::showWork(const QString& what, std::optional<double> share)
{
    m_what->setText(what);
    m_bar->setRange(0, share ? kBarSteps : 0);
    if (share)
        m_bar->setValue(static_cast<int>(kBarSteps * *share));
    m_work->show();
}

void StartPage::endWork()
{
    m_work->hide();
}

void StartPage::addSection(QWidget* section)
{
    m_sections->addWidget(section);
}

void StartPage::showGlances(GlanceQueue& glances)
{
    m_glances = &glances;
    m_list->setIconSize({GlanceQueue::kSide, GlanceQueue::kSide});
    fill();
}

void StartPage::askForGlance(QListWidgetItem& item)
{
    const QString path = item.data(kPathRole).toString();
    m_glances->ask(path, [this, path](const SlideGlance& glance) {
        for (int i = 0; i < m_list->count(); ++i) {
            QListWidgetItem* shown = m_list->item(i);
            if (shown->data(kPathRole).toString() != path)
                continue;
            shown->setIcon(QPixmap::fromImage(glance.picture));
            if (glance.nuclei.value_or(0) > 0)
                shown->setText(shown->text() + QStringLiteral("  ·  ")
                    + tr("%n nucleus/nuclei", nullptr, static_cast<int>(*glance.nuclei)));
        }
    });
}

QWidget* StartPage::makeRecent()
{
    auto* group = new QWidget(this);
    auto* heading = new QLabel(tr("Recent slides and cases"), group);
    heading->setObjectName(QStringLiteral("heading"));
    m_clear = new QPushButton(tr("Clear the list"), group);
    m_clear->setFlat(true);
    connect(m_clear, &QPushButton::clicked, &m_recent, &RecentFiles::clear);
    m_list = new QListWidget(group);
    m_list->setAccessibleName(heading->text());
    m_list->setObjectName(QStringLiteral("recent"));
    m_list->setSpacing(1);
    m_list->setUniformItemSizes(true);
    connect(m_list, &QListWidget::itemActivated, this, &StartPage::choose);
    connect(m_list, &QListWidget::itemClicked, this, &StartPage::choose);
    m_empty = new QLabel(tr("Slides that you open are listed here."), group);
    m_empty->setObjectName(QStringLiteral("faint"));
    m_empty->setAlignment(Qt::AlignTop);
    auto* top = new QHBoxLayout;
    top->addWidget(heading);
    top->addStretch(1);
    top->addWidget(m_clear);
    auto* rows = new QVBoxLayout(group);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(top);
    rows->addWidget(m_list, 1);
    rows->addWidget(m_empty, 1);
    return group;
}

void StartPage::fill()
{
    m_list->clear();
    if (m_glances)
        m_glances->clear();
    const QStringList paths = m_recent.paths();
    for (const QString& path : paths) {
        const QFileInfo file(path);
        auto* item = new QListWidgetItem(icon(QStringLiteral("slide")),
            tr("%1  in  %2", "file in folder").arg(file.fileName(), QDir::toNativeSeparators(file.absolutePath())),
            m_list);
        item->setData(kPathRole, path);
        item->setToolTip(path);
        if (m_glances)
            askForGlance(*item);
    }
    m_list->setVisible(!paths.isEmpty());
    m_clear->setVisible(!paths.isEmpty());
    m_empty->setVisible(paths.isEmpty());
}

void StartPage::choose(const QListWidgetItem* item)
{
    // The list changes when the slide opens, and the item with it.
    const QString path = item->data(kPathRole).toString();
    QMetaObject::invokeMethod(
        this, [this, path] { Q_EMIT recentRequested(path); }, Qt::QueuedConnection);
}

} // namespace nb
