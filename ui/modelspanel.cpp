// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/modelspanel.h"

#include <QDateTime>
#include <QFileDialog>
#include <QGridLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <map>

namespace nb
{

namespace
{

constexpr int kTreeHeight = 120;

/// A JSON text that a stranger may have written: what is not there, or is something else, is undefined.
QJsonObject objectIn(const std::string& text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

/// "F1 0.881, AJI 0.606", where both are there.
QString pairIn(const QJsonObject& scores)
{
    const QJsonValue f1 = scores.value(QLatin1String("f1")), aji = scores.value(QLatin1String("aji"));
    if (!f1.isDouble() || !aji.isDouble())
        return {};
    return ModelsPanel::tr("F1 %1, AJI %2")
        .arg(QLocale().toString(f1.toDouble(), 'f', 3), QLocale().toString(aji.toDouble(), 'f', 3));
}

QString scoresIn(const QJsonObject& metrics)
{
    const QString own = pairIn(metrics);
    if (own.isEmpty())
        return {};
    const QString text = ModelsPanel::tr("%1 on %2.").arg(own, metrics.value(QLatin1String("set")).toString());
    const QString parent = pairIn(metrics.value(QLatin1String("parent")).toObject());
    return parent.isEmpty() ? text
                            : text + QLatin1Char(' ') + ModelsPanel::tr("The model before there: %1.").arg(parent);
}

/// "Taught on 3 May 2026, in 5 min: 240 steps, seed 0."
QString taughtIn(const QJsonObject& training)
{
    const QJsonValue seconds = training.value(QLatin1String("seconds")), steps = training.value(QLatin1String("steps"));
    if (!seconds.isDouble() || !steps.isDouble())
        return {};
    const QLocale locale;
    const auto whole = [](const QJsonValue& value) { // a stranger may have written it
        return static_cast<int>(std::clamp(value.toDouble(), 0.0, double{std::numeric_limits<int>::max()}));
    };
    QStringList what{ModelsPanel::tr("%n step(s)", nullptr, whole(steps))};
    if (const QJsonValue nuclei = training.value(QLatin1String("nuclei")); nuclei.isDouble())
        what << ModelsPanel::tr("%n nucleus/nuclei", nullptr, whole(nuclei));
    if (const QJsonValue seed = training.value(QLatin1String("settings")).toObject().value(QLatin1String("seed"));
        seed.isDouble())
        what << ModelsPanel::tr("seed %1").arg(locale.toString(seed.toDouble(), 'f', 0));
    const QString minutes = locale.toString(seconds.toDouble() / 60, 'f', 1);
    const QDateTime on = QDateTime::fromString(training.value(QLatin1String("date")).toString(), Qt::ISODate);
    return (on.isValid() ? ModelsPanel::tr("Taught on %1, in %2 min: %3.")
                               .arg(locale.toString(on.toLocalTime(), QLocale::ShortFormat), minutes)
                         : ModelsPanel::tr("Taught in %1 min: %2.").arg(minutes))
        .arg(what.join(QStringLiteral(", ")));
}

} // namespace

ModelsPanel::ModelsPanel(ModelShelf& shelf, QWidget* parent)
    : QWidget(parent)
    , m_shelf(shelf)
    , m_tree(new QTreeWidget(this))
    , m_about(new QLabel(this))
{
    confirm = [this](const QString& question) {
        return QMessageBox::question(this, tr("Nucleoscope"), question) == QMessageBox::Yes;
    };
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    auto* heading = new QLabel(tr("Models"), this);
    heading->setObjectName(QStringLiteral("heading"));
    rows->addWidget(heading);
    m_tree->setObjectName(QStringLiteral("models"));
    m_tree->setHeaderHidden(true);
    m_tree->setAccessibleName(tr("Models, each under the one that it was taught from"));
    m_tree->setMinimumHeight(kTreeHeight);
    rows->addWidget(m_tree);
    m_about->setWordWrap(true);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setObjectName(QStringLiteral("modelAbout"));
    rows->addWidget(m_about);
    auto* grid = new QGridLayout;
    rows->addLayout(grid);
    const auto button = [this, grid](const QString& text, auto slot) {
        auto* made = new QPushButton(text, this);
        connect(made, &QPushButton::clicked, this, slot);
        grid->addWidget(made, grid->count() / 2, grid->count() % 2);
        return made;
    };
    m_use = button(tr("Use &it"), [this] { m_shelf.use(chosen()); });
    m_use->setObjectName(QStringLiteral("modelUse"));
    m_back = button(tr("Back to the one &before"), [this] { goBack(); });
    m_back->setObjectName(QStringLiteral("modelBack"));
    m_ofOwn.push_back(button(tr("Re&name…"), [this] { rename(); }));
    m_ofOwn.push_back(button(tr("No&tes…"), [this] { writeNotes(); }));
    m_export = button(tr("E&xport…"), [this] { exportModel(); });
    button(tr("I&mport…"), [this] { importModel(); });
    m_ofOwn.push_back(button(tr("Dele&te…"), [this] { remove(); }));
    m_evaluate = button(tr("E&valuate…"), [this] { Q_EMIT evaluationAsked(QString::fromStdString(chosen())); });
    m_evaluate->setObjectName(QStringLiteral("modelEvaluate"));
    m_evaluate->setToolTip(tr("Compares what it finds in the checked regions with what is true there"));
    m_evaluate->hide();
    connect(&shelf, &ModelShelf::changed, this, &ModelsPanel::show);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ModelsPanel::showChosen);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this] { m_shelf.use(chosen()); });
    show();
}

