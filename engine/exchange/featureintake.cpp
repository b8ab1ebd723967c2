// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/featureintake.h"

#include "engine/document/storableshape.h"
#include "engine/document/timestamp.h"
#include "engine/exchange/casefeature.h"
#include "engine/exchange/outlinemeasure.h"
#include "engine/geometry/polygon.h"
#include "engine/geometry/shaperepair.h"
#include "engine/io/provenancenames.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr double kWidestNucleusUm = 64; // twice what the model takes for one
constexpr double kSamePixelSize = 1e-3; // of it
constexpr double kAssumedPixelSize = 0.25; // µm, where the case does not know
constexpr std::size_t kMostNucleusPoints = 20'000;
constexpr std::size_t kMostRegionPoints = 1'000'000;
constexpr std::size_t kMostExtra = 1 << 20; // bytes of what has no column
constexpr std::size_t kMostProblems = 100;

std::size_t pointsOf(const MultiPolygon& shape)
{
    std::size_t points = 0;
    for (const Polygon& polygon : shape) {
        points += polygon.shell.size();
        for (const Ring& hole : polygon.holes)
            points += hole.size();
    }
    return points;
}

bool widerThanANucleus(const MultiPolygon& shape, const PixelSize& pixelSize)
{
    const BoxF box = boxOf(shape);
    const bool known = pixelSize.plausible();
    const double x = known ? pixelSize.x : kAssumedPixelSize, y = known ? pixelSize.y : kAssumedPixelSize;
    return (box.right - box.left) * x > kWidestNucleusUm || (box.bottom - box.top) * y > kWidestNucleusUm;
}

} // namespace

FeatureIntake::FeatureIntake(CaseIntake& intake, const SlideIdentity& slide, std::string author)
    : m_intake(intake)
    , m_slide(slide)
    , m_author(std::move(author))
    , m_now(timestamp())
{
}

bool FeatureIntake::skip(std::int64_t number, std::string reason)
{
    ++m_skipped;
    if (m_problems.size() < kMostProblems)
        m_problems.push_back({number, std::move(reason)});
    return true;
}

bool FeatureIntake::fail(const Status& failure)
{
    m_failure = failure;
    return false;
}

FeatureIntake::Kind FeatureIntake::kindOf(const GeoJsonFeature& feature)
{
    switch (m_rule.see(feature)) {
    case NucleusRule::Verdict::Nucleus:
        return Kind::Nucleus;
    case NucleusRule::Verdict::Region:
        return Kind::Region;
    case NucleusRule::Verdict::Annotation:
        break;
    case NucleusRule::Verdict::Other:
        // A core of a tissue microarray is a region of the tissue; tiles come by the thousand and mean nothing here.
        return feature.object == GeoJsonObject::TmaCore && !feature.shape.empty() ? Kind::Region : Kind::Other;
    }
    if (widerThanANucleus(feature.shape, m_slide.pixelSize))
        return Kind::Region;
    if (!m_second)
        return Kind::Later;
    return m_rule.isNucleus(feature.className) ? Kind::Nucleus : Kind::Region;
}

bool FeatureIntake::beginSecondReading()
{
    m_second = true;
    return m_later > 0;
}

bool FeatureIntake::take(GeoJsonFeature&& feature)
{
    if (m_second) {
        const bool waited = m_rule.see(feature) == NucleusRule::Verdict::Annotation
            && !widerThanANucleus(feature.shape, m_slide.pixelSize);
        if (!waited)
            return true;
    }
    switch (kindOf(feature)) {
    case Kind::Nucleus:
        return takeNucleus(std::move(feature));
    case Kind::Region:
        return takeRegion(std::move(feature));
    case Kind::Later:
        ++m_later;
        return true;
    case Kind::Other:
        ++m_passedOver;
        return true;
    }
    return true;
}

/// As it will be stored; nothing, and the reason told, where that cannot be.
std::optional<MultiPolygon> FeatureIntake::usable(const GeoJsonFeature& feature, const MultiPolygon& shape)
{
    MultiPolygon mended = storable(repairedOnGrid(shape).shape);
    if (!isValidShape(mended)) {
        (void)skip(feature.number, "its outline encloses no area");
        return {};
    }
    const Rect slide{0, 0, m_slide.width, m_slide.height};
    if (boundsOf(mended).intersected(slide).empty()) {
        (void)skip(feature.number, "it lies outside of this slide");
        return {};
    }
    return mended;
}

