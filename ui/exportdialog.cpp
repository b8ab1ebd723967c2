// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exportdialog.h"

#include "ui/filechooser.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

namespace nb
{

namespace
{

constexpr auto kLastFormat = "export/format";

// Data of the box "what": from 0 on the place of a region.
constexpr int kAll = -3;
constexpr int kSelected = -2;
constexpr int kAllRegions = -1;

bool endsLike(const QString& path, const QString& ending)
{
    return path.endsWith(ending, Qt::CaseInsensitive);
}

} // namespace

ExportDialog::ExportDialog(Offer offer, QWidget* parent)
    : QDialog(parent)
    , m_offer(std::move(offer))
    , m_form(new QFormLayout(this))
    , m_what(new QComboBox(this))
    , m_format(new QComboBox(this))
    , m_asAnnotations(new QCheckBox(tr("As &annotations, to edit them in QuPath"), this))
    , m_finer(new QComboBox(this))
    , m_path(new QLineEdit(this))
    , m_note(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export"));
    m_asAnnotations->setToolTip(
        tr("QuPath edits annotations, but not detections. Without it, only what a person corrected or drew is one."));
    m_finer->addItem(tr("As on the screen"), 1);
    m_finer->addItem(tr("Twice as fine, to print"), 2);
    m_finer->addItem(tr("Four times as fine, for a poster"), 4);
    m_note->setWordWrap(true);
    auto* file = new QHBoxLayout;
    auto* other = new QPushButton(tr("&Choose…"), this);
    other->setAutoDefault(false);
    file->addWidget(m_path, 1);
    file->addWidget(other);
    m_form->addRow(tr("&What"), m_what);
    m_form->addRow(tr("A&s"), m_format);
    m_form->addRow(QString(), m_asAnnotations);
    m_form->addRow(tr("Si&ze"), m_finer);
    m_form->addRow(tr("&To"), file);
    qobject_cast<QLabel*>(m_form->labelForField(file))->setBuddy(m_path);
    m_form->addRow(QString(), m_note);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({}); // the style's own is black on dark
    m_export = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    m_form->addRow(buttons);
    m_path->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
    fillWhat();
    fillFormats();
    connect(other, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::showFields);
    connect(m_what, &QComboBox::currentIndexChanged, this, &ExportDialog::showFields);
    connect(m_path, &QLineEdit::textEdited, this, [this] { m_ownPath = true; });
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::showPath);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        QSettings().setValue(QLatin1String(kLastFormat), static_cast<int>(format()));
        Q_EMIT chosen({format(), QFileInfo(m_path->text().trimmed()).absoluteFilePath(), choice(),
            m_asAnnotations->isChecked(), m_finer->currentData().toInt()});
        accept();
    });
    showFields();
    m_format->setFocus();
}

void ExportDialog::fillWhat()
{
    const auto count = static_cast<int>(m_offer.nuclei), selected = static_cast<int>(m_offer.selected.size());
    m_what->addItem(tr("All %n nucleus/nuclei", nullptr, count), kAll);
    if (selected > 0)
        m_what->addItem(tr("The %n selected nucleus/nuclei", nullptr, selected), kSelected);
    const auto& regions = m_offer.all.regions;
    if (regions.size() > 1)
        m_what->addItem(tr("What lies in the %n region(s)", nullptr, static_cast<int>(regions.size())), kAllRegions);
    for (std::size_t i = 0; i < regions.size(); ++i) {
        const QString name = QString::fromStdString(regions[i].name);
        m_what->addItem(name.isEmpty() ? tr("What lies in region %1").arg(i + 1) : tr("What lies in “%1”").arg(name),
            static_cast<int>(i));
    }
    if (selected > 0)
        m_what->setCurrentIndex(1);
}

void ExportDialog::fillFormats()
{
    const auto add
        = [this](const QString& text, ExportFormat format) { m_format->addItem(text, static_cast<int>(format)); };
    add(tr("GeoJSON, for QuPath"), ExportFormat::GeoJson);
    add(tr("GeoJSON, compressed"), ExportFormat::GeoJsonPacked);
    add(tr("Table, for a spreadsheet (CSV)"), ExportFormat::Csv);
    add(tr("Label image (TIFF)"), ExportFormat::Labels);
    if (!m_offer.all.regions.empty())
        add(tr("Training pictures of the regions"), ExportFormat::TrainingPairs);
    add(tr("Picture of what I see"), ExportFormat::Picture);
    m_format->setCurrentIndex(
        std::max(0, m_format->findData(QSettings().value(QLatin1String(kLastFormat), 0).toInt())));
}

