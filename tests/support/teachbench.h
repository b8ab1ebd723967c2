// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/network.h"
#include "tests/support/modelfiles.h"
#include "tests/support/teachingcase.h"
#include "ui/casesession.h"
#include "ui/modelspanel.h"
#include "ui/teachpanel.h"
#include "ui/teachprogress.h"
#include "widgets/trainingplot.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>

namespace nb::test
{

/// The panel with a real, tiny network in the model folder, and a case that a test fills.
struct TeachBench {
    enum class Home { Fresh, AsLeft }; ///< models and interrupted trainings of earlier benches
    explicit TeachBench(const QTemporaryDir& folder, int side = 256, Home home = Home::Fresh)
        : material(folder.path().toStdString(), side)
        , services{jobs, scheduler, []() -> Result<std::shared_ptr<const Network>> { return Error{}; }}
    {
        services.makeNetwork = [](const ModelFile& model) {
            return makeNetwork(model, {PrecisionChoice::Fp32, DeviceChoice::Cpu});
        };
        services.train = trainModel;
        if (home == Home::Fresh)
            for (const QString& name : {ModelShelf::folder(), trainings()})
                QDir(name).removeRecursively();
        ModelStore store(ModelShelf::folder().toStdString(), "");
        parent = *store.add(test::randomModel(4));
        shelf = std::make_unique<ModelShelf>(services);
        teach = std::make_unique<TeachController>(services, *shelf);
        panel = std::make_unique<TeachPanel>(*teach, *shelf);
        QObject::connect(shelf.get(), &ModelShelf::failed, teach.get(),
            [this](const QString& headline, const Error& error) { told(headline, error); });
        QObject::connect(teach.get(), &TeachController::failed, teach.get(),
            [this](const QString& headline, const Error& error) { told(headline, error); });
        shelf->setInUse(parent.info.hash);
        shelf->refresh();
        panel->resize(320, 900);
        panel->show();
        quick();
    }
    ~TeachBench()
    {
        if (teach)
            teach->discard();
    }

    /// Where trainings are kept until they are decided about.
    [[nodiscard]] static QString trainings()
    {
        return QDir::cleanPath(ModelShelf::folder() + QStringLiteral("/../trainings"));
    }
    [[nodiscard]] static QStringList keptTrainings()
    {
        return QDir(trainings()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    }
    /// A training of a second or two.
    void quick() const
    {
        TrainingSettings& s = teach->settings;
        s = TeachController::defaultSettings();
        s.timeLimitMinutes.reset();
        s.epochs = 2;
        s.patchesPerEpoch = 8;
        s.patch = 64;
        s.batch = 4;
        s.precision = PrecisionChoice::Fp32;
        s.threads = 1;
        teach->normalize = StainChoice::None;
    }
    void openCase()
    {
        material.document.reset();
        slide = *openSlide(material.slidePath);
        auto document = CaseDocument::open(material.casePath);
        auto opened = OpenedCase::from(std::move(*document));
        session = std::make_unique<CaseSession>(services, std::move(*opened), false);
        teach->material().setCase(session.get(), slide);
    }
    void told(const QString& headline, const Error& error)
    {
        message = headline + QLatin1Char(' ') + QString::fromStdString(error.message());
    }
    [[nodiscard]] bool ready() const { return teach->obstacle().isEmpty() && start()->isEnabled(); }
    [[nodiscard]] QPushButton* start() const { return panel->findChild<QPushButton*>(QStringLiteral("primary")); }
    [[nodiscard]] QPushButton* button(const char* name) const
    {
        return panel->findChild<QPushButton*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString text(const char* name) const
    {
        return panel->findChild<QLabel*>(QString::fromLatin1(name))->text();
    }

    NetworkScheduler scheduler{1};
    JobPool jobs;
    TeachingCase material;
    Services services;
    StoredModel parent;
    std::shared_ptr<const SlideSource> slide;
    std::unique_ptr<ModelShelf> shelf;
    std::unique_ptr<TeachController> teach;
    std::unique_ptr<TeachPanel> panel;
    std::unique_ptr<CaseSession> session;
    QString message;
};

} // namespace nb::test
