// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/casesession.h"

#include <QPointer>
#include <QWidget>

class QPushButton;
class QTreeWidget;

namespace nb
{

class CaseFigures;
class ClassKeys;
class NucleusSelection;

/// The classes of the case: how many nuclei have each, and which key gives it to what is chosen.
class ClassesPanel : public QWidget
{
    Q_OBJECT

public:
    ClassesPanel(const Services& services, CaseFigures& figures, NucleusSelection& selection, ClassKeys& keys,
        QWidget* parent = nullptr);
    ~ClassesPanel() override;

    void setSession(CaseSession* session); ///< null: none
    /// One step for all that is chosen.
    void give(int classId);

Q_SIGNALS:
    void noteRequested(const QString& text);
    void failed(const QString& headline, const nb::Error& error);

private:
    void build();
    void showClasses();
    void showFigures();
    void showStates();
    void selectAll();
    void edit(const ClassRecord& record);
    void put(const ClassRecord& record);
    void removeCurrent();
    [[nodiscard]] const ClassRecord* current() const;
    [[nodiscard]] bool mayEdit() const;

    Services m_services;
    CaseFigures& m_figures;
    NucleusSelection& m_selection;
    ClassKeys& m_keys;
    QPointer<CaseSession> m_session;
    std::shared_ptr<Job> m_job;
    QTreeWidget* m_list = nullptr;
    QPushButton* m_give = nullptr;
    QPushButton* m_select = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_remove = nullptr;
    int m_shown = kNucleusClass; ///< the class that is chosen in the list
};

} // namespace nb
