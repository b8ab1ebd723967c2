// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/cancel.h"
#include "engine/base/result.h"

#include <QtTest>

class TestResult : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void holdsValueOrError()
    {
        const nb::Result<int> good = 7;
        QVERIFY(good.ok());
        QCOMPARE(*good, 7);
        const nb::Result<int> bad = nb::Error {nb::ErrorCode::NotFound, "Cannot open the slide", "/a/b.svs", "Check the path"};
        QVERIFY(!bad);
        QCOMPARE(bad.error().message(), std::string("Cannot open the slide: /a/b.svs. Check the path"));
    }
    void cancelReachesEveryToken()
    {
        nb::CancelSource source;
        const auto token = source.token();
        QVERIFY(!token.cancelled());
        source.cancel();
        QVERIFY(token.cancelled());
        QVERIFY(!nb::CancelToken().cancelled());
    }
};

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
