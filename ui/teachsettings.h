// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/teachcontroller.h"

#include <QWidget>

#include <functional>
#include <vector>

class QGridLayout;

namespace nb
{

/// Every setting of a training, with the paper's value beside it.
class TeachSettings : public QWidget
{
    Q_OBJECT

public:
    explicit TeachSettings(TeachController& teach, QWidget* parent = nullptr);

    void show(); ///< what the controller holds

private:
    void addSection(const QString& title);
    void addRow(const QString& label, QWidget* editor, const QString& paper, const QString& tip);
    void addInt(const QString& label, int least, int most, std::function<int(const TrainingSettings&)> read,
        std::function<void(TrainingSettings&, int)> write, const QString& tip, int step = 1);
    void addNumber(const QString& label, double least, double most, int decimals,
        std::function<double(const TrainingSettings&)> read, std::function<void(TrainingSettings&, double)> write,
        const QString& tip);
    void addSwitch(const QString& label, std::function<bool(const TrainingSettings&)> read,
        std::function<void(TrainingSettings&, bool)> write, const QString& tip);
    void addLearning();
    void addLoss();
    void addVariation();
    void addNormalization();
    void addButtons();

    TeachController& m_teach;
    QGridLayout* m_grid;
    std::vector<std::function<void()>> m_refresh; ///< shows each setting again
};

} // namespace nb
