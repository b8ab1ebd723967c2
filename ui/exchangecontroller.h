// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/exchange/caseimport.h"
#include "engine/segment/nucleusindex.h"
#include "engine/segment/sliderecipe.h"
#include "engine/slide/slidesource.h"
#include "ui/exportrequest.h"
#include "ui/services.h"
#include "ui/viewpicture.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

namespace nb
{

class CaseSession;
class SlideCanvas;

/// The case out to files of other programs and in from them, off the GUI thread, one at a time: ask `busy` first. What
/// was stopped leaves no file behind, and nothing of an import in the case.
class ExchangeController : public QObject
{
    Q_OBJECT

public:
    ExchangeController(const Services& services, SlideCanvas& canvas, QObject* parent = nullptr);
    ~ExchangeController() override;

    /// Replaces an existing file, once the new one is whole. `session` is read as it is now; only a picture needs none.
    void write(const ExportRequest& request, const CaseSession* session, std::shared_ptr<const SlideSource> slide);
    /// Nuclei that were found where there is no case, as GeoJSON.
    void writeFound(const QString& path, std::shared_ptr<const NucleusIndex> nuclei, const SlideRecipe& recipe,
        const ExtractionRecipe& extraction);
    /// GeoJSON, XML of ASAP or ImageScope, or a label image, by its name.
    void read(const QString& path, CaseSession* session);
    void stop();
    void stopReading(); ///< the case is about to be left

    [[nodiscard]] bool busy() const { return (m_job && m_job->running()) || m_picture->busy(); }
    [[nodiscard]] bool writing() const { return busy() && m_writes; }
    [[nodiscard]] QString what() const { return m_what; } ///< what is being done, for the person
    [[nodiscard]] std::optional<double> share() const; ///< how far, 0..1; nothing where it cannot be told

    /// Whether `read` takes a file of this name.
    [[nodiscard]] static bool reads(const QString& path);

Q_SIGNALS:
    void changed(); ///< begins, goes on, ends
    void written(const QString& path, const QString& told); ///< `told`: what was written, for the person
    void imported(const QString& path, const nb::CaseImportSummary& summary);
    void failed(const QString& headline, const nb::Error& error);

private:
    using Told = Result<QString>;
    template <class Work, class Done> void start(bool writes, const QString& what, Work work, Done done);
    void writePictureTo(const QString& path, const QImage& picture);
    void ended(const QString& path, const Told& told);

    Services m_services;
    std::shared_ptr<Job> m_job;
    CancelSource m_stop; ///< of the job; it still ends by itself, so that what it leaves is known
    QString m_what;
    QString m_picturePath;
    bool m_writes = false; ///< the job, rather than reads
    ViewPicture* m_picture;
    QTimer m_tick;
};

} // namespace nb
