// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/modelstore.h"
#include "ui/services.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace nb
{

/// The models of the person, as the window sees them, and which of them is in use. GUI thread; the files are read and
/// written on a worker, one thing after the other.
class ModelShelf : public QObject
{
    Q_OBJECT

public:
    explicit ModelShelf(const Services& services, QObject* parent = nullptr);
    ~ModelShelf() override;

    /// Where taught models lie.
    [[nodiscard]] static QString folder();
    /// File of the model that the person chose; empty: the program's own. Any thread.
    [[nodiscard]] static std::string chosenPath();

    [[nodiscard]] const std::vector<StoredModel>& models() const { return m_models; } ///< as of the last `changed`
    [[nodiscard]] bool busy() const;
    [[nodiscard]] const StoredModel* find(const std::string& hash) const; ///< null: not here
    /// The model in use, told by the window; its hash or empty.
    void setInUse(const std::string& hash);
    [[nodiscard]] const std::string& inUse() const { return m_inUse; }

    void refresh();
    /// Keeps a taught model; `done` gets it on the GUI thread, after `changed`.
    void add(ModelFile model, std::function<void(const StoredModel&)> done);
    void import(const QString& path);
    void exportTo(const std::string& hash, const QString& path);
    void describe(const std::string& hash, const QString& name, const QString& notes);
    void remove(const std::string& hash);
    /// Loads it; `chosen` follows, and it is the one that is loaded from now on.
    void use(const std::string& hash);

Q_SIGNALS:
    void changed();
    void chosen(const std::shared_ptr<const nb::Network>& network);
    void failed(const QString& headline, const nb::Error& error);

private:
    using Work = std::function<Result<ModelStore::Contents>(ModelStore&)>;
    void change(const QString& headline, Work work, std::function<void()> done = {});

    Services m_services;
    std::vector<StoredModel> m_models;
    std::string m_inUse;
    std::shared_ptr<Job> m_job;
    std::shared_ptr<Job> m_loading;
    struct Waiting {
        QString headline;
        Work work;
        std::function<void()> done;
    };
    std::vector<Waiting> m_waiting; ///< behind m_job
};

} // namespace nb
