// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/companionview.h"

#include "ui/icons.h"
#include "ui/slidecontroller.h"
#include "ui/viewlink.h"
#include "widgets/slidecanvas.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QResizeEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace nb
{

namespace
{

enum What { SameSlide, OtherSlide };

constexpr int kRoomForLink = 250; // screen pixels of the bar from which on there is room for all of it

// What lies over the slide in the second view, in the order of the box's lines.
struct Overlay {
    bool outlines = false;
    std::optional<LayerId> heatmap;
};
constexpr Overlay kOverlays[] = {{false, std::nullopt}, {true, std::nullopt}, {false, LayerId::Inside},
    {false, LayerId::Boundary}, {false, LayerId::Background}};

} // namespace

CompanionView::CompanionView(const Services& services, SlideCanvas& first, QWidget* parent)
    : QWidget(parent)
    , m_first(first)
    , m_canvas(new SlideCanvas(this))
    , m_scene(new SlideScene(*m_canvas, this))
    , m_other(new SlideController(services, this))
    , m_link(new ViewLink(first, *m_canvas, this))
    , m_what(new QComboBox(this))
    , m_layers(new QComboBox(this))
    , m_linked(new QCheckBox(tr("&Linked"), this))
{
    m_canvas->setAccessibleName(tr("Second view"));
    m_canvas->setFocusPolicy(Qt::StrongFocus);
    m_canvas->setMinimumSize(120, 100);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_canvas);
    m_bar = makeBar();
    m_bar->raise();
    connect(m_other, &SlideController::opened, this, [this] {
        m_showsOther = true;
        showSlide();
    });
    connect(m_other, &SlideController::failed, this, [this](const QString&, const Error& error) {
        m_what->setCurrentIndex(m_showsOther ? OtherSlide : SameSlide);
        Q_EMIT failed(tr("The second slide could not be opened."), error);
    });
    showLayers();
}

CompanionView::~CompanionView() = default;

QWidget* CompanionView::makeBar()
{
    auto* bar = new QWidget(this);
    bar->setAutoFillBackground(true);
    m_what->addItems({tr("Same slide"), tr("Another slide…")});
    m_what->setAccessibleName(tr("What the second view shows"));
    connect(m_what, &QComboBox::activated, this, [this](int what) {
        if (what == OtherSlide)
            Q_EMIT openOtherRequested();
        else
            openOther({});
    });
    m_layers->addItems({tr("As scanned"), tr("Outlines"), tr("Inside"), tr("Boundary"), tr("Background")});
    m_layers->setAccessibleName(tr("What lies over it"));
    connect(m_layers, &QComboBox::currentIndexChanged, this, &CompanionView::showLayers);
    m_linked->setChecked(true);
    m_linked->setToolTip(tr("Off: move one view alone, to lay the same place under both. On: both move as one."));
    connect(m_linked, &QCheckBox::toggled, m_link, &ViewLink::setLinked);
    auto* close = new QToolButton(bar);
    close->setIcon(icon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close the second view"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, &CompanionView::closeRequested);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(6, 3, 6, 3);
    for (QComboBox* box : {m_what, m_layers}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(3);
        box->setToolTip(box->accessibleName());
        row->addWidget(box, 1);
    }
    row->addWidget(m_linked);
    row->addWidget(close);
    return bar;
}

void CompanionView::setTopCovered(int height)
{
    m_topCovered = height;
    placeBar();
}

/// Over the picture, which is as high as the first: the same place is level in both.
void CompanionView::placeBar()
{
    m_linked->setVisible(width() >= kRoomForLink);
    const int height = m_bar->sizeHint().height();
    m_bar->setGeometry(0, m_topCovered, width(), height);
    m_canvas->setTopCovered(m_topCovered + height);
}

void CompanionView::setFirstSlide(std::shared_ptr<const SlideSource> slide)
{
    m_slide = std::move(slide);
    m_recipe.reset();
    m_maps.reset();
    m_nuclei.reset();
    if (!m_showsOther)
        showSlide();
}

void CompanionView::setFirstResults(std::shared_ptr<const SlideRecipe> recipe, std::shared_ptr<const MapStore> maps,
    std::shared_ptr<const NucleusSource> nuclei)
{
    m_recipe = std::move(recipe);
    m_maps = std::move(maps);
    m_nuclei = std::move(nuclei);
    if (isVisible() && !m_showsOther) {
        m_scene->setResults(m_recipe, m_maps, m_nuclei);
        showLayers();
    }
}

void CompanionView::resultsGrew()
{
    if (isVisible() && !m_showsOther)
        m_scene->resultsGrew();
}

void CompanionView::openOther(const QString& path)
{
    if (!path.isEmpty()) {
        m_other->open(path);
        return;
    }
    m_what->setCurrentIndex(m_showsOther ? OtherSlide : SameSlide);
    if (m_what->currentIndex() == SameSlide || m_showsOther) {
        m_other->close();
        m_showsOther = false;
        m_what->setCurrentIndex(SameSlide);
        showSlide();
    }
}

void CompanionView::showSlide()
{
    m_what->setCurrentIndex(m_showsOther ? OtherSlide : SameSlide);
    m_layers->setEnabled(!m_showsOther);
    if (!isVisible()) {
        m_scene->setSlide(nullptr); // costs nothing while it is not seen
        return;
    }
    const auto& slide = m_showsOther ? m_other->slide() : m_slide;
    const bool linked = m_linked->isChecked();
    m_link->setLinked(false); // or the first would follow to where the new slide begins
    m_scene->setSlide(slide);
    if (!slide)
        return;
    if (!m_showsOther) {
        m_scene->setResults(m_recipe, m_maps, m_nuclei);
        showLayers();
        m_canvas->setPixelSize(m_first.pixelSize());
        m_link->align();
    }
    m_link->setLinked(linked);
}

void CompanionView::showLayers()
{
    const Overlay& overlay = kOverlays[std::max(m_layers->currentIndex(), 0)];
    for (const LayerId id : kLayerIds)
        m_scene->setVisible(id, id == LayerId::Outlines ? overlay.outlines : overlay.heatmap == id);
}

void CompanionView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showSlide();
}

void CompanionView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeBar();
}

void CompanionView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_scene->setSlide(nullptr);
}

} // namespace nb
