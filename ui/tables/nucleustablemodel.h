// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/job/jobpool.h"
#include "ui/tables/listedcase.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace nb
{

/// The nuclei of a case as a table: class, origin and every measurement. Holds the order of the rows (8 bytes a
/// nucleus) and only the lines that were last looked at; both come from jobs, so a million rows are shown as soon as
/// ten. What was there is shown until something newer has come.
class NucleusTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Rows = std::shared_ptr<const std::vector<NucleusRow>>;

    explicit NucleusTableModel(JobPool& jobs, QObject* parent = nullptr);
    ~NucleusTableModel() override;

    void setCase(const std::optional<ListedCase>& listed);
    void setClasses(const std::vector<ClassRecord>& classes);
    void setFilter(const NucleusFilter& filter);
    [[nodiscard]] const NucleusFilter& filter() const { return m_filter; }
    /// The case has changed: looks again, at most every half second.
    void refresh();
    void sort(int column, Qt::SortOrder order) override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const Rows& rows() const { return m_rows; } ///< in the order shown; never null
    /// Where the nucleus is in the order shown. Linear: milliseconds for a million.
    [[nodiscard]] std::optional<int> position(NucleusRow row) const;
    /// The rows before the last reset were in another order or other ones by the person's wish, not by a change.
    [[nodiscard]] bool reordered() const { return m_reordered; }
    /// Gives these rows as text with tabs, headers first, when it has been read.
    void readText(const std::vector<NucleusRow>& rows, const std::function<void(const QString&)>& done);
    [[nodiscard]] bool listing() const { return m_listing && m_listing->running(); }
    [[nodiscard]] bool complete() const; ///< nothing that was asked for is still to come
    [[nodiscard]] std::shared_ptr<SharedReader> reader() const { return m_lineReader; }

Q_SIGNALS:
    void listingChanged(); ///< begins or ends putting the rows in order
    void failed(const nb::Error& error);

private:
    struct Line {
        std::optional<NucleusLine> line; ///< nothing: removed since the rows were put in order
        quint64 generation = 0; ///< of the listing that it was read after
    };
    void list();
    void reorder();
    void listed(const Result<Rows>& rows);
    void want(int position) const;
    void fetch();
    void fetched(
        const std::vector<NucleusRow>& asked, const Result<std::vector<NucleusLine>>& lines, quint64 generation);
    [[nodiscard]] QVariant text(const NucleusLine& line, int column) const;

    JobPool& m_jobs;
    std::shared_ptr<SharedReader> m_orderReader; ///< puts in order; apart, so that lines never wait for it
    std::shared_ptr<SharedReader> m_lineReader;
    std::vector<ClassRecord> m_classes;
    NucleusFilter m_filter;
    int m_sortColumn = -1; ///< the order of storing
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    Rows m_rows;
    quint64 m_generation = 0;
    bool m_reordered = false;
    std::shared_ptr<Job> m_listing;
    std::shared_ptr<Job> m_fetching;
    bool m_changedMeanwhile = false;
    QTimer m_relist;
    mutable QCache<NucleusRow, Line> m_lines;
    mutable std::deque<int> m_wanted; ///< positions; the latest last
    mutable QTimer m_fetchSoon;
};

} // namespace nb
