// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correct/classespanel.h"

#include "ui/correct/casefigures.h"
#include "ui/correct/classdialog.h"
#include "ui/correct/classkeys.h"
#include "ui/nucleusselection.h"
#include "ui/panelpieces.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace nb
{

namespace
{

enum Column { Name, Key, Nuclei };
constexpr int kListHeight = 150;

} // namespace

ClassesPanel::ClassesPanel(
    const Services& services, CaseFigures& figures, NucleusSelection& selection, ClassKeys& keys, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_figures(figures)
    , m_selection(selection)
    , m_keys(keys)
{
    build();
    const auto giveCurrent = [this] {
        if (const ClassRecord* record = current())
            give(record->id);
    };
    connect(m_list, &QTreeWidget::itemActivated, this, giveCurrent); // double click or Enter
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        if (const ClassRecord* record = current())
            m_shown = record->id;
        showStates();
    });
    connect(m_give, &QPushButton::clicked, this, giveCurrent);
    connect(m_select, &QPushButton::clicked, this, &ClassesPanel::selectAll);
    connect(m_add, &QPushButton::clicked, this, [this] {
        ClassRecord fresh;
        const auto& colours = classColours();
        fresh.color = colours[m_session->classes().size() % colours.size()];
        edit(fresh);
    });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const ClassRecord* record = current())
            edit(*record);
    });
    connect(m_remove, &QPushButton::clicked, this, &ClassesPanel::removeCurrent);
    connect(&m_keys, &ClassKeys::pressed, this, &ClassesPanel::give);
    connect(&m_selection, &NucleusSelection::changed, this, &ClassesPanel::showStates);
    connect(&figures, &CaseFigures::changed, this, &ClassesPanel::showFigures);
    showClasses();
}

ClassesPanel::~ClassesPanel()
{
    if (m_job)
        m_job->cancel();
}

void ClassesPanel::build()
{
    auto* rows = panelRows(this);
    rows->addWidget(panelHeading(tr("Classes"), this));
    m_list = new QTreeWidget(this);
    m_list->setColumnCount(3);
    m_list->setHeaderLabels({tr("Class"), tr("Key"), tr("Nuclei")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("Classes"));
    m_list->setToolTip(tr("Double-click or Enter gives the class to the selected nuclei"));
    m_list->setFixedHeight(kListHeight);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(Key, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(Nuclei, QHeaderView::ResizeToContents);
    rows->addWidget(m_list);
    auto* grid = new QGridLayout;
    grid->setSpacing(6);
    grid->addWidget(m_give = new QPushButton(tr("Give to the selected"), this), 0, 0, 1, 3);
    grid->addWidget(m_select = new QPushButton(tr("Select all of it"), this), 1, 0, 1, 3);
    grid->addWidget(m_add = new QPushButton(tr("Add…"), this), 2, 0);
    grid->addWidget(m_edit = new QPushButton(tr("Edit…"), this), 2, 1);
    grid->addWidget(m_remove = new QPushButton(tr("Remove"), this), 2, 2);
    rows->addLayout(grid);
}

void ClassesPanel::setSession(CaseSession* session)
{
    if (m_session)
        m_session->disconnect(this);
    if (m_job)
        m_job->cancel();
    m_session = session;
    if (session) {
        connect(session, &CaseSession::closing, this, [this] { setSession(nullptr); });
        connect(session, &CaseSession::classesChanged, this, &ClassesPanel::showClasses);
    }
    showClasses();
}

bool ClassesPanel::mayEdit() const
{
    return m_session && !m_session->readOnly();
}

const ClassRecord* ClassesPanel::current() const
{
    const int index = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (!m_session || index < 0 || static_cast<std::size_t>(index) >= m_session->classes().size())
        return nullptr;
    return &m_session->classes()[static_cast<std::size_t>(index)];
}

void ClassesPanel::showClasses()
{
    const auto& classes = m_session ? m_session->classes() : std::vector<ClassRecord>();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const ClassRecord& record : classes) {
            auto* item = new QTreeWidgetItem(m_list);
            item->setText(Name, QString::fromStdString(record.name));
            item->setIcon(Name, QIcon(colourSwatch(QColor::fromRgb(record.color), devicePixelRatioF())));
            const QKeySequence key(QString::fromStdString(record.key), QKeySequence::PortableText);
            item->setText(Key, key.toString(QKeySequence::NativeText));
            item->setTextAlignment(Nuclei, Qt::AlignRight | Qt::AlignVCenter);
            if (record.id == m_shown)
                m_list->setCurrentItem(item);
        }
    }
    m_keys.setClasses(classes); // where nothing may be changed they are there, but disabled
    showFigures();
}

