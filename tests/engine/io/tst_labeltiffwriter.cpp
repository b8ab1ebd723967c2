// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/image.h"
#include "engine/geometry/polygon.h"
#include "engine/io/labelimage.h"
#include "engine/io/labeltiffwriter.h"
#include "tests/support/fulldisk.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace fs = std::filesystem;
using nb::Ring;

namespace
{

Ring disc(double cx, double cy, double radius)
{
    Ring ring;
    for (int i = 0; i < 24; ++i)
        ring.push_back({cx + radius * std::cos(i * M_PI / 12), cy + radius * std::sin(i * M_PI / 12)});
    return ring;
}

nb::LabelImage readLabels(const std::string& path)
{
    auto image = nb::readLabelImage(path);
    return image ? std::move(*image) : nb::LabelImage();
}

nb::Status writeLabels(const std::string& path, std::int64_t width, std::int64_t height, nb::PixelSize pixelSize,
    const std::vector<Ring>& rings)
{
    auto writer = nb::LabelTiffWriter::create(path, width, height, pixelSize);
    if (!writer)
        return writer.error();
    for (const Ring& ring : rings)
        if (nb::Status status = (*writer)->add(ring); !status)
            return status;
    return (*writer)->finish({});
}

} // namespace

class TestLabelTiffWriter : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    std::string at(const std::string& name) const { return m_dir.path().toStdString() + "/" + name; }

private Q_SLOTS:
    void labelsPixelsByTheirCentres()
    {
        const std::vector<Ring> rings{disc(20, 30, 9.3), disc(250, 260, 40), {{-5, -5}, {3, -5}, {3, 4}, {-5, 4}},
            disc(32, 30, 8), disc(299, 410, 20)};
        QVERIFY(writeLabels(at("a.tif"), 300, 420, {0.25, 0.25}, rings).ok());
        const auto read = readLabels(at("a.tif"));
        QCOMPARE(read.width, 300);
        QCOMPARE(read.height, 420);
        for (int y = 0; y < read.height; ++y)
            for (int x = 0; x < read.width; ++x) {
                std::uint32_t expected = 0;
                for (std::uint32_t i = 5; i-- > 0;)
                    if (nb::contains(rings[i], {x + 0.5, y + 0.5}))
                        expected = i + 1; // the earlier has it
                QCOMPARE(read.at(x, y), expected);
            }
    }
    void holdsMoreLabelsThanSixteenBits()
    {
        std::vector<Ring> rings;
        for (int i = 0; i < 70000; ++i) {
            const double x = i % 280, y = i / 280;
            rings.push_back({{x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}});
        }
        QVERIFY(writeLabels(at("b.tif"), 280, 250, {0.25, 0.25}, rings).ok());
        const auto read = readLabels(at("b.tif"));
        QCOMPARE(read.width, 280);
        QCOMPARE(read.at(279, 249), 70000U);
        QCOMPARE(read.at(0, 0), 1U);
    }
    void anEmptySlideIsSmallAndReadable()
    {
        QVERIFY(writeLabels(at("c.tif"), 5000, 4000, {0.25, 0.25}, {}).ok());
        QVERIFY(fs::file_size(at("c.tif")) < 300000);
        const auto read = readLabels(at("c.tif"));
        QCOMPARE(read.width, 5000);
        QVERIFY(std::all_of(read.pixels.begin(), read.pixels.end(), [](std::uint32_t v) { return v == 0; }));
    }
    void saysWhenTheDiskIsFull()
    {
        nb::test::FullDisk disk(16 * 1024);
        if (!disk.mounted())
            QSKIP("needs the right to mount a small file system");
        std::vector<Ring> rings;
        for (int i = 0; i < 2000; ++i)
            rings.push_back(disc(10 + i % 50 * 20, 10 + i / 50 * 20, 4 + i % 7));
        const auto status = writeLabels(disk.at("a.tif"), 1000, 1000, {0.25, 0.25}, rings);
        QVERIFY(!status);
        QCOMPARE(status.error().code, nb::ErrorCode::NoSpace);
        QVERIFY(fs::is_empty(disk.folder()));
    }
    void keepsTheRingsOnTheDisk()
    {
        auto writer = nb::LabelTiffWriter::create(at("e.tif"), 3000, 3000, {0.25, 0.25});
        QVERIFY(writer.ok());
        for (int i = 0; i < 20000; ++i)
            QVERIFY((*writer)->add(disc(10 + i % 140 * 21, 10 + i / 140 * 20, 9.5)).ok());
        const auto before = fs::directory_iterator(m_dir.path().toStdString());
        QCOMPARE(std::count_if(begin(before), end(before),
                     [](const auto& entry) { return entry.path().string().find(".e.tif.") != std::string::npos; }),
            std::ptrdiff_t{1}); // the picture; the rings have no name
        QVERIFY((*writer)->prepare({}).ok());
        QVERIFY(!fs::exists(at("e.tif")));
        QVERIFY((*writer)->finish({}).ok());
        const auto read = readLabels(at("e.tif"));
        for (int i = 0; i < 20000; ++i)
            QCOMPARE(read.at(10 + i % 140 * 21, 10 + i / 140 * 20), static_cast<std::uint32_t>(i + 1));
    }
    void cancelledIsAnErrorThatLeavesNothing()
    {
        nb::CancelSource stop;
        {
            auto writer = nb::LabelTiffWriter::create(at("f.tif"), 3000, 3000, {0.25, 0.25});
            stop.cancel();
            const auto status = (*writer)->finish(stop.token());
            QVERIFY(!status);
            QCOMPARE(status.error().code, nb::ErrorCode::Cancelled);
        }
        const auto left = fs::directory_iterator(m_dir.path().toStdString());
        QVERIFY(std::none_of(begin(left), end(left),
            [](const auto& entry) { return entry.path().string().find("f.tif") != std::string::npos; }));
    }
    void refusesSizesThatMakeNoSense()
    {
        QCOMPARE(writeLabels(at("d.tif"), 0, 5, {0.25, 0.25}, {}).error().code, nb::ErrorCode::Invalid);
        QCOMPARE(writeLabels(at("d.tif"), 1LL << 40, 1LL << 40, {0.25, 0.25}, {}).error().code, nb::ErrorCode::Invalid);
        QVERIFY(!fs::exists(at("d.tif")));
    }
};

QTEST_GUILESS_MAIN(TestLabelTiffWriter)
#include "tst_labeltiffwriter.moc"
