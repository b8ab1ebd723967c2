// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI
{
class App;
}

namespace nb::cli
{

/// Each adds its command to `app`; when the person chose it, it runs while the line is parsed and leaves its exit
/// status in `status`.
void addInfo(CLI::App& app, int& status);
void addSegment(CLI::App& app, int& status);
void addEvaluate(CLI::App& app, int& status);
void addNormalize(CLI::App& app, int& status);
void addDemo(CLI::App& app, int& status);
void addTrain(CLI::App& app, int& status);

} // namespace nb::cli