void ClassesPanel::showFigures()
{
    const std::size_t count = m_session ? m_session->classes().size() : 0;
    for (std::size_t i = 0; i < count; ++i)
        m_list->topLevelItem(static_cast<int>(i))
            ->setText(
                Nuclei, QLocale().toString(static_cast<qlonglong>(m_figures.ofClass(m_session->classes()[i].id))));
    showStates();
}

void ClassesPanel::showStates()
{
    const ClassRecord* record = current();
    const auto members = record ? m_figures.ofClass(record->id) : 0;
    m_give->setEnabled(record && mayEdit() && !m_selection.empty());
    m_give->setToolTip(m_selection.empty() ? tr("Select nuclei on the slide first")
                                           : tr("To %n nucleus/nuclei", nullptr, static_cast<int>(m_selection.size())));
    m_select->setEnabled(record && members > 0);
    m_select->setToolTip(tr("Selects every nucleus of this class"));
    m_add->setEnabled(mayEdit());
    m_edit->setEnabled(record && mayEdit());
    m_edit->setToolTip(tr("Name, colour and key"));
    const bool first = record && record->id == kNucleusClass;
    m_remove->setEnabled(record && mayEdit() && !first && members == 0);
    m_remove->setToolTip(first ? tr("Every found nucleus begins with this class; rename it instead")
            : members > 0      ? tr("Nuclei have this class; give them another first")
                               : QString());
}

void ClassesPanel::give(int classId)
{
    if (!mayEdit())
        return;
    if (m_selection.empty()) {
        Q_EMIT noteRequested(tr("Select nuclei first; then the key gives them the class."));
        return;
    }
    const auto& classes = m_session->classes();
    const auto found
        = std::find_if(classes.begin(), classes.end(), [&](const ClassRecord& record) { return record.id == classId; });
    if (found == classes.end())
        return;
    Edit edit;
    edit.label = tr("Class %1: %n nucleus/nuclei", nullptr, static_cast<int>(m_selection.size()))
                     .arg(QString::fromStdString(found->name))
                     .toStdString();
    edit.changeNuclei.push_back({m_selection.rows(), classId, {}});
    m_session->apply(std::move(edit));
}

void ClassesPanel::selectAll()
{
    const ClassRecord* record = current();
    if (!record)
        return;
    if (m_job)
        m_job->cancel();
    NucleusFilter filter;
    filter.classId = record->id;
    m_job = m_services.jobs.start(
        this,
        [open = m_session->readerFactory(), filter](const CancelToken&, Progress&) -> Result<std::vector<NucleusRow>> {
            const auto reader = open();
            if (!reader)
                return reader.error();
            return (*reader)->sorted("", false, filter);
        },
        [this](Result<std::vector<NucleusRow>> rows) {
            if (rows)
                m_selection.set(std::move(*rows));
            else
                Q_EMIT failed(tr("The nuclei of the class could not be selected."), rows.error());
        });
}

void ClassesPanel::edit(const ClassRecord& record)
{
    std::vector<ClassRecord> others = m_session->classes();
    std::erase_if(others, [&](const ClassRecord& other) { return other.id == record.id; });
    auto* dialog = new ClassDialog(
        record, std::move(others), [this](const QKeySequence& key) { return m_keys.takenBy(key); }, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ClassDialog::chosen, this, &ClassesPanel::put);
    if (m_session)
        connect(m_session, &CaseSession::closing, dialog, &QDialog::reject);
    dialog->open();
}

void ClassesPanel::put(const ClassRecord& record)
{
    if (!mayEdit())
        return;
    Edit edit;
    edit.label = (record.id == 0 ? tr("New class %1") : tr("Change class %1"))
                     .arg(QString::fromStdString(record.name))
                     .toStdString();
    edit.putClasses.push_back(record);
    m_session->apply(std::move(edit));
}

void ClassesPanel::removeCurrent()
{
    const ClassRecord* record = current();
    if (!record || !mayEdit())
        return;
    Edit edit;
    edit.label = tr("Remove class %1").arg(QString::fromStdString(record->name)).toStdString();
    edit.removeClasses.push_back(record->id);
    m_session->apply(std::move(edit));
}

} // namespace nb
