// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/demo/demoslide.h"
#include "engine/slide/slidesource.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

namespace
{

using nb::DemoTissue;

// Neither side a multiple of tile or block, and more than one block each way.
constexpr std::int64_t kWidth = 1300, kHeight = 1100;

} // namespace

class TestDemoSlide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackAsAPyramidWithItsPixelSize();
    void holdsThePictureThatWasRendered();
    void truthHoldsEveryNucleus();
    void cancelledLeavesNothing();
    void saysWhichFileCannotBeWritten();

private:
    [[nodiscard]] std::string path(const char* name) const
    {
        return m_folder.filePath(QLatin1String(name)).toStdString();
    }

    QTemporaryDir m_folder;
    const DemoTissue m_tissue{kWidth, kHeight, 21, 0};
};

void TestDemoSlide::readsBackAsAPyramidWithItsPixelSize()
{
    nb::Progress progress;
    const nb::Status written = nb::writeDemoSlide(m_tissue, path("slide.tif"), {}, progress);
    QVERIFY2(written.ok(), written ? "" : written.error().message().c_str());
    QCOMPARE(progress.done.load(), progress.total.load());
    const auto slide = nb::openSlide(path("slide.tif"));
    QVERIFY2(slide.ok(), slide ? "" : slide.error().message().c_str());
    const nb::SlideInfo& info = (*slide)->info();
    QCOMPARE(info.width(), kWidth);
    QCOMPARE(info.height(), kHeight);
    QVERIFY(info.levels.size() >= 3);
    QVERIFY(info.pixelSize && std::abs(info.pixelSize->x - 0.25) < 1e-4);
}

void TestDemoSlide::holdsThePictureThatWasRendered()
{
    const auto slide = nb::openSlide(path("slide.tif"));
    QVERIFY(slide.ok());
    const nb::Rect area{900, 500, 300, 580}; // across two blocks
    const auto stored = (*slide)->read(0, area);
    QVERIFY(stored.ok());
    const nb::RgbImage rendered = m_tissue.render(area);
    double off = 0;
    for (std::size_t i = 0; i < rendered.pixels.size(); ++i)
        off += std::abs(static_cast<double>(rendered.pixels[i]) - static_cast<double>(stored->pixels[i]));
    off /= static_cast<double>(rendered.pixels.size());
    QVERIFY2(off < 5, qPrintable(QStringLiteral("%1 grey levels on average: more than JPEG takes").arg(off)));
}

void TestDemoSlide::truthHoldsEveryNucleus()
{
    const nb::Status written = nb::writeDemoTruth(m_tissue, path("truth.geojson"), {});
    QVERIFY2(written.ok(), written ? "" : written.error().message().c_str());
    QFile file(QString::fromStdString(path("truth.geojson")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray features
        = QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("features")).toArray();
    const nb::DemoTruth truth = m_tissue.truth({0, 0, kWidth, kHeight});
    QVERIFY(truth.nuclei.size() > 100);
    QCOMPARE(static_cast<std::size_t>(features.size()), truth.nuclei.size());
}

void TestDemoSlide::cancelledLeavesNothing()
{
    nb::CancelSource source;
    source.cancel();
    nb::Progress progress;
    const nb::Status slide = nb::writeDemoSlide(m_tissue, path("cancelled.tif"), source.token(), progress);
    const nb::Status truth = nb::writeDemoTruth(m_tissue, path("cancelled.geojson"), source.token());
    QVERIFY(!slide && slide.error().code == nb::ErrorCode::Cancelled);
    QVERIFY(!truth && truth.error().code == nb::ErrorCode::Cancelled);
    QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("*cancelled*")}, QDir::Files | QDir::Hidden).isEmpty());
}

void TestDemoSlide::saysWhichFileCannotBeWritten()
{
    nb::Progress progress;
    const std::string nowhere = path("no-such-folder/slide.tif");
    const nb::Status written = nb::writeDemoSlide(m_tissue, nowhere, {}, progress);
    QVERIFY(!written);
    QCOMPARE(written.error().path, nowhere);
}

QTEST_GUILESS_MAIN(TestDemoSlide)
#include "tst_demoslide.moc"
