// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace nb
{

class ModelShelf;
class TeachController;

/// Offers a training that was interrupted, by a crash or because the program was closed: to go on with it or to throw
/// it away. Hidden where there is none, and while another runs.
class TeachOffer : public QWidget
{
    Q_OBJECT

public:
    TeachOffer(TeachController& teach, ModelShelf& shelf, QWidget* parent = nullptr);

private:
    void show();

    TeachController& m_teach;
    ModelShelf& m_shelf;
    QLabel* m_what;
    QPushButton* m_goOn;
    QPushButton* m_discard;
};

} // namespace nb
