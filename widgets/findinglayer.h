// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluate/areaevaluation.h"
#include "widgets/layer.h"

#include <QColor>

#include <array>
#include <memory>
#include <vector>

namespace nb
{

/// How a kind of mistake looks: a colour that colour-blind eyes tell apart (Okabe and Ito) and a line of its own.
struct FindingStyle {
    QColor color;
    Qt::PenStyle line = Qt::SolidLine;
};
[[nodiscard]] FindingStyle findingStyle(Finding finding);

/// What was missed, wrongly found, merged or split, drawn where it is. Far out each is a dot, so that none is hidden.
class FindingLayer : public Layer
{
    Q_OBJECT

public:
    using Places = std::shared_ptr<const std::vector<JudgedPlace>>;

    explicit FindingLayer(QObject* parent = nullptr);

    void setPlaces(Places places);
    [[nodiscard]] const Places& places() const { return m_places; }
    void setShown(Finding finding, bool shown);
    [[nodiscard]] int stackHeight() const override { return 6; } ///< above the outlines that it speaks of
    void paint(QPainter& painter, const ViewTransform& view) override;

protected:
    void load(const ViewTransform& /*view*/) override { }
    void rest() override { }

private:
    [[nodiscard]] bool shown(Finding finding) const { return m_shown[static_cast<std::size_t>(finding)]; }

    Places m_places;
    std::array<bool, 5> m_shown{true, true, true, true, true};
};

/// One outline in the style of its kind; `toScreen` from level-0 pixels. Also for reports.
void drawFinding(QPainter& painter, const JudgedPlace& place, const QTransform& toScreen, double width = 2);

} // namespace nb
