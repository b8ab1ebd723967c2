// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/evaluationreport.h"

#include "ui/tables/findingtexts.h"
#include "widgets/findinglayer.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDate>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <array>

namespace nb
{

namespace
{

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(nb::ReportText)
};

constexpr int kDotsPerInch = 150;
constexpr int kMostAreas = 14; // the page is one
constexpr int kPicturesPerKind = 2;
constexpr double kLegendWidth = 4; // dots
constexpr std::int64_t kPictureSide = 160; // level-0 pixels, at least
constexpr std::array<Finding, 4> kMistakes{Finding::Missed, Finding::False, Finding::Merged, Finding::Split};

/// A mistake with what is around it.
struct Example {
    Finding finding = Finding::Missed;
    QImage picture;
};

/// Draws the page from top to bottom; lengths in millimetres.
class Page
{
public:
    explicit Page(QPdfWriter& pdf)
        : m_painter(&pdf)
        , m_perMm(pdf.resolution() / 25.4)
        , m_width(pdf.width() / m_perMm)
        , m_height(pdf.height() / m_perMm)
    {
    }

    void text(const QString& text, double points, bool bold = false)
    {
        setFont(points, bold);
        m_painter.setPen(Qt::black);
        const QRectF box(0, m_y * m_perMm, m_width * m_perMm, m_height * m_perMm);
        QRectF used;
        m_painter.drawText(box, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text, &used);
        m_y += used.height() / m_perMm + 1;
    }

    void row(const QStringList& cells, bool bold)
    {
        constexpr double kNameMm = 44, kRowMm = 5;
        setFont(8, bold);
        const double column = (m_width - kNameMm) / static_cast<double>(cells.size() - 1);
        for (int i = 0; i < cells.size(); ++i) {
            const double left = i == 0 ? 0 : kNameMm + (i - 1) * column, width = i == 0 ? kNameMm : column;
            const QRectF box(left * m_perMm, m_y * m_perMm, width * m_perMm, kRowMm * m_perMm);
            const QString shown
                = QFontMetricsF(m_painter.font(), m_painter.device()).elidedText(cells[i], Qt::ElideRight, box.width());
            m_painter.drawText(box, (i == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, shown);
        }
        m_y += kRowMm;
        m_painter.setPen(QPen(Qt::lightGray, 1));
        m_painter.drawLine(QPointF(0, m_y * m_perMm), QPointF(m_width * m_perMm, m_y * m_perMm));
        m_painter.setPen(Qt::black);
    }

    void pictures(const std::vector<Example>& examples)
    {
        constexpr double kGap = 4, kCaption = 6;
        constexpr int kPerRow = 4;
        const double side = (m_width - (kPerRow - 1) * kGap) / kPerRow;
        for (std::size_t i = 0; i < examples.size(); ++i) {
            const double left = static_cast<double>(i % kPerRow) * (side + kGap),
                         top = m_y + static_cast<double>(i / kPerRow) * (side + kCaption + 2);
            const QRectF box(left * m_perMm, top * m_perMm, side * m_perMm, side * m_perMm);
            m_painter.drawImage(box, examples[i].picture);
            setFont(8, false);
            m_painter.drawText(QRectF(box.left(), box.bottom(), box.width(), kCaption * m_perMm),
                Qt::AlignLeft | Qt::AlignVCenter, findingText(examples[i].finding));
        }
    }

    /// How the kinds of mistakes are drawn, side by side.
    void legend()
    {
        constexpr double kLineMm = 10, kRowMm = 5, kGapMm = 2;
        setFont(8, false);
        const double column = m_width / static_cast<double>(kMistakes.size());
        for (std::size_t i = 0; i < kMistakes.size(); ++i) {
            const FindingStyle style = findingStyle(kMistakes[i]);
            const double left = static_cast<double>(i) * column, middle = m_y + kRowMm / 2;
            m_painter.setPen(QPen(style.color, kLegendWidth, style.line, Qt::FlatCap));
            m_painter.drawLine(
                QPointF(left * m_perMm, middle * m_perMm), QPointF((left + kLineMm) * m_perMm, middle * m_perMm));
            m_painter.setPen(Qt::black);
            const QRectF box((left + kLineMm + kGapMm) * m_perMm, m_y * m_perMm,
                (column - kLineMm - kGapMm) * m_perMm, kRowMm * m_perMm);
            m_painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, findingText(kMistakes[i]));
        }
        m_y += kRowMm + kGapMm;
    }

    void footer(const QString& text)
    {
        setFont(9, true);
        m_painter.drawText(
            QRectF(0, 0, m_width * m_perMm, m_height * m_perMm), Qt::AlignHCenter | Qt::AlignBottom, text);
    }

    void space(double mm) { m_y += mm; }

private:
    void setFont(double points, bool bold)
    {
        QFont font(QStringLiteral("DejaVu Sans"));
        font.setPointSizeF(points);
        font.setBold(bold);
        m_painter.setFont(font);
    }

