// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/viewerstage.h"

#include "engine/demo/demoslide.h"
#include "tests/bench/measured.h"
#include "widgets/slidecanvas.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <random>

namespace nb::bench
{

namespace
{

constexpr int kPoints = 24;
constexpr int kStride = 448;
constexpr int kPatch = 512;
constexpr qint64 kLongestWaitMs = 120000;

/// A slide's file repeated to the right and downwards.
class RepeatedSlide : public SlideSource
{
public:
    RepeatedSlide(std::shared_ptr<const SlideSource> slide, int repeats)
        : m_slide(std::move(slide))
        , m_info(m_slide->info())
    {
        for (SlideLevel& level : m_info.levels) {
            level.width *= repeats;
            level.height *= repeats;
        }
    }
    [[nodiscard]] const SlideInfo& info() const override { return m_info; }
    [[nodiscard]] Result<RgbImage> read(int level, const Rect& area) const override
    {
        const SlideLevel& one = m_slide->info().levels.at(static_cast<std::size_t>(level));
        RgbImage out(static_cast<int>(area.width), static_cast<int>(area.height));
        for (std::int64_t y = area.y / one.height * one.height; y < area.bottom(); y += one.height)
            for (std::int64_t x = area.x / one.width * one.width; x < area.right(); x += one.width) {
                const Rect here = area.intersected({x, y, one.width, one.height});
                const auto part = m_slide->read(level, {here.x - x, here.y - y, here.width, here.height});
                if (!part)
                    return part;
                for (int row = 0; row < part->height; ++row)
                    std::copy_n(part->row(row), part->width * 3,
                        out.row(static_cast<int>(here.y - area.y) + row) + (here.x - area.x) * 3);
            }
        return out;
    }
    [[nodiscard]] Result<RgbImage> associatedImage(const std::string& name) const override
    {
        return m_slide->associatedImage(name);
    }

private:
    std::shared_ptr<const SlideSource> m_slide;
    SlideInfo m_info;
};

Nucleus nucleusAt(double x, double y, double radius, std::mt19937_64& random)
{
    Nucleus nucleus;
    for (std::size_t i = 0; i < 16; ++i)
        nucleus.id[i] = static_cast<std::uint8_t>(random());
    const double turn = static_cast<double>(random() % 628) / 100;
    for (int i = 0; i < kPoints; ++i) {
        const double angle = 2 * M_PI * i / kPoints, r = radius * (1 + 0.2 * std::sin(2 * angle + turn));
        nucleus.contour.push_back({x + r * std::cos(angle), y + r * std::sin(angle)});
    }
    nucleus.firstX = static_cast<std::int64_t>(x);
    nucleus.firstY = static_cast<std::int64_t>(y);
    nucleus.measurements.areaUm2 = 10 + static_cast<double>(random() % 90);
    return nucleus;
}

} // namespace

ViewerSlides::ViewerSlides()
{
    Progress progress;
    orThrow(writeDemoSlide(DemoTissue(kSide, kSide, 1, 0), path(), {}, progress));
}

std::string ViewerSlides::path() const
{
    return m_folder.filePath(QStringLiteral("demo.tif")).toStdString();
}

std::shared_ptr<const SlideSource> ViewerSlides::open() const
{
    return orThrow(openSlide(path()));
}

std::shared_ptr<const SlideSource> ViewerSlides::openLarge() const
{
    return std::make_shared<RepeatedSlide>(open(), kRepeats);
}

std::shared_ptr<NucleusIndex> nucleiEverywhere(std::int64_t side, int perSide)
{
    auto index = std::make_shared<NucleusIndex>(side, side);
    std::mt19937_64 random(1);
    const double pitch = static_cast<double>(side) / perSide;
    std::vector<Nucleus> batch;
    for (int row = 0; row < perSide; ++row) {
        for (int column = 0; column < perSide; ++column)
            batch.push_back(nucleusAt((column + 0.5) * pitch, (row + 0.5) * pitch, pitch * 0.35, random));
        if (row % 10 == 9 || row + 1 == perSide) {
            index->add(batch);
            batch.clear();
        }
    }
    return index;
}

std::shared_ptr<MapStore> mapsEverywhere(std::int64_t side)
{
    const PatchGrid grid(side, side, kPatch, kStride);
    auto maps = std::make_shared<MapStore>(grid, 1, 1);
    for (std::int64_t row = 0; row < grid.rows(); ++row)
        for (std::int64_t column = 0; column < grid.columns(); ++column) {
            auto cell = std::make_shared<MapCell>();
            cell->area = grid.cellArea(column, row);
            const int width = static_cast<int>(cell->area.width), height = static_cast<int>(cell->area.height);
            cell->background = Plane<std::uint8_t>(width, height, 40);
            cell->boundary = Plane<std::uint8_t>(width, height, 30);
            cell->inside = Plane<std::uint8_t>(width, height);
            for (int y = 0; y < height; ++y)
                for (int x = 0; x < width; ++x)
                    cell->inside.row(y)[x] = static_cast<std::uint8_t>((x * 5 ^ y * 3) & 255);
            maps->add(std::move(cell));
        }
    return maps;
}

void pumpUntil(const char* what, const std::function<bool()>& done)
{
    if (done())
        return;
    QEventLoop loop;
    QTimer timer;
    QElapsedTimer since;
    since.start();
    bool late = false;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        late = since.elapsed() > kLongestWaitMs;
        if (late || done())
            loop.quit();
    });
    timer.start(1);
    loop.exec();
    if (late)
        throw std::runtime_error(std::string("nothing came of: ") + what);
}

double threadMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

Frame frameOf(SlideCanvas& canvas, const std::function<void()>& move)
{
    const double before = threadMs();
    const double seconds = secondsOf([&] {
        move();
        canvas.repaint();
        QCoreApplication::processEvents();
    });
    return {1000 * seconds, threadMs() - before};
}

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    const auto index = static_cast<std::size_t>(static_cast<double>(values.size()) * share);
    return values.at(std::min(values.size() - 1, index));
}

} // namespace nb::bench
