// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correct/progresspanel.h"

#include "ui/correct/casefigures.h"
#include "ui/correct/countstext.h"
#include "ui/panelpieces.h"

#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QVBoxLayout>

namespace nb
{

namespace
{

constexpr std::size_t kPlaces = 5;

} // namespace

ProgressPanel::ProgressPanel(CaseFigures& figures, QWidget* parent)
    : QWidget(parent)
    , m_figures(figures)
{
    auto* rows = panelRows(this);
    rows->addWidget(panelHeading(tr("How far"), this));
    rows->addWidget(m_meter = new QProgressBar(this));
    m_meter->setAccessibleName(tr("How much of the slide was checked"));
    rows->addWidget(m_counts = panelParagraph(this));
    rows->addWidget(m_gather = panelParagraph(this));
    m_gather->setText(tr("Where the model was wrong most (double-click to go there):"));
    m_places = new QListWidget(this);
    m_places->setAccessibleName(tr("Where the model was wrong most"));
    m_places->setToolTip(tr("Double-click or Enter goes there"));
    rows->addWidget(m_places);
    connect(m_places, &QListWidget::itemActivated, this,
        [this](const QListWidgetItem* item) { Q_EMIT showRequested(item->data(Qt::UserRole).toRectF()); });
    connect(&figures, &CaseFigures::changed, this, &ProgressPanel::show);
    show();
}

void ProgressPanel::show()
{
    const ReviewCounts& slide = m_figures.figures().slide;
    m_meter->setVisible(slide.nuclei > 0);
    m_meter->setValue(reviewedPercent(slide));
    m_counts->setText(slide.nuclei == 0 && slide.removed == 0 ? tr("Shows how much was checked, once there are nuclei.")
                                                              : countsText(slide));
    showPlaces();
}

void ProgressPanel::showPlaces()
{
    const int row = m_places->currentRow();
    m_places->clear();
    for (const CorrectionCell& cell : m_figures.figures().corrections) {
        if (cell.errors() == 0 || static_cast<std::size_t>(m_places->count()) == kPlaces)
            break;
        QStringList parts;
        const auto add = [&](std::int64_t count, const QString& text) {
            if (count > 0)
                parts.append(text.arg(count));
        };
        add(cell.corrected, tr("%1 corrected"));
        add(cell.drawn, tr("%1 missed"));
        add(cell.removed, tr("%1 deleted"));
        add(cell.accepted, tr("%1 right"));
        auto* item = new QListWidgetItem(parts.join(tr(", ")), m_places);
        item->setData(Qt::UserRole,
            QRectF(static_cast<double>(cell.area.x), static_cast<double>(cell.area.y),
                static_cast<double>(cell.area.width), static_cast<double>(cell.area.height)));
    }
    const bool any = m_places->count() > 0;
    m_gather->setVisible(any);
    m_places->setVisible(any);
    if (any) {
        m_places->setFixedHeight(m_places->sizeHintForRow(0) * m_places->count() + 2 * m_places->frameWidth());
        m_places->setCurrentRow(std::min(row, m_places->count() - 1));
    }
}

} // namespace nb
