// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <string>

namespace nb
{

class MainWindow;

/// What the person looked at (place, layers) is kept with the case, and shown again when it is opened.
class CaseView : public QObject
{
    Q_OBJECT

public:
    explicit CaseView(MainWindow& window);

private:
    void caseChanged();
    void keep();
    void restore(const std::string& text);
    [[nodiscard]] std::string text() const;

    MainWindow& m_window;
    const void* m_slide = nullptr; ///< whose view was restored; only compared
    QTimer m_soon;
};

} // namespace nb
