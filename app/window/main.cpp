// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/arguments.h"
#include "app/window/composition.h"
#include "app/window/interrupt.h"
#include "engine/base/memorypolicy.h"
#include "ui/mainwindow.h"
#include "ui/preferences.h"
#include "ui/snapshot.h"
#include "ui/theme.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <cstdio>
#include <cstdlib>
#include <sys/stat.h>
#include <unistd.h>

namespace
{

enum ExitStatus { kDone = 0, kFailed = 1, kWrongUsage = 2 };

void say(std::FILE* to, const QString& text)
{
    std::fprintf(to, "%s\n", text.trimmed().toLocal8Bit().constData());
}

bool displayThere()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
}

/// Qt ends the process by abort() where it finds no display; this says why instead, in one line.
void endWithoutDisplay(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type != QtFatalMsg)
        return; // its hints on plug-ins help nobody who started the program
    std::fprintf(stderr,
        "nucleoscope: The window cannot be shown: %s. Start it from a desktop session, or use --snapshot or "
        "nucleoscope-cli\n",
        qPrintable(text.section(QLatin1Char('.'), 0, 0).simplified()));
    std::_Exit(kFailed);
}

nb::Arguments readArguments(int& argc, char** argv)
{
    const QCoreApplication forParsing(argc, argv);
    return nb::parseArguments(QCoreApplication::arguments());
}

void loadTranslations(QApplication& app)
{
    QLocale::setDefault(nb::Preferences::stored().locale());
    for (const auto& [name, folder] :
        {std::pair{QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
            {QStringLiteral("nucleoscope"), QStringLiteral(":/i18n")}}) {
        auto* translator = new QTranslator(&app);
        // English has plural forms to load, too.
        if (translator->load(QLocale(), name, QStringLiteral("_"), folder)
            || translator->load(name + QStringLiteral("_en"), folder))
            app.installTranslator(translator);
    }
}

int takeSnapshot(nb::Composition& composition, const nb::SnapshotRequest& request)
{
    nb::Snapshot snapshot(composition.services(), request);
    QObject::connect(&snapshot, &nb::Snapshot::done, qApp, [] { QCoreApplication::exit(kDone); });
    QObject::connect(&snapshot, &nb::Snapshot::failed, qApp, [](const nb::Error& error) {
        std::fprintf(stderr, "nucleoscope: %s\n", error.message().c_str());
        QCoreApplication::exit(kFailed);
    });
    snapshot.start();
    return QApplication::exec();
}

int showWindow(nb::Composition& composition, const nb::Arguments& arguments)
{
    nb::MainWindow window(composition.services());
    window.show();
    if (!arguments.file.isEmpty())
        window.openFile(arguments.file, arguments.nucleiFile);
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    nb::keepFreedMemory();
    ::umask(077); // whatever is written may be about a patient
    const nb::Arguments arguments = readArguments(argc, argv);
    if (!arguments.answer.isEmpty()) {
        say(stdout, arguments.answer);
        return kDone;
    }
    if (!arguments.complaint.isEmpty()) {
        std::fprintf(stderr, "nucleoscope: %s\n", arguments.complaint.toLocal8Bit().constData());
        return kWrongUsage;
    }
    if (arguments.snapshot && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && !displayThere()) {
        std::fprintf(stderr,
            "nucleoscope: There is no display to show the window on. Start it from a desktop session, or use "
            "--snapshot or nucleoscope-cli\n");
        return kFailed;
    }
    const auto formerHandler = qInstallMessageHandler(endWithoutDisplay);
    QApplication app(argc, argv);
    qInstallMessageHandler(formerHandler);
    QApplication::setOrganizationName(QStringLiteral("nucleoscope"));
    QApplication::setApplicationName(QStringLiteral("nucleoscope"));
    QApplication::setApplicationDisplayName({});
    QApplication::setApplicationVersion(QStringLiteral(NB_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("nucleoscope"));
    loadTranslations(app);
    nb::rememberSystemTheme();
    nb::applyTheme(arguments.snapshot ? nb::Theme::Light : nb::storedTheme());
    nb::endOnInterrupt();
    nb::Composition composition;
    return arguments.snapshot ? takeSnapshot(composition, arguments.request) : showWindow(composition, arguments);
}
