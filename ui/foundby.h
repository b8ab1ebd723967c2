// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/nucleusmodels.h"
#include "ui/services.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace nb
{

class CaseSession;
class MainWindow;
class ModelShelf;

/// Which models found the nuclei of the open case, or those that are chosen, and how many each. From here a model's
/// nuclei can be chosen. Counts on a worker, and only while it is to be seen.
class FoundBy : public QWidget
{
    Q_OBJECT

public:
    FoundBy(const Services& services, ModelShelf& shelf, MainWindow& window, QWidget* parent = nullptr);
    ~FoundBy() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum class Of { Case, Chosen };
    [[nodiscard]] bool ofChosen() const;
    void takeCase();
    void count();
    void list(const std::vector<ModelShare>& shares);
    void choose();
    void showChoice();
    [[nodiscard]] QString nameOf(const ModelShare& share) const;

    Services m_services;
    ModelShelf& m_shelf;
    MainWindow& m_window;
    QPointer<CaseSession> m_session;
    QComboBox* m_of;
    QTreeWidget* m_list;
    QLabel* m_note;
    QPushButton* m_choose;
    std::vector<ModelShare> m_shares; ///< by line of the list
    std::shared_ptr<Job> m_counting;
    std::shared_ptr<Job> m_choosing;
    QTimer m_settle; ///< changes come in bursts
};

} // namespace nb
