// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/trainlog.h"

#include <chrono>
#include <filesystem>
#include <unistd.h>

namespace nb::cli
{

namespace
{

constexpr double kShowEvery = 0.5; // seconds
constexpr const char* kHead
    = "epoch,step,loss,learning_rate,seconds,patches_per_second,f1,precision,recall,dice,aji,pq,mdr,"
      "fdr,usr,osr,best,validation_loss\n";

Error failure(const std::string& path)
{
    return {ErrorCode::NotWritable, "The log of the training cannot be written", path,
        "Check the folder, its permissions and the space left"};
}

double now()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::string line(const EpochReport& report)
{
    char text[400];
    std::snprintf(text, sizeof text, "%lld,%lld,%.6g,%.6g,%.1f,%.2f", static_cast<long long>(report.epoch + 1),
        static_cast<long long>(report.step), report.loss, report.learningRate, report.seconds, report.patchesPerSecond);
    std::string all = text;
    if (!report.validation)
        return all + ",,,,,,,,,,,,\n";
    const EvaluationRates& r = report.validation->rates;
    std::snprintf(text, sizeof text, ",%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%d,", r.f1, r.precision,
        r.recall, r.dice, r.aji, r.pq, r.missedDetection, r.falseDetection, r.underSegmentation, r.overSegmentation,
        report.best ? 1 : 0);
    all += text;
    if (report.validationLoss) {
        std::snprintf(text, sizeof text, "%.6g", *report.validationLoss);
        all += text;
    }
    return all + '\n';
}

} // namespace

Result<std::unique_ptr<TrainLog>> TrainLog::create(const std::string& path, bool append)
{
    std::unique_ptr<TrainLog> log(new TrainLog);
    log->m_path = path;
    log->m_terminal = isatty(STDERR_FILENO) == 1;
    if (path.empty())
        return log;
    std::error_code ignored;
    const auto size = std::filesystem::file_size(path, ignored); // of a file that is not there: -1
    const bool goesOn = append && !ignored && size > 0;
    log->m_file = std::fopen(path.c_str(), goesOn ? "a" : "w");
    if (log->m_file == nullptr)
        return failure(path);
    // At once, so that a training killed in its first epoch leaves a log that can be gone on with.
    if (!goesOn && (std::fputs(kHead, log->m_file) < 0 || std::fflush(log->m_file) != 0))
        return failure(path);
    return log;
}

TrainLog::~TrainLog()
{
    if (m_file != nullptr)
        std::fclose(m_file);
}

void TrainLog::step(const StepReport& report)
{
    if (!m_terminal || now() - m_lastShown < kShowEvery)
        return;
    m_lastShown = now();
    std::fprintf(stderr, "\rstep %lld of %lld  loss %.4f  %.1f patches/s  %.0f min left   ",
        static_cast<long long>(report.step), static_cast<long long>(report.totalSteps), report.loss,
        report.patchesPerSecond, report.secondsLeft / 60);
}

void TrainLog::epoch(const EpochReport& report)
{
    std::fprintf(stderr, "%sepoch %lld  step %lld  loss %.4f  %.1f patches/s  %.0f s", m_terminal ? "\r" : "",
        static_cast<long long>(report.epoch + 1), static_cast<long long>(report.step), report.loss,
        report.patchesPerSecond, report.seconds);
    if (report.validation) {
        const EvaluationRates& r = report.validation->rates;
        if (report.validationLoss)
            std::fprintf(stderr, "  validation loss %.4f", *report.validationLoss);
        std::fprintf(stderr, "  F1 %.3f  Dice %.3f  AJI %.3f  PQ %.3f%s", r.f1, r.dice, r.aji, r.pq, report.best ? "  best" : "");
    }
    std::fputs(m_terminal ? "          \n" : "\n", stderr);
    if (m_file != nullptr && (std::fputs(line(report).c_str(), m_file) < 0 || std::fflush(m_file) != 0))
        m_failed = true;
}

Status TrainLog::finish()
{
    if (m_file != nullptr && std::fclose(std::exchange(m_file, nullptr)) != 0)
        m_failed = true;
    if (m_failed)
        return failure(m_path);
    return {};
}

} // namespace nb::cli
