// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeleft.h"

#include <QCoreApplication>

#include <cmath>

namespace nb
{

namespace
{
constexpr double kTooEarly = 1.0; // seconds: what has been seen until then is mostly warming up
} // namespace

std::optional<double> secondsLeft(std::int64_t done, std::int64_t total, double secondsSoFar)
{
    if (done <= 0 || total <= 0 || secondsSoFar < kTooEarly)
        return {};
    if (done >= total)
        return 0.0;
    return secondsSoFar * static_cast<double>(total - done) / static_cast<double>(done);
}

QString describeTimeLeft(double seconds)
{
    const auto say = [](const char* text, int n) { return QCoreApplication::translate("TimeLeft", text, nullptr, n); };
    if (seconds < 5)
        return QCoreApplication::translate("TimeLeft", "a few seconds left");
    if (seconds < 55)
        return say(QT_TRANSLATE_N_NOOP("TimeLeft", "about %n s left"), static_cast<int>(std::ceil(seconds / 5) * 5));
    if (seconds < 3570)
        return say(QT_TRANSLATE_N_NOOP("TimeLeft", "about %n min left"), static_cast<int>(std::lround(seconds / 60)));
    const int minutes = static_cast<int>(std::lround(seconds / 60));
    return QCoreApplication::translate("TimeLeft", "about %1 h %2 min left").arg(minutes / 60).arg(minutes % 60);
}

} // namespace nb
