// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/modelshelf.h"

#include <QLayout>
#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace nb
{

/// The person's models as a tree, each under the one that it was taught from, with what is known of it.
class ModelsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ModelsPanel(ModelShelf& shelf, QWidget* parent = nullptr);

    /// How the person is asked before a model is removed. Tests put in their own.
    std::function<bool(const QString& question)> confirm;

    void add(QWidget& below) { layout()->addWidget(&below); } ///< something else about models

    void setCanEvaluate(bool can); ///< false at first

Q_SIGNALS:
    void evaluationAsked(const QString& hash); ///< how good is it, on the slide that is open

private:
    void show();
    void showChosen();
    [[nodiscard]] std::string chosen() const; ///< hash or empty
    [[nodiscard]] QString describe(const StoredModel& model) const;
    void goBack();
    void rename();
    void writeNotes();
    void exportModel();
    void importModel();
    void remove();

    ModelShelf& m_shelf;
    QTreeWidget* m_tree;
    QLabel* m_about;
    QPushButton* m_use = nullptr;
    QPushButton* m_back = nullptr;
    std::vector<QPushButton*> m_ofOwn; ///< for models that are the person's own
    QPushButton* m_export = nullptr;
    QPushButton* m_evaluate = nullptr;
    std::string m_shownInUse; ///< hash
};

} // namespace nb
