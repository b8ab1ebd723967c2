// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correct/countstext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace nb
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(nb::CountsText)
};

QString number(std::int64_t count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

} // namespace

QString countsText(const ReviewCounts& counts)
{
    QStringList parts;
    const auto add = [&](std::int64_t count, const QString& text) {
        if (count > 0)
            parts.append(text.arg(number(count)));
    };
    add(counts.accepted, Words::tr("%1 right as found"));
    add(counts.corrected, Words::tr("%1 corrected"));
    add(counts.drawn, Words::tr("%1 missed and drawn"));
    add(counts.removed, Words::tr("%1 wrong and deleted"));
    add(counts.inChecked, Words::tr("%1 in checked regions"));
    return parts.isEmpty() ? Words::tr("Nothing was checked yet.") : parts.join(Words::tr(", "));
}

int reviewedPercent(const ReviewCounts& counts)
{
    return counts.nuclei == 0 ? 0 : static_cast<int>(100 * counts.reviewed() / counts.nuclei);
}

QString whenText(const std::string& utc)
{
    const QString text = QString::fromStdString(utc);
    const QDateTime at = QDateTime::fromString(text, Qt::ISODate);
    return at.isValid() ? QLocale().toString(at.toLocalTime(), QLocale::ShortFormat) : text;
}

QString shortWhenText(const std::string& utc)
{
    const QString text = QString::fromStdString(utc);
    const QDateTime at = QDateTime::fromString(text, Qt::ISODate).toLocalTime();
    if (!at.isValid())
        return text;
    return at.date() == QDate::currentDate() ? QLocale().toString(at.time(), QLocale::ShortFormat)
                                             : QLocale().toString(at.date(), QLocale::ShortFormat);
}

} // namespace nb
