// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace nb::cli
{

/// Exit statuses (design.md section 7).
enum ExitStatus { kDone = 0, kFailed = 1, kWrongUsage = 2, kInterrupted = 130 };

/// Prints the error as one line on standard error and gives the exit status that fits.
[[nodiscard]] int report(const Error& error);

/// Prints something the person has to know, as one line on standard error.
void note(const std::string& text);

/// Prints what is wrong with the arguments as one line on standard error; kWrongUsage.
[[nodiscard]] int reportUsage(const std::string& text);

/// `text` with its line breaks and other control characters made blanks: names from files must not steer a terminal.
[[nodiscard]] std::string oneLine(std::string text);

/// True for names that end in .tif or .tiff, in any case.
[[nodiscard]] bool isTiffName(const std::string& path);

/// An error if `path` exists and may not be replaced.
[[nodiscard]] std::optional<Error> occupied(const std::string& path, bool overwrite);

/// An error if writing `output` would replace one of the inputs, under whatever name. Empty names are no files.
[[nodiscard]] std::optional<Error> replacesInput(const std::string& output, const std::vector<std::string>& inputs);

/// An error if not all that was printed has arrived (a full disk, a closed pipe).
[[nodiscard]] std::optional<Error> finishPrinting();

/// Ctrl-C, SIGTERM and SIGHUP (unless it is ignored, as by nohup) cancel the returned token from now on; a second one
/// ends the process at once.
[[nodiscard]] CancelToken cancelOnInterrupt();

/// Shows progress on standard error while it lives: a bar on a terminal, else a line every ten seconds.
class ProgressLine
{
public:
    ProgressLine(std::string what, const Progress& progress);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

private:
    void show();
    void print(bool last) const;

    const std::string m_what;
    const Progress& m_progress;
    const bool m_terminal;
    std::mutex m_mutex;
    std::condition_variable m_ended;
    bool m_end = false; ///< guarded by m_mutex
    std::thread m_thread;
};

} // namespace nb::cli
