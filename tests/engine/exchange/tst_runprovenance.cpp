// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/foundexport.h"
#include "engine/segment/tileextraction.h"
#include "tests/engine/io/geojsonsamples.h"
#include "tests/support/caserunfixture.h"
#include "tests/support/exchangefixture.h"

#include <QtTest>

#include <cstring>

using nb::GeoJsonFeature;
using nb::MetadataEntries;
using nb::test::ExchangeCase;
using nb::test::fileText;

namespace
{

using Told = std::map<nb::Uuid, std::map<std::string, std::string>>;

/// The metadata of every nucleus of a file.
Told toldIn(const std::string& path)
{
    Told told;
    const auto read = nb::readGeoJson(path, [&told](GeoJsonFeature&& feature) {
        told[feature.id.value_or(nb::Uuid{})].insert(feature.metadata.begin(), feature.metadata.end());
        return true;
    });
    return read.ok() ? told : Told{};
}

std::map<std::string, std::string> asMap(const MetadataEntries& entries)
{
    return {entries.begin(), entries.end()};
}

} // namespace

class TestRunProvenance : public QObject
{
    Q_OBJECT

    std::shared_ptr<const nb::SlideRecipe> m_recipe;
    std::unique_ptr<ExchangeCase> m_case; ///< with a run on it

    [[nodiscard]] nb::ExtractionRecipe extraction() const { return nb::extractionRecipeOf(m_recipe->network->info()); }

private Q_SLOTS:
    void initTestCase()
    {
        m_recipe = nb::test::runRecipe();
        QVERIFY(m_recipe != nullptr);
        m_case = std::make_unique<ExchangeCase>(nb::identityOf(m_recipe->slide->info()));
        QVERIFY(nb::test::run(m_case->thread(), m_recipe).ok());
    }
    void saysEverythingThatMadeANucleus()
    {
        const auto told = asMap(nb::foundNucleusMetadata(*m_recipe, extraction()));
        QCOMPARE(told.size(), std::size_t{7});
        QCOMPARE(told.at("origin"), std::string("model"));
        QCOMPARE(told.at("model"), std::string(64, 'b'));
        QCOMPARE(told.at("mpp"), std::string("0.25"));
        QCOMPARE(told.at("run"), std::string("fp32 128/96"));
        QCOMPARE(told.at("extraction"), std::string("inside > 0.500, >= 10 px, grown by 5"));
        nb::SlideStain stain;
        stain.method = nb::StainMethod::Vahadane;
        stain.source = {{0.650012, 0.704, 0.286}, {0.07, 0.99, 0.11}, {1.5, 1}};
        QCOMPARE(nb::stainProvenance(stain),
            std::string("vahadane, lambda 0.1, H 0.65001 0.704 0.286, E 0.07 0.99 0.11, P99 1.5 1"));
        stain.method = nb::StainMethod::None;
        stain.fromTarget = true;
        QVERIFY(nb::stainProvenance(stain).starts_with("none, H and E by the model's stains, H 0.65001"));
    }
    void aCaseAndAFileOfItsNucleiSayTheSame()
    {
        const auto slide = m_case->thread().ask([](nb::CaseDocument& open) { return open.slide(); }).get();
        nb::CaseChoice all = m_case->choice();
        all.slide = *slide; // the run has decided the µm/px
        const auto written = m_case->write(m_case->file("case.geojson"), all);
        QVERIFY2(written.ok() && written->nuclei > 10, written ? "no nuclei" : written.error().message().c_str());
        const auto runs = m_case->thread().ask([](nb::CaseDocument& open) { return open.runs().runs(); }).get();
        const auto metadata = nb::foundNucleusMetadata(*m_recipe, extraction());
        Told ofCase = toldIn(m_case->file("case.geojson"));
        for (auto& [id, entries] : ofCase) {
            QCOMPARE(entries.at("run_at"), runs->front().started);
            entries.erase("run_at"); // a case knows it; a file has a date, and the same run twice gives the same file
            QVERIFY(entries == asMap(metadata));
        }

        nb::NucleusIndex index(m_recipe->slide->info().width(), m_recipe->slide->info().height());
        std::vector<nb::Nucleus> nuclei;
        for (const auto& [id, record] : m_case->nuclei()) {
            nb::Nucleus nucleus;
            nucleus.id = id;
            nucleus.contour = record.shape.front().shell;
            nuclei.push_back(nucleus);
        }
        index.add(nuclei);
        nb::Progress progress;
        const auto found = nb::exportFoundNuclei(index, metadata, m_case->file("found.geojson"), {}, progress);
        QVERIFY2(found.ok(), found ? "" : found.error().message().c_str());
        QCOMPARE(*found, written->nuclei);
        QVERIFY(toldIn(m_case->file("found.geojson")) == ofCase);
    }
    void comesBackFromAnotherCase()
    {
        QVERIFY(m_case->write(m_case->file("out.geojson"), m_case->choice()).ok());
        ExchangeCase second(nb::identityOf(m_recipe->slide->info()));
        QVERIFY(second.import(m_case->file("out.geojson")).ok());
        QVERIFY(second.write(second.file("again.geojson"), second.choice()).ok());
        const Told before = toldIn(m_case->file("out.geojson"));
        QVERIFY(before.size() > 10 && before.begin()->second.contains("stain"));
        QVERIFY(before == toldIn(second.file("again.geojson")));
        for (const auto& [id, record] : second.nuclei())
            QCOMPARE(record.modelHash, std::string(64, 'b'));
    }
    void tellsNoPathAndNoName()
    {
        const std::string text = fileText(m_case->file("out.geojson"));
        char machine[256] = {};
        QCOMPARE(::gethostname(machine, sizeof machine - 1), 0);
        for (const std::string& secret : {m_recipe->slide->info().path, m_case->file(""), std::string("tester")})
            QVERIFY2(!secret.empty() && text.find(secret) == std::string::npos, secret.c_str());
        QVERIFY(text.find('"' + std::string(machine)) == std::string::npos);
        QVERIFY(text.find(m_recipe->slide->info().hash) == std::string::npos);
    }
    void aRunThatToldLessIsNoObstacle()
    {
        nb::RunSettings old;
        for (const char* settings : {"", "{}", "[]", "not json", R"({"stain":7,"patch":"x","inside_above":null})"}) {
            old.settings = settings;
            for (const auto& [key, value] : nb::runProvenance(old, "2018-03-01T09:30:00Z"))
                QCOMPARE(key, std::string("run_at"));
        }
    }
};

QTEST_GUILESS_MAIN(TestRunProvenance)
#include "tst_runprovenance.moc"
