// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/nucleichoice.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace nb
{

namespace
{

constexpr auto kFolder = "folders/nuclei";
constexpr int kPathRole = Qt::UserRole; // of a file; empty for the case's own
constexpr int kKindRole = Qt::UserRole + 1;
constexpr int kHashRole = Qt::UserRole + 2; // of a model

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

NucleiChoice::Kind NucleiChoice::kind() const
{
    return static_cast<Kind>(currentData(kKindRole).toInt());
}

QString NucleiChoice::path() const
{
    return currentData(kPathRole).toString();
}

QString NucleiChoice::modelHash() const
{
    return currentData(kHashRole).toString();
}

int NucleiChoice::indexOf(Kind kind, const QString& key) const
{
    for (int i = 0; i < count() - 1; ++i)
        if (static_cast<Kind>(itemData(i, kKindRole).toInt()) == kind
            && itemData(i, kind == Kind::Model ? kHashRole : kPathRole).toString() == key)
            return i;
    return -1;
}

void NucleiChoice::take(int index)
{
    setCurrentIndex(index);
    m_last = index;
    Q_EMIT changed();
}

void NucleiChoice::setPath(const QString& path)
{
    int at = path.isEmpty() ? 0 : indexOf(Kind::File, path);
    if (at < 0) {
        at = count() - 1;
        insertItem(at, QFileInfo(path).fileName(), path);
        setItemData(at, static_cast<int>(Kind::File), kKindRole);
        setItemData(at, path, Qt::ToolTipRole);
    }
    take(at);
}

void NucleiChoice::setModels(const std::vector<Model>& models)
{
    const QString hash = modelHash();
    const bool ofModel = kind() == Kind::Model;
    const QString file = path();
    for (int i = count() - 1; i >= 0; --i)
        if (static_cast<Kind>(itemData(i, kKindRole).toInt()) == Kind::Model)
            removeItem(i);
    int at = 1; // behind the case's own
    for (const Model& model : models) {
        insertItem(at, tr("Model: %1").arg(model.name), model.path);
        setItemData(at, static_cast<int>(Kind::Model), kKindRole);
        setItemData(at, model.hash, kHashRole);
        setItemData(at, tr("What this model finds on the slide now"), Qt::ToolTipRole);
        ++at;
    }
    const int before = ofModel ? indexOf(Kind::Model, hash) : file.isEmpty() ? 0 : indexOf(Kind::File, file);
    setCurrentIndex(std::max(0, before));
    m_last = currentIndex();
    if (before < 0)
        Q_EMIT changed();
}

bool NucleiChoice::setModel(const QString& hash)
{
    const int at = indexOf(Kind::Model, hash);
    if (at < 0)
        return false;
    take(at);
    return true;
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
    const QString path = QFileDialog::getOpenFileName(window(), tr("Choose nuclei"), folder,
        tr("Nuclei (*.nsc *.geojson *.json *.geojson.gz *.json.gz *.zip *.png *.tif *.tiff);;All files (*)"));
    if (path.isEmpty())
        return;
    settings.setValue(QLatin1String(kFolder), QFileInfo(path).absolutePath());
    setPath(path);
}

} // namespace nb
