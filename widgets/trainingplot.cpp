// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trainingplot.h"

#include "engine/io/atomicfile.h"
#include "widgets/customplot.h"
#include "widgets/plotpicture.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QVBoxLayout>

#include <cmath>
#include <limits>

namespace nb
{

namespace
{

constexpr int kHeight = 150;
constexpr int kLegendHeight = 30;
constexpr QSize kPictureSize(800, 500);
// Told apart by colour-blind eyes (Okabe and Ito) and by dash.
const QColor kColours[] = {{0, 114, 178}, {213, 94, 0}, {0, 158, 115}, {204, 121, 167}};
constexpr Qt::PenStyle kStyles[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};

} // namespace

TrainingPlot::TrainingPlot(const QString& title, const std::vector<Curve>& curves, QWidget* parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this))
    , m_curves(curves)
{
    setAccessibleName(title);
    setMinimumHeight(kHeight);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_plot);
    for (std::size_t i = 0; i < curves.size(); ++i) {
        QCPGraph* graph = m_plot->addGraph();
        graph->setName(curves[i].name);
        graph->setPen(QPen(kColours[i % 4], 1.5, kStyles[i % 4]));
        if (curves[i].dots)
            graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, 5));
    }
    m_plot->xAxis->setLabel(tr("Steps"));
    m_plot->yAxis->setLabel(title);
    if (curves.size() > 1)
        placeLegend();
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->setContextMenuPolicy(Qt::CustomContextMenu);
    m_plot->setFocusPolicy(Qt::StrongFocus); // the menu key asks for it, too
    m_plot->setAccessibleName(title);
    connect(m_plot, &QCustomPlot::mousePress, this, [this] { m_followed = false; });
    connect(m_plot, &QCustomPlot::mouseWheel, this, [this] { m_followed = false; });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, [this] {
        m_followed = true;
        replot();
    });
    connect(m_plot, &QWidget::customContextMenuRequested, this, &TrainingPlot::exportRequested);
    applyPalette();
}

/// Below the curves: over them it would hide half of so small a plot.
void TrainingPlot::placeLegend()
{
    setMinimumHeight(kHeight + kLegendHeight);
    QCPLegend* const legend = m_plot->legend;
    auto* below = new QCPLayoutGrid;
    m_plot->plotLayout()->addElement(1, 0, below);
    m_plot->axisRect()->insetLayout()->take(legend);
    below->addElement(0, 0, legend);
    legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    legend->setVisible(true);
    legend->setBorderPen(Qt::NoPen);
    legend->setIconSize(16, 8);
    m_plot->plotLayout()->setRowStretchFactor(1, 0.001);
}

void TrainingPlot::add(int curve, double step, double value)
{
    if (!std::isfinite(value))
        return;
    m_plot->graph(curve)->addData(step, value);
    replot();
}

void TrainingPlot::clear()
{
    for (int i = 0; i < m_plot->graphCount(); ++i)
        m_plot->graph(i)->data()->clear();
    m_followed = true;
    replot();
}

void TrainingPlot::fixValues(double from, double to)
{
    m_values = {from, to};
    replot();
}

int TrainingPlot::points(int curve) const
{
    return m_plot->graph(curve)->dataCount();
}

double TrainingPlot::last(int curve) const
{
    const auto values = m_plot->graph(curve)->data();
    return values->isEmpty() ? std::numeric_limits<double>::quiet_NaN() : (values->constEnd() - 1)->value;
}

void TrainingPlot::replot()
{
    if (m_followed)
        showAll();
    m_plot->replot(QCustomPlot::rpQueuedReplot); // once for all that came since the last picture
}

void TrainingPlot::showAll()
{
    m_plot->rescaleAxes();
    m_plot->yAxis->scaleRange(1.1);
    if (m_values)
        m_plot->yAxis->setRange(m_values->first, m_values->second);
    if (m_plot->xAxis->range().size() <= 0)
        m_plot->xAxis->setRange(0, 1);
}

QByteArray TrainingPlot::numbers() const
{
    QByteArray text("curve,step,value\n");
    for (int i = 0; i < m_plot->graphCount(); ++i)
        for (auto point = m_plot->graph(i)->data()->constBegin(); point != m_plot->graph(i)->data()->constEnd();
             ++point)
            text += QStringLiteral("\"%1\",%2,%3\n")
                        .arg(m_plot->graph(i)->name())
                        .arg(point->key, 0, 'f', 0)
                        .arg(point->value, 0, 'g', 6)
                        .toUtf8();
    return text;
}

Status TrainingPlot::exportTo(const QString& path) const
{
    const auto ends = [&path](const char* ending) { return path.endsWith(QLatin1String(ending), Qt::CaseInsensitive); };
    const QByteArray bytes = ends(".csv")
        ? numbers()
        : pictureOf(*m_plot, ends(".pdf") ? PlotPicture::Pdf : PlotPicture::Png, kPictureSize);
    return writeWholeFile(path.toStdString(), {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

void TrainingPlot::applyPalette()
{
    const QColor text = palette().color(QPalette::WindowText);
    m_plot->setBackground(palette().color(QPalette::Base));
    m_plot->legend->setBrush(palette().color(QPalette::Base));
    m_plot->legend->setTextColor(text);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.8);
    m_plot->legend->setFont(small);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(QPen(text));
        axis->setTickPen(QPen(text));
        axis->setSubTickPen(QPen(text));
        axis->setTickLabelColor(text);
        axis->setLabelColor(text);
        axis->setTickLabelFont(small);
        axis->setLabelFont(small);
        axis->grid()->setPen(QPen(palette().color(QPalette::Mid), 0.5, Qt::DotLine));
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TrainingPlot::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyPalette();
    QWidget::changeEvent(event);
}

} // namespace nb
