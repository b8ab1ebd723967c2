// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluate/matching.h"

#include <QString>

class QWidget;

namespace nb
{

/// "Missed", "False", …
[[nodiscard]] QString findingText(Finding finding);
/// What it means, in a sentence.
[[nodiscard]] QString findingMeaning(Finding finding);
/// The lines by which the kinds of mistakes are told apart on the slide.
[[nodiscard]] QWidget* findingLegend(QWidget* parent);

} // namespace nb
