// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/displaypanel.h"

#include "widgets/histogramview.h"
#include "widgets/slidecanvas.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

namespace nb
{

namespace
{

constexpr int kCountEveryMs = 200; // the histogram draws the picture once more
constexpr int kSteps = 100; // from the middle of a slider to its end
constexpr double kGammaRange = 5; // at the end; at the other its inverse

double gammaOf(int step)
{
    return std::pow(kGammaRange, static_cast<double>(step) / kSteps);
}

int stepOf(double gamma)
{
    return static_cast<int>(std::lround(std::log(gamma) / std::log(kGammaRange) * kSteps));
}

} // namespace

DisplayPanel::DisplayPanel(SlideCanvas& canvas, QWidget* parent)
    : QWidget(parent)
    , m_canvas(canvas)
    , m_histogram(new HistogramView(this))
    , m_reset(new QPushButton(tr("Reset"), this))
{
    auto* heading = new QLabel(tr("Display"), this);
    heading->setObjectName(QStringLiteral("heading"));
    auto* note = new QLabel(tr("Changes what is shown, never what is computed."), this);
    note->setObjectName(QStringLiteral("faint"));
    note->setWordWrap(true);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(heading, 0, 0, 1, 2);
    grid->addWidget(m_reset, 0, 2);
    grid->addWidget(m_histogram, 1, 0, 1, 3);
    m_brightness = makeKnob(tr("Brightness"));
    m_contrast = makeKnob(tr("Contrast"));
    m_gamma = makeKnob(tr("Gamma"));
    grid->addWidget(note, 5, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    m_reset->setToolTip(tr("Show the slide's colours as scanned"));
    m_reset->setAccessibleName(tr("Reset brightness, contrast and gamma"));
    connect(m_reset, &QPushButton::clicked, this, [this] { m_canvas.setDisplay({}); });
    m_count.setSingleShot(true);
    connect(&m_count, &QTimer::timeout, this, &DisplayPanel::count);
    connect(&canvas, &SlideCanvas::displayChanged, this, &DisplayPanel::showDisplay);
    connect(&canvas, &SlideCanvas::viewChanged, this, &DisplayPanel::countSoon);
    connect(&canvas, &SlideCanvas::settledChanged, this, &DisplayPanel::countSoon);
    connect(&canvas, &SlideCanvas::lowestSettledChanged, this, &DisplayPanel::countSoon);
    showDisplay();
}

DisplayPanel::Knob DisplayPanel::makeKnob(const QString& name)
{
    auto* grid = static_cast<QGridLayout*>(layout());
    const int row = grid->rowCount();
    Knob knob{new QSlider(Qt::Horizontal, this), new QLabel(this)};
    knob.slider->setRange(-kSteps, kSteps);
    knob.slider->setPageStep(10);
    knob.slider->setAccessibleName(name);
    knob.slider->setToolTip(name);
    knob.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    knob.value->setMinimumWidth(knob.value->fontMetrics().horizontalAdvance(QStringLiteral("+100 %")));
    connect(knob.slider, &QSlider::valueChanged, this, &DisplayPanel::knobTurned);
    grid->addWidget(new QLabel(name, this), row, 0);
    grid->addWidget(knob.slider, row, 1);
    grid->addWidget(knob.value, row, 2);
    return knob;
}

void DisplayPanel::knobTurned()
{
    const auto share = [](const Knob& knob) { return static_cast<double>(knob.slider->value()) / kSteps; };
    m_canvas.setDisplay({share(m_brightness), share(m_contrast), gammaOf(m_gamma.slider->value())});
}

void DisplayPanel::showDisplay()
{
    const DisplayAdjustment& display = m_canvas.display();
    const QSignalBlocker blocks[]
        = {QSignalBlocker(m_brightness.slider), QSignalBlocker(m_contrast.slider), QSignalBlocker(m_gamma.slider)};
    const auto set = [](const Knob& knob, double share) {
        const int percent = static_cast<int>(std::lround(share * kSteps));
        knob.slider->setValue(percent);
        knob.value->setText((percent > 0 ? tr("+%1 %") : tr("%1 %")).arg(percent));
    };
    set(m_brightness, display.brightness);
    set(m_contrast, display.contrast);
    m_gamma.slider->setValue(stepOf(display.gamma));
    m_gamma.value->setText(QLocale().toString(display.gamma, 'f', 2));
    m_reset->setEnabled(!display.neutral());
    m_histogram->setHistogram(shown(m_scanned, display.table()));
}

void DisplayPanel::countSoon()
{
    if (isVisible() && !m_count.isActive())
        m_count.start(kCountEveryMs);
}

void DisplayPanel::count()
{
    if (!isVisible())
        return;
    m_scanned = m_canvas.histogram();
    m_histogram->setHistogram(shown(m_scanned, m_canvas.display().table()));
}

void DisplayPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    countSoon();
}

const ChannelHistogram& DisplayPanel::histogram() const
{
    return m_histogram->histogram();
}

} // namespace nb
