// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/decidedstain.h"

namespace nb
{

std::optional<SlideStain> decidedStain(const SlideIdentity& identity, const ModelInfo& model)
{
    if (!identity.stain)
        return {};
    SlideStain stain = *identity.stain;
    stain.target = model.stainTarget;
    if (stain.fromTarget)
        stain.source = stain.target;
    return stain;
}

} // namespace nb
