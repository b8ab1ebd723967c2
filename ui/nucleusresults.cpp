// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/nucleusresults.h"

namespace nb
{

NucleusResults::NucleusResults(std::int64_t slideWidth, std::int64_t slideHeight)
    : m_width(slideWidth)
    , m_height(slideHeight)
{
    m_results[m_choice] = {std::make_shared<NucleusIndex>(m_width, m_height), 0, false, true};
}

void NucleusResults::show(const ExtractionChoice& choice)
{
    if (choice == m_choice)
        return;
    if (!shown().keep)
        m_results.erase(m_choice);
    m_choice = choice;
    Result& result = m_results[m_choice];
    if (!result.index)
        result.index = std::make_shared<NucleusIndex>(m_width, m_height);
}

void NucleusResults::markOfFiles()
{
    shown().ofFiles = true;
    shown().keep = true;
}

void NucleusResults::markSaved(const std::shared_ptr<const NucleusIndex>& index)
{
    for (auto& [choice, result] : m_results)
        if (result.index == index)
            result.unsavedSeconds = 0;
}

double NucleusResults::unsavedSeconds() const
{
    double seconds = 0;
    for (const auto& [choice, result] : m_results)
        seconds += result.unsavedSeconds;
    return seconds;
}

} // namespace nb
