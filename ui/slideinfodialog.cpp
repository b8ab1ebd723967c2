// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/slideinfodialog.h"

#include "ui/banner.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace nb
{

namespace
{
constexpr int kPictureSide = 260;
constexpr qsizetype kMostText = 2000; // a property can be a whole XML document
} // namespace

SlideInfoDialog::SlideInfoDialog(
    const Services& services, std::shared_ptr<const SlideSource> slide, QWidget* parent)
    : QDialog(parent)
    , m_services(services)
    , m_slide(std::move(slide))
    , m_table(new QTableWidget(0, 2, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About this slide"));
    m_table->setAccessibleName(windowTitle());
    m_table->setHorizontalHeaderLabels({tr("What"), tr("Value")});
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    fill();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // the style's own is black on dark
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* rows = new QVBoxLayout(this);
    rows->addWidget(m_table, 1);
    if (!m_slide->info().associatedImages.empty())
        rows->addWidget(makePictures());
    rows->addWidget(buttons);
    resize(620, 620);
}

SlideInfoDialog::~SlideInfoDialog()
{
    if (m_job)
        m_job->cancel();
}

void SlideInfoDialog::addRow(const QString& name, const QString& value)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(name));
    auto* item = new QTableWidgetItem(value.left(kMostText));
    item->setToolTip(value.left(kMostText));
    m_table->setItem(row, 1, item);
}

void SlideInfoDialog::fill()
{
    const SlideInfo& info = m_slide->info();
    const QLocale locale;
    const QString path = QString::fromStdString(info.path);
    addRow(tr("File"), path);
    addRow(tr("Size of the file"), locale.formattedDataSize(QFileInfo(path).size()));
    addRow(tr("Format"), QString::fromStdString(info.format));
    addRow(tr("Size"), tr("%1 × %2 px").arg(locale.toString(info.width()), locale.toString(info.height())));
    if (info.pixelSize) {
        addRow(tr("Pixel size"),
            tr("%1 × %2 µm/px").arg(locale.toString(info.pixelSize->x, 'g', 5), locale.toString(info.pixelSize->y, 'g', 5)));
        addRow(tr("Size of the scan"),
            tr("%1 × %2 mm")
                .arg(locale.toString(static_cast<double>(info.width()) * info.pixelSize->x / 1000, 'f', 2),
                    locale.toString(static_cast<double>(info.height()) * info.pixelSize->y / 1000, 'f', 2)));
    } else {
        addRow(tr("Pixel size"),
            info.impossiblePixelSize.empty()
                ? tr("the file does not say")
                : tr("the file says %1 µm/px, which no microscope has")
                      .arg(QString::fromStdString(info.impossiblePixelSize)));
    }
    if (info.objectivePower)
        addRow(tr("Objective"), tr("%1×").arg(locale.toString(*info.objectivePower)));
    for (std::size_t level = 0; level < info.levels.size(); ++level)
        addRow(tr("Level %1").arg(level),
            tr("%1 × %2 px, 1 : %3")
                .arg(locale.toString(info.levels[level].width), locale.toString(info.levels[level].height),
                    locale.toString(info.levels[level].downsample, 'g', 5)));
    for (const auto& [name, value] : info.properties)
        addRow(QString::fromStdString(name), QString::fromStdString(value));
    m_table->resizeColumnToContents(0);
    m_table->setColumnWidth(0, std::min(m_table->columnWidth(0), 240));
}

QWidget* SlideInfoDialog::makePictures()
{
    auto* group = new QWidget(this);
    auto* text = new QLabel(
        tr("This file also holds pictures of the glass and its label. They can identify the patient; look at them only if you need to."), group);
    text->setWordWrap(true);
    m_picture = new QLabel(group);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setAccessibleName(tr("Picture"));
    m_picture->hide();
    auto* row = new QHBoxLayout;
    for (const std::string& name : m_slide->info().associatedImages) {
        auto* button = new QPushButton(tr("Show “%1”").arg(QString::fromStdString(name)), group);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, name] { showPicture(name); });
        row->addWidget(button);
    }
    row->addStretch(1);
    auto* rows = new QVBoxLayout(group);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(text);
    rows->addLayout(row);
    rows->addWidget(m_picture);
    return group;
}

void SlideInfoDialog::showPicture(const std::string& name)
{
    if (m_job)
        m_job->cancel();
    m_picture->setText(tr("Reading…"));
    m_picture->show();
    m_job = m_services.jobs.start(
        this, [slide = m_slide, name](const CancelToken&, Progress&) { return slide->associatedImage(name); },
        [this](const Result<RgbImage>& picture) {
            if (!picture) {
                m_picture->setText(describe(picture.error()));
                return;
            }
            const QImage image(picture->pixels.data(), static_cast<int>(picture->width), static_cast<int>(picture->height),
                static_cast<qsizetype>(picture->width) * 3, QImage::Format_RGB888);
            m_picture->setPixmap(QPixmap::fromImage(image.scaled(
                2 * kPictureSide, kPictureSide, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
        });
}

} // namespace nb
