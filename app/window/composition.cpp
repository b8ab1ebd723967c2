// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/composition.h"

#include "engine/base/cpubudget.h"
#include "engine/nn/defaultmodel.h"

namespace nb
{

namespace
{
constexpr int kStandBack = 5; // on two cores two busy workers would keep the hand on the slide waiting
} // namespace

Composition::Composition()
    : m_scheduler(cpuBudget(), kStandBack)
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
