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
constexpr int kFewAreas = 7; // leave room for a third row of pictures
constexpr double kLegendWidth = 4; // dots
constexpr std::int64_t kPictureSide = 160; // level-0 pixels, at least
constexpr std::array<Finding, 4> kMistakes{Finding::Missed, Finding::False, Finding::Merged, Finding::Split};

/// A mistake with what is around it.
struct Example {
    Finding finding = Finding::Missed;
    QImage picture;
    QString caption;
};

std::int64_t countOf(const EvaluationCounts& counts, Finding finding)
{
    switch (finding) {
    case Finding::Missed:
        return counts.missed;
    case Finding::False:
        return counts.falseDetections;
    case Finding::Merged:
        return counts.merged;
    case Finding::Split:
        return counts.split;
    case Finding::Matched:
        break;
    }
    return counts.matched;
}

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

    /// A column for each kind of mistake: how it is drawn, how many there are, and examples of it.
    void examples(const std::vector<Example>& examples, const EvaluationCounts& counts)
    {
        constexpr double kGap = 4;
        const double width
            = (m_width - (static_cast<double>(kMistakes.size()) - 1) * kGap) / static_cast<double>(kMistakes.size());
        const double top = m_y;
        for (std::size_t i = 0; i < kMistakes.size(); ++i) {
            m_y = top;
            const double left = static_cast<double>(i) * (width + kGap);
            heading(left, width, kMistakes[i], countOf(counts, kMistakes[i]));
            for (const Example& example : examples)
                if (example.finding == kMistakes[i])
                    picture(left, width, example);
        }
    }

    void footer(const QString& text)
    {
        setFont(9, true);
        m_painter.drawText(
            QRectF(0, 0, m_width * m_perMm, m_height * m_perMm), Qt::AlignHCenter | Qt::AlignBottom, text);
    }

    void space(double mm) { m_y += mm; }

private:
    void heading(double left, double width, Finding kind, std::int64_t count)
    {
        constexpr double kLineMm = 9, kRowMm = 5, kGapMm = 2;
        const FindingStyle style = findingStyle(kind);
        m_painter.setPen(QPen(style.color, kLegendWidth, style.line, Qt::FlatCap));
        const double middle = (m_y + kRowMm / 2) * m_perMm;
        m_painter.drawLine(QPointF(left * m_perMm, middle), QPointF((left + kLineMm) * m_perMm, middle));
        m_painter.setPen(Qt::black);
        setFont(8, true);
        const QRectF box(
            (left + kLineMm + kGapMm) * m_perMm, m_y * m_perMm, (width - kLineMm - kGapMm) * m_perMm, kRowMm * m_perMm);
        m_painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
            ReportText::tr("%1: %2").arg(findingText(kind), QLocale().toString(static_cast<qlonglong>(count))));
        m_y += kRowMm + 1;
    }

    void picture(double left, double side, const Example& example)
    {
        constexpr double kCaptionMm = 5;
        const QRectF box(left * m_perMm, m_y * m_perMm, side * m_perMm, side * m_perMm);
        m_painter.drawImage(box, example.picture);
        setFont(7, false);
        m_painter.drawText(QRectF(box.left(), box.bottom(), box.width(), kCaptionMm * m_perMm),
            Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(m_painter.font(), m_painter.device())
                .elidedText(example.caption, Qt::ElideRight, box.width()));
        m_y += side + kCaptionMm + 1;
    }

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

/// "A, 40 µm wide"
QString captionOf(const EvaluationReport& report, std::size_t area, std::int64_t side)
{
    const QString& name = report.names[static_cast<qsizetype>(area)];
    if (report.pixelSize.x <= 0)
        return name;
    return ReportText::tr("%1, %2 µm wide")
        .arg(name, QLocale().toString(static_cast<double>(side) * report.pixelSize.x, 'f', 0));
}

Result<Example> exampleOf(const EvaluationReport& report, std::size_t number, const JudgedPlace& place)
{
    const AreaEvaluation& area = report.evaluated.areas[number];
    const std::int64_t side = std::max({kPictureSide, 2 * place.bounds.width, 2 * place.bounds.height});
    const Rect seen{place.bounds.x + place.bounds.width / 2 - side / 2,
        place.bounds.y + place.bounds.height / 2 - side / 2, side, side};
    const auto pixels = report.pixels->read(0, seen);
    if (!pixels)
        return pixels.error();
    constexpr int kShown = 400; // pixels of the page
    const QImage image(pixels->pixels.data(), pixels->width, pixels->height, 3 * pixels->width, QImage::Format_RGB888);
    Example example{place.finding, image.scaled(kShown, kShown, Qt::IgnoreAspectRatio, Qt::SmoothTransformation),
        captionOf(report, number, side)};
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

/// Some of each kind, from the first areas that have any; each nucleus once.
Result<std::vector<Example>> examplesOf(const EvaluationReport& report, const CancelToken& cancel)
{
    const auto& areas = report.evaluated.areas;
    const int wanted = areas.size() <= kFewAreas ? 3 : 2;
    std::vector<Example> examples;
    for (const Finding finding : kMistakes) {
        std::vector<Rect> taken; // regions may overlap
        for (std::size_t i = 0; report.pixels && i < areas.size(); ++i)
            for (const JudgedPlace& place : areas[i].mistakes) {
                if (place.finding != finding || static_cast<int>(taken.size()) == wanted
                    || std::find(taken.begin(), taken.end(), place.bounds) != taken.end())
                    continue;
                if (cancel.cancelled())
                    return Error{ErrorCode::Cancelled, "Stopped before the report was written", "", ""};
                auto example = exampleOf(report, i, place);
                if (!example)
                    return example.error();
                examples.push_back(std::move(*example));
                taken.push_back(place.bounds);
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
        page.text(ReportText::tr("Mistakes"), 11, true);
        page.examples(*examples, report.evaluated.pooled);
        page.footer(ReportText::tr("For research use only. Not for diagnosis."));
    }
    buffer.close();
    return bytes;
}

} // namespace nb
