// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/unsavedplace.h"

#include <QStandardPaths>

namespace nb
{

QString unsavedCasesFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/unsaved");
}

} // namespace nb
