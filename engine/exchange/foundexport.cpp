// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/foundexport.h"

#include "engine/io/geojsonwriter.h"

namespace nb
{

Result<std::int64_t> exportFoundNuclei(const NucleusIndex& nuclei, const MetadataEntries& metadata,
    const std::string& path, const CancelToken& cancel, Progress& progress)
{
    progress.total = static_cast<std::int64_t>(nuclei.size());
    GeoJsonOptions options;
    options.metadata = metadata;
    auto writer = GeoJsonWriter::create(path, options);
    if (!writer)
        return writer.error();
    Status status;
    nuclei.visitAll([&](const Nucleus& nucleus) {
        status = (*writer)->write(nucleus);
        progress.done.fetch_add(1, std::memory_order_relaxed);
        return status.ok() && !cancel.cancelled();
    });
    if (cancel.cancelled())
        return Error{ErrorCode::Cancelled, "Stopped", path, ""};
    if (status)
        status = (*writer)->finish();
    if (!status)
        return status.error();
    return progress.done.load() - (*writer)->dropped();
}

} // namespace nb
