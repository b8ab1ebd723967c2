// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slide/slidehash.h"

#include "engine/slide/slidesource.h"
#include "tests/support/pictures.h"

#include <QtTest>

#include <QFile>
#include <QTemporaryDir>

class TestSlideHash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dependsOnContentsAndNotOnTheName();
    void seesTheEndAndTheSizeOfLargeFiles();
    void missingFilesAreErrors();
    void slidesCarryIt();

private:
    std::string write(const char* name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return m_folder.filePath(name).toStdString();
    }
    QTemporaryDir m_folder;
};

void TestSlideHash::dependsOnContentsAndNotOnTheName()
{
    const auto a = nb::quickHash(write("a", "some bytes")), b = nb::quickHash(write("b", "some bytes")),
               c = nb::quickHash(write("c", "some bytez")), empty = nb::quickHash(write("d", ""));
    QCOMPARE(a->size(), std::size_t{64});
    QCOMPARE(a->find_first_not_of("0123456789abcdef"), std::string::npos);
    QCOMPARE(*a, *b);
    QVERIFY(*a != *c);
    QVERIFY(empty.ok());
    QVERIFY(*empty != *a);
}

void TestSlideHash::seesTheEndAndTheSizeOfLargeFiles()
{
    QByteArray large(3 << 20, 'x');
    const auto before = nb::quickHash(write("large", large));
    large.back() = 'y';
    const auto end = nb::quickHash(write("end", large));
    large.back() = 'x';
    large.append('x');
    const auto longer = nb::quickHash(write("longer", large));
    QVERIFY(*before != *end);
    QVERIFY(*before != *longer);
    QVERIFY(*end != *longer);
}

void TestSlideHash::missingFilesAreErrors()
{
    const std::string path = m_folder.filePath("missing").toStdString();
    const auto hash = nb::quickHash(path);
    QVERIFY(!hash.ok());
    QCOMPARE(hash.error().path, path);
}

void TestSlideHash::slidesCarryIt()
{
    const std::string one = m_folder.filePath("one.png").toStdString(),
                      other = m_folder.filePath("other.png").toStdString();
    QVERIFY(nb::test::writePicture(one, nb::test::placePicture(40, 40)));
    QVERIFY(QFile::copy(m_folder.filePath("one.png"), m_folder.filePath("other.png")));
    QCOMPARE((*nb::openSlide(one))->info().hash, (*nb::openSlide(other))->info().hash);
    QCOMPARE((*nb::openSlide(one))->info().hash, *nb::quickHash(one));
}

QTEST_GUILESS_MAIN(TestSlideHash)
#include "tst_slidehash.moc"