/// What a micrometre is on this slide, the case knows better than the file.
void FeatureIntake::convert(NucleusMeasurements& measured, const std::optional<PixelSize>& at)
{
    if (!at || !m_slide.pixelSize.plausible())
        return;
    const double x = m_slide.pixelSize.x / at->x, y = m_slide.pixelSize.y / at->y;
    if (std::abs(x - 1) < kSamePixelSize && std::abs(y - 1) < kSamePixelSize)
        return;
    ++m_converted;
    measured = rescaled(measured, x, y);
}

bool FeatureIntake::takeNucleus(GeoJsonFeature&& feature)
{
    const MultiPolygon& told = nucleusShapeOf(feature);
    if (pointsOf(told) > kMostNucleusPoints)
        return skip(feature.number, "its outline has more than 20,000 points, which no nucleus has");
    auto shape = usable(feature, told);
    if (!shape)
        return true;
    const auto classId = m_intake.classFor(feature.className, feature.classColor, isOfCase(feature));
    if (!classId)
        return fail(classId.error());
    if (!*classId)
        return skip(feature.number, "the file brings more than a thousand classes");
    const std::int64_t number = feature.number;
    const Uuid id = feature.id.value_or(Uuid{});
    const std::string* const mpp = metadataOf(feature, kPixelSizeKey);
    const std::optional<PixelSize> measuredAt = mpp ? pixelSizeOf(*mpp) : std::nullopt;
    const std::string* const origin = metadataOf(feature, kOriginKey);
    const bool ofCase = origin && placeOf(kOriginNames, *origin); // it comes back as it was
    NucleusRecord record = nucleusRecordOf(std::move(feature));
    convert(record.measurements, measuredAt);
    if (record.extra.size() > kMostExtra)
        return skip(number, "it carries more than a megabyte of other things");
    record.id = id;
    record.classId = **classId;
    record.shape = std::move(*shape);
    if (!ofCase)
        measureWhatLacks(record.measurements, record.shape, m_slide.pixelSize);
    if (record.origin == NucleusOrigin::Imported && record.changedAt.empty()) {
        record.changedBy = m_author;
        record.changedAt = m_now;
    }
    const Status added = m_intake.add(std::move(record));
    return added || fail(added);
}

bool FeatureIntake::takeRegion(GeoJsonFeature&& feature)
{
    if (pointsOf(feature.shape) > kMostRegionPoints)
        return skip(feature.number, "its outline has more than a million points");
    auto shape = usable(feature, feature.shape);
    if (!shape)
        return true;
    std::optional<int> ofClass;
    if (!feature.className.empty()) {
        const auto classId = m_intake.classFor(feature.className, feature.classColor, isOfCase(feature));
        if (!classId)
            return fail(classId.error());
        ofClass = *classId;
    }
    const std::int64_t number = feature.number;
    const Uuid id = feature.id.value_or(Uuid{});
    RegionRecord region = regionRecordOf(std::move(feature));
    if (region.extra.size() > kMostExtra)
        return skip(number, "it carries more than a megabyte of other things");
    region.id = id;
    region.classId = ofClass;
    region.shape = std::move(*shape);
    const Status added = m_intake.add(std::move(region));
    return added || fail(added);
}

Error takenBack(CaseIntake& intake, Error why)
{
    const auto gone = intake.takeBack();
    if (!gone || !*gone)
        why.what += "; what had come by then stays in the case, and undo takes it away";
    return why;
}

void FeatureIntake::report(CaseImportSummary& summary) const
{
    summary.nuclei = m_intake.nuclei();
    summary.regions = m_intake.regions();
    summary.replaced = m_intake.replaced();
    summary.yielded = m_intake.yielded();
    summary.kept = m_intake.kept();
    summary.renumbered = m_intake.renumbered();
    summary.newClasses = m_intake.newClasses();
    summary.converted = m_converted;
    summary.passedOver += m_passedOver;
    summary.skipped += m_skipped;
    summary.problems.insert(summary.problems.end(), m_problems.begin(), m_problems.end());
    std::sort(summary.problems.begin(), summary.problems.end(),
        [](const GeoJsonProblem& a, const GeoJsonProblem& b) { return a.feature < b.feature; });
    if (summary.problems.size() > kMostProblems)
        summary.problems.resize(kMostProblems);
}

} // namespace nb
