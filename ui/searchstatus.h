// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workstatus.h"

#include <QTimer>

#include <cstdint>

namespace nb
{

class SegmentationController;

/// A search under way, in the status line: how far it is, how long it takes, a button that stops it; at its end, for
/// some seconds, what it found.
class SearchStatus : public WorkStatus
{
    Q_OBJECT

public:
    /// `stop` is what the button does.
    SearchStatus(SegmentationController& segmentation, QAction& stop, QWidget* parent = nullptr);

private:
    void showActivity();
    void showProgress();
    void showFound();

    SegmentationController& m_segmentation;
    QTimer m_over; ///< what was found has been read
    std::int64_t m_found = 0; ///< by the last search
};

} // namespace nb
