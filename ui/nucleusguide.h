// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QObject>
#include <QRectF>

#include <memory>

namespace nb
{

class CaseReader;
class CaseSession;
class NucleusSelection;
class SlideCanvas;

/// Takes the canvas to a nucleus or a place that a list, a plot or a walk asks to be shown: near enough to judge it,
/// and no nearer than the person has been looking anyway.
class NucleusGuide : public QObject
{
    Q_OBJECT

public:
    NucleusGuide(JobPool& jobs, SlideCanvas& canvas, NucleusSelection& selection, QObject* parent = nullptr);
    ~NucleusGuide() override;

    void setSession(const CaseSession* session); ///< null: none
    void showPlace(const QRectF& level0);

Q_SIGNALS:
    void failed(const nb::Error& error);

private:
    void show(qint64 row);

    JobPool& m_jobs;
    SlideCanvas& m_canvas;
    std::function<Result<std::unique_ptr<CaseReader>>()> m_open;
    std::shared_ptr<Job> m_job;
};

} // namespace nb
