// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layer.h"

#include <algorithm>

namespace nb
{

Layer::Layer(QObject* parent)
    : QObject(parent)
{
}

Layer::~Layer() = default;

void Layer::setVisible(bool visible)
{
    const bool before = drawn();
    m_visible = visible;
    shownOrHidden(before);
}

void Layer::setOpacity(double opacity)
{
    opacity = std::clamp(opacity, 0.0, 1.0);
    if (opacity == m_opacity)
        return;
    const bool before = drawn();
    m_opacity = opacity;
    if (before && drawn()) {
        Q_EMIT changed({});
        Q_EMIT overviewChanged();
    }
    shownOrHidden(before);
}

void Layer::shownOrHidden(bool before)
{
    if (before == drawn())
        return;
    if (drawn())
        reload();
    else
        rest();
    Q_EMIT changed({});
    Q_EMIT overviewChanged();
    Q_EMIT settledChanged();
}

void Layer::setView(const ViewTransform& view)
{
    m_view = view;
    m_hasView = true;
    reload();
}

void Layer::reload()
{
    if (m_hasView && drawn())
        load(m_view);
}

} // namespace nb
