// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/nucleustablemodel.h"

#include "ui/tables/nucleustexts.h"

#include <QColor>

#include <algorithm>
#include <limits>

namespace nb
{

namespace
{

// A run stores nuclei many times a second and needs the processor itself.
constexpr int kRelistMs = 500;
constexpr int kRestPerSecond = 4000; // ms, for each second that it took
constexpr std::size_t kMostWanted = 400; // some screens; what was wanted before has scrolled away
constexpr int kKeptLines = 4000;
constexpr int kTextColumns = 2; // class, origin

/// How the engine calls a column when it sorts.
std::string columnName(int column)
{
    if (column < 0)
        return {};
    if (column < kTextColumns)
        return column == 0 ? "class" : "origin";
    return measurementColumns()[static_cast<std::size_t>(column - kTextColumns)].name;
}

} // namespace

NucleusTableModel::NucleusTableModel(JobPool& jobs, QObject* parent)
    : QAbstractTableModel(parent)
    , m_jobs(jobs)
    , m_rows(std::make_shared<const std::vector<NucleusRow>>())
    , m_lines(kKeptLines)
{
    m_relist.setSingleShot(true);
    m_relist.setInterval(kRelistMs);
    connect(&m_relist, &QTimer::timeout, this, &NucleusTableModel::list);
    m_fetchSoon.setSingleShot(true);
    m_fetchSoon.setInterval(0);
    connect(&m_fetchSoon, &QTimer::timeout, this, &NucleusTableModel::fetch);
}

NucleusTableModel::~NucleusTableModel()
{
    for (const auto& job : {m_listing, m_fetching})
        if (job)
            job->cancel();
}

void NucleusTableModel::setCase(const std::optional<ListedCase>& listed)
{
    for (const auto& job : {m_listing, m_fetching})
        if (job)
            job->cancel();
    beginResetModel();
    m_orderReader = listed ? std::make_shared<SharedReader>(listed->open) : nullptr;
    m_lineReader = listed ? std::make_shared<SharedReader>(listed->open) : nullptr;
    m_classes = listed ? listed->classes : std::vector<ClassRecord>();
    m_rows = std::make_shared<const std::vector<NucleusRow>>();
    m_lines.clear();
    m_wanted.clear();
    endResetModel();
    list();
}

void NucleusTableModel::setClasses(const std::vector<ClassRecord>& classes)
{
    m_classes = classes;
    if (!m_rows->empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

void NucleusTableModel::setFilter(const NucleusFilter& filter)
{
    m_filter = filter;
    reorder();
}

void NucleusTableModel::refresh()
{
    if (listing())
        m_changedMeanwhile = true;
    else if (!m_relist.isActive())
        m_relist.start();
}

void NucleusTableModel::sort(int column, Qt::SortOrder order)
{
    if (column == m_sortColumn && order == m_sortOrder)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    reorder();
}

void NucleusTableModel::reorder()
{
    m_reordered = true;
    list();
}

void NucleusTableModel::list()
{
    m_relist.stop();
    m_changedMeanwhile = false;
    if (m_listing)
        m_listing->cancel();
    m_listing.reset();
    if (m_orderReader) {
        const auto order = [reader = m_orderReader, column = columnName(m_sortColumn), filter = m_filter,
                               descending = m_sortOrder == Qt::DescendingOrder](
                               const CancelToken& cancel, Progress&) -> Result<Rows> {
            return reader->with([&](CaseReader& nuclei) -> Result<Rows> {
                if (cancel.cancelled()) // another order was asked for while this one waited
                    return Error{ErrorCode::Cancelled, "Stopped", "", ""};
                auto rows = nuclei.sorted(column, descending, filter);
                if (!rows)
                    return rows.error();
                return std::make_shared<const std::vector<NucleusRow>>(std::move(*rows));
            });
        };
        m_listing = m_jobs.start(this, order, [this](const Result<Rows>& rows) { listed(rows); });
    }
    Q_EMIT listingChanged();
}

void NucleusTableModel::listed(const Result<Rows>& rows)
{
    ++m_generation;
    m_relist.setInterval(std::max(kRelistMs, static_cast<int>(kRestPerSecond * m_listing->seconds())));
    if (!rows) {
        Q_EMIT failed(rows.error());
    } else if (**rows == *m_rows) {
        if (!m_rows->empty()) // the same nuclei, perhaps of another class
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    } else {
        beginResetModel();
        m_rows = *rows;
        m_wanted.clear();
        endResetModel();
    }
    m_reordered = false;
    Q_EMIT listingChanged();
    if (m_changedMeanwhile)
        m_relist.start();
}

int NucleusTableModel::rowCount(const QModelIndex& parent) const
{
    constexpr auto kMost = static_cast<std::size_t>(std::numeric_limits<int>::max());
    return parent.isValid() ? 0 : static_cast<int>(std::min(m_rows->size(), kMost));
}

int NucleusTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kTextColumns + static_cast<int>(measurementColumns().size());
}

QVariant NucleusTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    if (section < kTextColumns)
        return section == 0 ? tr("Class") : tr("Origin");
    return measurementText(columnName(section));
}

QVariant NucleusTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(
            index.column() < kTextColumns ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::DecorationRole && role != Qt::AccessibleTextRole)
        return {};
    const Line* const line = m_lines.object((*m_rows)[static_cast<std::size_t>(index.row())]);
    if (!line || line->generation != m_generation)
        want(index.row());
    if (!line || !line->line)
        return role == Qt::DisplayRole ? QVariant(line ? tr("removed") : QStringLiteral("…")) : QVariant();
    if (role == Qt::DecorationRole)
        return index.column() == 0 ? QVariant(classColor(m_classes, line->line->classId)) : QVariant();
    return text(*line->line, index.column());
}

