// SPDX-License-Identifier: GPL-3.0-or-later
// The part of StatusLine that decides what there is room for.
#include "ui/statusline.h"

#include <QLabel>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace nb
{

namespace
{
constexpr int kAround = 24; // screen pixels beside a text: its margins and the gap to the next field
} // namespace

/// The longest that there is room for: half a number is a wrong one.
void StatusLine::fitColour()
{
    const int room = m_colour->contentsRect().width();
    for (const QString& text : m_colourTexts)
        if (m_colour->fontMetrics().horizontalAdvance(text) <= room) {
            m_colour->setText(text);
            return;
        }
    m_colour->clear();
}

int StatusLine::roomOf(const QWidget& field, const QString& text) const
{
    return field.fontMetrics().horizontalAdvance(text) + kAround;
}

void StatusLine::fitLater()
{
    m_soon->start();
}

/// What a person can do without goes first: place and pixel size, on which all figures depend, stay, in fewer words
/// where there is no room for more.
void StatusLine::fit()
{
    const int icon = m_display->iconSize().width();
    int room = width() - kAround;
    const auto fits = [&room](int pixels) {
        if (room < pixels)
            return false;
        room -= pixels;
        return true;
    };
    const QString place = m_placeTexts.value(0), shortPlace = m_placeTexts.value(m_placeTexts.size() - 1);
    const QString size = m_pixelSizeTexts.value(0), shortSize = m_pixelSizeTexts.value(m_pixelSizeTexts.size() - 1);
    m_placeRoom = std::max(m_placeRoom, roomOf(*m_place, place));
    room -= roomOf(*m_place, shortPlace) + roomOf(*m_pixelSize, shortSize) + icon;
    for (const QWidget* work : m_works)
        if (!work->isHidden())
            room -= work->sizeHint().width();
    if (!m_note.isEmpty())
        room -= icon + kAround;
    m_place->setText(fits(m_placeRoom - roomOf(*m_place, shortPlace)) ? place : shortPlace);
    m_pixelSize->setText(fits(roomOf(*m_pixelSize, size) - roomOf(*m_pixelSize, shortSize)) ? size : shortSize);
    m_magnification->setVisible(fits(roomOf(*m_magnification, m_magnification->text())));
    const QString reset = tr("Reset the display");
    QString note;
    if (!m_note.isEmpty() && fits(m_display->fontMetrics().horizontalAdvance(reset)))
        note = fits(m_display->fontMetrics().horizontalAdvance(m_note)
                   - m_display->fontMetrics().horizontalAdvance(reset))
            ? m_note
            : reset;
    m_display->setText(note);
    m_probabilities->setVisible(fits(roomOf(*m_probabilities, probabilitiesLine(100, 100, 100))));
    m_colour->setVisible(fits(roomOf(*m_colour, tr("RGB %1 %2 %3").arg(255).arg(255).arg(255))));
    m_network->setVisible(fits(roomOf(*m_network, m_network->text())));
}

void StatusLine::resizeEvent(QResizeEvent* event)
{
    QStatusBar::resizeEvent(event);
    fit();
}

} // namespace nb
