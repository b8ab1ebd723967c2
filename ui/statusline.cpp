// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statusline.h"

#include "engine/stain/opticaldensity.h"
#include "ui/icons.h"
#include "ui/magnification.h"
#include "ui/theme.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPointF>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

QString shortNumber(double value)
{
    return QLocale().toString(value, 'g', 4);
}

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent)
    , m_soon(new QTimer(this))
    , m_place(new QLabel(this))
    , m_probabilities(new QLabel(this))
    , m_colour(new QLabel(this))
    , m_display(new QToolButton(this))
    , m_pixelSize(new QToolButton(this))
    , m_magnification(new QLabel(this))
    , m_network(new QLabel(this))
{
    setSizeGripEnabled(false);
    m_soon->setSingleShot(true);
    m_soon->setInterval(0);
    connect(m_soon, &QTimer::timeout, this, &StatusLine::fit);
    m_place->setAccessibleName(tr("Position"));
    m_probabilities->setAccessibleName(tr("Class probabilities under the cursor"));
    m_colour->setAccessibleName(tr("Colour under the cursor"));
    m_colour->setToolTip(tr("The slide's pixel under the cursor as scanned: red, green, blue, and their optical "
                            "densities (natural logarithm)"));
    m_colour->installEventFilter(this);
    m_colour->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // takes the room that is left, never more
    m_display->setObjectName(QStringLiteral("displayNote"));
    m_display->setAutoRaise(true);
    m_display->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_display->setToolTip(tr("The picture is shown differently from how it was scanned. What is computed does not "
                             "change. Click to show the slide as scanned."));
    m_display->hide();
    connect(m_display, &QToolButton::clicked, this, &StatusLine::displayResetRequested);
    m_magnification->setAccessibleName(tr("Magnification"));
    m_magnification->setToolTip(tr("Magnification as on a microscope: 40× is 0.25 µm per screen pixel"));
    m_network->setAccessibleName(tr("Model and device"));
    m_pixelSize->setObjectName(QStringLiteral("pixelSize"));
    m_pixelSize->setAutoRaise(true);
    m_pixelSize->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_pixelSize, &QToolButton::clicked, this, &StatusLine::pixelSizeRequested);
    for (QLabel* label : {m_place, m_probabilities})
        addWidget(label);
    addWidget(m_colour, 1);
    addPermanentWidget(m_display);
    addPermanentWidget(m_pixelSize);
    addPermanentWidget(m_magnification);
    addPermanentWidget(m_network);
    for (QLabel* label : {m_place, m_probabilities, m_colour, m_magnification, m_network})
        label->setContentsMargins(8, 0, 8, 0);
    clearSlide();
}

void StatusLine::showPlace(const QPointF& level0, const std::optional<PixelSize>& pixelSize,
    const std::optional<std::array<std::uint8_t, 3>>& probabilities)
{
    const QLocale locale;
    const QString pixels = tr("x %1, y %2 px")
                               .arg(locale.toString(static_cast<qint64>(std::floor(level0.x()))),
                                   locale.toString(static_cast<qint64>(std::floor(level0.y()))));
    m_placeTexts = {pixels};
    if (pixelSize)
        m_placeTexts.prepend(pixels
            + tr("  =  %1, %2 µm")
                  .arg(locale.toString(level0.x() * pixelSize->x, 'f', 1),
                      locale.toString(level0.y() * pixelSize->y, 'f', 1)));
    fit(); // at once: it follows the cursor
    if (!probabilities) {
        m_probabilities->clear();
        return;
    }
    const auto percent = [&](std::size_t i) { return std::lround((*probabilities)[i] * 100.0 / 255); };
    m_probabilities->setText(probabilitiesLine(percent(0), percent(1), percent(2)));
}

QString StatusLine::probabilitiesLine(long background, long boundary, long inside)
{
    return tr("background %1 %,  boundary %2 %,  inside %3 %").arg(background).arg(boundary).arg(inside);
}

void StatusLine::showColour(const std::optional<std::array<std::uint8_t, 3>>& rgb)
{
    m_colourTexts.clear();
    if (!rgb) {
        fitColour();
        return;
    }
    const OpticalDensity density = densityOf(rgb->data());
    const auto decimals = [&](std::size_t i) { return QLocale().toString(double{density[i]}, 'f', 2); };
    m_colourTexts = {tr("RGB %1 %2 %3,  OD %4 %5 %6")
                         .arg((*rgb)[0])
                         .arg((*rgb)[1])
                         .arg((*rgb)[2])
                         .arg(decimals(0), decimals(1), decimals(2)),
        tr("RGB %1 %2 %3").arg((*rgb)[0]).arg((*rgb)[1]).arg((*rgb)[2])};
    fitColour();
}

