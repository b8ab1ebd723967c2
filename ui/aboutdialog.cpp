// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/aboutdialog.h"

#include "ui/icons.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace nb
{

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Nucleoscope"));
    auto* picture = new QLabel(this);
    picture->setPixmap(programIcon().pixmap(QSize(72, 72)));
    picture->setAlignment(Qt::AlignTop);
    auto* title = new QLabel(tr("Nucleoscope %1").arg(QCoreApplication::applicationVersion()), this);
    title->setObjectName(QStringLiteral("title"));
    auto* purpose = new QLabel(tr("For research use only. Not for diagnosis."), this);
    purpose->setObjectName(QStringLiteral("heading"));
    auto* text = new QLabel(
        tr("See and find nuclei on whole-slide images with the nucleus-boundary model of Cui, Zhang, Liu, Xiong and Hu "
           "(2018), “A Deep Learning Algorithm for One-step Contour Aware Nuclei Segmentation of Histopathological "
           "Images”. Nothing leaves this computer: the program does not use the network.\n\n"
           "Free software under the GNU General Public License, version 3 or later. Models have licences of their own; "
           "the tab Find names that of the model in use when you point at it."),
        this);
    text->setWordWrap(true);
    text->setMinimumWidth(420);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // the style's own is black on dark
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* words = new QVBoxLayout;
    words->setSpacing(10);
    for (QLabel* label : {title, purpose, text})
        words->addWidget(label);
    words->addWidget(buttons);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(20, 20, 20, 16);
    row->setSpacing(18);
    row->addWidget(picture);
    row->addLayout(words, 1);
}

} // namespace nb
