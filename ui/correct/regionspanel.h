// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/casesession.h"

#include <QPointer>
#include <QRectF>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace nb
{

class CaseFigures;
class SlideCanvas;

/// The regions of the case: what they are for, whether every nucleus in them is right, how far their review is.
class RegionsPanel : public QWidget
{
    Q_OBJECT

public:
    RegionsPanel(CaseFigures& figures, SlideCanvas& canvas, QWidget* parent = nullptr);

    void setSession(CaseSession* session); ///< null: none
    [[nodiscard]] std::optional<Uuid> current() const;
    void setCurrent(const std::optional<Uuid>& region); ///< chosen elsewhere; nothing: none

Q_SIGNALS:
    void currentChanged(); ///< by the person
    void showRequested(const QRectF& level0Area);

private:
    void build();
    [[nodiscard]] QWidget* makeDetails();
    [[nodiscard]] QWidget* makeButtons();
    void showRegions();
    void showFigures();
    void showCurrent();
    void showItem(QTreeWidgetItem& item, const RegionRecord& region) const;
    [[nodiscard]] const RegionRecord* currentRegion() const;
    void itemEdited(QTreeWidgetItem* item);
    void put(RegionRecord region, const QString& label);
    void setChecked(const RegionRecord& region, bool checked);
    void addFromView();
    void removeCurrent();
    void goToCurrent();
    [[nodiscard]] QString freeName() const;
    [[nodiscard]] bool mayEdit() const;

    CaseFigures& m_figures;
    SlideCanvas& m_canvas;
    QPointer<CaseSession> m_session;
    QLabel* m_empty = nullptr;
    QTreeWidget* m_list = nullptr;
    QWidget* m_details = nullptr;
    QCheckBox* m_checked = nullptr;
    QLabel* m_checkedBy = nullptr;
    QComboBox* m_role = nullptr;
    QCheckBox* m_locked = nullptr;
    QProgressBar* m_meter = nullptr;
    QLabel* m_counts = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_goTo = nullptr;
    QPushButton* m_rename = nullptr;
    QPushButton* m_remove = nullptr;
    std::vector<RegionRecord> m_regions; ///< in the order of the list: by name
    Uuid m_shown{}; ///< the region that is chosen
    std::optional<Uuid> m_wanted; ///< to be chosen once it is in the list
};

} // namespace nb
