// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/nucleus.h"

#include <QObject>
#include <QPointF>
#include <QTimer>

#include <functional>
#include <optional>

class QLabel;

namespace nb
{

class SlideCanvas;
class SlideScene;

/// The nucleus under a resting mouse: drawn with emphasis, with its measurements on a small card beside it. Only where
/// outlines are shown, and not while the slide moves.
class NucleusHover : public QObject
{
    Q_OBJECT

public:
    NucleusHover(SlideCanvas& canvas, SlideScene& scene, QObject* parent = nullptr);

    void setOn(bool on);
    /// Asked before a card comes: not while a tool is at work, for one.
    void setAllowed(std::function<bool()> allowed);
    [[nodiscard]] bool on() const { return m_on; }
    [[nodiscard]] QString text() const; ///< of the card; empty while there is none

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void putAway();
    void look();
    void forget();
    void place(const Nucleus& nucleus);
    [[nodiscard]] QString describe(const Nucleus& nucleus) const;

    SlideCanvas& m_canvas;
    SlideScene& m_scene;
    QLabel* m_card; ///< the canvas's child
    QTimer m_rest;
    QPointF m_level0;
    bool m_on = true;
    std::function<bool()> m_allowed;
    std::optional<Uuid> m_putAway; ///< whose card the person does not want now
};

} // namespace nb
