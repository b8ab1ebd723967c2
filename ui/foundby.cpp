// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/foundby.h"

#include "ui/banner.h"
#include "ui/casesession.h"
#include "ui/mainwindow.h"
#include "ui/modelshelf.h"
#include "ui/nucleusselection.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace nb
{

namespace
{

constexpr int kSettleMs = 300;
constexpr int kRows = 3; // seen without scrolling
constexpr int kHashShown = 8; // characters of a model that nobody has a name for

using Shares = Result<std::vector<ModelShare>>;
using Rows = Result<std::vector<NucleusRow>>;

} // namespace

FoundBy::FoundBy(const Services& services, ModelShelf& shelf, MainWindow& window, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_shelf(shelf)
    , m_window(window)
    , m_of(new QComboBox(this))
    , m_list(new QTreeWidget(this))
    , m_note(new QLabel(this))
    , m_choose(new QPushButton(tr("Select these n&uclei"), this))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 10, 0, 0);
    rows->setSpacing(6);
    auto* heading = new QLabel(tr("Which model found the nuclei"), this);
    heading->setObjectName(QStringLiteral("heading"));
    rows->addWidget(heading);
    m_of->addItem(tr("All of this case"), static_cast<int>(Of::Case));
    m_of->addItem(tr("Those selected"), static_cast<int>(Of::Chosen));
    m_of->setObjectName(QStringLiteral("foundByOf"));
    m_of->setAccessibleName(tr("Whose models are listed"));
    rows->addWidget(m_of);
    m_list->setObjectName(QStringLiteral("foundBy"));
    m_list->setHeaderLabels({tr("Model"), tr("Nuclei")});
    m_list->setRootIsDecorated(false);
    m_list->setAccessibleName(tr("Models, and how many nuclei each found"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->setFixedHeight((kRows + 1) * (fontMetrics().height() + 10));
    rows->addWidget(m_list);
    m_note->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("faint"));
    rows->addWidget(m_note);
    m_choose->setObjectName(QStringLiteral("foundBySelect"));
    rows->addWidget(m_choose);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, &FoundBy::count);
    connect(m_of, &QComboBox::activated, this, &FoundBy::count);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &FoundBy::showChoice);
    connect(m_list, &QTreeWidget::itemActivated, this, &FoundBy::choose);
    connect(m_choose, &QPushButton::clicked, this, &FoundBy::choose);
    connect(&m_shelf, &ModelShelf::changed, this, [this] { list(std::vector(m_shares)); });
    connect(&window.selection(), &NucleusSelection::changed, this, [this] {
        if (ofChosen())
            m_settle.start();
    });
    connect(&window, &MainWindow::caseChanged, this, &FoundBy::takeCase);
    takeCase();
}

FoundBy::~FoundBy()
{
    for (const auto& job : {m_counting, m_choosing})
        if (job)
            job->cancel();
}

bool FoundBy::ofChosen() const
{
    return m_of->currentData().toInt() == static_cast<int>(Of::Chosen);
}

void FoundBy::takeCase()
{
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_session = m_window.caseSession();
    if (m_session)
        connect(m_session, &CaseSession::nucleiChanged, this, [this] { m_settle.start(); });
    list({});
    m_settle.start();
}

void FoundBy::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_settle.start();
}

void FoundBy::count()
{
    if (m_counting)
        m_counting->cancel();
    if (!m_session || !isVisible())
        return;
    m_counting = m_services.jobs.start(
        this,
        [open = m_session->readerFactory(), chosen = ofChosen() ? std::optional(m_window.selection().rows()) : std::nullopt](
            const CancelToken& cancel, Progress&) -> Shares {
            const auto reader = open();
            if (!reader)
                return reader.error();
            return chosen ? modelsOfNuclei(**reader, *chosen, cancel) : modelsOfNuclei(**reader, cancel);
        },
        [this](const Shares& shares) {
            if (shares)
                list(*shares);
            else
                m_window.banner().tell(tr("The nuclei of each model could not be counted."), shares.error());
        });
}

QString FoundBy::nameOf(const ModelShare& share) const
{
    if (share.hash.empty())
        return tr("No model: drawn or imported");
    if (const StoredModel* model = m_shelf.find(share.hash))
        return QString::fromStdString(model->name);
    const QString name = QString::fromStdString(share.name.empty() ? share.hash.substr(0, kHashShown) : share.name);
    return m_shelf.models().empty() ? name : tr("%1 (not here)").arg(name);
}

void FoundBy::list(const std::vector<ModelShare>& shares)
{
    const int before = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_shares = shares;
    m_list->clear();
    for (const ModelShare& share : m_shares) {
        auto* item = new QTreeWidgetItem(m_list);
        item->setText(0, nameOf(share));
        item->setToolTip(0, item->text(0));
        item->setText(1, QLocale().toString(static_cast<qlonglong>(share.nuclei)));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_list->setCurrentItem(m_list->topLevelItem(std::max(0, before)));
    m_list->setVisible(!m_shares.empty());
    m_note->setText(!m_session ? tr("Open a slide to see which models found its nuclei.")
            : ofChosen()       ? tr("Select nuclei on the slide to see which models found them.")
                               : tr("There are no nuclei yet."));
    m_note->setVisible(m_shares.empty());
    showChoice();
}

void FoundBy::showChoice()
{
    m_choose->setVisible(!m_shares.empty());
    m_choose->setEnabled(m_list->currentItem() != nullptr);
}

void FoundBy::choose()
{
    const int line = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (!m_session || line < 0)
        return;
    if (m_choosing)
        m_choosing->cancel();
    m_choosing = m_services.jobs.start(
        this,
        [open = m_session->readerFactory(), hash = m_shares.at(static_cast<std::size_t>(line)).hash,
            among = ofChosen() ? std::optional(m_window.selection().rows()) : std::nullopt](
            const CancelToken& cancel, Progress&) -> Rows {
            const auto reader = open();
            if (!reader)
                return reader.error();
            auto rows = nucleiOfModel(**reader, hash, cancel);
            if (!rows || !among)
                return rows;
            std::vector<NucleusRow> both;
            std::set_intersection(rows->begin(), rows->end(), among->begin(), among->end(), std::back_inserter(both));
            return both;
        },
        [this](Rows rows) {
            if (rows)
                m_window.selection().set(std::move(*rows));
            else
                m_window.banner().tell(tr("The nuclei could not be selected."), rows.error());
        });
}

} // namespace nb
