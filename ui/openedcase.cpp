// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/openedcase.h"

#include "ui/casesession.h"

namespace nb
{

namespace
{

constexpr std::int64_t kHistoryShown = 1000;

/// The document thread, closed on whatever thread lets go of it last; `closed` is ready after that.
std::shared_ptr<DocumentThread> ownThread(std::unique_ptr<CaseDocument> document, std::shared_future<void>& closed)
{
    auto promise = std::make_shared<std::promise<void>>();
    closed = promise->get_future().share();
    return {new DocumentThread(std::move(document)), [promise](DocumentThread* thread) {
                delete thread;
                promise->set_value();
            }};
}

} // namespace

Result<CaseLists> CaseLists::of(CaseDocument& document)
{
    auto classes = document.edits().classes();
    if (!classes)
        return classes.error();
    auto regions = document.edits().regions();
    if (!regions)
        return regions.error();
    auto history = document.edits().history(kHistoryShown);
    if (!history)
        return history.error();
    return CaseLists{std::move(*classes), std::move(*regions), std::move(*history)};
}

void CaseAudience::nucleiChanged(const std::optional<Rect>& level0Area)
{
    const std::lock_guard lock(mutex);
    nuclei->changed(level0Area);
}

Status OpenedCase::read(CaseDocument& document)
{
    auto stored = document.slide();
    if (!stored)
        return stored.error();
    auto opened = CaseNuclei::open(document.path(), document.immutable(), stored->width, stored->height);
    if (!opened)
        return opened.error();
    auto found = CaseLists::of(document);
    if (!found)
        return found.error();
    if (const auto left = document.view(kCaseViewKey); left)
        view = *left;
    slide = std::move(*stored);
    nuclei = std::move(*opened);
    lists = std::move(*found);
    return {};
}

Result<OpenedCase> OpenedCase::from(std::unique_ptr<CaseDocument> document)
{
    OpenedCase opened;
    if (Status read = opened.read(*document); !read)
        return read.error();
    opened.audience = std::make_shared<CaseAudience>();
    opened.audience->nuclei = opened.nuclei;
    opened.thread = ownThread(std::move(document), opened.closed);
    return opened;
}

} // namespace nb
