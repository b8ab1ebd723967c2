// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/interrupt.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace nb
{

namespace
{

constexpr int kInterrupted = 130;
int pipeEnds[2] = {-1, -1};
volatile std::sig_atomic_t seen = 0;

extern "C" void onSignal(int)
{
    // Only what is allowed in a signal handler.
    if (seen != 0)
        ::_exit(kInterrupted);
    seen = 1;
    const char byte = 0;
    [[maybe_unused]] const auto ignored = ::write(pipeEnds[1], &byte, 1);
}

} // namespace

void endOnInterrupt()
{
    if (::pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // then Ctrl-C ends the process, as without us
    auto* notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, qApp);
    QObject::connect(notifier, &QSocketNotifier::activated, qApp, [] { QCoreApplication::exit(kInterrupted); });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    if (std::signal(SIGHUP, onSignal) == SIG_IGN)
        std::signal(SIGHUP, SIG_IGN); // nohup
}

} // namespace nb
