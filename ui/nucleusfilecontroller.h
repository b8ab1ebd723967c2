// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/nucleus.h"
#include "engine/segment/nucleusextractor.h"
#include "engine/segment/sliderecipe.h"
#include "ui/services.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace nb
{

/// Where nuclei come from that are to be written; both are called on a worker.
struct NucleiToWrite {
    std::function<Status(const std::function<bool(const Nucleus&)>& visitor)> visit;
    /// Whether all were found by the recipe that is named with them, and nobody changed any.
    std::function<Result<bool>()> allOfModel;
    std::int64_t count = 0; ///< about
};

/// Nuclei out to GeoJSON for QuPath, and in again, both off the GUI thread, where there is no case (ExchangeController is
/// for that). One at a time: starting one ends the other,
/// so ask `writing` first.
class NucleusFileController : public QObject
{
    Q_OBJECT

public:
    explicit NucleusFileController(const Services& services, QObject* parent = nullptr);
    ~NucleusFileController() override;

    /// Writes what `nuclei` holds now. Replaces an existing file, once the new one is whole.
    void write(const QString& path, const NucleiToWrite& nuclei, const SlideRecipe& recipe,
        const ExtractionRecipe& extraction);
    void read(const QString& path);
    void stop();
    void stopReading(); ///< the nuclei would come to another slide

    [[nodiscard]] bool busy() const { return m_job && m_job->running(); }
    [[nodiscard]] bool writing() const { return busy() && m_writes; }
    [[nodiscard]] QString what() const { return m_what; } ///< what is being done, for the person
    [[nodiscard]] std::optional<double> share() const; ///< how far, 0..1; nothing where it cannot be told

Q_SIGNALS:
    void changed(); ///< begins, goes on, ends
    void written(const QString& path, qint64 nuclei);
    void nucleiRead(const QString& path, const std::vector<nb::Nucleus>& nuclei, const QString& complaint);
    void failed(const QString& headline, const nb::Error& error);

private:
    template <class Work, class Done> void start(bool writes, const QString& what, Work work, Done done);

    Services m_services;
    std::shared_ptr<Job> m_job;
    QString m_what;
    bool m_writes = false; ///< the job, rather than reads
    QTimer m_tick;
};

} // namespace nb
