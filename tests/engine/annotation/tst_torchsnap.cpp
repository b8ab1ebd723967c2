// SPDX-License-Identifier: GPL-3.0-or-later
// What one click, or a rough contour, is worth on real images with truth.
#include "engine/annotation/figures.h"
#include "engine/annotation/maskshape.h"
#include "engine/annotation/shapealgebra.h"
#include "engine/annotation/snap.h"
#include "engine/evaluate/nucleifile.h"
#include "engine/geometry/polygon.h"
#include "engine/nn/network.h"
#include "engine/segment/slidesegmenter.h"
#include "engine/segment/tileextraction.h"
#include "tests/support/sharedfiles.h"

#include <QtTest>
#include <map>

using nb::MultiPolygon;
using nb::Point;

namespace
{

double fit(const MultiPolygon& a, const MultiPolygon& b)
{
    const double both = nb::areaOf(nb::common(a, b));
    return both / (nb::areaOf(a) + nb::areaOf(b) - both);
}

double bestFit(const MultiPolygon& shape, const std::vector<MultiPolygon>& among)
{
    double best = 0;
    for (const MultiPolygon& other : among)
        if (!nb::boundsOf(shape).intersected(nb::boundsOf(other)).empty())
            best = std::max(best, fit(shape, other));
    return best;
}

std::vector<MultiPolygon> truthShapes(const nb::NucleiFile& file)
{
    const auto& labels = std::get<nb::LabelImage>(file.nuclei);
    std::map<std::uint32_t, nb::Plane<std::uint8_t>> masks;
    for (std::size_t i = 0; i < labels.pixels.size(); ++i)
        if (const std::uint32_t label = labels.pixels[i]; label != 0) {
            auto& mask = masks.try_emplace(label, labels.width, labels.height).first->second;
            mask.pixels[i] = 1;
        }
    std::vector<MultiPolygon> shapes;
    for (const auto& [label, mask] : masks)
        if (MultiPolygon shape = nb::shapeOfMask(mask, {}); nb::areaOf(shape) > 30)
            shapes.push_back(std::move(shape));
    return shapes;
}

struct Tally {
    int tried = 0, right = 0;
    double sum = 0;
    void add(double fit)
    {
        ++tried;
        right += fit >= 0.5;
        sum += fit;
    }
    [[nodiscard]] double share() const { return tried > 0 ? static_cast<double>(right) / tried : 0; }
    [[nodiscard]] double mean() const { return tried > 0 ? sum / tried : 0; }
};

} // namespace

class TestTorchSnap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aClickOnAFoundNucleusGivesIt();
    void aClickOnAMissedNucleusOftenGivesIt();
    void aRoughContourIsMadeBetter();

private:
    struct Image {
        std::shared_ptr<nb::MapStore> maps;
        std::vector<MultiPolygon> found, truth;
        nb::ExtractionRecipe recipe;
    };
    [[nodiscard]] double click(const Image& image, const MultiPolygon& truth)
    {
        const Point at = nb::centroid(truth.front().shell);
        const auto window = nb::snapWindow(*image.maps, at, image.recipe);
        if (!window)
            return 0;
        const auto shape = nb::snapToPoint(*window, 1, 1, at, image.recipe);
        return shape ? fit(*shape, truth) : 0;
    }
    std::vector<Image> m_images;
};

