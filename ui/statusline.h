// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/sliderecipe.h"

#include <QStatusBar>

#include <array>
#include <optional>
#include <vector>

class QLabel;
class QPointF;
class QTimer;
class QToolButton;

namespace nb
{

/// What is known about the place under the cursor and about the slide as a whole.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    /// Probabilities: background, boundary, inside, 0..255.
    void showPlace(const QPointF& level0, const std::optional<PixelSize>& pixelSize,
        const std::optional<std::array<std::uint8_t, 3>>& probabilities);
    /// The colour of the slide's pixel at the place, as scanned, with its optical densities; none: not known (yet).
    void showColour(const std::optional<std::array<std::uint8_t, 3>>& rgb);
    /// How the picture on the screen differs from the slide as scanned; empty: it does not.
    void showDisplayNote(const QString& note);
    void clearPlace();
    void showPixelSize(const std::optional<PixelSize>& pixelSize, PixelSizeOrigin origin);
    /// `scale`: screen pixels per level-0 pixel. Without an objective in the file 10 divided by µm/px is what is meant
    /// by magnification.
    void showMagnification(
        double scale, const std::optional<double>& objectivePower, const std::optional<PixelSize>& pixelSize);
    /// `name`: what the person calls it; empty: its file's own. Null: none yet.
    void showNetwork(const Network* network, const QString& name = {});
    void clearSlide();
    void addWork(QWidget* work); ///< something under way: left of what is always there

    [[nodiscard]] QString pixelSizeText() const;
    [[nodiscard]] QString placeText() const;
    [[nodiscard]] QString probabilitiesText() const;
    [[nodiscard]] QString colourText() const;
    [[nodiscard]] QString displayNote() const; ///< empty while none is shown
    [[nodiscard]] QString magnificationText() const;
    [[nodiscard]] QSize minimumSizeHint() const override; ///< a window may be smaller than all that it says

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

Q_SIGNALS:
    void pixelSizeRequested(); ///< the person wants to set the µm/px
    void displayResetRequested(); ///< the person wants to see the slide as scanned

private:
    void fitColour();
    void fitLater();
    void fit();
    [[nodiscard]] static QString probabilitiesLine(long background, long boundary, long inside); ///< per cent
    [[nodiscard]] int roomOf(const QWidget& field, const QString& text) const;

    QTimer* m_soon; ///< several texts change at a time
    QString m_note; ///< how the picture differs from the scan
    QStringList m_placeTexts; ///< the longest first
    int m_placeRoom = 0; ///< screen pixels that the longest has ever taken: fields must not come and go with the cursor
    QStringList m_pixelSizeTexts; ///< the longest first
    QLabel* m_place;
    QLabel* m_probabilities;
    QStringList m_colourTexts; ///< the longest first
    QLabel* m_colour;
    std::vector<QWidget*> m_works; ///< long work, each hidden while there is none
    QToolButton* m_display;
    QToolButton* m_pixelSize;
    QLabel* m_magnification;
    QLabel* m_network;
};

} // namespace nb
