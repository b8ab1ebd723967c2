// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/checkedregions.h"
#include "ui/services.h"
#include "ui/teachingrequest.h"

#include <QImage>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace nb
{

class CaseSession;

/// What there is to learn from and to judge by: the checked regions of the open case, as the person divides them, and
/// folders and other cases that they add. GUI thread; regions are read on a worker.
class TeachMaterial : public QObject
{
    Q_OBJECT

public:
    explicit TeachMaterial(const Services& services, QObject* parent = nullptr);
    ~TeachMaterial() override;

    struct Region {
        CheckedRegion record;
        QImage thumbnail; ///< null where the slide could not be read
    };
    struct Other {
        QString path;
        TeachingUse use = TeachingUse::Learn;
    };

    /// The open case and its slide; null: none.
    void setCase(CaseSession* session, std::shared_ptr<const SlideSource> slide);
    [[nodiscard]] const std::vector<Region>& regions() const { return m_regions; }
    /// What the case's regions are used for: the person's choice, else as proposed.
    [[nodiscard]] RegionRole roleOf(const Uuid& region) const;
    /// Kept in the case, too.
    void chooseRole(const Uuid& region, RegionRole role);
    [[nodiscard]] bool holdsOutAQuarter() const { return heldOut().has_value(); } ///< of the only region

    [[nodiscard]] const std::vector<Other>& others() const { return m_others; }
    void addOther(const QString& path, TeachingUse use = TeachingUse::Learn);
    void setOther(std::size_t index, TeachingUse use);
    void removeOther(std::size_t index);

    void setCorrectedNuclei(bool on);
    [[nodiscard]] bool correctedNuclei() const { return m_correctedNuclei; }

    /// Why there is nothing to learn from, in a sentence that says what to do; empty: there is.
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] bool rehearses() const; ///< older pictures are mixed in
    /// Writes all of this into a request.
    void describe(TeachingRequest& request) const;
    struct OpenCase {
        std::string path; ///< empty: none
        std::shared_ptr<const SlideSource> slide;
    };
    [[nodiscard]] OpenCase openCase() const;

Q_SIGNALS:
    void changed();
    void failed(const QString& headline, const nb::Error& error);

private:
    [[nodiscard]] std::optional<Rect> heldOut() const;
    void refresh();

    Services m_services;
    QPointer<CaseSession> m_session;
    std::shared_ptr<const SlideSource> m_slide;
    std::vector<Region> m_regions;
    std::map<Uuid, RegionRole> m_roles;
    std::vector<Other> m_others;
    bool m_correctedNuclei = false;
    std::shared_ptr<Job> m_reading; ///< the list of regions
    QTimer m_settle; ///< edits come in bursts
};

} // namespace nb
