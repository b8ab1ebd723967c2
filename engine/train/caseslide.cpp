// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/caseslide.h"

#include "engine/document/networkplace.h"

#include <filesystem>

namespace nb
{

Result<std::shared_ptr<const SlideSource>> openSlideOf(CaseDocument& document, const SlideIdentity& identity)
{
    const auto places = document.slidePlaces();
    if (!places)
        return places.error();
    for (const std::string& place : *places) {
        std::error_code ignored;
        if (leadsToNetwork(place) || !std::filesystem::exists(place, ignored))
            continue;
        auto slide = openSlide(place);
        if (!slide)
            return slide;
        if (Status same = expectSameSlide(identity, (*slide)->info()); !same)
            return same.error();
        return slide;
    }
    return Error{ErrorCode::NotFound, "The slide that a case belongs to was not found", document.path(),
        "Put the slide beside the case, or open the case in the window and show it where the slide is now"};
}

} // namespace nb
