// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/caseopening.h"

#include "engine/document/networkplace.h"

#include <filesystem>
#include <optional>

namespace nb
{

namespace
{

using Slide = std::shared_ptr<const SlideSource>;

Result<Slide> openSame(const SlideIdentity& identity, const std::string& path)
{
    auto slide = openSlide(path);
    if (!slide)
        return slide;
    if (Status same = expectSameSlide(identity, (*slide)->info()); !same)
        return same.error();
    return slide;
}

/// Null where it lies at none of the places; then `found` says where it was. An error where the only slide that is
/// there is another one or cannot be read.
Result<Slide> findSlide(const SlideIdentity& identity, const std::vector<std::string>& places, FoundCase& found)
{
    std::optional<Error> error;
    for (const std::string& place : places) {
        found.missingAt = found.missingAt.empty() ? place : found.missingAt;
        if (leadsToNetwork(place)) {
            found.missingAt = place;
            found.leadsToNetwork = true;
            continue;
        }
        std::error_code unknown;
        if (!std::filesystem::exists(place, unknown))
            continue;
        auto slide = openSame(identity, place);
        if (slide)
            return slide;
        error = slide.error();
    }
    if (error && !found.leadsToNetwork)
        return *error;
    return Slide();
}

Status keepPlace(CaseDocument& document, SlideIdentity identity, const std::string& path)
{
    if (identity.path == path || document.readOnly())
        return {};
    identity.path = path;
    return document.setSlide(identity);
}

} // namespace

Result<FoundCase> openCaseAndSlide(const std::string& path, const std::string& slidePath, CaseAccess access)
{
    auto document = CaseDocument::open(path, access);
    if (!document)
        return document.error();
    const auto identity = (*document)->slide();
    if (!identity)
        return identity.error();
    const auto places = slidePath.empty() ? (*document)->slidePlaces() : std::vector<std::string>();
    if (!places)
        return places.error();
    FoundCase found;
    auto slide = slidePath.empty() ? findSlide(*identity, *places, found) : openSame(*identity, slidePath);
    if (!slide)
        return slide.error();
    if (!*slide)
        return found;
    if (Status kept = keepPlace(**document, *identity, (*slide)->info().path); !kept)
        return kept.error();
    auto opened = OpenedCase::from(std::move(*document));
    if (!opened)
        return opened.error();
    found.opened = std::move(*opened);
    found.slide = std::move(*slide);
    found.missingAt.clear();
    return found;
}

Result<OpenedCase> openUnsavedOf(const std::string& folder, const SlideInfo& info)
{
    auto document = openUnsavedCase(folder, identityOf(info));
    if (!document)
        return document.error();
    const auto stored = (*document)->slide();
    if (!stored)
        return stored.error();
    if (Status same = expectSameSlide(*stored, info); !same)
        return same.error();
    if (Status kept = keepPlace(**document, *stored, info.path); !kept)
        return kept.error();
    return OpenedCase::from(std::move(*document));
}

Status saveUnsavedAs(const std::string& path, const std::string& target, bool replace)
{
    {
        const auto document = CaseDocument::open(path);
        if (!document)
            return document.error();
        if ((*document)->readOnly())
            return Error{ErrorCode::NotWritable, (*document)->readOnlyReason(), path, ""};
        if (Status copied = (*document)->copyTo(target, replace); !copied)
            return copied;
    }
    return discardUnsavedCase(path);
}

void tidyUnsaved(const std::string& path)
{
    {
        const auto document = CaseDocument::open(path);
        if (!document || (*document)->readOnly())
            return;
        const auto history = (*document)->edits().history(1);
        if (!history || !history->empty())
            return;
    }
    // One that cannot be removed does no harm: it is not offered.
    [[maybe_unused]] const Status gone = discardUnsavedCase(path);
}

} // namespace nb
