// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/reviewmeter.h"
#include "ui/casesession.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <map>
#include <vector>

namespace nb
{

/// How far the review of the open case is, in numbers that follow it: counted on a worker, again when something has
/// changed, one count at a time and with a rest that is longer than a count, so that a million nuclei do not keep a
/// core busy. GUI thread.
class CaseFigures : public QObject
{
    Q_OBJECT

public:
    struct Figures {
        ReviewCounts slide;
        std::vector<std::pair<Uuid, ReviewCounts>> regions;
        std::map<int, std::int64_t> classes; ///< nuclei by class id
        std::vector<CorrectionCell> corrections; ///< the most errors first
    };

    explicit CaseFigures(const Services& services, QObject* parent = nullptr);
    ~CaseFigures() override;

    void setSession(CaseSession* session); ///< null: none
    /// Counts only while somebody looks.
    void setWatched(bool watched);

    [[nodiscard]] const Figures& figures() const { return m_figures; }
    [[nodiscard]] bool known() const { return m_known; } ///< counted at least once
    /// All zeros where the region was not counted yet.
    [[nodiscard]] ReviewCounts ofRegion(const Uuid& id) const;
    [[nodiscard]] std::int64_t ofClass(int id) const;

Q_SIGNALS:
    void changed();
    void failed(const QString& headline, const nb::Error& error);

private:
    void want();
    void count();

    Services m_services;
    QPointer<CaseSession> m_session;
    std::shared_ptr<Job> m_job;
    QTimer m_rest;
    QElapsedTimer m_clock; ///< of the count that is going on
    Figures m_figures;
    bool m_known = false;
    bool m_watched = false;
    bool m_stale = false;
};

} // namespace nb
