// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/slidescene.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;

namespace nb
{

class SlideCanvas;
class SlideController;
class ViewLink;

/// A second view beside the first: the same slide as scanned or with other layers, or another slide, moving along with
/// the first.
class CompanionView : public QWidget
{
    Q_OBJECT

public:
    CompanionView(const Services& services, SlideCanvas& first, QWidget* parent = nullptr);
    ~CompanionView() override;

    /// The slide of the first view, and what was found on it; null: none.
    void setFirstSlide(std::shared_ptr<const SlideSource> slide);
    void setFirstResults(std::shared_ptr<const SlideRecipe> recipe, std::shared_ptr<const MapStore> maps,
        std::shared_ptr<const NucleusSource> nuclei);
    void resultsGrew();
    /// Another slide beside the first; empty: the first's own again.
    void openOther(const QString& path);
    /// What lies over the view along its top edge, `height` pixels: the bar is below it.
    void setTopCovered(int height);

    [[nodiscard]] SlideCanvas& canvas() const { return *m_canvas; }
    [[nodiscard]] SlideScene& scene() const { return *m_scene; }
    [[nodiscard]] bool showsOther() const { return m_showsOther; }

Q_SIGNALS:
    void closeRequested();
    void openOtherRequested(); ///< ask the person for a file
    void failed(const QString& headline, const nb::Error& error);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeBar();
    void placeBar();
    void showSlide();
    void showLayers();

    SlideCanvas& m_first;
    SlideCanvas* m_canvas;
    SlideScene* m_scene;
    SlideController* m_other;
    ViewLink* m_link;
    QComboBox* m_what;
    QComboBox* m_layers;
    QCheckBox* m_linked;
    QWidget* m_bar = nullptr;
    int m_topCovered = 0; ///< screen pixels
    bool m_showsOther = false;
    std::shared_ptr<const SlideSource> m_slide; ///< the first's
    std::shared_ptr<const SlideRecipe> m_recipe;
    std::shared_ptr<const MapStore> m_maps;
    std::shared_ptr<const NucleusSource> m_nuclei;
};

} // namespace nb
