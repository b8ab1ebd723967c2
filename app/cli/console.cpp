// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <unistd.h>

namespace nb::cli
{

namespace
{

using Clock = std::chrono::steady_clock;

/// A signal handler can reach nothing but statics.
CancelSource& interruptSource()
{
    static CancelSource source;
    return source;
}

extern "C" void onInterrupt(int signal)
{
    if (interruptSource().token().cancelled()) {
        std::signal(signal, SIG_DFL);
        std::raise(signal);
        return;
    }
    interruptSource().cancel();
}

} // namespace

std::string oneLine(std::string text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const bool control = c < 0x20 || c == 0x7f;
        const bool longControl // U+0080 to U+009F in UTF-8
            = c == 0xc2 && i + 1 < text.size() && (static_cast<unsigned char>(text[i + 1]) & 0xe0) == 0x80;
        if (control || longControl)
            text[i] = ' ';
        if (longControl)
            text.erase(i + 1, 1);
    }
    return text;
}

int report(const Error& error)
{
    std::fprintf(stderr, "nucleoscope-cli: %s\n", oneLine(error.message()).c_str());
    return error.code == ErrorCode::Cancelled ? kInterrupted : kFailed;
}

void note(const std::string& text)
{
    std::fprintf(stderr, "nucleoscope-cli: note: %s\n", oneLine(text).c_str());
}

int reportUsage(const std::string& text)
{
    std::fprintf(stderr, "nucleoscope-cli: %s. Run it with --help to see how it is used\n", oneLine(text).c_str());
    return kWrongUsage;
}

bool isTiffName(const std::string& path)
{
    std::string extension = std::filesystem::path(path).extension().string();
    std::transform(
        extension.begin(), extension.end(), extension.begin(), [](unsigned char c) { return std::tolower(c); });
    return extension == ".tif" || extension == ".tiff";
}

std::optional<Error> occupied(const std::string& path, bool overwrite)
{
    std::error_code ignored;
    if (path.empty() || overwrite || !std::filesystem::exists(path, ignored))
        return {};
    return Error{ErrorCode::Exists, "The output is there already", path,
        "Choose another name, or add --overwrite to replace it"};
}

std::optional<Error> replacesInput(const std::string& output, const std::vector<std::string>& inputs)
{
    std::error_code ignored;
    for (const std::string& input : inputs)
        if (!output.empty() && !input.empty() && std::filesystem::equivalent(output, input, ignored))
            return Error{ErrorCode::Exists, "The output would replace its own input", output, "Choose another name"};
    return {};
}

std::optional<Error> finishPrinting()
{
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return {};
    return Error{ErrorCode::NotWritable, "The answer cannot be printed", "standard output",
        "Check where it is sent to: the disk may be full"};
}

CancelToken cancelOnInterrupt()
{
    const CancelToken token = interruptSource().token(); // made before a signal can come
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGTERM, onInterrupt);
    if (std::signal(SIGHUP, onInterrupt) == SIG_IGN)
        std::signal(SIGHUP, SIG_IGN); // nohup: it shall go on when the terminal goes
    std::signal(SIGPIPE, SIG_IGN);
    return token;
}

ProgressLine::ProgressLine(std::string what, const Progress& progress)
    : m_what(oneLine(std::move(what)))
    , m_progress(progress)
    , m_terminal(isatty(STDERR_FILENO) == 1)
    , m_thread([this] { show(); })
{
}

ProgressLine::~ProgressLine()
{
    {
        const std::lock_guard lock(m_mutex);
        m_end = true;
    }
    m_ended.notify_all();
    m_thread.join();
}

void ProgressLine::show()
{
    const auto interval = m_terminal ? std::chrono::milliseconds(100) : std::chrono::milliseconds(10000);
    std::unique_lock lock(m_mutex);
    while (!m_ended.wait_for(lock, interval, [this] { return m_end; }))
        print(false);
    if (m_terminal)
        print(true);
}

void ProgressLine::print(bool last) const
{
    const auto total = m_progress.total.load(), done = m_progress.done.load(), nuclei = m_progress.nuclei.load();
    const int percent = total > 0 ? static_cast<int>(100 * done / total) : 0;
    const std::string found = nuclei > 0 ? ", " + std::to_string(nuclei) + " nuclei" : std::string();
    if (!m_terminal) {
        std::fprintf(stderr, "%s: %d%%%s\n", m_what.c_str(), percent, found.c_str());
        return;
    }
    const std::string bar = std::string(static_cast<std::size_t>(percent / 4), '#')
        + std::string(static_cast<std::size_t>(25 - percent / 4), '.');
    std::fprintf(stderr, "\r%s [%s] %3d%%%s %s", m_what.c_str(), bar.c_str(), percent, found.c_str(), last ? "\n" : "");
}

} // namespace nb::cli
