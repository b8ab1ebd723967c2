// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/trainingrecord.h"

#include <QtTest>

#include <QJsonDocument>
#include <QJsonObject>

using nb::rejudgedMetrics;

class TestTrainingRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void otherScoresTakeThePlaceOfTheTrainers();
    void withoutOthersTheTrainersStay();
};

namespace
{

QJsonObject objectIn(const std::string& json)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
}

nb::Validation judged(double f1)
{
    nb::Validation validation;
    validation.rates.f1 = f1;
    return validation;
}

const std::string kTrainers = R"({"f1":0.8,"aji":0.6,"set":"3 held-out pictures, pooled","parent":{"f1":0.7}})";

} // namespace

void TestTrainingRecord::otherScoresTakeThePlaceOfTheTrainers()
{
    const QJsonObject record = objectIn(rejudgedMetrics(kTrainers, judged(0.71), judged(0.82)));
    QCOMPARE(record["f1"].toDouble(), 0.82);
    QCOMPARE(record["parent"].toObject()["f1"].toDouble(), 0.71);
    QCOMPARE(record["set"].toString(), QStringLiteral("3 held-out pictures, pooled"));
}

void TestTrainingRecord::withoutOthersTheTrainersStay()
{
    QCOMPARE(rejudgedMetrics(kTrainers, {}, {}), kTrainers);
    QCOMPARE(rejudgedMetrics("no JSON", judged(0.7), judged(0.8)), std::string("no JSON"));
}

QTEST_GUILESS_MAIN(TestTrainingRecord)
#include "tst_trainingrecord.moc"
