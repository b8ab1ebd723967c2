// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/windowtest.h"
#include "ui/banner.h"

#include <QPushButton>
#include <QToolButton>

using nb::Banner;
using nb::Cause;
using nb::Severity;

class TestBanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWarningComesBackFromUnderALaterMessage();
    void aNoteDoesNotComeBack();
    void theSameMessageStandsOnce();
    void clearingLeavesNothing();
    void aMessageGoesWithItsCause();
    void anActionReadsItsMessageAndUncoversTheOneBelow();

private:
    static void close(Banner& banner) { banner.findChild<QToolButton*>(QStringLiteral("closeBanner"))->click(); }
};

void TestBanner::aWarningComesBackFromUnderALaterMessage()
{
    Banner banner;
    banner.tell(QStringLiteral("Not kept."), nb::Error{nb::ErrorCode::NoSpace, "Full", "/a/b.nsc", "Make room"});
    banner.tell(Severity::Warning, QStringLiteral("Size assumed."));
    QCOMPARE(banner.text(), QStringLiteral("Size assumed."));
    QCOMPARE(banner.standing().size(), 2);
    close(banner);
    QVERIFY(!banner.isHidden());
    QVERIFY(banner.text().startsWith(QStringLiteral("Not kept.")));
    QCOMPARE(banner.severity(), Severity::Failure);
    close(banner);
    QVERIFY(banner.isHidden());
    QVERIFY(banner.standing().isEmpty());
}

void TestBanner::aNoteDoesNotComeBack()
{
    Banner banner;
    banner.tell(Severity::Note, QStringLiteral("Done."));
    banner.tell(Severity::Note, QStringLiteral("Done, too."));
    close(banner);
    QVERIFY(banner.isHidden());
}

void TestBanner::theSameMessageStandsOnce()
{
    Banner banner;
    for (int i = 0; i < 3; ++i)
        banner.tell(Severity::Warning, QStringLiteral("Size assumed."));
    QCOMPARE(banner.standing().size(), 1);
}

void TestBanner::clearingLeavesNothing()
{
    Banner banner;
    banner.tell(Severity::Failure, QStringLiteral("One."));
    banner.tell(Severity::Failure, QStringLiteral("Two."));
    banner.clear();
    QVERIFY(banner.isHidden());
    QVERIFY(banner.standing().isEmpty());
}

void TestBanner::aMessageGoesWithItsCause()
{
    Banner banner;
    banner.tell(Severity::Warning, QStringLiteral("No pixel size."), {}, Cause::PixelSize);
    banner.tell(Severity::Warning, QStringLiteral("To look at only."), {}, Cause::ReadOnly);
    banner.withdraw(Cause::PixelSize); // from below
    QCOMPARE(banner.standing(), QStringList{QStringLiteral("To look at only.")});
    banner.tell(Severity::Warning, QStringLiteral("The file says 0."), {}, Cause::PixelSize);
    banner.tell(Severity::Warning, QStringLiteral("The file says -1."), {}, Cause::PixelSize); // of one cause, the last
    QCOMPARE(banner.standing().size(), 2);
    banner.withdraw(Cause::PixelSize); // from the top
    QCOMPARE(banner.text(), QStringLiteral("To look at only."));
    banner.withdraw(Cause::SlideRun);
    QCOMPARE(banner.standing().size(), 1);
    banner.withdraw(Cause::ReadOnly);
    QVERIFY(banner.isHidden());
}

void TestBanner::anActionReadsItsMessageAndUncoversTheOneBelow()
{
    Banner banner;
    int runs = 0;
    banner.tell(Severity::Failure, QStringLiteral("Below."));
    banner.tell(Severity::Warning, QStringLiteral("Above."), {{QStringLiteral("Do it"), [&runs] { ++runs; }}});
    banner.findChild<QPushButton*>()->click();
    QCOMPARE(runs, 1);
    QCOMPARE(banner.text(), QStringLiteral("Below."));
}

int main(int argc, char** argv)
{
    return nb::test::runWindowTest<TestBanner>(argc, argv);
}

#include "tst_banner.moc"