void TestTorchSnap::initTestCase()
{
    NB_NEEDS_SHARED("data/mod/test/test_01.png");
    const auto network
        = nb::loadNetwork(nb::test::defaultModelPath(), {nb::PrecisionChoice::Fp32, nb::DeviceChoice::Cpu});
    QVERIFY(network.ok());
    nb::NetworkScheduler scheduler(2);
    for (const int number : {1, 4, 8}) {
        const std::string stem
            = nb::test::sharedPath(QString("data/mod/test/test_%1").arg(number, 2, 10, QChar('0')).toStdString());
        const auto slide = nb::openSlide(stem + ".png");
        const auto truth = nb::readNuclei(stem + ".labels.png");
        QVERIFY(slide.ok() && truth.ok());
        nb::SegmentOptions options;
        options.pixelSize = nb::PixelSize{0.25, 0.25};
        const auto recipe = nb::prepareSlide(*slide, *network, options, {});
        QVERIFY(recipe.ok());
        Image image{std::make_shared<nb::MapStore>(**recipe), {}, {}, nb::extractionRecipeOf((*network)->info())};
        nb::SegmentSinks sinks;
        sinks.nuclei = [&](std::vector<nb::Nucleus> nuclei) {
            for (nb::Nucleus& nucleus : nuclei)
                image.found.push_back({nb::Polygon{std::move(nucleus.contour), {}}});
        };
        sinks.maps = [&](std::shared_ptr<const nb::MapCell> cell) { image.maps->add(std::move(cell)); };
        nb::Progress progress;
        QVERIFY(nb::segmentSlide(
            *recipe, scheduler, {{0, 0, (*slide)->info().width(), (*slide)->info().height()}}, sinks, {}, progress)
                    .ok());
        image.truth = truthShapes(*truth);
        m_images.push_back(std::move(image));
    }
}

void TestTorchSnap::aClickOnAFoundNucleusGivesIt()
{
    NB_NEEDS_SHARED("data/mod/test/test_01.png");
    Tally tally;
    for (const Image& image : m_images)
        for (const MultiPolygon& nucleus : image.found)
            tally.add(click(image, nucleus));
    qInfo("%d nuclei of the model: a click gives %.1f%% of them again, mean IoU %.3f", tally.tried, 100 * tally.share(),
        tally.mean());
    QVERIFY(tally.share() > 0.85);
}

void TestTorchSnap::aClickOnAMissedNucleusOftenGivesIt()
{
    NB_NEEDS_SHARED("data/mod/test/test_01.png");
    Tally missed, found;
    for (const Image& image : m_images)
        for (const MultiPolygon& nucleus : image.truth)
            (bestFit(nucleus, image.found) < 0.5 ? missed : found).add(click(image, nucleus));
    qInfo("%d nuclei that the model has not (IoU < 0.5): one click makes %.1f%% right (IoU >= 0.5), mean IoU %.3f",
        missed.tried, 100 * missed.share(), missed.mean());
    qInfo("%d that it has: %.1f%%, mean IoU %.3f", found.tried, 100 * found.share(), found.mean());
    QVERIFY(missed.share() > 0.2);
    QVERIFY(found.share() > 0.8);
}

void TestTorchSnap::aRoughContourIsMadeBetter()
{
    NB_NEEDS_SHARED("data/mod/test/test_01.png");
    Tally rough, snapped, missed;
    int refused = 0;
    for (const Image& image : m_images)
        for (const MultiPolygon& nucleus : image.truth) {
            const nb::Rect box = nb::boundsOf(nucleus); // drawn as an ellipse around it, a little off
            const MultiPolygon drawn
                = nb::ellipseFigure({static_cast<double>(box.x) - 3, static_cast<double>(box.y) - 2},
                    {static_cast<double>(box.right()) + 2, static_cast<double>(box.bottom()) + 3});
            const auto window = nb::snapWindow(*image.maps, drawn, image.recipe);
            if (!window)
                continue;
            const auto shape = nb::snapToContour(*window, 1, 1, drawn, image.recipe);
            refused += shape.ok() ? 0 : 1;
            if (!shape)
                continue;
            rough.add(fit(drawn, nucleus));
            snapped.add(fit(*shape, nucleus));
            if (bestFit(nucleus, image.found) < 0.5)
                missed.add(fit(*shape, nucleus));
        }
    qInfo("%d rough ellipses of mean IoU %.3f become nuclei of %.3f; %d refused; of %d that the model has not, %.1f%% "
          "right",
        rough.tried, rough.mean(), snapped.mean(), refused, missed.tried, 100 * missed.share());
    QVERIFY(snapped.mean() > rough.mean());
}

QTEST_GUILESS_MAIN(TestTorchSnap)
#include "tst_torchsnap.moc"
