// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"

#include <QDialog>

#include <optional>

class QDialogButtonBox;
class QDoubleSpinBox;
class QHBoxLayout;
class QLabel;

namespace nb
{

/// Asks how large a pixel of the slide is.
class PixelSizeDialog : public QDialog
{
    Q_OBJECT

public:
    /// `inUse`: what holds now; `nucleiFound`: whether a change lets nuclei go.
    PixelSizeDialog(
        const SlideInfo& slide, std::optional<PixelSize> inUse, bool nucleiFound, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(std::optional<nb::PixelSize> pixelSize); ///< nothing: what the file says

private:
    [[nodiscard]] static QString whatTheFileSays(const SlideInfo& slide);
    QHBoxLayout* makePresets();
    QDialogButtonBox* makeButtons(QLabel& objection, bool fileSays);

    QDoubleSpinBox* m_value;
};

} // namespace nb
