// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/classpalette.h"
#include "tests/support/casefixture.h"

#include <QTemporaryDir>
#include <QtTest>

#include <array>
#include <cmath>
#include <vector>

using namespace nb;
using namespace nb::test;

namespace
{

using Three = std::array<double, 3>;
using Matrix = std::array<Three, 3>;

// On linear RGB; Machado, Oliveira and Fernandes 2009, severity 1.
constexpr Matrix kNormal{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix kProtan{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeutan{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kSrgbToXyz{{{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}};

// What H&E shows: nuclei from dark to pale, stroma, muscle, blood, glass.
constexpr std::array<std::uint32_t, 12> kTissue{0x462d6e, 0x5f3c8c, 0x7850a0, 0x966eb4, 0xb48cc3, 0xc882b4, 0xd796be,
    0xe1afcd, 0xebc8dc, 0xcd69a0, 0xbe5a78, 0xf5f0f5};

Three times(const Matrix& m, const Three& v)
{
    Three result{};
    for (std::size_t i = 0; i < 3; ++i)
        result[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    return result;
}

/// CIELAB (D65) of a colour as eyes of that kind see it.
Three lab(std::uint32_t rgb, const Matrix& eyes)
{
    Three linear{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double c = ((rgb >> (16 - 8 * i)) & 255U) / 255.0;
        linear[i] = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    }
    linear = times(eyes, linear);
    for (double& c : linear)
        c = std::clamp(c, 0.0, 1.0);
    Three xyz = times(kSrgbToXyz, linear);
    xyz[0] /= 0.9505;
    xyz[2] /= 1.089;
    for (double& c : xyz)
        c = c > 0.008856 ? std::cbrt(c) : 7.787 * c + 16.0 / 116;
    return {116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])};
}

double difference(std::uint32_t a, std::uint32_t b, const Matrix& eyes)
{
    const Three x = lab(a, eyes), y = lab(b, eyes);
    return std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

} // namespace

/// Colour differences (CIE 1976): 2 to 3 is just noticeable, 20 is plain on a thin line.
class TestClassPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsOutAndStaysApart_data()
    {
        QTest::addColumn<int>("eyes");
        QTest::newRow("normal") << 0;
        QTest::newRow("protan") << 1;
        QTest::newRow("deutan") << 2;
    }

    void standsOutAndStaysApart()
    {
        QFETCH(int, eyes);
        const Matrix& m = eyes == 0 ? kNormal : eyes == 1 ? kProtan : kDeutan;
        for (std::size_t i = 0; i < kClassPalette.size(); ++i) {
            const double leastFromTissue = i == 0 ? 70 : 35; // most nuclei are of the first class
            for (const std::uint32_t tissue : kTissue)
                QVERIFY2(difference(kClassPalette[i], tissue, m) > leastFromTissue,
                    qPrintable(QStringLiteral("class %1 on %2: %3")
                                   .arg(i + 1)
                                   .arg(tissue, 6, 16)
                                   .arg(difference(kClassPalette[i], tissue, m))));
            for (std::size_t j = i + 1; j < kClassPalette.size(); ++j)
                QVERIFY2(difference(kClassPalette[i], kClassPalette[j], m) > 25,
                    qPrintable(QStringLiteral("classes %1 and %2: %3")
                                   .arg(i + 1)
                                   .arg(j + 1)
                                   .arg(difference(kClassPalette[i], kClassPalette[j], m))));
        }
    }

    void newCasesBeginWithIt()
    {
        QTemporaryDir folder;
        auto document = CaseDocument::create(folder.filePath(QStringLiteral("a.nsc")).toStdString(), slideIdentity());
        const auto classes = (*document)->edits().classes();
        QVERIFY(classes.ok());
        QCOMPARE(classes->size(), kClassPalette.size());
        for (std::size_t i = 0; i < classes->size(); ++i)
            QCOMPARE((*classes)[i].color, kClassPalette[i]);
    }
};

QTEST_APPLESS_MAIN(TestClassPalette)
#include "tst_classpalette.moc"
