// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/caseimport.h"

#include "engine/exchange/featureintake.h"
#include "engine/io/annotationxml.h"

#include <filesystem>

namespace nb
{

namespace
{

/// About how much a case grows by a file: it holds outlines packed, but also indexes and the history.
std::int64_t caseBytesOf(std::int64_t fileBytes, const std::string& path)
{
    constexpr std::int64_t kTextToPacked = 6; // of GeoJSON
    return path.ends_with(".gz") ? kTextToPacked * fileBytes : fileBytes;
}

} // namespace

std::string CaseImportSummary::complaint() const
{
    std::string text;
    if (skipped > 0) {
        text = std::to_string(skipped) + " of " + std::to_string(objects()) + " objects were left out";
        if (!problems.empty())
            text += ": object " + std::to_string(problems.front().feature) + ": " + problems.front().reason;
    }
    if (broken)
        text.append(text.empty() ? "" : ". ").append(broken->message());
    return text;
}

Result<CaseImportSummary> importIntoCase(DocumentThread& document, const std::string& path, const std::string& author,
    const CancelToken& cancel, Progress& progress)
{
    std::error_code failed;
    const std::filesystem::path file(path);
    if (const auto bytes = std::filesystem::file_size(file, failed); !failed)
        progress.total = static_cast<std::int64_t>(bytes);
    const auto slide = document.ask([](CaseDocument& open) { return open.slide(); }).get();
    if (!slide)
        return slide.error();
    const auto intake = CaseIntake::begin(
        document, "Imported " + file.filename().string(), author, caseBytesOf(progress.total, path));
    if (!intake)
        return intake.error();
    FeatureIntake features(**intake, *slide, author);
    const auto sink = [&](GeoJsonFeature&& feature) {
        const bool goOn = features.take(std::move(feature));
        progress.nuclei.store((*intake)->nuclei(), std::memory_order_relaxed);
        return goOn;
    };
    const auto reader = isAnnotationXmlName(path) ? readAnnotationXml : readGeoJson;
    auto read = reader(path, sink, cancel, &progress);
    if (read && features.failure() && features.beginSecondReading())
        if (const auto again = reader(path, sink, cancel, &progress); !again)
            return takenBack(**intake, again.error());
    if (!read)
        return takenBack(**intake, read.error());
    const Status done = features.failure() ? (*intake)->finish() : features.failure();
    if (!done)
        return takenBack(**intake, done.error());
    CaseImportSummary summary;
    summary.skipped = read->skipped;
    summary.problems = std::move(read->problems);
    summary.broken = std::move(read->broken);
    features.report(summary);
    return summary;
}

} // namespace nb
