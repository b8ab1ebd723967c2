// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plotbins.h"
#include "widgets/plotpicture.h"

#include <QByteArray>
#include <QColor>
#include <QPolygonF>
#include <QString>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QCPBars;
class QCPCurve;
class QCPItemPixmap;
class QCPItemRect;
class QCustomPlot;

namespace nb
{

/// What is chosen: vermilion of the Okabe-Ito palette; hatched where it fills.
inline const QColor kChosenInPlot{0xD5, 0x5E, 0x00};

/// A histogram of one measurement or the density of two, of any number of points: they are counted into bins or into
/// the cells of a picture for what is shown, so a million cost as little to draw as ten, and none is left out. Hands:
/// wheel zooms; a drag chooses a range (histogram) or everything within a line drawn around it, or moves the plot
/// (`setMoves`); double click shows all. Keys: arrows move, + and - zoom, Home shows all; Shift+arrows draw a range (a
/// rectangle) from the middle, Ctrl+Shift+arrows move its beginning, Enter chooses it (with Shift or Alt as a drag
/// does), Esc gives it up.
class PlotView : public QWidget
{
    Q_OBJECT

public:
    struct Class {
        int id = 0;
        QString name;
        QColor color;
    };
    using Picture = PlotPicture;

    explicit PlotView(QWidget* parent = nullptr);
    ~PlotView() override;

    /// Points with y: a density plot, else a histogram. Shows all of it.
    void setPoints(std::shared_ptr<const PlotPoints> points, const QString& xTitle, const QString& yTitle);
    /// Likewise, but what is shown stays: the same measurements, measured anew.
    void updatePoints(std::shared_ptr<const PlotPoints> points);
    void setClasses(const std::vector<Class>& classes);
    void setByClass(bool byClass);
    void setChosen(const std::vector<std::int64_t>& rows); ///< ascending
    void setMoves(bool moves);

    void showAll();
    void zoomBy(double factor); ///< about the middle
    [[nodiscard]] PlotRange shownX() const;
    [[nodiscard]] PlotRange shownY() const;
    [[nodiscard]] const std::shared_ptr<const PlotPoints>& points() const { return m_points; }
    [[nodiscard]] bool histogram() const { return m_points->y.empty(); }
    [[nodiscard]] const HistogramBins& bins() const { return m_bins; } ///< of a histogram, as drawn
    /// Where a value is on the widget, and back; device-independent pixels.
    [[nodiscard]] QPointF toScreen(const QPointF& value) const;
    /// All that was counted is drawn, and where values lie on the screen no longer changes by itself.
    [[nodiscard]] bool settled() const { return m_replotted && !m_countSoon.isActive(); }

    /// The file's bytes. `size` in pixels at 96 per inch; dark on white whatever the theme.
    [[nodiscard]] QByteArray picture(Picture kind, const QSize& size);

Q_SIGNALS:
    void rangeChosen(double least, double most, Qt::KeyboardModifiers modifiers);
    /// The line's points in measured values.
    void outlineChosen(const QPolygonF& values, Qt::KeyboardModifiers modifiers);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    static constexpr double kZoomStep = 1.4; ///< of a turn of the wheel and of a key

    void press(const QMouseEvent* event);
    void drag(const QMouseEvent* event);
    void release(const QMouseEvent* event);
    void showDrawn(const QPolygonF& values);
    void hideDrawn();
    void tellDrawn(const QPolygonF& values, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] bool drawsWith(const QKeyEvent& event) const;
    void drawBy(const QKeyEvent& event);
    [[nodiscard]] QPolygonF drawnByKeys() const;
    void count();
    void drawBins();
    void drawDensity();
    [[nodiscard]] QImage densityPicture() const;
    [[nodiscard]] QColor classColor(int id) const;
    void applyColors(const QPalette& palette);
    void panBy(double shareX, double shareY);
    [[nodiscard]] QPointF valueAt(const QPointF& screen) const;

    QCustomPlot* m_plot;
    QList<QCPBars*> m_bars;
    QCPBars* m_chosenBars = nullptr;
    QCPItemPixmap* m_density;
    bool m_replotted = false; ///< since the last count
    QCPItemRect* m_range; ///< while a range is drawn
    QCPCurve* m_outline; ///< while a line is drawn
    std::shared_ptr<const PlotPoints> m_points;
    std::vector<Class> m_classes;
    std::vector<std::int64_t> m_chosenRows;
    std::vector<std::uint8_t> m_chosen;
    HistogramBins m_bins;
    QColor m_ink; ///< of what is counted, without classes
    bool m_byClass = false;
    bool m_moves = false;
    QPolygonF m_drawn; ///< values, while the button is down
    std::optional<QRectF> m_keyed; ///< values, from the corner where it began to the opposite one; while keys draw it
    QTimer m_countSoon;
};

} // namespace nb
