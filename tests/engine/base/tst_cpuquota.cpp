// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/cpuquota.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

class TestCpuQuota : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;

    void put(const QString& name, const QByteArray& text)
    {
        const QString path = m_dir.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    std::optional<double> quota(const QByteArray& groups)
    {
        put("self", groups);
        return nb::cpuQuota(m_dir.filePath("self").toStdString(), m_dir.filePath("cgroup").toStdString());
    }

private Q_SLOTS:
    void init() { QDir(m_dir.filePath("cgroup")).removeRecursively(); }
    void withoutALimitThereIsNone()
    {
        put("cgroup/cpu.max", "max 100000\n");
        put("cgroup/cpu/cpu.cfs_quota_us", "-1\n");
        put("cgroup/cpu/cpu.cfs_period_us", "100000\n");
        QVERIFY(!quota("0::/\n4:cpu,cpuacct:/\n"));
        QVERIFY(!quota(""));
    }
    void theLeastLimitAboveTheProcessCounts()
    {
        put("cgroup/a/cpu.max", "150000 100000\n");
        put("cgroup/a/b/cpu.max", "400000 100000\n");
        QCOMPARE(quota("0::/a/b\n").value_or(0), 1.5);
    }
    void aContainersLimitIsAtTheRoot()
    {
        put("cgroup/cpu.max", "200000 100000\n");
        QCOMPARE(quota("0::/host/only\n").value_or(0), 2.0);
    }
    void readsVersion1()
    {
        put("cgroup/cpu/docker/x/cpu.cfs_quota_us", "50000\n");
        put("cgroup/cpu/docker/x/cpu.cfs_period_us", "100000\n");
        QCOMPARE(quota("9:memory:/docker/x\n4:cpu,cpuacct:/docker/x\n").value_or(0), 0.5);
    }
};

QTEST_GUILESS_MAIN(TestCpuQuota)
#include "tst_cpuquota.moc"
