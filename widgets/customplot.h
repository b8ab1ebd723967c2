// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// QCustomPlot for the .cpp files that draw with it: its header needs the keywords that the project does without
// (QT_NO_KEYWORDS), and costs seconds, so no header of ours includes this.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define emit
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef emit
#undef foreach
