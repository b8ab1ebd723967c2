// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "ui/services.h"

#include <QObject>
#include <QString>

#include <functional>

class QAction;

namespace nb
{

class CaseController;
class GlanceQueue;
class MainWindow;
class StartPage;
class UnsavedList;

/// What a person does with a case as a whole: save it under a name, undo and redo, find a slide that moved, take up
/// what was left without a name.
class CaseActions : public QObject
{
    Q_OBJECT

public:
    CaseActions(const Services& services, MainWindow& window, StartPage& start);

    QAction* save;
    QAction* saveAs;
    QAction* undo;
    QAction* redo;

    /// How the person is asked; tests put in their own. Empty: they thought better of it.
    std::function<QString(const QString& slidePath)> chooseTarget;
    std::function<QString()> chooseSlidePath;
    std::function<bool(const QString& question)> mayDiscard;

    /// What the title says of the case; empty where there is nothing to say.
    [[nodiscard]] QString titlePart() const;

Q_SIGNALS:
    void titleChanged();

private:
    void makeActions();
    void wireController();
    void wireStartPage(const Services& services, StartPage& start);
    void caseChanged();
    void showStates();
    void tellReadOnly();
    void hintThatWorkIsKept();
    void askAndSave();
    void askForSlideOf(const QString& casePath);
    void slideMissing(const QString& casePath, const QString& slidePath, bool leadsToNetwork);
    void openFailed(const QString& casePath, const Error& error);

    MainWindow& m_window;
    CaseController& m_cases;
    GlanceQueue* m_glances = nullptr;
    UnsavedList* m_unsaved = nullptr;
};

} // namespace nb
