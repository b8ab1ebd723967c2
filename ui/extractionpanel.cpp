// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/extractionpanel.h"

#include "engine/segment/tileextraction.h"
#include "ui/segmentationcontroller.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>

namespace nb
{

namespace
{
constexpr int kLeastInside = 12; // 8-bit: 0.05 to 0.95
constexpr int kMostInside = 242;
constexpr int kMostPx = 600; // of the model; the inside of a large nucleus
} // namespace

ExtractionPanel::ExtractionPanel(SegmentationController& segmentation, QWidget* parent)
    : QWidget(parent)
    , m_segmentation(segmentation)
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    auto* title = new QLabel(tr("What counts as a nucleus"), this);
    title->setObjectName(QStringLiteral("heading"));
    rows->addWidget(title);
    m_inside = addSlider(m_insideText, kLeastInside, kMostInside);
    m_inside->setObjectName(QStringLiteral("insideAbove"));
    m_inside->setToolTip(
        tr("How sure the model has to be that a place is inside of a nucleus. Higher: fewer nuclei, and "
           "those that touch come apart."));
    m_smallest = addSlider(m_smallestText, 1, kMostPx);
    m_smallest->setObjectName(QStringLiteral("minInsidePx"));
    m_smallest->setToolTip(
        tr("Smaller ones are left out as specks. Counted before the rim that the model leaves between "
           "inside and boundary is added."));
    m_note = new QLabel(this);
    m_note->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("faint"));
    rows->addWidget(m_note);
    m_reset = new QPushButton(tr("&Reset to the model's own"), this);
    rows->addWidget(m_reset);
    connect(m_reset, &QPushButton::clicked, this, [this] { m_segmentation.chooseExtraction(std::nullopt); });
    connect(&segmentation, &SegmentationController::extractionChanged, this, &ExtractionPanel::show);
    connect(&segmentation, &SegmentationController::activityChanged, this, &ExtractionPanel::show);
    connect(&segmentation, &SegmentationController::recipeChanged, this, &ExtractionPanel::show);
    connect(&segmentation, &SegmentationController::networkChanged, this, &ExtractionPanel::show);
    show();
}

QSlider* ExtractionPanel::addSlider(QLabel*& label, int least, int most)
{
    label = new QLabel(this);
    label->setWordWrap(true);
    auto* slider = new QSlider(Qt::Horizontal, this);
    slider->setRange(least, most);
    slider->setPageStep(10);
    label->setBuddy(slider);
    layout()->addWidget(label);
    layout()->addWidget(slider);
    connect(slider, &QSlider::valueChanged, this, &ExtractionPanel::choose);
    return slider;
}

void ExtractionPanel::choose()
{
    const ExtractionRecipe own = extractionRecipeOf(m_segmentation.network()->info());
    const ExtractionSettings chosen{m_inside->value(), m_smallest->value()};
    const bool asTheModel = chosen == ExtractionSettings{own.insideAbove, own.minInsidePx};
    m_segmentation.chooseExtraction(asTheModel ? ExtractionChoice() : ExtractionChoice(chosen));
}

void ExtractionPanel::show()
{
    const bool own = m_segmentation.extractionChoice().has_value();
    const bool may = m_segmentation.mayChooseExtraction();
    m_inside->setEnabled(may);
    m_smallest->setEnabled(may);
    m_reset->setEnabled(may && own);
    setVisible(m_segmentation.network() != nullptr);
    if (!m_segmentation.network())
        return;
    const ExtractionRecipe how = m_segmentation.extraction();
    const QSignalBlocker quietInside(m_inside), quietSmallest(m_smallest);
    m_inside->setValue(how.insideAbove);
    m_smallest->setMaximum(std::max(kMostPx, how.minInsidePx));
    m_smallest->setValue(how.minInsidePx);
    const double mpp = m_segmentation.network()->info().mpp;
    const auto number = [](double value, int decimals) { return QLocale().toString(value, 'f', decimals); };
    m_insideText->setText(tr("Inside where the model is surer than %1").arg(number((how.insideAbove + 0.5) / 255, 2)));
    m_smallestText->setText(tr("Smallest nucleus: an inside of %1 µm² (%2 px of the model)")
                                .arg(number(how.minInsidePx * mpp * mpp, 1), QLocale().toString(how.minInsidePx)));
    m_inside->setAccessibleName(m_insideText->text());
    m_smallest->setAccessibleName(m_smallestText->text());
    if (!may && m_segmentation.recipe())
        m_note->setText(tr("Fixed while the slide is being searched, so that all its nuclei are found alike."));
    else if (own)
        m_note->setText(tr("Your own setting. Shown is what it finds where the model has looked; searches use it too, "
                           "and an export says so. What was found before comes back with a reset."));
    else
        m_note->setText(tr("As the model file says."));
}

} // namespace nb
