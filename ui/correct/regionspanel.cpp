// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correct/regionspanel.h"

#include "ui/correct/casefigures.h"
#include "ui/correct/countstext.h"
#include "ui/panelpieces.h"
#include "widgets/slidecanvas.h"

#include <QCheckBox>
#include <QCollator>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace nb
{

namespace
{

enum Column { Name, Nuclei, Reviewed };
constexpr int kListHeight = 110;

QString roleText(RegionRole role)
{
    switch (role) {
    case RegionRole::Plain:
        break;
    case RegionRole::Training:
        return RegionsPanel::tr("For training");
    case RegionRole::Validation:
        return RegionsPanel::tr("For validation (never trained on)");
    }
    return RegionsPanel::tr("Plain");
}

} // namespace

RegionsPanel::RegionsPanel(CaseFigures& figures, SlideCanvas& canvas, QWidget* parent)
    : QWidget(parent)
    , m_figures(figures)
    , m_canvas(canvas)
{
    build();
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        showCurrent();
        Q_EMIT currentChanged();
    });
    connect(m_list, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item) { itemEdited(item); });
    connect(m_list, &QTreeWidget::itemActivated, this, &RegionsPanel::goToCurrent);
    connect(m_add, &QPushButton::clicked, this, &RegionsPanel::addFromView);
    connect(m_goTo, &QPushButton::clicked, this, &RegionsPanel::goToCurrent);
    connect(m_rename, &QPushButton::clicked, this, [this] { m_list->editItem(m_list->currentItem(), Name); });
    connect(m_remove, &QPushButton::clicked, this, &RegionsPanel::removeCurrent);
    connect(new QShortcut(QKeySequence::Delete, m_list, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated,
        this, &RegionsPanel::removeCurrent);
    connect(m_checked, &QCheckBox::clicked, this, [this](bool checked) {
        if (const RegionRecord* region = currentRegion())
            setChecked(*region, checked);
    });
    connect(m_role, &QComboBox::activated, this, [this](int index) {
        if (const RegionRecord* region = currentRegion(); region && static_cast<int>(region->role) != index) {
            RegionRecord changed = *region;
            changed.role = static_cast<RegionRole>(index);
            put(std::move(changed), tr("Change what a region is for"));
        }
    });
    connect(m_locked, &QCheckBox::clicked, this, [this](bool locked) {
        if (const RegionRecord* region = currentRegion()) {
            RegionRecord changed = *region;
            changed.locked = locked;
            put(std::move(changed), locked ? tr("Lock region") : tr("Unlock region"));
        }
    });
    connect(&figures, &CaseFigures::changed, this, &RegionsPanel::showFigures);
    showRegions();
}

