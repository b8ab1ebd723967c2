// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that has to do with the colours of heatmaps and outlines, and with the nucleus under the
// mouse.
#include "ui/casesession.h"
#include "ui/mainwindow.h"
#include "ui/nucleushover.h"
#include "ui/outlinepanel.h"
#include "ui/seepanel.h"
#include "ui/slidescene.h"
#include "ui/windowactions.h"

#include <QAction>

namespace nb
{

void MainWindow::wireColours()
{
    OutlinePanel& panel = m_see->outlines();
    connect(m_see, &SeePanel::tableChosen, m_scene, &SlideScene::setHeatmapTable);
    connect(&panel, &OutlinePanel::colouringChosen, m_scene, &SlideScene::setOutlineColouring);
    connect(&panel, &OutlinePanel::rangeWanted, m_scene, &SlideScene::setOutlineColouringAsSeen);
    connect(&panel, &OutlinePanel::redGreenSafeChosen, m_scene, &SlideScene::setRedGreenSafe);
    connect(&panel, &OutlinePanel::linesChosen, m_scene, &SlideScene::setLined);
    const auto show = [this, &panel] {
        for (const LayerId layer : {LayerId::Background, LayerId::Boundary, LayerId::Inside})
            m_see->showTable(layer, m_scene->heatmapTable(layer));
        m_see->showCombinedColours(m_scene->redGreenSafe());
        m_see->showOutlineColour(
            typicalOutlineColour(m_scene->outlineColouring(), m_scene->classes(), m_scene->redGreenSafe()));
        panel.show(m_scene->outlineColouring(), m_scene->classes(), m_scene->redGreenSafe());
        panel.showLines(m_scene->lined());
    };
    connect(m_scene, &SlideScene::coloursChanged, this, show);
    show();
    connect(this, &MainWindow::caseChanged, this, [this] {
        CaseSession* const session = caseSession();
        m_scene->setClasses(session ? session->classes() : std::vector<ClassRecord>());
        if (session)
            connect(session, &CaseSession::classesChanged, m_scene,
                [this, session] { m_scene->setClasses(session->classes()); });
    });
    auto* hover = new NucleusHover(*m_canvas, *m_scene, this);
    connect(m_actions->hover, &QAction::triggered, hover, &NucleusHover::setOn);
    hover->setAllowed([this] { return m_actions->move->isChecked(); });
}

} // namespace nb
