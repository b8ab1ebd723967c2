// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/modelshelf.h"

#include "engine/nn/defaultmodel.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace nb
{

namespace
{

ModelStore openStore()
{
    const auto own = findDefaultModel();
    return {ModelShelf::folder().toStdString(), own ? *own : std::string()};
}

const QString kChosen = QStringLiteral("model/file");

} // namespace

ModelShelf::ModelShelf(const Services& services, QObject* parent)
    : QObject(parent)
    , m_services(services)
{
}

ModelShelf::~ModelShelf()
{
    if (m_loading)
        m_loading->cancel();
}

QString ModelShelf::folder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath(QStringLiteral("models"));
}

std::string ModelShelf::chosenPath()
{
    const QString name = QSettings().value(kChosen).toString();
    return name.isEmpty() ? std::string() : QDir(folder()).filePath(QFileInfo(name).fileName()).toStdString();
}

bool ModelShelf::busy() const
{
    return (m_job && m_job->running()) || (m_loading && m_loading->running());
}

const StoredModel* ModelShelf::find(const std::string& hash) const
{
    const auto found = std::find_if(
        m_models.begin(), m_models.end(), [&hash](const StoredModel& model) { return model.info.hash == hash; });
    return found == m_models.end() ? nullptr : &*found;
}

void ModelShelf::setInUse(const std::string& hash)
{
    if (m_inUse == hash)
        return;
    m_inUse = hash;
    Q_EMIT changed();
}

/// One after the other: the store is read anew after each change, so the list is always what the disk holds.
void ModelShelf::change(const QString& headline, Work work, std::function<void()> done)
{
    if (m_job && m_job->running()) {
        m_waiting.push_back({headline, std::move(work), std::move(done)});
        return;
    }
    m_job = m_services.jobs.start(
        this,
        [work = std::move(work)](const CancelToken&, Progress&) {
            ModelStore store = openStore();
            return work(store);
        },
        [this, headline, done = std::move(done)](Result<ModelStore::Contents> contents) {
            if (contents) {
                m_models = std::move(contents->models);
                Q_EMIT changed();
                if (done)
                    done();
            } else {
                Q_EMIT failed(headline, contents.error());
            }
            if (m_waiting.empty())
                return;
            Waiting next = std::move(m_waiting.front());
            m_waiting.erase(m_waiting.begin());
            change(next.headline, std::move(next.work), std::move(next.done));
        });
}

void ModelShelf::refresh()
{
    change(tr("The list of models could not be read."), [](ModelStore& store) { return store.list(); });
}

void ModelShelf::add(ModelFile model, std::function<void(const StoredModel&)> done)
{
    const auto kept = std::make_shared<StoredModel>();
    change(
        tr("The new model could not be kept. It is still here: make room and try again."),
        [kept, model = std::make_shared<const ModelFile>(std::move(model))](
            ModelStore& store) -> Result<ModelStore::Contents> {
            auto added = store.add(*model);
            if (!added)
                return added.error();
            *kept = std::move(*added);
            return store.list();
        },
        [kept, done = std::move(done)] { done(*kept); });
}

void ModelShelf::import(const QString& path)
{
    change(tr("%1 could not be taken in.").arg(QFileInfo(path).fileName()),
        [path = path.toStdString()](ModelStore& store) -> Result<ModelStore::Contents> {
            if (const auto model = store.import(path); !model)
                return model.error();
            return store.list();
        });
}

void ModelShelf::exportTo(const std::string& hash, const QString& path)
{
    if (const StoredModel* model = find(hash))
        change(tr("The model could not be exported."),
            [model = *model, path = path.toStdString()](ModelStore& store) -> Result<ModelStore::Contents> {
                if (Status status = store.exportTo(model, path); !status)
                    return status.error();
                return store.list();
            });
}

void ModelShelf::describe(const std::string& hash, const QString& name, const QString& notes)
{
    if (const StoredModel* model = find(hash))
        change(tr("The model could not be renamed."),
            [model = *model, name = name.trimmed().toStdString(), notes = notes.toStdString()](
                ModelStore& store) -> Result<ModelStore::Contents> {
                if (Status status = store.describe(model, name, notes); !status)
                    return status.error();
                return store.list();
            });
}

void ModelShelf::remove(const std::string& hash)
{
    if (const StoredModel* model = find(hash))
        change(
            tr("The model could not be removed."), [model = *model](ModelStore& store) -> Result<ModelStore::Contents> {
                if (Status status = store.remove(model); !status)
                    return status.error();
                return store.list();
            });
}

void ModelShelf::use(const std::string& hash)
{
    const StoredModel* model = find(hash);
    if (!model || !m_services.makeNetwork)
        return;
    if (m_loading)
        m_loading->cancel();
    using Loaded = Result<std::shared_ptr<const Network>>;
    m_loading = m_services.jobs.start(
        this,
        [path = model->path, make = m_services.makeNetwork](const CancelToken&, Progress&) -> Loaded {
            const auto file = readModelFile(path);
            if (!file)
                return file.error();
            return make(*file);
        },
        [this, builtIn = model->builtIn, path = QString::fromStdString(model->path)](const Loaded& network) {
            if (!network) {
                Q_EMIT failed(tr("The model could not be loaded. The one before stays in use."), network.error());
                return;
            }
            QSettings().setValue(kChosen, builtIn ? QString() : QFileInfo(path).fileName());
            setInUse((*network)->info().hash);
            Q_EMIT chosen(*network);
        });
}

} // namespace nb
