// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/caseview.h"

#include "engine/document/measurementcolumns.h"
#include "ui/casesession.h"
#include "ui/mainwindow.h"
#include "ui/slidecontroller.h"
#include "ui/slidescene.h"
#include "ui/viewactions.h"
#include "ui/viewtools.h"
#include "widgets/slidecanvas.h"

#include <QAction>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace nb
{

namespace
{
constexpr int kSoonMs = 2000; // a crash costs no more of it

QJsonObject outlinesOf(const SlideScene& scene)
{
    const OutlineColouring& colouring = scene.outlineColouring();
    return {{QStringLiteral("filled"), scene.filled()}, {QStringLiteral("lined"), scene.lined()},
        {QStringLiteral("by"), static_cast<int>(colouring.by)}, {QStringLiteral("measurement"), colouring.measurement},
        {QStringLiteral("least"), colouring.least}, {QStringLiteral("most"), colouring.most}};
}

void restoreOutlines(SlideScene& scene, const QJsonObject& outlines)
{
    if (outlines.isEmpty()) // of a case kept before this was
        return;
    scene.setFilled(outlines[QStringLiteral("filled")].toBool());
    scene.setLined(outlines[QStringLiteral("lined")].toBool(true));
    OutlineColouring colouring = scene.outlineColouring();
    const int by = outlines[QStringLiteral("by")].toInt(-1);
    const int measurement = outlines[QStringLiteral("measurement")].toInt(-1);
    const double least = outlines[QStringLiteral("least")].toDouble(NAN),
                 most = outlines[QStringLiteral("most")].toDouble(NAN);
    if (by < 0 || by > static_cast<int>(OutlineColouring::By::Measurement) || measurement < 0
        || measurement >= static_cast<int>(measurementColumns().size()) || !(least <= most))
        return;
    colouring.by = static_cast<OutlineColouring::By>(by);
    colouring.measurement = measurement;
    colouring.least = least;
    colouring.most = most;
    scene.setOutlineColouring(colouring);
}
} // namespace

CaseView::CaseView(MainWindow& window)
    : QObject(&window)
    , m_window(window)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    connect(&m_soon, &QTimer::timeout, this, &CaseView::keep);
    const auto soon = [this] {
        if (m_window.caseSession() && !m_soon.isActive())
            m_soon.start();
    };
    connect(&window.canvas(), &SlideCanvas::viewChanged, this, soon);
    connect(&window.scene(), &SlideScene::settingChanged, this, soon);
    connect(&window.scene(), &SlideScene::filledChanged, this, soon);
    connect(&window.scene(), &SlideScene::coloursChanged, this, soon);
    connect(window.viewTools().actions().grid, &QAction::toggled, this, soon);
    connect(&window, &MainWindow::caseChanged, this, &CaseView::caseChanged);
    connect(&window.slides(), &SlideController::closed, this, [this] { m_slide = nullptr; });
}

void CaseView::caseChanged()
{
    m_soon.stop();
    CaseSession* session = m_window.caseSession();
    if (!session)
        return;
    connect(session, &CaseSession::closing, this, &CaseView::keep);
    const void* const slide = m_window.slides().slide().get();
    if (std::exchange(m_slide, slide) != slide) // else it was saved under another name: nothing moves
        restore(session->view());
    m_soon.stop();
}

void CaseView::keep()
{
    m_soon.stop();
    if (CaseSession* session = m_window.caseSession())
        session->keepView(text());
}

std::string CaseView::text() const
{
    const ViewTransform& view = m_window.canvas().view();
    QJsonArray layers;
    for (const LayerId id : kLayerIds) {
        const LayerSetting setting = m_window.scene().setting(id);
        layers.append(QJsonArray{setting.visible, setting.opacity});
    }
    const QJsonObject object{{QStringLiteral("x"), view.centre.x()}, {QStringLiteral("y"), view.centre.y()},
        {QStringLiteral("scale"), view.scale}, {QStringLiteral("rotation"), view.rotationDeg},
        {QStringLiteral("mirrored"), view.mirrored}, {QStringLiteral("layers"), layers},
        {QStringLiteral("outlines"), outlinesOf(m_window.scene())},
        {QStringLiteral("grid"), m_window.viewTools().actions().grid->isChecked()}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

/// The text comes out of a file: what makes no sense is passed over.
void CaseView::restore(const std::string& text)
{
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    ViewTransform view = m_window.canvas().view();
    view.centre = {object[QStringLiteral("x")].toDouble(NAN), object[QStringLiteral("y")].toDouble(NAN)};
    view.scale = object[QStringLiteral("scale")].toDouble(NAN);
    view.rotationDeg = std::fmod(std::abs(object[QStringLiteral("rotation")].toDouble()), 360.0);
    view.mirrored = object[QStringLiteral("mirrored")].toBool();
    const SlideCanvas& canvas = m_window.canvas();
    if (canvas.slideRect().contains(view.centre) && view.scale >= canvas.smallestScale()
        && view.scale <= canvas.largestScale() && std::isfinite(view.rotationDeg))
        m_window.canvas().setView(view);
    restoreOutlines(m_window.scene(), object[QStringLiteral("outlines")].toObject());
    if (const QJsonValue grid = object[QStringLiteral("grid")]; grid.isBool())
        m_window.viewTools().actions().grid->setChecked(grid.toBool());
    const QJsonArray layers = object[QStringLiteral("layers")].toArray();
    int index = 0;
    for (const LayerId id : kLayerIds) {
        const QJsonArray layer = layers[index++].toArray();
        const double opacity = layer[1].toDouble(-1);
        if (layer.size() != 2 || !(opacity >= 0.05 && opacity <= 1))
            continue;
        m_window.scene().setVisible(id, layer[0].toBool(true));
        m_window.scene().setOpacity(id, opacity);
    }
}

} // namespace nb