    QPainter m_painter;
    double m_perMm;
    double m_width;
    double m_height;
    double m_y = 0;
};

Result<Example> exampleOf(const EvaluationReport& report, const AreaEvaluation& area, const JudgedPlace& place)
{
    const std::int64_t side = std::max({kPictureSide, 2 * place.bounds.width, 2 * place.bounds.height});
    const Rect seen{place.bounds.x + place.bounds.width / 2 - side / 2,
        place.bounds.y + place.bounds.height / 2 - side / 2, side, side};
    const auto pixels = report.pixels->read(0, seen);
    if (!pixels)
        return pixels.error();
    constexpr int kShown = 400; // pixels of the page
    const QImage image(pixels->pixels.data(), pixels->width, pixels->height, 3 * pixels->width, QImage::Format_RGB888);
    Example example{place.finding, image.scaled(kShown, kShown, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)};
    QPainter painter(&example.picture);
    painter.setRenderHint(QPainter::Antialiasing);
    QTransform toPicture = QTransform::fromScale(static_cast<double>(kShown) / static_cast<double>(side),
        static_cast<double>(kShown) / static_cast<double>(side));
    toPicture.translate(static_cast<double>(-seen.x), static_cast<double>(-seen.y));
    for (const JudgedPlace& each : area.mistakes)
        if (!each.bounds.intersected(seen).empty())
            drawFinding(painter, each, toPicture, &each == &place ? 4 : 2);
    return example;
}

/// Some of each kind, spread over the areas.
Result<std::vector<Example>> examplesOf(const EvaluationReport& report, const CancelToken& cancel)
{
    std::vector<Example> examples;
    if (!report.pixels)
        return examples;
    for (const Finding finding : kMistakes) {
        int taken = 0;
        for (const AreaEvaluation& area : report.evaluated.areas)
            for (const JudgedPlace& place : area.mistakes) {
                if (place.finding != finding || taken == kPicturesPerKind)
                    continue;
                if (cancel.cancelled())
                    return Error{ErrorCode::Cancelled, "Stopped before the report was written", "", ""};
                auto example = exampleOf(report, area, place);
                if (!example)
                    return example.error();
                examples.push_back(std::move(*example));
                ++taken;
            }
    }
    return examples;
}

QStringList figures(const QString& name, const EvaluationCounts& c)
{
    const EvaluationRates r = ratesOf(c);
    QStringList cells{name};
    for (const std::int64_t count : {c.truth, c.prediction})
        cells.append(QString::number(count));
    for (const double rate :
        {r.f1, r.dice, r.aji, r.pq, r.missedDetection, r.falseDetection, r.underSegmentation, r.overSegmentation})
        cells.append(QLocale().toString(rate, 'f', 3));
    return cells;
}

void drawTable(Page& page, const EvaluationReport& report)
{
    page.row({ReportText::tr("Region"), ReportText::tr("True"), ReportText::tr("Found"), ReportText::tr("F1"),
                 ReportText::tr("Dice"), ReportText::tr("AJI"), ReportText::tr("PQ"), ReportText::tr("MDR"),
                 ReportText::tr("FDR"), ReportText::tr("USR"), ReportText::tr("OSR")},
        true);
    const int count = static_cast<int>(report.evaluated.areas.size());
    for (int i = 0; i < std::min(count, kMostAreas); ++i)
        page.row(figures(report.names[i], report.evaluated.areas[static_cast<std::size_t>(i)].counts), false);
    if (count > kMostAreas)
        page.text(ReportText::tr("and %n more region(s), counted below", nullptr, count - kMostAreas), 8);
    if (count > 1)
        page.row(figures(report.pooledName, report.evaluated.pooled), true);
    page.space(2);
    page.text(
        ReportText::tr("MDR missed, FDR false, USR merged, OSR split: rates of Cui et al. 2018, section III-A. AJI: "
                       "Kumar et al. 2017. PQ: Kirillov et al. 2019. Pooled figures come from summed counts."),
        7);
    if (!report.warnings.isEmpty())
        page.text(report.warnings, 8);
    page.space(3);
}

} // namespace

Result<QByteArray> writeReport(const EvaluationReport& report, const CancelToken& cancel)
{
    const auto examples = examplesOf(report, cancel);
    if (!examples)
        return examples.error();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter pdf(&buffer);
        pdf.setResolution(kDotsPerInch);
        pdf.setPageSize(QPageSize(QPageSize::A4));
        pdf.setPageMargins(QMarginsF(18, 16, 18, 14), QPageLayout::Millimeter);
        pdf.setTitle(ReportText::tr("How well the nuclei were found"));
        Page page(pdf);
        page.text(ReportText::tr("How well the nuclei were found"), 16, true);
        page.text(ReportText::tr("Slide: %1").arg(report.slide), 10);
        page.text(ReportText::tr("Judged: %1. Truth: %2.").arg(report.judged, report.truth), 10);
        QString last = QLocale().toString(QDate::currentDate(), QLocale::LongFormat);
        if (report.pixelSize.x > 0)
            last += QStringLiteral(" · ")
                + ReportText::tr("%1 µm/px").arg(QLocale().toString(report.pixelSize.x, 'g', 4));
        page.text(last, 10);
        page.space(3);
        drawTable(page, report);
        if (!examples->empty()) {
            page.text(ReportText::tr("Examples of mistakes"), 11, true);
            page.legend();
            page.pictures(*examples);
        }
        page.footer(ReportText::tr("For research use only. Not for diagnosis."));
    }
    buffer.close();
    return bytes;
}

} // namespace nb
