// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/nucleushover.h"

#include "engine/document/measurementcolumns.h"
#include "ui/slidescene.h"
#include "ui/tables/nucleustexts.h"
#include "widgets/slidecanvas.h"

#include <QKeyEvent>
#include <QLabel>

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr int kRestMs = 350; // of the mouse, before a card comes
constexpr double kLeastOnScreen = 6; // screen pixels: smaller nuclei cannot be pointed at
// Screen pixels from the nucleus to the card, so that its neighbours stay to be seen: as much as it is wide itself.
constexpr double kLeastAway = 24, kMostAway = 64;
constexpr double kSmaller = 0.87; // than other text
constexpr int kMargin = 4; // to the canvas's edge

} // namespace

NucleusHover::NucleusHover(SlideCanvas& canvas, SlideScene& scene, QObject* parent)
    : QObject(parent)
    , m_canvas(canvas)
    , m_scene(scene)
    , m_card(new QLabel(&canvas))
{
    m_card->setObjectName(QStringLiteral("nucleusCard"));
    m_card->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_card->setTextFormat(Qt::RichText);
    m_card->setAccessibleName(tr("The nucleus under the mouse"));
    m_card->setStyleSheet(QStringLiteral(
        "QLabel#nucleusCard { background: rgba(255,255,255,215); color: #141414; border: 1px solid #808080; "
        "border-radius: 4px; padding: 5px; }"));
    QFont font = m_card->font();
    font.setPointSizeF(font.pointSizeF() * kSmaller);
    m_card->setFont(font);
    m_card->hide();
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &NucleusHover::look);
    connect(&canvas, &SlideCanvas::hovered, this, [this](const QPointF& level0) {
        m_level0 = level0;
        if (m_card->isVisible())
            look(); // it goes along
        else if (m_on)
            m_rest.start();
    });
    connect(&canvas, &SlideCanvas::hoverLeft, this, &NucleusHover::forget);
    connect(&canvas, &SlideCanvas::viewChanged, this, &NucleusHover::forget);
    connect(&scene, &SlideScene::settingChanged, this, &NucleusHover::forget);
    canvas.window()->installEventFilter(this);
    canvas.installEventFilter(this);
}

/// Esc puts the card away, besides what else it ends; it comes again at another nucleus.
bool NucleusHover::eventFilter(QObject* watched, QEvent* event)
{
    // A card over what is being worked on is in the way.
    if (watched == &m_canvas && event->type() == QEvent::MouseButtonPress)
        forget();
    const bool keyed = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (keyed && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        putAway();
    return QObject::eventFilter(watched, event);
}

void NucleusHover::putAway()
{
    if (!m_card->isVisible())
        return;
    forget();
    const auto& nuclei = m_scene.shownNuclei();
    const auto nucleus = nuclei ? nuclei->at({m_level0.x(), m_level0.y()}) : std::nullopt;
    m_putAway = nucleus ? std::optional(nucleus->id) : std::nullopt;
}

void NucleusHover::setAllowed(std::function<bool()> allowed)
{
    m_allowed = std::move(allowed);
}

void NucleusHover::setOn(bool on)
{
    m_on = on;
    forget();
}

QString NucleusHover::text() const
{
    return m_card->isVisible() ? m_card->text() : QString();
}

void NucleusHover::forget()
{
    m_rest.stop();
    if (!m_card->isVisible())
        return;
    m_card->hide();
    m_scene.highlight({});
}

void NucleusHover::look()
{
    const auto& nuclei = m_scene.shownNuclei();
    const LayerSetting setting = m_scene.setting(LayerId::Outlines);
    if (!m_on || (m_allowed && !m_allowed()) || !nuclei || !setting.visible || setting.opacity <= 0) {
        forget();
        return;
    }
    const auto nucleus = nuclei->at({m_level0.x(), m_level0.y()});
    const double scale = m_canvas.view().scale;
    const auto large = [scale](const Nucleus& n) {
        const auto [low, high] = std::minmax_element(
            n.contour.begin(), n.contour.end(), [](const Point& a, const Point& b) { return a.x < b.x; });
        return (high->x - low->x) * scale >= kLeastOnScreen;
    };
    if (!nucleus || nucleus->contour.empty() || !large(*nucleus)) {
        m_putAway.reset();
        forget();
        return;
    }
    if (m_putAway == nucleus->id)
        return;
    m_putAway.reset();
    m_scene.highlight(nucleus);
    m_card->setText(describe(*nucleus));
    m_card->adjustSize();
    place(*nucleus);
    m_card->show();
    m_card->raise();
}

/// Beside the nucleus, on the side where there is room.
void NucleusHover::place(const Nucleus& nucleus)
{
    QPolygonF ring;
    for (const Point& p : nucleus.contour)
        ring.append(m_canvas.view().toScreen({p.x, p.y}));
    const QRectF box = ring.boundingRect();
    const double away = std::clamp(box.width(), kLeastAway, kMostAway);
    const int after = static_cast<int>(std::ceil(box.right() + away)),
              before = static_cast<int>(std::floor(box.left() - away)) - m_card->width();
    const auto inside
        = [](int from, int length, int room) { return std::max(kMargin, std::min(from, room - kMargin - length)); };
    const bool right = after + m_card->width() + kMargin <= m_canvas.width() || before < kMargin;
    const int top = static_cast<int>(box.center().y()) - m_card->height() / 2;
    m_card->move(inside(right ? after : before, m_card->width(), m_canvas.width()),
        inside(top, m_card->height(), m_canvas.height()));
}

QString NucleusHover::describe(const Nucleus& nucleus) const
{
    int classId = 0;
    NucleusOrigin origin = NucleusOrigin::Model;
    const Rect here{
        static_cast<std::int64_t>(std::floor(m_level0.x())), static_cast<std::int64_t>(std::floor(m_level0.y())), 1, 1};
    m_scene.shownNuclei()->visit(here, [&](const NucleusOutline& outline) {
        if (outline.id != nucleus.id)
            return true;
        classId = outline.classId;
        origin = static_cast<NucleusOrigin>(outline.origin);
        return false;
    });
    QString head;
    if (classId > 0 && !m_scene.classes().empty())
        head = QStringLiteral("<b>%1</b>, %2<br>")
                   .arg(className(m_scene.classes(), classId).toHtmlEscaped(), originText(origin).toLower());
    QString rows;
    for (const MeasurementColumn& column : measurementColumns()) {
        const double value = nucleus.measurements.*column.member;
        if (std::isfinite(value))
            rows += QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align=\"right\">%2</td></tr>")
                        .arg(measurementText(column.name), measurementValue(column.name, value));
    }
    return head
        + (rows.isEmpty() ? tr("not measured") : QStringLiteral("<table cellspacing=\"0\">%1</table>").arg(rows));
}

} // namespace nb
