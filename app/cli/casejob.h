// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/segmentjob.h"

namespace nb::cli
{

/// Whether the nuclei go into a case (.nsc) rather than a file that is written once.
[[nodiscard]] bool isCase(const std::string& output);

/// Finds the slide's nuclei and writes them into the case `job.output`, tile by tile; makes the case where there is
/// none. A run of the same settings that was stopped there is taken up. In a case that is there already, nothing that a
/// person touched changes. Errors: those of runSegmentJob and of the case; Exists where the case holds a finished run
/// and `again` is false.
[[nodiscard]] Result<SegmentOutcome> runCaseJob(const SegmentJob& job, bool again,
    const std::shared_ptr<const Network>& network, NetworkScheduler& scheduler, const CancelToken& cancel,
    Progress& progress);

} // namespace nb::cli
