// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/caselookup.h"

namespace nb
{

CaseLookup::CaseLookup(Open open, QObject* parent)
    : QObject(parent)
    , m_thread([this, open = std::move(open)] { run(open); })
{
}

CaseLookup::~CaseLookup()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_end = true;
        m_questions.clear();
    }
    m_asked.notify_all();
    m_thread.join();
}

void CaseLookup::post(Question question)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_questions.push_back(std::move(question));
    }
    m_asked.notify_all();
}

bool CaseLookup::idle() const
{
    const std::scoped_lock lock(m_mutex);
    return m_questions.empty() && !m_working;
}

void CaseLookup::run(const Open& open)
{
    std::unique_ptr<CaseReader> reader;
    while (true) {
        Question question;
        {
            std::unique_lock lock(m_mutex);
            m_working = false;
            m_asked.wait(lock, [this] { return m_end || !m_questions.empty(); });
            if (m_end)
                return;
            question = std::move(m_questions.front());
            m_questions.pop_front();
            m_working = true;
        }
        if (!reader) {
            auto opened = open();
            if (!opened) {
                question(opened.error());
                continue;
            }
            reader = std::move(*opened);
        }
        question(reader.get());
    }
}

} // namespace nb
