// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserecording.h"
#include "tests/support/blobpicture.h"
#include "tests/support/casefixture.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/fakeslide.h"

#include <map>

namespace nb::test
{

/// A small slide with many nuclei for a network without weights; `darker` stands for another model.
inline std::shared_ptr<const SlideRecipe> runRecipe(
    std::shared_ptr<FakeNetwork> network = std::make_shared<FakeNetwork>())
{
    const auto slide = std::make_shared<FakeSlide>(blobPicture(1100, 900, 5));
    SegmentOptions options;
    options.normalize = StainChoice::None;
    options.patch = 128;
    options.stride = 96;
    auto made = prepareSlide(slide, std::move(network), options, {});
    return made ? *made : nullptr;
}

inline std::unique_ptr<CaseDocument> runCase(const std::string& path, const SlideRecipe& recipe)
{
    auto made = CaseDocument::create(path, identityOf(recipe.slide->info()));
    return made ? std::move(*made) : nullptr;
}

/// A run in small tiles over the whole slide or `area`.
inline Result<CaseRunSummary> run(DocumentThread& document, const std::shared_ptr<const SlideRecipe>& recipe,
    const SegmentSinks& also = {}, const CancelToken& cancel = {}, std::optional<Rect> area = {})
{
    NetworkScheduler scheduler(2);
    Progress progress;
    SegmentRequest request{area.value_or(Rect{0, 0, recipe->slide->info().width(), recipe->slide->info().height()})};
    request.tilePx = 150;
    return segmentIntoCase(document, recipe, scheduler, request, also, "tester", cancel, progress);
}

/// A new case for each test, and the recipe of its slide.
class RunCase
{
public:
    /// False: the recipe cannot be made.
    [[nodiscard]] bool renew()
    {
        if (!m_recipe)
            m_recipe = runRecipe();
        m_thread.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath("a.nsc").toStdString();
        if (m_recipe)
            m_thread = std::make_unique<DocumentThread>(runCase(m_path, *m_recipe));
        return m_recipe != nullptr;
    }

protected:
    std::shared_ptr<const SlideRecipe> m_recipe;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DocumentThread> m_thread;
    std::string m_path;
};

using Present = std::map<Uuid, NucleusRecord>;

inline Present presentIn(const std::string& path)
{
    Present present;
    const auto reader = CaseReader::open(path);
    const auto rows = (*reader)->sorted("", false, {});
    for (const auto row : *rows) {
        const auto record = (*reader)->nucleus(row);
        present[(*record)->id] = **record;
    }
    return present;
}

inline std::string textOf(DocumentThread& thread)
{
    return thread.ask([](CaseDocument& document) { return contentsOf(document); }).get();
}

inline Result<EditOutcome> apply(DocumentThread& thread, const Edit& edit)
{
    return thread.ask([&](CaseDocument& document) { return document.edits().apply(edit); }).get();
}

inline std::string verified(DocumentThread& thread)
{
    const auto status = thread.ask([](CaseDocument& document) { return document.verify(); }).get();
    return status.ok() ? std::string("ok") : status.error().message();
}

/// Another model: finds the same blobs a little smaller.
inline std::shared_ptr<FakeNetwork> otherModel()
{
    class Other : public FakeNetwork
    {
    public:
        Other()
        {
            m_other = FakeNetwork::info();
            m_other.hash = std::string(64, 'c');
            m_other.growSteps = 3;
        }
        const ModelInfo& info() const override { return m_other; }

    private:
        ModelInfo m_other;
    };
    return std::make_shared<Other>();
}

} // namespace nb::test
