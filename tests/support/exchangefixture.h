// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/exchange/casegeojson.h"
#include "engine/exchange/caseimport.h"
#include "engine/io/nucleusmeasurementnames.h"
#include "tests/support/casefixture.h"

#include <QTemporaryDir>

#include <map>

namespace nb::test
{

inline bool sameValue(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

/// Two nuclei of different cases as they lie there; what only one case can know (rows, runs) is left out.
inline bool sameNucleus(const NucleusRecord& a, const NucleusRecord& b)
{
    bool measured = true;
    for (const auto& [name, member] : kNucleusMeasurementNames)
        measured = measured && sameValue(a.measurements.*member, b.measurements.*member);
    return measured && a.id == b.id && a.shape == b.shape && a.origin == b.origin && a.modelShape == b.modelShape
        && a.modelHash == b.modelHash && a.changedBy == b.changedBy && a.changedAt == b.changedAt
        && a.correctionSeconds == b.correctionSeconds && a.name == b.name && a.locked == b.locked && a.extra == b.extra;
}

/// A case in a folder of its own, with the document thread that the window has.
class ExchangeCase
{
public:
    explicit ExchangeCase(const SlideIdentity& slide = slideIdentity())
        : m_slide(slide)
    {
        auto made = CaseDocument::create(path(), slide);
        if (made)
            m_thread = std::make_unique<DocumentThread>(std::move(*made));
    }
    [[nodiscard]] std::string path() const { return m_folder.filePath(QStringLiteral("a.nsc")).toStdString(); }
    [[nodiscard]] std::string file(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }
    [[nodiscard]] DocumentThread& thread() { return *m_thread; }

    Result<EditOutcome> apply(const Edit& edit)
    {
        return m_thread->ask([edit](CaseDocument& open) { return open.edits().apply(edit); }).get();
    }
    Result<EditOutcome> undo()
    {
        return m_thread->ask([](CaseDocument& open) { return open.edits().undo(); }).get();
    }
    [[nodiscard]] std::vector<ClassRecord> classes()
    {
        return *m_thread->ask([](CaseDocument& open) { return open.edits().classes(); }).get();
    }
    [[nodiscard]] std::vector<RegionRecord> regions()
    {
        return *m_thread->ask([](CaseDocument& open) { return open.edits().regions(); }).get();
    }
    [[nodiscard]] std::vector<HistoryEntry> history()
    {
        return *m_thread->ask([](CaseDocument& open) { return open.edits().history(); }).get();
    }
    [[nodiscard]] Status verify()
    {
        return m_thread->ask([](CaseDocument& open) { return open.verify(); }).get();
    }
    /// All present nuclei, by id.
    [[nodiscard]] std::map<Uuid, NucleusRecord> nuclei()
    {
        std::map<Uuid, NucleusRecord> all;
        const auto reader = CaseReader::open(path());
        const auto rows = (*reader)->sorted("", false, {});
        for (const NucleusRow row : *rows) {
            auto record = (*reader)->nucleus(row);
            all[(**record).id] = std::move(**record);
        }
        return all;
    }
    [[nodiscard]] std::string className(int id)
    {
        for (const ClassRecord& record : classes())
            if (record.id == id)
                return record.name;
        return {};
    }
    /// All of it.
    [[nodiscard]] CaseChoice choice() { return {classes(), regions(), false, {}, m_slide}; }

    Result<CaseImportSummary> import(const std::string& from)
    {
        Progress progress;
        return importIntoCase(*m_thread, from, "reader", {}, progress);
    }
    Result<CaseExportSummary> write(const std::string& to, const CaseChoice& what, bool asAnnotations = false)
    {
        Progress progress;
        const auto reader = CaseReader::open(path());
        return exportGeoJson(**reader, what, to, asAnnotations, {}, progress);
    }

private:
    QTemporaryDir m_folder;
    const SlideIdentity m_slide;
    std::unique_ptr<DocumentThread> m_thread;
};

} // namespace nb::test
