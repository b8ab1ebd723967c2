// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/composition.h"

#include "engine/base/cpubudget.h"
#include "engine/nn/defaultmodel.h"

namespace nb
{

Composition::Composition()
    : m_scheduler(cpuBudget())
{
}

Services Composition::services()
{
    return {m_jobs, m_scheduler, []() -> Result<std::shared_ptr<const Network>> {
                const auto path = findDefaultModel();
                if (!path)
                    return path.error();
                return loadNetwork(*path, NetworkOptions{});
            }};
}

} // namespace nb
