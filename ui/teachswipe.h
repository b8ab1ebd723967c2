// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <string>

namespace nb
{

class SlideCanvas;
class SlideScene;
class SwipeView;
class TeachController;
class TeachVerdict;

/// The proof on the slide: what the old and the new model outline where they were judged, on either side of a divider.
/// The outlines of the case are hidden meanwhile.
class TeachSwipe : public QObject
{
    Q_OBJECT

public:
    TeachSwipe(TeachController& teach, TeachVerdict& verdict, SlideCanvas& canvas, SlideScene& scene, QObject* parent);

    /// `slideHash`: of the slide that is open now. False: the proof is not about it.
    bool begin(const std::string& slideHash);
    void end();
    [[nodiscard]] bool active() const;
    [[nodiscard]] SwipeView& view() { return *m_view; }

private:
    TeachController& m_teach;
    TeachVerdict& m_verdict;
    SlideCanvas& m_canvas;
    SlideScene& m_scene;
    SwipeView* m_view;
    bool m_outlinesShown = false; ///< before
};

} // namespace nb
