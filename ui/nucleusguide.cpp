// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/nucleusguide.h"

#include "engine/document/casereader.h"
#include "engine/geometry/polygon.h"
#include "ui/casesession.h"
#include "ui/nucleusselection.h"
#include "widgets/slidecanvas.h"

#include <algorithm>
#include <optional>

namespace nb
{

namespace
{

constexpr double kLeastSizeOnScreen = 24; // smaller than this nobody can judge an outline
constexpr double kSizeOnScreen = 80;

} // namespace

NucleusGuide::NucleusGuide(JobPool& jobs, SlideCanvas& canvas, NucleusSelection& selection, QObject* parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_canvas(canvas)
{
    connect(&selection, &NucleusSelection::showRequested, this, &NucleusGuide::show);
}

NucleusGuide::~NucleusGuide()
{
    if (m_job)
        m_job->cancel();
}

void NucleusGuide::setSession(const CaseSession* session)
{
    if (m_job)
        m_job->cancel();
    m_open = session ? session->readerFactory() : nullptr;
}

void NucleusGuide::show(qint64 row)
{
    if (!m_open)
        return;
    if (m_job)
        m_job->cancel(); // only the last one asked for matters
    using Place = std::optional<Rect>;
    m_job = m_jobs.start(
        this,
        [open = m_open, row](const CancelToken&, Progress&) -> Result<Place> {
            const auto reader = open();
            if (!reader)
                return reader.error();
            const auto nucleus = (*reader)->nucleus(row);
            if (!nucleus)
                return nucleus.error();
            return *nucleus ? Place(boundsOf((*nucleus)->shape)) : Place();
        },
        [this](const Result<Place>& place) {
            if (!place)
                Q_EMIT failed(place.error());
            else if (const auto& at = *place)
                showPlace(QRectF(static_cast<double>(at->x), static_cast<double>(at->y), static_cast<double>(at->width),
                    static_cast<double>(at->height)));
        });
}

void NucleusGuide::showPlace(const QRectF& level0)
{
    ViewTransform view = m_canvas.view();
    const double size = std::max({level0.width(), level0.height(), 1.0});
    const double room = std::min(m_canvas.width(), m_canvas.height());
    if (size * view.scale < kLeastSizeOnScreen)
        view.scale = kSizeOnScreen / size;
    else if (size * view.scale > room)
        view.scale = 0.8 * room / size;
    view.centre = level0.center();
    m_canvas.moveTo(view);
}

} // namespace nb
