// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/nucleichoice.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>

namespace nb
{

namespace
{

constexpr auto kFolder = "folders/nuclei";

} // namespace

NucleiChoice::NucleiChoice(const QString& own, const QString& name, QWidget* parent)
    : QComboBox(parent)
{
    setAccessibleName(name);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(16);
    addItem(own, QString());
    addItem(tr("Choose a file…"));
    connect(this, &QComboBox::activated, this, &NucleiChoice::chosen);
}

void NucleiChoice::setPath(const QString& path)
{
    int at = path.isEmpty() ? 0 : findData(path);
    if (at < 0) {
        at = count() - 1;
        insertItem(at, QFileInfo(path).fileName(), path);
        setItemData(at, path, Qt::ToolTipRole);
    }
    setCurrentIndex(at);
    m_last = at;
    Q_EMIT changed();
}

void NucleiChoice::chosen(int index)
{
    if (index != count() - 1) {
        m_last = index;
        Q_EMIT changed();
        return;
    }
    setCurrentIndex(m_last);
    QSettings settings;
    const QString folder = m_folder.isEmpty() ? settings.value(QLatin1String(kFolder)).toString() : m_folder;
    const QString path
        = QFileDialog::getOpenFileName(window(), tr("Choose nuclei"), folder,
            tr("Nuclei (*.nsc *.geojson *.json *.geojson.gz *.json.gz *.zip *.png *.tif *.tiff);;All files (*)"));
    if (path.isEmpty())
        return;
    settings.setValue(QLatin1String(kFolder), QFileInfo(path).absolutePath());
    setPath(path);
}

} // namespace nb
