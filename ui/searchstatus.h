// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <cstdint>

class QAction;
class QLabel;
class QProgressBar;

namespace nb
{

class SegmentationController;

/// A search under way, in the status line: how far it is, how long it takes, a button that stops it; at its end, for
/// some seconds, what it found. Seen whichever tab is open.
class SearchStatus : public QWidget
{
    Q_OBJECT

public:
    /// `stop` is what the button does.
    SearchStatus(SegmentationController& segmentation, QAction& stop, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;

private:
    void showActivity();
    void showProgress();
    void showFound();
    [[nodiscard]] QString progressText() const;

    SegmentationController& m_segmentation;
    QLabel* m_text;
    QProgressBar* m_bar;
    QWidget* m_stop;
    QTimer m_over; ///< what was found has been read
    std::int64_t m_found = 0; ///< by the last search
};

} // namespace nb
