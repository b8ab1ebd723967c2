// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/nucleusindex.h"
#include "engine/segment/sliderecipe.h"
#include "ui/services.h"

#include <QObject>

#include <memory>

namespace nb
{

/// Nuclei out to GeoJSON for QuPath, and in again, both off the GUI thread. One at a time.
class NucleusFileController : public QObject
{
    Q_OBJECT

public:
    explicit NucleusFileController(const Services& services, QObject* parent = nullptr);
    ~NucleusFileController() override;

    /// Writes what `nuclei` holds at this moment. Replaces an existing file, once the new one is whole.
    void write(const QString& path, const std::shared_ptr<const NucleusIndex>& nuclei, const std::shared_ptr<const SlideRecipe>& recipe);
    void read(const QString& path);
    void stop();

    [[nodiscard]] bool busy() const { return m_job && m_job->running(); }
    [[nodiscard]] std::optional<double> share() const; ///< how far, 0..1

Q_SIGNALS:
    void started(const QString& what);
    void ended(); ///< however it ended
    void written(const QString& path, qint64 nuclei);
    void nucleiRead(const QString& path, const std::vector<nb::Nucleus>& nuclei, qint64 skipped);
    void failed(const QString& headline, const nb::Error& error);

private:
    Services m_services;
    std::shared_ptr<Job> m_job;
};

} // namespace nb
