// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace nb
{

// Asks for a file and remembers its folder. Empty where the person thought better of it.

[[nodiscard]] QString chooseSlide(QWidget* parent);
/// Begins where the slide at `slidePath` is: what other programs found lies beside it more often than not.
[[nodiscard]] QString chooseNuclei(QWidget* parent, const QString& slidePath);
/// Where the last export went, else where documents are.
[[nodiscard]] QString exportFolder();
/// Where the nuclei of the slide at `slidePath` are to be written.
[[nodiscard]] QString chooseExport(QWidget* parent, const QString& slidePath);

/// Where the case of the slide at `slidePath` is to be saved.
[[nodiscard]] QString chooseCaseTarget(QWidget* parent, const QString& slidePath);

/// Whether a file of this name holds nuclei or regions rather than a slide.
[[nodiscard]] bool namesNuclei(const QString& path);

} // namespace nb