void ModelsPanel::setCanEvaluate(bool can)
{
    m_evaluate->setVisible(can);
}

std::string ModelsPanel::chosen() const
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    return item ? item->data(0, Qt::UserRole).toString().toStdString() : std::string();
}

void ModelsPanel::show()
{
    const std::string before = chosen();
    m_tree->clear();
    std::map<std::string, QTreeWidgetItem*> items;
    for (const StoredModel& model : m_shelf.models()) {
        auto* item = new QTreeWidgetItem;
        const bool inUse = model.info.hash == m_shelf.inUse();
        const QString name = QString::fromStdString(model.name);
        item->setText(0, inUse ? tr("%1 (in use)").arg(name) : name);
        QFont font = item->font(0);
        font.setBold(inUse);
        item->setFont(0, font);
        item->setData(0, Qt::UserRole, QString::fromStdString(model.info.hash));
        item->setToolTip(0, describe(model));
        items.emplace(model.info.hash, item);
    }
    for (const StoredModel& model : m_shelf.models()) {
        QTreeWidgetItem* const item = items.at(model.info.hash);
        if (item->parent() || m_tree->indexOfTopLevelItem(item) >= 0)
            continue; // the same file twice
        const auto parent = items.find(model.info.parent);
        if (parent != items.end() && parent->second != item)
            parent->second->addChild(item);
        else
            m_tree->addTopLevelItem(item);
    }
    m_tree->expandAll();
    const bool another = m_shownInUse != m_shelf.inUse(); // then that is what the person wants to see
    m_shownInUse = m_shelf.inUse();
    const auto current = items.find(before.empty() || another ? m_shownInUse : before);
    if (current != items.end())
        m_tree->setCurrentItem(current->second);
    showChosen();
}

QString ModelsPanel::describe(const StoredModel& model) const
{
    QStringList lines;
    if (model.builtIn)
        lines << tr("Comes with the program.");
    if (const QString scores = scoresIn(objectIn(model.info.metrics)); !scores.isEmpty())
        lines << scores;
    if (const QString taught = taughtIn(objectIn(model.info.training)); !taught.isEmpty())
        lines << taught;
    if (const QString from = objectIn(model.info.training).value(QLatin1String("data")).toString(); !from.isEmpty())
        lines << tr("Learnt from: %1.").arg(from);
    if (!model.info.parent.empty())
        if (const StoredModel* parent = m_shelf.find(model.info.parent); !parent)
            lines << tr("The model that it was taught from is not here.");
    lines << tr("Licence: %1").arg(QString::fromStdString(model.info.licence));
    if (!model.notes.empty())
        lines << QString::fromStdString(model.notes);
    return lines.join(QLatin1Char('\n'));
}

void ModelsPanel::showChosen()
{
    const StoredModel* model = m_shelf.find(chosen());
    const StoredModel* used = m_shelf.find(m_shelf.inUse());
    m_about->setText(model ? describe(*model) : QString());
    m_use->setEnabled(model && model->info.hash != m_shelf.inUse());
    m_back->setEnabled(used && m_shelf.find(used->info.parent));
    m_back->setToolTip(tr("Uses the model again that the one in use was taught from"));
    m_export->setEnabled(model);
    m_evaluate->setEnabled(model);
    for (QPushButton* button : m_ofOwn)
        button->setEnabled(model && !model->builtIn);
}

void ModelsPanel::goBack()
{
    if (const StoredModel* used = m_shelf.find(m_shelf.inUse()))
        m_shelf.use(used->info.parent);
}

void ModelsPanel::rename()
{
    const std::string hash = chosen();
    const StoredModel* model = m_shelf.find(hash);
    bool ok = false;
    const QString name = QInputDialog::getText(this, tr("Rename the model"), tr("Name:"), QLineEdit::Normal,
        model ? QString::fromStdString(model->name) : QString(), &ok);
    if (model = m_shelf.find(hash); ok && model)
        m_shelf.describe(hash, name, QString::fromStdString(model->notes));
}

void ModelsPanel::writeNotes()
{
    const std::string hash = chosen();
    const StoredModel* model = m_shelf.find(hash);
    bool ok = false;
    const QString notes = QInputDialog::getMultiLineText(this, tr("Notes"), tr("What you want to remember of it:"),
        model ? QString::fromStdString(model->notes) : QString(), &ok);
    if (model = m_shelf.find(hash); ok && model)
        m_shelf.describe(hash, QString::fromStdString(model->name), notes);
}

void ModelsPanel::exportModel()
{
    const std::string hash = chosen();
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export the model"), QStringLiteral("model.safetensors"), tr("Models (*.safetensors)"));
    if (!path.isEmpty())
        m_shelf.exportTo(hash, path);
}

void ModelsPanel::importModel()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Import a model"), {}, tr("Models (*.safetensors)"));
    if (!path.isEmpty())
        m_shelf.import(path);
}

void ModelsPanel::remove()
{
    const std::string hash = chosen();
    const StoredModel* model = m_shelf.find(hash);
    if (!model)
        return;
    if (hash == m_shelf.inUse()) {
        Q_EMIT m_shelf.failed(tr("The model in use cannot be deleted. Use another one first."),
            {ErrorCode::Invalid, "It finds the nuclei at the moment", "", ""});
        return;
    }
    if (confirm(tr("Delete %1? Nuclei that it found stay, but it cannot be used any more unless you have exported it.")
                    .arg(QString::fromStdString(model->name))))
        m_shelf.remove(hash);
}

} // namespace nb
