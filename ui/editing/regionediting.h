// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/annotation/vertices.h"
#include "engine/document/caserecords.h"
#include "widgets/regionlayer.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace nb
{

class CaseSession;
class SlideCanvas;

/// Regions on the slide: drawn, chosen, changed. What is changed is no longer marked as checked, because somebody has
/// to look at it again.
class RegionEditing : public QObject
{
    Q_OBJECT

public:
    explicit RegionEditing(SlideCanvas& canvas, QObject* parent = nullptr);
    ~RegionEditing() override;

    void setCase(CaseSession* session); ///< null: no case

    void add(const MultiPolygon& shape, const QString& name = {});
    /// The smallest that holds the place.
    [[nodiscard]] std::optional<RegionRecord> around(const Point& level0) const;
    [[nodiscard]] QString newName() const; ///< that a new one would get
    void tellLocked(const RegionRecord& region) { Q_EMIT locked(QString::fromStdString(region.name)); }
    void choose(const std::optional<Uuid>& id);
    [[nodiscard]] const std::optional<Uuid>& chosen() const { return m_chosen; }
    [[nodiscard]] std::optional<RegionRecord> chosenRegion() const; ///< as it was last asked to be
    /// Whose line runs within `reach` level-0 pixels of the place; the smallest of several.
    void pickLine(const QPointF& level0, double reach);
    void pickAround(const QPointF& level0); ///< that the place lies in; again: the next larger one
    void reshape(const MultiPolygon& shape); ///< of the chosen one
    void removeChosen();
    void lockChosen(); ///< or unlock it

    [[nodiscard]] RegionLayer& layer() { return m_layer; }

Q_SIGNALS:
    void chosenChanged();
    void uncheckedByChange(const QString& name); ///< it was marked as checked
    void locked(const QString& name);

private:
    void show();
    void put(RegionRecord region, const QString& label);

    QPointer<CaseSession> m_session;
    RegionLayer m_layer;
    std::optional<Uuid> m_chosen;
    std::optional<RegionRecord> m_asked; ///< the last one put, while it is on its way to the disk
    int m_onTheWay = 0;
};

} // namespace nb