bool StatusLine::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_colour && event->type() == QEvent::Resize)
        fitColour();
    if (std::find(m_works.begin(), m_works.end(), watched) != m_works.end()
        && (event->type() == QEvent::Resize || event->type() == QEvent::ShowToParent
            || event->type() == QEvent::HideToParent))
        fitLater();
    return QStatusBar::eventFilter(watched, event);
}

void StatusLine::showDisplayNote(const QString& note)
{
    m_note = note;
    m_display->setAccessibleName(note);
    m_display->setIcon(icon(QStringLiteral("warning"), warningColor()));
    m_display->setVisible(!note.isEmpty());
    fit();
}

void StatusLine::addWork(QWidget* work)
{
    const int placesBefore = 3; // place, probabilities, colour
    insertPermanentWidget(placesBefore, work);
    work->hide();
    m_works.push_back(work);
    work->installEventFilter(this);
}

QSize StatusLine::minimumSizeHint() const
{
    return {0, QStatusBar::minimumSizeHint().height()};
}

void StatusLine::clearPlace()
{
    m_placeTexts.clear();
    m_place->clear();
    showColour({});
    m_probabilities->clear();
}

void StatusLine::showPixelSize(const std::optional<PixelSize>& pixelSize, PixelSizeOrigin origin)
{
    const bool assumed = !pixelSize || origin == PixelSizeOrigin::ModelAssumed;
    static const char* const kOrigins[]
        = {QT_TR_NOOP("from the slide"), QT_TR_NOOP("set by you"), QT_TR_NOOP("assumed!")};
    if (pixelSize) {
        const bool square = std::abs(pixelSize->x - pixelSize->y) < 5e-4 * pixelSize->x;
        const QString number = square
            ? shortNumber(pixelSize->x)
            : tr("%1 × %2", "pixel size").arg(shortNumber(pixelSize->x), shortNumber(pixelSize->y));
        m_pixelSizeTexts
            = {tr("%1 µm/px, %2").arg(number, tr(kOrigins[static_cast<int>(origin)])), tr("%1 µm/px").arg(number)};
    } else {
        m_pixelSizeTexts = {tr("µm/px unknown")};
    }
    m_pixelSize->setIcon(assumed ? icon(QStringLiteral("warning"), warningColor()) : QIcon());
    m_pixelSize->setToolTip(assumed
            ? tr("The file does not say how large its pixels are. Sizes and the search for nuclei "
                 "depend on it. Click to set it.")
            : tr("How large a pixel of the slide is. Click to change it."));
    m_pixelSize->setAccessibleName(tr("Pixel size: %1").arg(m_pixelSizeTexts.first()));
    m_pixelSize->show();
    fit();
}

void StatusLine::showMagnification(
    double scale, const std::optional<double>& objectivePower, const std::optional<PixelSize>& pixelSize)
{
    const auto full = fullMagnification(objectivePower, pixelSize);
    if (!full) {
        m_magnification->setText(tr("%1 %").arg(QLocale().toString(scale * 100, 'g', 3)));
        fitLater();
        return;
    }
    m_magnification->setText(tr("%1×").arg(QLocale().toString(*full * scale, 'g', 3)));
    fitLater();
}

void StatusLine::showNetwork(const Network* network, const QString& name)
{
    if (!network) {
        m_network->clear();
        return;
    }
    const QString device = network->device() == Device::Cuda ? tr("graphics card") : tr("processor");
    m_network->setText(
        tr("%1 on the %2").arg(name.isEmpty() ? QString::fromStdString(network->info().name) : name, device));
    m_network->setToolTip(network->precision() == Precision::Bf16
            ? tr("The model computes with 16-bit numbers (bf16)")
            : tr("The model computes with 32-bit numbers (fp32)"));
    fitLater();
}

void StatusLine::clearSlide()
{
    clearPlace();
    m_placeRoom = 0;
    m_pixelSize->hide();
    m_magnification->clear();
}

QString StatusLine::pixelSizeText() const
{
    return m_pixelSizeTexts.value(0);
}

QString StatusLine::placeText() const
{
    return m_placeTexts.value(0);
}

QString StatusLine::colourText() const
{
    return m_colourTexts.value(0);
}

QString StatusLine::displayNote() const
{
    return m_note;
}

QString StatusLine::magnificationText() const
{
    return m_magnification->text();
}

QString StatusLine::probabilitiesText() const
{
    return m_probabilities->text();
}

} // namespace nb