void RegionsPanel::build()
{
    auto* rows = panelRows(this);
    rows->addWidget(panelHeading(tr("Regions"), this));
    rows->addWidget(m_empty = panelParagraph(this));
    m_list = new QTreeWidget(this);
    m_list->setColumnCount(3);
    m_list->setHeaderLabels({tr("Checked, name"), tr("Nuclei"), tr("Seen")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("Regions"));
    m_list->setFixedHeight(kListHeight);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(Nuclei, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(Reviewed, QHeaderView::ResizeToContents);
    rows->addWidget(m_list);
    rows->addWidget(m_details = makeDetails());
    rows->addWidget(makeButtons());
}

QWidget* RegionsPanel::makeDetails()
{
    auto* group = new QWidget(this);
    auto* rows = panelRows(group);
    m_checked = new QCheckBox(tr("Every nucleus in here is right"), group);
    m_checked->setToolTip(tr(
        "Then no search changes anything in it, nothing in it waits to be checked, and the model may learn from it"));
    rows->addWidget(m_checked);
    rows->addWidget(m_checkedBy = panelParagraph(group));
    m_role = new QComboBox(group);
    m_role->setAccessibleName(tr("What the region is for"));
    for (const RegionRole role : {RegionRole::Plain, RegionRole::Training, RegionRole::Validation})
        m_role->addItem(roleText(role));
    rows->addWidget(m_role);
    m_locked = new QCheckBox(tr("Locked"), group);
    m_locked->setToolTip(tr("A locked region cannot be reshaped, moved or deleted"));
    rows->addWidget(m_locked);
    m_meter = new QProgressBar(group);
    m_meter->setAccessibleName(tr("How much of the region was checked"));
    rows->addWidget(m_meter);
    rows->addWidget(m_counts = panelParagraph(group));
    return group;
}

QWidget* RegionsPanel::makeButtons()
{
    auto* group = new QWidget(this);
    auto* grid = new QGridLayout(group);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(6);
    m_add = new QPushButton(tr("Make a region from the view"), group);
    m_add->setToolTip(tr("A region of what you see now; the tools at the left draw other shapes"));
    m_goTo = new QPushButton(tr("Go there"), group);
    m_rename = new QPushButton(tr("Rename"), group);
    m_rename->setToolTip(tr("Another name (F2 in the list)"));
    m_remove = new QPushButton(tr("Delete"), group);
    grid->addWidget(m_goTo, 0, 0);
    grid->addWidget(m_rename, 0, 1);
    grid->addWidget(m_remove, 0, 2);
    grid->addWidget(m_add, 1, 0, 1, 3);
    return group;
}

void RegionsPanel::setSession(CaseSession* session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_wanted.reset();
    if (session) {
        connect(session, &CaseSession::closing, this, [this] { setSession(nullptr); });
        connect(session, &CaseSession::regionsChanged, this, &RegionsPanel::showRegions);
    }
    showRegions();
}

bool RegionsPanel::mayEdit() const
{
    return m_session && !m_session->readOnly();
}

const RegionRecord* RegionsPanel::currentRegion() const
{
    const int index = m_list->indexOfTopLevelItem(m_list->currentItem());
    return index < 0 ? nullptr : &m_regions.at(static_cast<std::size_t>(index));
}

std::optional<Uuid> RegionsPanel::current() const
{
    const RegionRecord* region = currentRegion();
    return region ? std::optional(region->id) : std::nullopt;
}

void RegionsPanel::setCurrent(const std::optional<Uuid>& region)
{
    if (region == current())
        return;
    const auto found = std::find_if(
        m_regions.begin(), m_regions.end(), [&](const RegionRecord& record) { return record.id == region; });
    m_wanted = found == m_regions.end() ? region : std::nullopt; // a new one is not in the list yet
    const QSignalBlocker quiet(m_list);
    m_list->setCurrentItem(
        found == m_regions.end() ? nullptr : m_list->topLevelItem(static_cast<int>(found - m_regions.begin())));
    showCurrent();
}

void RegionsPanel::showItem(QTreeWidgetItem& item, const RegionRecord& region) const
{
    const ReviewCounts counts = m_figures.ofRegion(region.id);
    item.setText(Name, QString::fromStdString(region.name));
    item.setCheckState(Name, region.checked ? Qt::Checked : Qt::Unchecked);
    item.setText(Nuclei, QLocale().toString(static_cast<qlonglong>(counts.nuclei)));
    item.setTextAlignment(Nuclei, Qt::AlignRight | Qt::AlignVCenter);
    item.setText(Reviewed, tr("%1 %").arg(reviewedPercent(counts)));
    item.setTextAlignment(Reviewed, Qt::AlignRight | Qt::AlignVCenter);
    item.setToolTip(Name, QStringLiteral("%1: %2").arg(item.text(Name), roleText(region.role)));
}

/// The list as the case has it; the chosen region stays chosen.
void RegionsPanel::showRegions()
{
    m_regions = m_session ? m_session->regions() : std::vector<RegionRecord>();
    QCollator byName;
    byName.setNumericMode(true);
    std::stable_sort(m_regions.begin(), m_regions.end(), [&](const RegionRecord& a, const RegionRecord& b) {
        return byName.compare(QString::fromStdString(a.name), QString::fromStdString(b.name)) < 0;
    });
    const auto wanted = m_wanted ? m_wanted : std::optional(m_shown);
    const bool isNew = m_wanted.has_value();
    QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const RegionRecord& region : m_regions) {
        auto* item = new QTreeWidgetItem(m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable
            | (mayEdit() ? Qt::ItemIsEditable | Qt::ItemIsUserCheckable : Qt::NoItemFlags));
        showItem(*item, region);
        if (region.id == wanted) {
            m_list->setCurrentItem(item);
            m_wanted.reset();
        }
    }
    m_list->setVisible(!m_regions.empty());
    m_empty->setVisible(m_regions.empty());
    m_empty->setText(
        tr("No regions yet. A region is a place of interest: count in it, or check every nucleus in it, so "
           "that the model can learn from it. Draw one with the tools at the left, or take what you see."));
    m_add->setEnabled(mayEdit());
    showCurrent();
    if (isNew && !m_wanted)
        Q_EMIT currentChanged();
}

void RegionsPanel::showFigures()
{
    const QSignalBlocker quiet(m_list);
    for (std::size_t i = 0; i < m_regions.size(); ++i)
        showItem(*m_list->topLevelItem(static_cast<int>(i)), m_regions[i]);
    showCurrent();
}

void RegionsPanel::showCurrent()
{
    const RegionRecord* region = currentRegion();
    m_details->setVisible(region != nullptr);
    for (QPushButton* button : {m_goTo, m_rename, m_remove})
        button->setVisible(m_list->isVisibleTo(this));
    m_goTo->setEnabled(region != nullptr);
    m_rename->setEnabled(region && mayEdit());
    m_remove->setEnabled(region && mayEdit() && !region->locked);
    m_remove->setToolTip(region && region->locked ? tr("The region is locked; unlock it first")
                                                  : tr("Deletes the region, not the nuclei"));
    m_shown = region ? region->id : Uuid{};
    if (!region)
        return;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_checked, m_role, m_locked})
        widget->setEnabled(mayEdit());
    m_checked->setChecked(region->checked);
    m_checkedBy->setVisible(region->checked);
    m_checkedBy->setText(
        tr("Checked by %1, %2").arg(QString::fromStdString(region->checkedBy), whenText(region->checkedAt)));
    m_role->setCurrentIndex(static_cast<int>(region->role));
    m_locked->setChecked(region->locked);
    const ReviewCounts counts = m_figures.ofRegion(region->id);
    m_meter->setValue(reviewedPercent(counts));
    m_counts->setText(countsText(counts));
}

} // namespace nb
