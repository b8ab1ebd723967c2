// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tilecache.h"

#include <QtTest>

using namespace nb;

namespace
{

CachedTile tile()
{
    return {QImage(256, 256, QImage::Format_RGB32), 0, 0, 0};
}
constexpr std::size_t kTile = 256 * 256 * 4;

} // namespace

class TestTileCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void evictsTheLeastRecentlyUsed();
    void keepsWhatIsVisibleAndTheCoarsest();
    void whatIsNoLongerVisibleGoes();
    void staysWithinItsLimit();
    void forgetsASource();
    void replacingATileCountsOnce();
};

void TestTileCache::evictsTheLeastRecentlyUsed()
{
    TileCache cache(kTile * 3 + 4096);
    for (int i = 0; i < 3; ++i)
        cache.insert(1, {0, i, 0}, tile(), false);
    QVERIFY(cache.find(1, {0, 0, 0})); // used again
    cache.insert(1, {0, 3, 0}, tile(), false);
    QVERIFY(!cache.find(1, {0, 1, 0}));
    QVERIFY(cache.find(1, {0, 0, 0}));
    QVERIFY(cache.find(1, {0, 2, 0}));
    QVERIFY(cache.find(1, {0, 3, 0}));
}

void TestTileCache::keepsWhatIsVisibleAndTheCoarsest()
{
    TileCache cache(kTile * 3 + 4096);
    cache.insert(1, {5, 0, 0}, tile(), true);
    cache.insert(1, {0, 0, 0}, tile(), false);
    cache.setVisible(1, {{0, 0, 0}});
    for (int i = 1; i < 20; ++i)
        cache.insert(2, {0, i, 0}, tile(), false);
    QVERIFY(cache.find(1, {5, 0, 0}));
    QVERIFY(cache.find(1, {0, 0, 0}));
    QVERIFY(cache.find(2, {0, 19, 0}));
    QVERIFY(!cache.find(2, {0, 18, 0}));
}

void TestTileCache::whatIsNoLongerVisibleGoes()
{
    TileCache cache(kTile * 2 + 4096);
    cache.insert(1, {0, 0, 0}, tile(), false);
    cache.setVisible(1, {{0, 0, 0}});
    cache.setVisible(1, {{0, 1, 0}});
    for (int i = 1; i < 4; ++i)
        cache.insert(1, {0, i, 0}, tile(), false);
    QVERIFY(!cache.find(1, {0, 0, 0}));
    QVERIFY(cache.find(1, {0, 1, 0}));
}

void TestTileCache::staysWithinItsLimit()
{
    TileCache cache(10'000'000);
    for (int i = 0; i < 500; ++i) {
        cache.insert(static_cast<quint64>(i % 3), {0, i, i}, tile(), false);
        QVERIFY(cache.bytes() <= cache.byteLimit());
    }
    QVERIFY(cache.bytes() > cache.byteLimit() - 2 * kTile);
    cache.setByteLimit(kTile * 2);
    QVERIFY(cache.bytes() <= kTile * 2);
}

void TestTileCache::forgetsASource()
{
    TileCache cache;
    cache.insert(1, {0, 0, 0}, tile(), true);
    cache.insert(1, {0, 1, 0}, tile(), false);
    cache.insert(2, {0, 0, 0}, tile(), false);
    const std::size_t three = cache.bytes();
    cache.setVisible(1, {{0, 0, 0}});
    cache.forget(1);
    QVERIFY(!cache.find(1, {0, 0, 0}));
    QVERIFY(!cache.find(1, {0, 1, 0}));
    QVERIFY(cache.find(2, {0, 0, 0}));
    QCOMPARE(cache.bytes() * 3, three);
}

void TestTileCache::replacingATileCountsOnce()
{
    TileCache cache;
    cache.insert(1, {0, 0, 0}, tile(), false);
    const std::size_t one = cache.bytes();
    cache.insert(1, {0, 0, 0}, tile(), false);
    QCOMPARE(cache.bytes(), one);
}

QTEST_GUILESS_MAIN(TestTileCache)
#include "tst_tilecache.moc"
