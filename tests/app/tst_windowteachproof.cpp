// SPDX-License-Identifier: GPL-3.0-or-later
// The proof that corrections help where they are made, by hand, since it takes minutes: NB_PROOF names a folder with
// demo.tif and truth.geojson (nucleoscope-cli demo -o demo.tif --truth truth.geojson --size 1600x1200 --stain 5), and
// gets the pictures. The left half is corrected: its upper part is learnt from, its lower part judges. What counts is
// the right half, which nobody touched.
#include "app/window/composition.h"
#include "engine/evaluate/evaluation.h"
#include "engine/io/geojsonreader.h"
#include "engine/segment/nucleusid.h"
#include "tests/support/casefixture.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowtest.h"
#include "ui/casesession.h"
#include "ui/teachcontroller.h"
#include "ui/teachpanel.h"
#include "ui/teachswipe.h"
#include "ui/windowteach.h"

#include <QPushButton>
#include <QTabWidget>

using namespace nb;

namespace
{

constexpr double kMinutes = 3;
constexpr int kLong = 900000; // ms: a condition is waited for, this is only when a test gives up

MultiPolygon box(double left, double top, double right, double bottom)
{
    return {Polygon{{{left, top}, {right, top}, {right, bottom}, {left, bottom}}, {}}};
}

std::vector<MultiPolygon> nucleiIn(const QString& path)
{
    std::vector<MultiPolygon> nuclei;
    const auto read = readGeoJson(path.toStdString(), [&nuclei](GeoJsonFeature&& feature) {
        if (!feature.shape.empty())
            nuclei.push_back(std::move(feature.shape));
        return true;
    });
    return read ? nuclei : std::vector<MultiPolygon>();
}

/// A step of the case: its model nuclei give way to the truth in the left half, which is checked.
Edit corrections(const std::vector<MultiPolygon>& truth, double middle, double split, double bottom)
{
    Edit edit;
    edit.label = "The truth";
    for (const MultiPolygon& shape : truth) {
        if (shape.front().shell.front().x >= middle)
            continue;
        NucleusRecord record;
        record.id = randomId();
        record.shape = shape;
        record.origin = NucleusOrigin::Corrected;
        record.measurements = notMeasured();
        edit.putNuclei.push_back(std::move(record));
    }
    const auto region = [&edit](const char* name, const MultiPolygon& shape, RegionRole role) {
        RegionRecord record;
        record.id = randomId();
        record.name = name;
        record.shape = shape;
        record.role = role;
        record.checked = true;
        edit.putRegions.push_back(std::move(record));
    };
    region("Corrected", box(0, 0, middle, split), RegionRole::Training);
    region("To judge by", box(0, split, middle, bottom), RegionRole::Validation);
    return edit;
}

EvaluationRates ratesOn(
    MainWindow& window, const Services& services, const std::vector<MultiPolygon>& truth, const Rect& rest)
{
    std::vector<MultiPolygon> found;
    SegmentSinks sinks;
    sinks.nuclei = [&found](std::vector<Nucleus> nuclei) {
        for (Nucleus& nucleus : nuclei)
            found.push_back({{std::move(nucleus.contour), {}}});
    };
    Progress progress;
    const auto done
        = segmentSlide(window.segmentation().recipe(), services.scheduler, SegmentRequest{rest}, sinks, {}, progress);
    const auto evaluation = done ? evaluate(truth, found, rest) : Result<Evaluation>(done.error());
    return evaluation ? ratesOf(evaluation->counts) : EvaluationRates{};
}

} // namespace

class TestWindowTeachProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void correctionsHelpWhereTheyAreMade()
    {
        const QDir folder(qEnvironmentVariable("NB_PROOF"));
        if (!qEnvironmentVariableIsSet("NB_PROOF"))
            QSKIP("takes minutes: set NB_PROOF to run it");
        applyTheme(qEnvironmentVariableIsSet("NB_PROOF_DARK") ? Theme::Dark : Theme::Light);
        Composition composition;
        const Services services = composition.services();
        MainWindow window(services);
        window.canvas().setReducedMotion(true);
        window.resize(1600, 1000);
        window.show();
        window.openFile(folder.filePath(QStringLiteral("demo.tif")));
        QTRY_VERIFY_WITH_TIMEOUT(window.segmentation().recipe() && window.caseSession(), kLong);
        const auto truth = nucleiIn(folder.filePath(QStringLiteral("truth.geojson")));
        const QSizeF size = window.canvas().slideSize();
        const double middle = size.width() / 2, split = size.height() * 0.6;
        window.caseSession()->apply(corrections(truth, middle, split, size.height()));
        auto* tabs = window.findChild<QTabWidget*>();
        tabs->setCurrentIndex(tabs->count() - 1);
        TeachController& teach = window.teach().controller();
        teach.settings.timeLimitMinutes = kMinutes;
        auto& panel = window.teach().panel();
        QTRY_VERIFY_WITH_TIMEOUT(teach.obstacle().isEmpty() && teach.material().regions().size() == 2, kLong);
        const Rect rest{static_cast<std::int64_t>(middle) + 100, 0,
            static_cast<std::int64_t>(size.width() - middle) - 100, static_cast<std::int64_t>(size.height())};
        const EvaluationRates before = ratesOn(window, services, truth, rest);
        teach.start();
        QTRY_COMPARE_WITH_TIMEOUT(teach.state(), TeachController::State::Decision, kLong);
        panel.findChild<QPushButton*>(QStringLiteral("teachSwipe"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(window.canvas().settled(), kLong);
        QTest::qWait(500); // the plots are drawn a moment later
        window.grab().save(folder.filePath(QStringLiteral("window.png")));
        panel.setParent(nullptr);
        panel.resize(320, panel.sizeHint().height());
        panel.show();
        QTest::qWait(500);
        panel.grab().save(folder.filePath(QStringLiteral("panel.png")));
        const TrainingOutcome outcome = *teach.result()->outcome;
        const auto held = std::pair(outcome.before->rates, outcome.after->rates);
        const std::string old = window.segmentation().network()->info().hash;
        teach.accept();
        QTRY_VERIFY_WITH_TIMEOUT(window.segmentation().network()->info().hash != old, kLong);
        QTRY_VERIFY_WITH_TIMEOUT(window.segmentation().recipe(), kLong);
        const EvaluationRates after = ratesOn(window, services, truth, rest);
        qInfo("%lld steps, %.1f patches/s", static_cast<long long>(outcome.steps), outcome.patchesPerSecond);
        qInfo("held out: F1 %.3f -> %.3f, AJI %.3f -> %.3f, Dice %.3f -> %.3f", held.first.f1, held.second.f1,
            held.first.aji, held.second.aji, held.first.dice, held.second.dice);
        qInfo("the rest: F1 %.3f -> %.3f, AJI %.3f -> %.3f, Dice %.3f -> %.3f", before.f1, after.f1, before.aji,
            after.aji, before.dice, after.dice);
        QVERIFY(after.f1 > before.f1);
    }
};

int main(int argc, char** argv)
{
    return test::runWindowTest<TestWindowTeachProof>(argc, argv);
}

#include "tst_windowteachproof.moc"
