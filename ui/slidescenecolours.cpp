// SPDX-License-Identifier: GPL-3.0-or-later
// What the colours of a scene's heatmaps and outlines are.
#include "ui/slidescene.h"

#include "ui/layerstyle.h"
#include "widgets/heatmaptilesource.h"
#include "widgets/slidecanvas.h"

#include <QSettings>

#include <cmath>

namespace nb
{

namespace
{

QString tableSetting(LayerId layer)
{
    return QStringLiteral("layers/colours%1").arg(static_cast<int>(layer));
}

Rect rectOf(const QRectF& seen)
{
    const auto left = static_cast<std::int64_t>(std::floor(seen.left())),
               top = static_cast<std::int64_t>(std::floor(seen.top()));
    return {left, top, static_cast<std::int64_t>(std::ceil(seen.right())) - left,
        static_cast<std::int64_t>(std::ceil(seen.bottom())) - top};
}

} // namespace

ColourTable SlideScene::heatmapTable(LayerId layer) const
{
    const auto chosen = m_tables.find(layer);
    return chosen == m_tables.end() ? heatmapStyle(layer).table : chosen->second;
}

HeatmapStyle SlideScene::styleOf(LayerId layer) const
{
    HeatmapStyle style = heatmapStyle(layer);
    style.table = heatmapTable(layer);
    style.redGreenSafe = m_redGreenSafe;
    return style;
}

void SlideScene::setHeatmapTable(LayerId layer, ColourTable table)
{
    if (heatmapTable(layer) == table)
        return;
    m_tables[layer] = table;
    if (const auto found = m_heatmaps.find(layer); found != m_heatmaps.end())
        found->second->setSource(std::make_shared<HeatmapTileSource>(m_maps, slideSize(), styleOf(layer)));
    Q_EMIT coloursChanged();
}

void SlideScene::setRedGreenSafe(bool safe)
{
    if (m_redGreenSafe == safe)
        return;
    m_redGreenSafe = safe;
    if (const auto found = m_heatmaps.find(LayerId::Combined); found != m_heatmaps.end())
        found->second->setSource(std::make_shared<HeatmapTileSource>(m_maps, slideSize(), styleOf(LayerId::Combined)));
    recolourOutlines();
}

void SlideScene::setLined(bool lined)
{
    m_lined = lined;
    recolourOutlines();
}

void SlideScene::setOutlineColouring(const OutlineColouring& colouring)
{
    if (m_colouring == colouring)
        return;
    m_colouring = colouring;
    recolourOutlines();
}

void SlideScene::setOutlineColouringAsSeen(OutlineColouring colouring)
{
    const auto range = m_nuclei
        ? measuredRange(*m_nuclei, rectOf(m_canvas.view().visibleSlide()), colouring.measurement)
        : std::nullopt;
    if (range)
        std::tie(colouring.least, colouring.most) = *range;
    m_colouring = colouring;
    recolourOutlines();
}

void SlideScene::setClasses(std::vector<ClassRecord> classes)
{
    if (m_classes == classes)
        return;
    m_classes = std::move(classes);
    recolourOutlines();
}

OutlineStyle SlideScene::outlineStyle() const
{
    OutlineStyle style;
    style.fill = m_filled;
    style.stroke = m_lined;
    style.colour = outlineColours(m_colouring, m_classes, m_redGreenSafe);
    return style;
}

void SlideScene::recolourOutlines()
{
    if (m_outlines)
        m_outlines->setStyle(outlineStyle());
    Q_EMIT coloursChanged();
}

void SlideScene::highlight(const std::optional<Nucleus>& nucleus)
{
    if (m_outlines)
        m_outlines->setHighlight(nucleus);
}

void SlideScene::restoreColours()
{
    const QSettings stored;
    for (const LayerId layer : {LayerId::Background, LayerId::Boundary, LayerId::Inside}) {
        const int table = stored.value(tableSetting(layer), static_cast<int>(heatmapTable(layer))).toInt();
        if (table >= 0 && table < allColourTables().size())
            setHeatmapTable(layer, static_cast<ColourTable>(table));
    }
    setRedGreenSafe(stored.value(QStringLiteral("layers/redGreenSafe"), false).toBool());
    setLined(stored.value(QStringLiteral("layers/lines"), true).toBool());
}

void SlideScene::storeColours() const
{
    QSettings stored;
    for (const LayerId layer : {LayerId::Background, LayerId::Boundary, LayerId::Inside})
        stored.setValue(tableSetting(layer), static_cast<int>(heatmapTable(layer)));
    stored.setValue(QStringLiteral("layers/redGreenSafe"), m_redGreenSafe);
    stored.setValue(QStringLiteral("layers/lines"), m_lined);
}

} // namespace nb
