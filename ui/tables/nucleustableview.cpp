// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/nucleustableview.h"

#include "ui/nucleusselection.h"
#include "ui/tables/nucleustablemodel.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QStyledItemDelegate>

#include <algorithm>

namespace nb
{

namespace
{

constexpr int kMostRanges = 1000; // Qt's own selection compares every range with every other
constexpr std::size_t kMostCopied = 10000;

/// Draws as chosen what NucleusSelection holds, however many.
class ChosenDelegate : public QStyledItemDelegate
{
public:
    ChosenDelegate(const NucleusTableModel& model, const NucleusSelection& selection, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
        , m_selection(selection)
    {
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto& rows = *m_model.rows();
        const auto at = static_cast<std::size_t>(index.row());
        option->state.setFlag(QStyle::State_Selected, at < rows.size() && m_selection.contains(rows[at]));
        option->decorationSize = QSize(10, 10);
    }

private:
    const NucleusTableModel& m_model;
    const NucleusSelection& m_selection;
};

} // namespace

NucleusTableView::NucleusTableView(NucleusTableModel& model, NucleusSelection& selection, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
    , m_selection(selection)
{
    setModel(&model);
    setItemDelegate(new ChosenDelegate(model, selection, this));
    setAccessibleName(tr("Nuclei"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setShowGrid(false);
    setTabKeyNavigation(false); // Tab leaves the table
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // a million heights are not asked for one by one
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    for (int column = 0; column < model.columnCount(); ++column)
        setColumnWidth(column, std::max(80, horizontalHeader()->sectionSizeHint(column) + 16));
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &NucleusTableView::rememberPlace);
    connect(&model, &QAbstractItemModel::modelReset, this, &NucleusTableView::restorePlace);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &NucleusTableView::chosenHere);
    connect(&selection, &NucleusSelection::changed, this, &NucleusTableView::chosenElsewhere);
    connect(this, &QAbstractItemView::doubleClicked, this, &NucleusTableView::showCurrent);
}

QItemSelectionModel::SelectionFlags NucleusTableView::selectionCommand(
    const QModelIndex& index, const QEvent* event) const
{
    m_command = QTableView::selectionCommand(index, event);
    return m_command;
}

std::optional<NucleusRow> NucleusTableView::rowAt(int position) const
{
    const auto& rows = *m_model.rows();
    return position >= 0 && static_cast<std::size_t>(position) < rows.size()
        ? std::optional(rows[static_cast<std::size_t>(position)])
        : std::nullopt;
}

std::vector<NucleusRow> NucleusTableView::rowsOf(const QItemSelection& selection) const
{
    const auto& all = *m_model.rows();
    std::vector<NucleusRow> rows;
    for (const QItemSelectionRange& range : selection)
        if (range.isValid() && static_cast<std::size_t>(range.bottom()) < all.size())
            rows.insert(rows.end(), all.begin() + range.top(), all.begin() + range.bottom() + 1);
    return rows;
}

void NucleusTableView::chosenHere(const QItemSelection& selected, const QItemSelection& deselected)
{
    if (m_following)
        return;
    m_following = true; // what comes back is what was just chosen
    const bool adds = m_partial && !m_command.testFlag(QItemSelectionModel::Clear);
    if (adds && m_command.testFlag(QItemSelectionModel::Toggle)) {
        for (const NucleusRow row : rowsOf(selected))
            m_selection.toggle(row);
        m_selection.remove(rowsOf(deselected));
    } else if (adds) {
        m_selection.add(rowsOf(selected));
    } else {
        m_partial = false;
        m_selection.set(rowsOf(selectionModel()->selection()));
    }
    m_following = false;
    viewport()->update();
}

void NucleusTableView::chosenElsewhere()
{
    viewport()->update();
    if (m_following)
        return;
    const auto first = takeOverSelection();
    if (!first || hasFocus())
        return;
    m_following = true;
    selectionModel()->setCurrentIndex(
        m_model.index(*first, std::max(0, currentIndex().column())), QItemSelectionModel::NoUpdate);
    scrollTo(currentIndex());
    m_following = false;
}

std::optional<int> NucleusTableView::takeOverSelection()
{
    QItemSelection ranges;
    const auto& rows = *m_model.rows();
    const int count = m_selection.empty() ? 0 : static_cast<int>(rows.size()), last = m_model.columnCount() - 1;
    std::optional<int> first;
    int from = 0;
    for (int i = 0; i <= count && ranges.size() <= kMostRanges; ++i) {
        if (i < count && m_selection.contains(rows[static_cast<std::size_t>(i)]))
            continue;
        if (i > from) {
            ranges.append(QItemSelectionRange(m_model.index(from, 0), m_model.index(i - 1, last)));
            first = first.value_or(from);
        }
        from = i + 1;
    }
    m_partial = ranges.size() > kMostRanges;
    m_following = true;
    selectionModel()->select(m_partial ? QItemSelection() : ranges, QItemSelectionModel::ClearAndSelect);
    m_following = false;
    return first;
}

void NucleusTableView::rememberPlace()
{
    m_following = true; // a reset clears Qt's selection, not the person's
    m_topPosition = rowAt(0) ? std::max(0, indexAt(QPoint(1, 1)).row()) : 0;
    m_topRow = rowAt(m_topPosition);
    m_currentRow = rowAt(currentIndex().row());
    m_currentColumn = std::max(0, currentIndex().column());
}

void NucleusTableView::restorePlace()
{
    const auto current = m_currentRow ? m_model.position(*m_currentRow) : std::nullopt;
    if (current)
        selectionModel()->setCurrentIndex(m_model.index(*current, m_currentColumn), QItemSelectionModel::NoUpdate);
    takeOverSelection();
    m_following = false;
    // After a change the line that was on top stays there; in another order the current one stays in sight.
    const auto top = m_topRow && m_topPosition > 0 && !m_model.reordered() ? m_model.position(*m_topRow) : std::nullopt;
    if (top)
        scrollTo(m_model.index(*top, m_currentColumn), PositionAtTop);
    else if (current)
        scrollTo(currentIndex());
    viewport()->update();
}

void NucleusTableView::showCurrent()
{
    if (const auto row = rowAt(currentIndex().row()))
        Q_EMIT m_selection.showRequested(*row);
}

void NucleusTableView::copy()
{
    std::vector<NucleusRow> rows;
    if (!m_selection.empty())
        for (const NucleusRow row : *m_model.rows())
            if (rows.size() < kMostCopied && m_selection.contains(row))
                rows.push_back(row);
    if (const auto row = rowAt(currentIndex().row()); row && rows.empty())
        rows.push_back(*row);
    m_model.readText(rows, [](const QString& text) { QApplication::clipboard()->setText(text); });
}

void NucleusTableView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        showCurrent();
    else if (event->matches(QKeySequence::Copy))
        copy();
    else
        QTableView::keyPressEvent(event);
}

void NucleusTableView::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex at = event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    QMenu menu(this);
    if (at.isValid()) {
        menu.addAction(tr("&Show on the slide"), this, &NucleusTableView::showCurrent);
        menu.addAction(tr("&Copy"), QKeySequence(QKeySequence::Copy), this, &NucleusTableView::copy);
        const QString name = m_model.headerData(at.column(), Qt::Horizontal, Qt::DisplayRole).toString();
        menu.addAction(
            tr("&Least first: %1").arg(name), this, [this, at] { sortByColumn(at.column(), Qt::AscendingOrder); });
        menu.addAction(
            tr("&Most first: %1").arg(name), this, [this, at] { sortByColumn(at.column(), Qt::DescendingOrder); });
    }
    menu.addAction(tr("&Unsorted"), this, [this] { sortByColumn(-1, Qt::AscendingOrder); });
    menu.addSeparator();
    menu.addAction(tr("&Export as CSV…"), this, &NucleusTableView::exportRequested);
    const QPoint place = event->reason() == QContextMenuEvent::Keyboard
        ? viewport()->mapToGlobal(visualRect(at).bottomLeft())
        : event->globalPos();
    menu.exec(place);
}

} // namespace nb
