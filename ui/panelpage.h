// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace nb
{

/// A tab of the side panel: its panel scrolls up and down, but never sideways, so the page is at least as wide as the
/// panel's texts in the language at hand need. Texts of any length (names, paths) have to wrap or elide.
class PanelPage : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes the panel over.
    explicit PanelPage(QWidget* panel, QWidget* parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace nb
