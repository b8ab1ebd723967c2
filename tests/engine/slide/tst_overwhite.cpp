// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slide/overwhite.h"

#include <QtTest>

#include <random>
#include <vector>

class TestOverWhite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opaquePixelsKeepTheirColours();
    void whatIsTransparentIsWhite();
    void inPlaceGivesTheSameColours();
};

void TestOverWhite::opaquePixelsKeepTheirColours()
{
    std::mt19937 random(7);
    for (const std::size_t count : {1U, 3U, 15U, 64U, 257U}) {
        std::vector<std::uint32_t> argb(count);
        for (std::uint32_t& pixel : argb)
            pixel = 0xff000000U | (static_cast<std::uint32_t>(random()) & 0xffffffU);
        std::vector<std::uint8_t> rgb(3 * count + 1, 77);
        nb::overWhite(argb.data(), count, rgb.data());
        for (std::size_t i = 0; i < count; ++i) {
            QCOMPARE(rgb[3 * i], static_cast<std::uint8_t>(argb[i] >> 16));
            QCOMPARE(rgb[3 * i + 1], static_cast<std::uint8_t>(argb[i] >> 8));
            QCOMPARE(rgb[3 * i + 2], static_cast<std::uint8_t>(argb[i]));
        }
        QCOMPARE(rgb.back(), std::uint8_t(77)); // nothing beyond the end
    }
}

void TestOverWhite::whatIsTransparentIsWhite()
{
    // Opaque red, nothing at all, half of blue (premultiplied): one of them is enough to leave the quick way.
    const std::vector<std::uint32_t> argb{0xffff0000, 0x00000000, 0x80000080};
    std::vector<std::uint8_t> rgb(9);
    nb::overWhite(argb.data(), argb.size(), rgb.data());
    QCOMPARE(rgb, (std::vector<std::uint8_t>{255, 0, 0, 255, 255, 255, 127, 127, 255}));
}

void TestOverWhite::inPlaceGivesTheSameColours()
{
    const std::vector<std::uint32_t> opaque{0xff123456, 0xffffffff, 0xff000000};
    std::vector<std::uint32_t> pixels = opaque;
    nb::overWhiteInPlace(pixels.data(), pixels.size());
    QCOMPARE(pixels, opaque);

    std::vector<std::uint32_t> mixed{0xffff0000, 0x00000000, 0x80000080};
    nb::overWhiteInPlace(mixed.data(), mixed.size());
    QCOMPARE(mixed, (std::vector<std::uint32_t>{0xffff0000, 0xffffffff, 0xff7f7fff}));
}

QTEST_GUILESS_MAIN(TestOverWhite)
#include "tst_overwhite.moc"
