// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/exchange/caseimport.h"
#include "engine/exchange/caseintake.h"
#include "engine/io/nucleusrule.h"

namespace nb
{

/// Takes the objects of a file into a case: says what each is, mends outlines, names what is wrong. What can only be
/// told once the whole file was seen waits for a second reading. One thread at a time.
class FeatureIntake
{
public:
    FeatureIntake(CaseIntake& intake, const SlideIdentity& slide, std::string author);

    /// False where the case failed (`failure`) and nothing more is to come.
    [[nodiscard]] bool take(GeoJsonFeature&& feature);
    /// Counts and names an object that is left out. True: the others still come.
    bool skip(std::int64_t number, std::string reason);
    /// Whether the file has to be read again; from now on `take` passes over what it has taken already.
    [[nodiscard]] bool beginSecondReading();
    [[nodiscard]] const Status& failure() const { return m_failure; }
    /// Adds what was counted here, and the intake's counts.
    void report(CaseImportSummary& summary) const;

private:
    enum class Kind { Nucleus, Region, Later, Other };
    [[nodiscard]] Kind kindOf(const GeoJsonFeature& feature);
    [[nodiscard]] bool takeNucleus(GeoJsonFeature&& feature);
    [[nodiscard]] bool takeRegion(GeoJsonFeature&& feature);
    [[nodiscard]] std::optional<MultiPolygon> usable(const GeoJsonFeature& feature, const MultiPolygon& shape);
    [[nodiscard]] bool fail(const Status& failure);
    void convert(NucleusMeasurements& measured, const std::optional<PixelSize>& at);

    CaseIntake& m_intake;
    const SlideIdentity m_slide;
    const std::string m_author;
    const std::string m_now;
    NucleusRule m_rule;
    bool m_second = false;
    std::int64_t m_later = 0;
    std::int64_t m_passedOver = 0;
    std::int64_t m_skipped = 0;
    std::int64_t m_converted = 0;
    std::vector<GeoJsonProblem> m_problems;
    Status m_failure;
};

/// Ends an import that failed: as if it had not been where that is possible; else `why` says what stays.
[[nodiscard]] Error takenBack(CaseIntake& intake, Error why);

} // namespace nb
