// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/edittexts.h"

#include "ui/editing/nucleusplans.h"

#include <QCoreApplication>

namespace nb
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(nb::EditTexts)
};

} // namespace

QString unfitText(Unfit why)
{
    switch (why) {
    case Unfit::None:
        return {};
    case Unfit::NothingThere:
        return Words::tr("There is no nucleus here.");
    case Unfit::NoRegionThere:
        return Words::tr("There is no region here to take away from.");
    case Unfit::NoRegionLeft:
        return Words::tr("Nothing would be left of the region. To delete it, select it and press Del.");
    case Unfit::NotCrossed:
        return Words::tr("Nothing was split: draw the stroke right across a nucleus, from outside to outside.");
    case Unfit::TooFewToJoin:
        return Words::tr("Nothing was joined: draw the stroke over at least two nuclei, or select them first.");
    case Unfit::TooFarApart:
        return Words::tr("These nuclei lie too far apart to be one. Join nuclei that touch or nearly touch.");
    case Unfit::Covered:
        return Words::tr("Other nuclei lie there already. Hold Ctrl+Shift with the brush to paint over them.");
    case Unfit::NothingLeft:
        return Words::tr("Nothing would be left of the nucleus. To delete it, select it and press Del.");
    case Unfit::NothingChanged:
        return Words::tr("That changes nothing.");
    case Unfit::Locked:
        return Words::tr("This nucleus is locked. Select it and press Ctrl+K to unlock it.");
    case Unfit::ChangedMeanwhile:
        return Words::tr("The nucleus was changed meanwhile. Please do it again.");
    case Unfit::TooMany:
        return Words::tr("Too many nuclei are selected for this: at most %1 at a time.").arg(kMostReshaped);
    case Unfit::NotPrepared:
        return Words::tr("The model is not ready yet. Try again in a moment, or draw the nucleus.");
    case Unfit::NoMaps:
        return Words::tr("The model cannot tell what is here. Draw the nucleus with the brush or freehand.");
    case Unfit::NothingToSnapTo:
        return Words::tr(
            "No clear edge of a nucleus was found here. Click nearer to its middle, draw roughly around it, "
            "or use the brush.");
    case Unfit::SnapTooLarge:
        return Words::tr("What lies here is too large for a nucleus. Draw roughly around the one you mean.");
    }
    return {};
}

QString lockedLeftText(qint64 count)
{
    return count > 0
        ? Words::tr("%n nuclei are locked and stayed as they were. Select them and press Ctrl+K to unlock them.",
            nullptr, static_cast<int>(count))
        : QString();
}

} // namespace nb
