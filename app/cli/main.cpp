// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "engine/base/memorypolicy.h"

#include <CLI/CLI.hpp>

#include <exception>
#include <new>

int main(int argc, char** argv)
{
    nb::keepFreedMemory();
    CLI::App app{"Nucleoscope without a window: finds nuclei on slides. For research use only.", "nucleoscope-cli"};
    app.set_version_flag("--version", NB_VERSION);
    app.require_subcommand(1);
    int status = nb::cli::kDone;
    nb::cli::addInfo(app, status);
    nb::cli::addSegment(app, status);
    nb::cli::addEvaluate(app, status);
    nb::cli::addNormalize(app, status);
    nb::cli::addDemo(app, status);
    nb::cli::addTrain(app, status);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0)
            return app.exit(error);
        return nb::cli::reportUsage(error.what());
    } catch (const std::bad_alloc&) {
        return nb::cli::report({nb::ErrorCode::OutOfMemory, "Not enough memory", "", "Close other programs"});
    } catch (const std::exception& error) { // none is known; whatever it is, it is said in one line
        return nb::cli::report({nb::ErrorCode::Internal, std::string("Failed unexpectedly (") + error.what() + ")", "",
            "Please report it with the command that you gave"});
    }
    if (const auto unprinted = nb::cli::finishPrinting(); unprinted && status == nb::cli::kDone)
        return nb::cli::report(*unprinted);
    return status;
}
