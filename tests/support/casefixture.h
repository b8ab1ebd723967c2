// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/casedocument.h"
#include "engine/document/casereader.h"

#include <QTemporaryDir>
#include <cmath>
#include <cstdint>
#include <memory>
#include <random>
#include <string>

namespace nb::test
{

inline SlideIdentity slideIdentity()
{
    SlideIdentity slide;
    slide.path = "/slides/a.svs";
    slide.fileBytes = 1234;
    slide.width = 100000;
    slide.height = 80000;
    slide.hash = std::string(64, 'f');
    slide.pixelSize = {0.25, 0.25};
    return slide;
}

inline Uuid uuidOf(std::uint64_t number)
{
    Uuid id{};
    for (std::size_t i = 0; i < 8; ++i)
        id[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    return id;
}

/// A ring of `points` vertices around a place.
inline Ring blob(double x, double y, double radius, int points = 24)
{
    Ring ring;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * M_PI * i / points, r = radius * (1 + 0.1 * std::sin(3 * angle));
        ring.push_back({x + r * std::cos(angle), y + r * std::sin(angle)});
    }
    return ring;
}

inline NucleusRecord nucleus(std::uint64_t number, double x, double y, double radius = 10)
{
    NucleusRecord record;
    record.id = uuidOf(number);
    record.shape = {Polygon{blob(x, y, radius), {}}};
    record.origin = NucleusOrigin::Drawn;
    record.measurements = notMeasured();
    record.measurements.areaUm2 = static_cast<double>(number % 1000);
    record.changedBy = "tester";
    record.changedAt = "2018-03-01T09:30:00Z";
    return record;
}

/// A new folder for each test, and cases in it.
class CaseFolder
{
public:
    void renew() { m_folder = std::make_unique<QTemporaryDir>(); }
    [[nodiscard]] std::string at(const std::string& name) const
    {
        return m_folder->filePath(QString::fromStdString(name)).toStdString();
    }
    /// A case with as many nuclei, 30 px apart, a hundred in a row.
    [[nodiscard]] static std::unique_ptr<CaseDocument> create(const std::string& path, int nuclei)
    {
        auto made = CaseDocument::create(path, slideIdentity());
        if (!made.ok())
            qFatal("%s", made.error().message().c_str());
        Edit edit{"Draw", "", {}, {}, {}, {}, {}, {}, {}};
        for (int i = 0; i < nuclei; ++i)
            edit.putNuclei.push_back(nucleus(static_cast<std::uint64_t>(i + 1), 30.0 * (i % 100), 30.0 * (i / 100)));
        if (!edit.putNuclei.empty() && !(*made)->edits().apply(edit).ok())
            qFatal("cannot draw");
        return std::move(*made);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

/// Everything that is present, as text, so that two states of a case can be compared.
inline std::string contentsOf(CaseDocument& document)
{
    std::string text;
    const auto reader = CaseReader::open(document.path(), document.immutable());
    if (!reader)
        return reader.error().message();
    const auto rows = (*reader)->sorted("", false, {});
    if (!rows)
        return rows.error().message();
    std::vector<std::string> lines;
    for (const NucleusRow row : *rows) {
        const auto record = (*reader)->nucleus(row);
        if (!record || !*record)
            return "a row cannot be read";
        const NucleusRecord& n = **record;
        std::string line(n.id.begin(), n.id.end());
        line += "/" + std::to_string(n.classId) + "/" + std::to_string(static_cast<int>(n.origin)) + "/" + n.name;
        for (const Polygon& polygon : n.shape)
            for (const Point& p : polygon.shell)
                line += " " + std::to_string(p.x) + "," + std::to_string(p.y);
        line += "/" + std::to_string(n.measurements.areaUm2) + "/" + std::to_string(n.measurements.boundaryConfidence);
        lines.push_back(line);
    }
    std::sort(lines.begin(), lines.end());
    for (const std::string& line : lines)
        text += line + "\n";
    const auto regions = document.edits().regions();
    const auto classes = document.edits().classes();
    for (const RegionRecord& region : regions ? *regions : std::vector<RegionRecord>())
        text += "region " + region.name + " " + std::to_string(static_cast<int>(region.role)) + " "
            + std::to_string(region.shape.empty() ? 0 : region.shape.front().shell.size()) + "\n";
    for (const ClassRecord& record : classes ? *classes : std::vector<ClassRecord>())
        text += "class " + std::to_string(record.id) + " " + record.name + " " + record.key + "\n";
    return text;
}

} // namespace nb::test
