// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/snapshot.h"

#include <QStringList>

namespace nb
{

/// What `nucleoscope` was called with (design.md section 7).
struct Arguments {
    QString file; ///< empty: the start page
    QString nucleiFile;
    bool snapshot = false;
    SnapshotRequest request; ///< with `snapshot`
    QString answer; ///< text for --help or --version: print and end
    QString complaint; ///< wrong usage, one line; empty if all is well
};

[[nodiscard]] Arguments parseArguments(const QStringList& arguments);

} // namespace nb
