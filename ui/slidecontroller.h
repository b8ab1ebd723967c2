// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"
#include "ui/services.h"

#include <QObject>

#include <memory>

namespace nb
{

/// Opens slides off the GUI thread. The slide in use stays until the next one is really there, so a file that cannot be
/// opened costs nothing.
class SlideController : public QObject
{
    Q_OBJECT

public:
    explicit SlideController(const Services& services, QObject* parent = nullptr);
    ~SlideController() override;

    /// Returns at once; then `opened` or `failed`. A second call overrides the first.
    void open(const QString& path);
    void adopt(std::shared_ptr<const SlideSource> slide); ///< one that is open already: `opened` at once
    void stop(); ///< of opening; the slide in use stays
    void close();

    [[nodiscard]] bool opening() const { return m_job && m_job->running(); }
    [[nodiscard]] const std::shared_ptr<const SlideSource>& slide() const { return m_slide; } ///< null: none
    [[nodiscard]] QString path() const; ///< of the slide that is open
    [[nodiscard]] QString name() const; ///< its file name

Q_SIGNALS:
    void openingStarted(const QString& path);
    void opened();
    void closed();
    void failed(const QString& path, const nb::Error& error);

private:
    Services m_services;
    std::shared_ptr<Job> m_job;
    std::shared_ptr<const SlideSource> m_slide;
};

} // namespace nb
