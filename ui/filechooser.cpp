// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filechooser.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace nb
{

namespace
{

constexpr auto kSlides = "folders/slides";
constexpr auto kNuclei = "folders/nuclei";
constexpr auto kCases = "folders/cases";
const QString kZip = QStringLiteral(".zip"); // as QuPath packs GeoJSON

struct FileChooser {
    Q_DECLARE_TR_FUNCTIONS(nb::FileChooser)
};

QString folderFor(const char* what)
{
    const QString stored = QSettings().value(QLatin1String(what)).toString();
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    for (const QString& folder : {stored, documents})
        if (!folder.isEmpty() && QFileInfo(folder).isDir())
            return folder;
    return QDir::homePath();
}

QString remembered(const char* what, const QString& path)
{
    if (!path.isEmpty())
        QSettings().setValue(QLatin1String(what), QFileInfo(path).absolutePath());
    return path;
}

} // namespace

QString chooseSlide(QWidget* parent)
{
    return remembered(kSlides,
        QFileDialog::getOpenFileName(parent, FileChooser::tr("Open a slide or case"), folderFor(kSlides),
            FileChooser::tr("Slides, pictures and cases (*.nsc *.svs *.ndpi *.mrxs *.scn *.vms *.vmu *.bif *.svslide "
                            "*.tif *.tiff *.png *.jpg "
                            "*.jpeg *.bmp);;All files (*)")));
}

QString chooseNuclei(QWidget* parent, const QString& slidePath)
{
    const QFileInfo slide(slidePath);
    const QString folder = !slidePath.isEmpty() && slide.dir().exists() ? slide.absolutePath() : folderFor(kNuclei);
    return remembered(kNuclei,
        QFileDialog::getOpenFileName(parent, FileChooser::tr("Import nuclei and regions"), folder,
            FileChooser::tr(
                "Nuclei and regions (*.geojson *.json *.geojson.gz *.json.gz *.zip *.xml *.png *.tif *.tiff);;"
                "GeoJSON, of QuPath (*.geojson *.json *.geojson.gz *.json.gz *.zip);;"
                "Annotations of ASAP or ImageScope (*.xml);;Label images (*.png *.tif *.tiff);;"
                "All files (*)")));
}

QString chooseExport(QWidget* parent, const QString& slidePath)
{
    const QString proposed
        = folderFor(kNuclei) + QLatin1Char('/') + QFileInfo(slidePath).completeBaseName() + QStringLiteral(".geojson");
    const QString path = QFileDialog::getSaveFileName(parent, FileChooser::tr("Export nuclei for QuPath"), proposed,
        FileChooser::tr("GeoJSON (*.geojson);;GeoJSON, compressed (*.geojson.gz)"));
    if (path.isEmpty() || (namesNuclei(path) && !path.endsWith(kZip, Qt::CaseInsensitive)))
        return remembered(kNuclei, path);
    return remembered(kNuclei, path + QStringLiteral(".geojson"));
}

QString exportFolder()
{
    return folderFor(kNuclei);
}

QString chooseCaseTarget(QWidget* parent, const QString& slidePath)
{
    static const QString kEnding = QStringLiteral(".nsc");
    const QString proposed = folderFor(kCases) + QLatin1Char('/') + QFileInfo(slidePath).completeBaseName() + kEnding;
    QFileDialog dialog(
        parent, FileChooser::tr("Save the case as"), proposed, FileChooser::tr("Nucleoscope case (*%1)").arg(kEnding));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(kEnding.mid(1)); // so that the question about replacing is about the right file
    dialog.selectFile(proposed);
    return dialog.exec() == QDialog::Accepted ? remembered(kCases, dialog.selectedFiles().value(0)) : QString();
}

bool namesNuclei(const QString& path)
{
    // Label images look like slides; only their name tells, and then only where somebody gave them one that does.
    static const QStringList kEndings{QStringLiteral(".geojson"), QStringLiteral(".geojson.gz"),
        QStringLiteral(".json"), QStringLiteral(".json.gz"), kZip, QStringLiteral(".xml"),
        QStringLiteral(".labels.png"), QStringLiteral(".labels.tif"), QStringLiteral(".labels.tiff")};
    return std::any_of(kEndings.begin(), kEndings.end(),
        [&](const QString& ending) { return path.endsWith(ending, Qt::CaseInsensitive); });
}

} // namespace nb
