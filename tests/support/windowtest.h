// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QtTest>

namespace nb::test
{

/// A home of its own for a test with a window: settings, data and recent files of the person who runs the tests are
/// left alone.
class PrivateHome
{
public:
    PrivateHome()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.filePath(QStringLiteral("config")).toLocal8Bit());
        qputenv("XDG_DATA_HOME", m_folder.filePath(QStringLiteral("data")).toLocal8Bit());
        qputenv("XDG_CACHE_HOME", m_folder.filePath(QStringLiteral("cache")).toLocal8Bit());
    }

private:
    QTemporaryDir m_folder;
};

/// main() of a test with a window.
template <class Test> int runWindowTest(int argc, char** argv)
{
    const PrivateHome home;
    QApplication app(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("nucleoscope"));
    QApplication::setApplicationName(QStringLiteral("nucleoscope-test"));
    applyTheme(Theme::Light);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace nb::test
