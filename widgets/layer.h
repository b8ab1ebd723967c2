// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "widgets/viewtransform.h"

#include <QImage>
#include <QObject>
#include <QString>

class QPainter;

namespace nb
{

/// One sheet of the canvas's stack: the slide, a heatmap, outlines. GUI thread. A layer that is hidden or has opacity 0
/// costs nothing: it is not asked to paint and loads nothing.
class Layer : public QObject
{
    Q_OBJECT

public:
    explicit Layer(QObject* parent = nullptr);
    ~Layer() override;

    /// Draws what is there now, at once, without waiting for anything. The painter is in screen pixels, clipped to what
    /// has to be drawn anew (paint no more than its clip's bounding rectangle), with the layer's opacity set.
    virtual void paint(QPainter& painter, const ViewTransform& view) = 0;

    /// How high it lies in the canvas's stack; of equal ones the later added is above.
    [[nodiscard]] virtual int stackHeight() const { return 0; }
    [[nodiscard]] bool visible() const { return m_visible; }
    [[nodiscard]] double opacity() const { return m_opacity; } ///< 0..1
    [[nodiscard]] bool drawn() const { return m_visible && m_opacity > 0; }
    void setVisible(bool visible);
    void setOpacity(double opacity);

    /// What is to be shown next; replaces what was wanted before.
    void setView(const ViewTransform& view);
    [[nodiscard]] const ViewTransform& view() const { return m_view; }
    /// Nothing is missing for the current view (true while hidden).
    [[nodiscard]] virtual bool settled() const { return true; }
    /// The whole slide in one small picture, for the minimap; null where there is none (yet).
    [[nodiscard]] virtual QImage overview() const { return {}; }

Q_SIGNALS:
    /// `slideArea` (level-0 pixels) looks different now; a null rectangle: everything may.
    void changed(const QRectF& slideArea);
    void overviewChanged();
    void settledChanged();
    /// Something could not be shown. Sent once for each cause, not for each tile.
    void failed(const nb::Error& error);

protected:
    /// Start to load what `view` needs and stop loading anything else. Called while `drawn()`.
    virtual void load(const ViewTransform& view) = 0;
    /// The layer has just been hidden: want nothing.
    virtual void rest() = 0;
    /// Asks again for the current view, if drawn.
    void reload();

private:
    void shownOrHidden(bool before);

    bool m_visible = true;
    double m_opacity = 1;
    bool m_hasView = false;
    ViewTransform m_view;
};

} // namespace nb