ExportFormat ExportDialog::format() const
{
    return static_cast<ExportFormat>(m_format->currentData().toInt());
}

QString ExportDialog::ending() const
{
    switch (format()) {
    case ExportFormat::GeoJson:
        return QStringLiteral(".geojson");
    case ExportFormat::GeoJsonPacked:
        return QStringLiteral(".geojson.gz");
    case ExportFormat::Csv:
        return QStringLiteral(".csv");
    case ExportFormat::Labels:
        return QStringLiteral(".labels.tif");
    case ExportFormat::TrainingPairs:
        return QStringLiteral("-training");
    case ExportFormat::Picture:
        return QStringLiteral(".png");
    }
    return {};
}

CaseChoice ExportDialog::choice() const
{
    CaseChoice choice = m_offer.all;
    const int what = m_what->currentData().toInt();
    if (format() == ExportFormat::TrainingPairs && what < 0)
        return choice; // every region
    if (what == kSelected) {
        choice.onlyRows = m_offer.selected;
        choice.regions.clear();
    } else if (what != kAll) {
        choice.onlyRegions = true;
        if (what >= 0)
            choice.regions = {m_offer.all.regions[static_cast<std::size_t>(what)]};
    }
    return choice;
}

/// Beside the slide where something can be written there; else where the last export went.
void ExportDialog::proposePath()
{
    if (m_ownPath)
        return;
    const QFileInfo slide(m_offer.slidePath);
    const bool beside = QFileInfo(slide.absolutePath()).isWritable();
    const QString folder = beside ? slide.absolutePath() : exportFolder();
    m_path->setText(QDir::toNativeSeparators(folder + QLatin1Char('/') + slide.completeBaseName() + ending()));
}

void ExportDialog::browse()
{
    const QString chosen = format() == ExportFormat::TrainingPairs
        ? QFileDialog::getExistingDirectory(this, tr("A folder for the training pictures"), m_path->text())
        : QFileDialog::getSaveFileName(this, tr("Export to"), m_path->text(), QString(), nullptr,
            QFileDialog::DontConfirmOverwrite); // the note below says it
    if (chosen.isEmpty())
        return;
    m_ownPath = true;
    m_path->setText(chosen);
}

void ExportDialog::showFields()
{
    const bool geoJson = format() == ExportFormat::GeoJson || format() == ExportFormat::GeoJsonPacked;
    const bool picture = format() == ExportFormat::Picture;
    m_asAnnotations->setVisible(geoJson);
    m_finer->setVisible(picture);
    m_form->labelForField(m_finer)->setVisible(picture);
    m_what->setEnabled(!picture);
    proposePath();
    showPath();
}

void ExportDialog::showPath()
{
    const QFileInfo target(m_path->text().trimmed());
    const QFileInfo folder(target.absolutePath());
    const bool pairs = format() == ExportFormat::TrainingPairs;
    const bool named = !m_path->text().trimmed().isEmpty() && (pairs || !target.isDir());
    const QString path = target.fileName();
    const bool fits = pairs || endsLike(path, ending())
        || (format() == ExportFormat::GeoJson && endsLike(path, QStringLiteral(".json")))
        || (format() == ExportFormat::GeoJsonPacked && endsLike(path, QStringLiteral(".json.gz")))
        || (format() == ExportFormat::Labels
            && (endsLike(path, QStringLiteral(".tif")) || endsLike(path, QStringLiteral(".tiff"))))
        || (format() == ExportFormat::Picture
            && (endsLike(path, QStringLiteral(".tif")) || endsLike(path, QStringLiteral(".tiff"))));
    const bool replaces = !pairs && target.exists();
    QString note;
    if (!named)
        note = tr("Type the name of a file.");
    else if (!fits)
        note = tr("The name has to end in %1.").arg(ending());
    else if (!folder.isDir())
        note = tr("This folder is not there.");
    else if (!folder.isWritable())
        note = tr("Nothing can be written in this folder. Choose another one.");
    else if (target.absoluteFilePath() == QFileInfo(m_offer.slidePath).absoluteFilePath())
        note = tr("This is the slide itself. Choose another name.");
    const bool possible = note.isEmpty();
    if (possible && replaces)
        note = tr("This file is there already and will be replaced.");
    m_note->setText(note);
    m_export->setText(replaces ? tr("Replace") : tr("Export"));
    m_export->setEnabled(possible);
}

} // namespace nb