QVariant NucleusTableModel::text(const NucleusLine& line, int column) const
{
    if (column < kTextColumns)
        return column == 0 ? className(m_classes, line.classId) : originText(line.origin);
    const MeasurementColumn& measurement = measurementColumns()[static_cast<std::size_t>(column - kTextColumns)];
    return measurementValue(measurement.name, line.measurements.*measurement.member);
}

void NucleusTableModel::want(int position) const
{
    if (!m_wanted.empty() && m_wanted.back() == position) // the next column of the same line
        return;
    m_wanted.push_back(position);
    if (m_wanted.size() > kMostWanted)
        m_wanted.pop_front();
    if (!m_fetchSoon.isActive() && !(m_fetching && m_fetching->running()))
        m_fetchSoon.start();
}

void NucleusTableModel::fetch()
{
    if (!m_lineReader || m_wanted.empty())
        return;
    std::vector<NucleusRow> rows;
    for (const int position : m_wanted)
        if (position < rowCount())
            rows.push_back((*m_rows)[static_cast<std::size_t>(position)]);
    m_wanted.clear();
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    m_fetching = m_jobs.start(
        this,
        [reader = m_lineReader, rows](const CancelToken&, Progress&) {
            return reader->with([&](CaseReader& nuclei) { return nuclei.lines(rows); });
        },
        [this, rows, generation = m_generation](
            const Result<std::vector<NucleusLine>>& lines) { fetched(rows, lines, generation); });
}

void NucleusTableModel::fetched(
    const std::vector<NucleusRow>& asked, const Result<std::vector<NucleusLine>>& lines, quint64 generation)
{
    if (!lines) {
        m_wanted.clear();
        Q_EMIT failed(lines.error());
        return;
    }
    for (const NucleusRow row : asked)
        m_lines.insert(row, new Line{std::nullopt, generation});
    for (const NucleusLine& line : *lines)
        m_lines.insert(line.row, new Line{line, generation});
    if (!m_wanted.empty())
        m_fetchSoon.start();
    if (!m_rows->empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1)); // views ask for what they show
}

void NucleusTableModel::readText(const std::vector<NucleusRow>& rows, const std::function<void(const QString&)>& done)
{
    if (!m_lineReader || rows.empty())
        return;
    m_jobs.start(
        this,
        [reader = m_lineReader, rows](const CancelToken&, Progress&) {
            return reader->with([&](CaseReader& nuclei) { return nuclei.lines(rows); });
        },
        [this, done](const Result<std::vector<NucleusLine>>& lines) {
            if (!lines) {
                Q_EMIT failed(lines.error());
                return;
            }
            QStringList written{QString()};
            for (int column = 0; column < columnCount(); ++column)
                written.last() += (column > 0 ? QStringLiteral("\t") : QString())
                    + headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            for (const NucleusLine& line : *lines) {
                QStringList cells;
                for (int column = 0; column < columnCount(); ++column)
                    cells.append(text(line, column).toString());
                written.append(cells.join(QLatin1Char('\t')));
            }
            done(written.join(QLatin1Char('\n')) + QLatin1Char('\n'));
        });
}

std::optional<int> NucleusTableModel::position(NucleusRow row) const
{
    const auto found = std::find(m_rows->begin(), m_rows->end(), row);
    if (found == m_rows->end())
        return std::nullopt;
    return static_cast<int>(found - m_rows->begin());
}

bool NucleusTableModel::complete() const
{
    return !listing() && !m_relist.isActive() && m_wanted.empty() && !(m_fetching && m_fetching->running());
}

} // namespace nb
