// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teachsources.h"

#include "engine/geometry/polygon.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace nb
{

namespace
{
constexpr int kThumbnail = 40;
constexpr int kRows = 4; // seen without scrolling
} // namespace

TeachSources::TeachSources(TeachController& teach, QWidget* parent)
    : QWidget(parent)
    , m_teach(teach)
    , m_summary(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_corrected(new QCheckBox(tr("Also &single corrected nuclei elsewhere"), this))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    auto* heading = new QLabel(tr("What will be learnt from"), this);
    heading->setObjectName(QStringLiteral("heading"));
    rows->addWidget(heading);
    m_summary->setWordWrap(true);
    m_summary->setObjectName(QStringLiteral("summary"));
    rows->addWidget(m_summary);
    m_list->setHeaderLabels({tr("Region or folder"), tr("Used to")});
    m_list->setRootIsDecorated(false);
    m_list->setIconSize({kThumbnail, kThumbnail});
    m_list->setAccessibleName(tr("What will be learnt from"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->setMinimumHeight(kRows * (kThumbnail + 4));
    rows->addWidget(m_list);
    m_corrected->setToolTip(
        tr("Nuclei that you corrected, drew or accepted outside of checked regions, each with a little around it. "
           "Nothing else there is taken for background."));
    rows->addWidget(m_corrected);
    auto* folder = new QPushButton(tr("Add a &folder…"), this);
    folder->setToolTip(tr("Pairs of pictures NAME.png and NAME.labels.png"));
    auto* other = new QPushButton(tr("Add a &case…"), this);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(folder);
    buttons->addWidget(other);
    rows->addLayout(buttons);
    connect(folder, &QPushButton::clicked, this, &TeachSources::addFolder);
    connect(other, &QPushButton::clicked, this, &TeachSources::addCase);
    connect(m_corrected, &QCheckBox::toggled, &teach.material(), &TeachMaterial::setCorrectedNuclei);
    connect(&teach, &TeachController::sourcesChanged, this, &TeachSources::show, Qt::QueuedConnection);
    connect(m_list, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        const auto index = static_cast<std::size_t>(m_list->indexOfTopLevelItem(item));
        if (index < m_teach.material().regions().size())
            Q_EMIT regionChosen(boundsOf(m_teach.material().regions()[index].record.shape));
    });
    show();
}

void TeachSources::show()
{
    m_list->clear();
    std::int64_t nuclei = 0, corrected = 0;
    for (const TeachMaterial::Region& region : m_teach.material().regions()) {
        addRegion(region);
        if (m_teach.material().roleOf(region.record.id) == RegionRole::Training) {
            nuclei += region.record.nuclei;
            corrected += region.record.corrected;
        }
    }
    for (std::size_t i = 0; i < m_teach.material().others().size(); ++i)
        addOther(i);
    m_list->setVisible(m_list->topLevelItemCount() > 0);
    const QString obstacle = m_teach.obstacle();
    QString text = obstacle;
    if (obstacle.isEmpty() && !m_teach.material().regions().empty()) {
        text = tr("%n nucleus/nuclei in checked regions", nullptr, static_cast<int>(nuclei)) + QLatin1String(", ")
            + tr("%n of them corrected.", nullptr, static_cast<int>(corrected));
        if (m_teach.material().holdsOutAQuarter())
            text += QLatin1Char(' ')
                + tr("A quarter of the region is not learnt from: by it you see whether the model got better. A second "
                     "checked region would tell more.");
    }
    m_summary->setText(text);
    m_summary->setVisible(!text.isEmpty());
}

void TeachSources::addRegion(const TeachMaterial::Region& region)
{
    auto* item = new QTreeWidgetItem(m_list);
    const QString name = region.record.name.empty() ? tr("Region") : QString::fromStdString(region.record.name);
    item->setText(
        0, name + QLatin1Char('\n') + tr("%n nucleus/nuclei", nullptr, static_cast<int>(region.record.nuclei)));
    if (!region.thumbnail.isNull())
        item->setIcon(0, QIcon(QPixmap::fromImage(region.thumbnail)));
    auto* use = new QComboBox(m_list);
    use->addItem(tr("Learn"), static_cast<int>(RegionRole::Training));
    use->addItem(tr("Judge by"), static_cast<int>(RegionRole::Validation));
    use->addItem(tr("Not used"), static_cast<int>(RegionRole::Plain));
    use->setCurrentIndex(use->findData(static_cast<int>(m_teach.material().roleOf(region.record.id))));
    use->setAccessibleName(tr("What %1 is used for").arg(name));
    m_list->setItemWidget(item, 1, use);
    connect(use, &QComboBox::activated, this, [this, use, id = region.record.id] {
        m_teach.material().chooseRole(id, static_cast<RegionRole>(use->currentData().toInt()));
    });
}

void TeachSources::addOther(std::size_t index)
{
    const TeachMaterial::Other& other = m_teach.material().others()[index];
    auto* item = new QTreeWidgetItem(m_list);
    const QString name = QFileInfo(other.path).fileName();
    item->setText(0, name);
    item->setToolTip(0, other.path);
    auto* use = new QComboBox(m_list);
    use->addItem(tr("Learn"), static_cast<int>(TeachingUse::Learn));
    use->addItem(tr("Judge by"), static_cast<int>(TeachingUse::Judge));
    use->addItem(tr("Rehearse"), static_cast<int>(TeachingUse::Rehearse));
    use->setItemData(2, tr("Older pictures, mixed in so that the model does not forget them"), Qt::ToolTipRole);
    use->addItem(tr("Not used"), static_cast<int>(TeachingUse::Nothing));
    use->addItem(tr("Remove from the list"), -1);
    use->setCurrentIndex(use->findData(static_cast<int>(other.use)));
    use->setAccessibleName(tr("What %1 is used for").arg(name));
    m_list->setItemWidget(item, 1, use);
    connect(use, &QComboBox::activated, this, [this, use, index] {
        const int chosen = use->currentData().toInt();
        if (chosen < 0)
            m_teach.material().removeOther(index);
        else
            m_teach.material().setOther(index, static_cast<TeachingUse>(chosen));
    });
}

void TeachSources::addFolder()
{
    const QString path = QFileDialog::getExistingDirectory(this, tr("Add a folder of pictures with labels"));
    if (!path.isEmpty())
        m_teach.material().addOther(path);
}

void TeachSources::addCase()
{
    const QString path
        = QFileDialog::getOpenFileName(this, tr("Add a case with checked regions"), {}, tr("Cases (*.nsc)"));
    if (!path.isEmpty())
        m_teach.material().addOther(path);
}

} // namespace nb
