// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/placetiles.h"
#include "widgets/tilelayer.h"
#include "widgets/tileloader.h"

#include <QSignalSpy>
#include <QtTest>

using namespace nb;
using nb::test::PlaceTiles;

namespace
{

std::vector<TileWant> wants(const QList<TileKey>& keys)
{
    std::vector<TileWant> list;
    for (const TileKey& key : keys)
        list.push_back({key, static_cast<double>(list.size())});
    return list;
}

} // namespace

class TestTileLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mostUrgentOfAllSourcesComesFirst();
    void aNewListReplacesTheOld();
    void aForgottenSourcesTilesAreDropped();
    void aFailedTileIsTriedTwiceAndToldOnce();
    void aMendedTileComesWhenTriedAgain();
    void aNewVersionIsLoadedWhileTheOldIsShown();
    void aHiddenLayerLoadsNothing();
    void nothingIsLoadedTwice();
};

void TestTileLoader::mostUrgentOfAllSourcesComesFirst()
{
    TileLoader loader(1);
    const auto a = std::make_shared<PlaceTiles>(QSizeF(4096, 4096)),
               b = std::make_shared<PlaceTiles>(QSizeF(4096, 4096));
    a->hold(true);
    QStringList order;
    connect(&loader, &TileLoader::loaded, this, [&](quint64 source, const TileKey& key) {
        order
            += QStringLiteral("%1%2").arg(source == a->id() ? QLatin1String("a") : QLatin1String("b")).arg(key.column);
    });
    loader.setWanted(a, {{{0, 0, 0}, 0}});
    QTRY_COMPARE(a->begun().size(), 1); // the only thread is in hand
    loader.setWanted(a, {{{0, 1, 0}, 1}, {{0, 2, 0}, 4}});
    loader.setWanted(b, {{{0, 3, 0}, 2}, {{0, 4, 0}, 3}});
    a->hold(false);
    QTRY_COMPARE(order, (QStringList{"a0", "a1", "b3", "b4", "a2"}));
}

void TestTileLoader::aNewListReplacesTheOld()
{
    TileLoader loader(1);
    const auto source = std::make_shared<PlaceTiles>(QSizeF(4096, 4096));
    source->hold(true);
    loader.setWanted(source, wants({{0, 0, 0}, {0, 1, 0}, {0, 2, 0}}));
    QTRY_COMPARE(source->begun().size(), 1);
    loader.setWanted(source, wants({{0, 7, 7}}));
    QSignalSpy loaded(&loader, &TileLoader::loaded);
    source->hold(false);
    QTRY_COMPARE(loaded.size(), 2);
    QCOMPARE(source->begun(), (QList<TileKey>{{0, 0, 0}, {0, 7, 7}}));
}

void TestTileLoader::aForgottenSourcesTilesAreDropped()
{
    TileLoader loader(1);
    const auto gone = std::make_shared<PlaceTiles>(QSizeF(4096, 4096)),
               next = std::make_shared<PlaceTiles>(QSizeF(256, 256));
    gone->hold(true);
    loader.setWanted(gone, wants({{0, 0, 0}, {0, 1, 0}}));
    QTRY_COMPARE(gone->begun().size(), 1);
    QSignalSpy loaded(&loader, &TileLoader::loaded);
    loader.forget(gone->id());
    loader.setWanted(next, wants({{0, 0, 0}}));
    gone->hold(false);
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(loaded.first().first().value<quint64>(), next->id());
    QVERIFY(!loader.cache().find(gone->id(), {0, 0, 0}));
}

void TestTileLoader::aFailedTileIsTriedTwiceAndToldOnce()
{
    TileLoader loader(1);
    const auto source = std::make_shared<PlaceTiles>(QSizeF(512, 512));
    source->fail({0, 0, 0});
    source->fail({0, 1, 1});
    TileLayer layer(source, loader);
    QSignalSpy told(&layer, &Layer::failed);
    layer.setView({{256, 256}, 1, 0, false, {512, 512}, 1});
    QTRY_VERIFY(layer.settled());
    QCOMPARE(source->begun().count(TileKey{0, 0, 0}), 2);
    QCOMPARE(source->begun().count(TileKey{0, 1, 1}), 2);
    QCOMPARE(source->begun().count(TileKey{0, 1, 0}), 1);
    QCOMPARE(told.size(), 1);
    QVERIFY(told.first().first().value<Error>().path == "place.svs");
    layer.setView({{250, 250}, 1, 0, false, {512, 512}, 1});
    QVERIFY(layer.settled());
}

void TestTileLoader::aMendedTileComesWhenTriedAgain()
{
    TileLoader loader(1);
    const auto source = std::make_shared<PlaceTiles>(QSizeF(512, 512));
    source->fail({0, 0, 0});
    TileLayer layer(source, loader);
    layer.setView({{256, 256}, 1, 0, false, {512, 512}, 1});
    QTRY_VERIFY(loader.failed(source->id(), {0, 0, 0}));
    source->mend();
    layer.retryFailed();
    QTRY_VERIFY(loader.cache().find(source->id(), {0, 0, 0}));
}

void TestTileLoader::aNewVersionIsLoadedWhileTheOldIsShown()
{
    TileLoader loader(1);
    const auto source = std::make_shared<PlaceTiles>(QSizeF(256, 256));
    TileLayer layer(source, loader);
    layer.setView({{128, 128}, 1, 0, false, {256, 256}, 1});
    QTRY_VERIFY(layer.settled());
    source->setVersion(3);
    layer.sourceChanged();
    QVERIFY(!layer.settled());
    QVERIFY(loader.cache().find(source->id(), {0, 0, 0}));
    QTRY_VERIFY(layer.settled());
    QCOMPARE(loader.cache().find(source->id(), {0, 0, 0})->version, quint64{3});
}

void TestTileLoader::aHiddenLayerLoadsNothing()
{
    TileLoader loader(1);
    const auto hidden = std::make_shared<PlaceTiles>(QSizeF(512, 512)),
               clear = std::make_shared<PlaceTiles>(QSizeF(512, 512)),
               shown = std::make_shared<PlaceTiles>(QSizeF(512, 512));
    TileLayer a(hidden, loader), b(clear, loader), c(shown, loader);
    a.setVisible(false);
    b.setOpacity(0);
    for (TileLayer* layer : {&a, &b, &c})
        layer->setView({{256, 256}, 1, 0, false, {512, 512}, 1});
    QTRY_COMPARE(shown->begun().size(), 5);
    QTRY_VERIFY(c.settled());
    QVERIFY(hidden->begun().isEmpty());
    QVERIFY(clear->begun().isEmpty());
    a.setVisible(true);
    QTRY_VERIFY(a.settled());
    QCOMPARE(hidden->begun().size(), 5);
}

void TestTileLoader::nothingIsLoadedTwice()
{
    TileLoader loader(2);
    const auto source = std::make_shared<PlaceTiles>(QSizeF(4096, 4096));
    TileLayer layer(source, loader);
    for (int i = 0; i < 50; ++i)
        layer.setView({{1000.0 + 5 * i, 1000}, 1, 0, false, {900, 700}, 1});
    QTRY_VERIFY(layer.settled());
    const QList<TileKey> begun = source->begun();
    QCOMPARE(QSet<TileKey>(begun.begin(), begun.end()).size(), begun.size());
}

QTEST_GUILESS_MAIN(TestTileLoader)
#include "tst_tileloader.moc"
