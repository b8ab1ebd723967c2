// SPDX-License-Identifier: GPL-3.0-or-later
// Outlines and maps lie where the slide shows what they are of: at every level, zoom and rotation.
#include "tests/support/fakeslide.h"
#include "widgets/heatmaptilesource.h"
#include "widgets/outlinelayer.h"
#include "widgets/slidecanvas.h"
#include "widgets/slidetilesource.h"
#include "widgets/tilelayer.h"

#include <QtTest>

#include <cmath>

using namespace nb;
using namespace nb::test;

namespace
{

constexpr int kSide = 3840;
constexpr int kPitch = 96;
constexpr double kRadius = 24;
constexpr double kHalfPixel = 0.5;
constexpr double kTileEdges = 0.75; // tiles begin and end on whole pixels

/// Dark discs on white, and a nucleus for each.
struct Discs {
    Discs()
    {
        RgbImage picture(kSide, kSide);
        std::fill(picture.pixels.begin(), picture.pixels.end(), std::uint8_t{255});
        std::vector<Nucleus> all;
        for (int row = kPitch / 2; row < kSide; row += kPitch)
            for (int column = kPitch / 2; column < kSide; column += kPitch) {
                for (int y = -25; y <= 25; ++y)
                    for (int x = -25; x <= 25; ++x)
                        if (std::hypot(x + 0.5, y + 0.5) <= kRadius)
                            std::fill_n(picture.row(row + y) + 3 * (column + x), 3, std::uint8_t{0});
                Nucleus nucleus;
                nucleus.id[0] = static_cast<std::uint8_t>(row / kPitch);
                nucleus.id[1] = static_cast<std::uint8_t>(column / kPitch);
                for (int i = 0; i < 48; ++i)
                    nucleus.contour.push_back(
                        {column + kRadius * std::cos(i * M_PI / 24), row + kRadius * std::sin(i * M_PI / 24)});
                all.push_back(std::move(nucleus));
            }
        slide = std::make_shared<FakeSlide>(std::move(picture), 5);
        nuclei->add(all);
    }
    std::shared_ptr<FakeSlide> slide;
    std::shared_ptr<NucleusIndex> nuclei = std::make_shared<NucleusIndex>(kSide, kSide);
};

/// The inside map of the discs.
std::shared_ptr<MapStore> mapsOf(const FakeSlide& slide)
{
    const PatchGrid grid(kSide, kSide, 512, 480);
    auto maps = std::make_shared<MapStore>(grid, 1, 1);
    for (std::int64_t row = 0; row < grid.rows(); ++row)
        for (std::int64_t column = 0; column < grid.columns(); ++column) {
            auto cell = std::make_shared<MapCell>();
            cell->area = grid.cellArea(column, row);
            const auto pixels = slide.read(0, cell->area);
            const int width = static_cast<int>(cell->area.width), height = static_cast<int>(cell->area.height);
            cell->background = cell->boundary = cell->inside = Plane<std::uint8_t>(width, height, 0);
            for (int i = 0; i < width * height; ++i)
                cell->inside.pixels[static_cast<std::size_t>(i)]
                    = static_cast<std::uint8_t>(255 - pixels->pixels[static_cast<std::size_t>(3 * i)]);
            maps->add(std::move(cell));
        }
    return maps;
}

/// Where a layer's discs are on the screen, each less where the view says that it is; screen pixels.
QList<QPointF> offsets(SlideCanvas& canvas)
{
    const QImage picture = canvas.picture();
    const double scale = canvas.view().scale, reach = (kRadius + 8) * scale + 2;
    QList<QPointF> all;
    for (int row = kPitch / 2; row < kSide; row += kPitch)
        for (int column = kPitch / 2; column < kSide; column += kPitch) {
            const QPointF expected = canvas.view().toScreen(QPointF(column, row));
            const QRectF around(expected - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
            if (!QRectF(picture.rect()).contains(around))
                continue;
            QPointF sum;
            double total = 1e-9;
            for (int y = static_cast<int>(around.top()); y < around.bottom(); ++y)
                for (int x = static_cast<int>(around.left()); x < around.right(); ++x) {
                    const double dark = std::max(0.0, 244.0 - qGray(picture.pixel(x, y)));
                    sum += QPointF(x + 0.5, y + 0.5) * dark;
                    total += dark;
                }
            all.append(sum / total - expected);
        }
    return all;
}

double largest(const QPointF& offset)
{
    return std::max(std::abs(offset.x()), std::abs(offset.y()));
}

} // namespace

class TestRegistration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overlaysLieOnTheSlide_data();
    void overlaysLieOnTheSlide();

private:
    Discs m_discs;
    std::shared_ptr<MapStore> m_maps = mapsOf(*m_discs.slide);
};

void TestRegistration::overlaysLieOnTheSlide_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<double>("rotation");
    QTest::addColumn<bool>("mirrored");
    for (const double scale : {0.1, 0.17, 0.25, 0.41, 0.5, 0.73, 1.0, 1.7, 2.9})
        for (const double rotation : {0.0, 23.0, 90.0, 180.0, 301.0})
            QTest::addRow("%g at %g", scale, rotation) << scale << rotation << (rotation > 300);
}

void TestRegistration::overlaysLieOnTheSlide()
{
    QFETCH(double, scale);
    QFETCH(double, rotation);
    QFETCH(bool, mirrored);
    SlideCanvas canvas;
    canvas.resize(700, 500);
    canvas.setReducedMotion(true);
    canvas.setMinimapVisible(false);
    canvas.setScaleBarVisible(false);
    canvas.setSlideSize(kSide, kSide);
    TileLoader loader(2);
    TileLayer slide(std::make_shared<SlideTileSource>(m_discs.slide), loader);
    TileLayer map(std::make_shared<HeatmapTileSource>(m_maps, QSizeF(kSide, kSide), HeatmapStyle()), loader);
    OutlineLayer outlines(m_discs.nuclei, QSizeF(kSide, kSide), loader);
    OutlineStyle style;
    style.fill = true;
    style.stroke = false;
    style.fillOpacity = 1;
    style.line = Qt::black;
    outlines.setStyle(style);
    for (Layer* layer : {static_cast<Layer*>(&slide), static_cast<Layer*>(&map), static_cast<Layer*>(&outlines)})
        canvas.addLayer(layer);
    ViewTransform view = canvas.view();
    view.centre = {1903.4, 1950.7};
    view.scale = scale;
    view.rotationDeg = rotation;
    view.mirrored = mirrored;
    canvas.setView(view);
    QList<QPointF> slideOffsets;
    for (Layer* shown : {static_cast<Layer*>(&slide), static_cast<Layer*>(&map), static_cast<Layer*>(&outlines)}) {
        for (Layer* layer : canvas.layers())
            layer->setVisible(layer == shown);
        QTRY_VERIFY(canvas.settled());
        const QList<QPointF> here = offsets(canvas);
        QVERIFY(!here.isEmpty());
        if (slideOffsets.isEmpty())
            slideOffsets = here;
        for (qsizetype i = 0; i < here.size(); ++i) {
            const QString what = QStringLiteral("layer %1: %2 off, %3 from the slide")
                                     .arg(canvas.layers().indexOf(shown))
                                     .arg(largest(here[i]))
                                     .arg(largest(here[i] - slideOffsets[i]));
            QVERIFY2(largest(here[i] - slideOffsets[i]) <= kHalfPixel, qPrintable(what));
            QVERIFY2(largest(here[i]) <= kTileEdges, qPrintable(what));
        }
    }
}

QTEST_MAIN(TestRegistration)
#include "tst_registration.moc"
