// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/caseintake.h"

#include "engine/document/casereader.h"
#include "engine/segment/nucleusid.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <utility>

namespace nb
{

namespace
{

constexpr std::size_t kPiece = 4000; // nuclei in a transaction: a tenth of a second
constexpr std::int64_t kPieceBytes = 16 << 20;
constexpr std::int64_t kMostNewClasses = 1000;
constexpr GeoJsonFeature::Rgb kGrey{128, 128, 128};

std::int64_t bytesOf(const MultiPolygon& shape)
{
    std::size_t points = 0;
    for (const Polygon& polygon : shape) {
        points += polygon.shell.size() + 4;
        for (const Ring& hole : polygon.holes)
            points += hole.size() + 4;
    }
    return static_cast<std::int64_t>(points * sizeof(Point));
}

std::uint32_t packed(const GeoJsonFeature::Rgb& color)
{
    const auto level = [](int value) { return static_cast<std::uint32_t>(std::clamp(value, 0, 255)); };
    return level(color[0]) << 16 | level(color[1]) << 8 | level(color[2]);
}

/// Where the file system does not say how much is left, trying will tell.
Status roomFor(std::int64_t expectedBytes, const std::string& casePath)
{
    constexpr std::int64_t kMb = 1'000'000;
    std::error_code failed;
    const auto folder = std::filesystem::absolute(casePath, failed).parent_path();
    const std::filesystem::space_info space = std::filesystem::space(folder, failed);
    const std::int64_t needed = 2 * expectedBytes; // the changes, and the log of taking them back
    if (failed || std::cmp_less_equal(needed, space.available))
        return {};
    return Error{ErrorCode::NoSpace,
        "The disk has no room for this import: it needs about " + std::to_string(needed / kMb + 1) + " MB, and "
            + std::to_string(static_cast<std::int64_t>(space.available) / kMb) + " MB are free",
        casePath, "Free some space, or save the case on another disk, and import again"};
}

} // namespace

std::size_t CaseIntake::IdHash::operator()(const Uuid& id) const
{
    std::uint64_t parts[2];
    std::memcpy(parts, id.data(), sizeof parts);
    return static_cast<std::size_t>(parts[0] ^ (parts[1] * 0x9E3779B97F4A7C15ULL));
}

CaseIntake::CaseIntake(DocumentThread& document, std::string label, Beginning&& beginning)
    : m_document(document)
    , m_label(std::move(label))
    , m_step(beginning.step)
    , m_checked(std::make_shared<const std::vector<MultiPolygon>>(std::move(beginning.checked)))
{
    for (ClassRecord& record : beginning.classes) {
        m_classes[record.name] = record.id;
        if (!beginning.usedClasses.contains(record.id))
            m_unused[record.name] = std::move(record);
    }
}

CaseIntake::~CaseIntake()
{
    if (m_open)
        (void)takeBack().ok(); // whoever wanted to hear of a failure has asked for it
}

Result<std::unique_ptr<CaseIntake>> CaseIntake::begin(
    DocumentThread& document, const std::string& label, const std::string& author, std::int64_t expectedBytes)
{
    if (document.readOnly())
        return Error{ErrorCode::NotWritable, document.readOnlyReason(), document.path(), ""};
    if (Status room = roomFor(expectedBytes, document.path()); !room)
        return room.error();
    auto begun = document.ask([label, author](CaseDocument& open) { return beginIn(open, label, author); }).get();
    if (!begun)
        return begun.error();
    return std::unique_ptr<CaseIntake>(new CaseIntake(document, label, std::move(*begun)));
}

Result<CaseIntake::Beginning> CaseIntake::beginIn(
    CaseDocument& open, const std::string& label, const std::string& author)
{
    Beginning beginning;
    auto classes = open.edits().classes();
    const auto regions = open.edits().regions();
    const auto reader = CaseReader::open(open.path(), open.immutable());
    if (!classes || !regions || !reader)
        return !classes ? classes.error() : !regions ? regions.error() : reader.error();
    const auto counts = (*reader)->countByClass();
    if (!counts)
        return counts.error();
    for (const auto& [id, count] : *counts)
        beginning.usedClasses.insert(id);
    for (const RegionRecord& region : *regions) {
        if (region.classId)
            beginning.usedClasses.insert(*region.classId);
        if (region.checked)
            beginning.checked.push_back(region.shape);
    }
    beginning.classes = std::move(*classes);
    const auto step = open.edits().beginStep(label + " (not finished)", author);
    if (!step)
        return step.error();
    beginning.step = *step;
    return beginning;
}

Result<std::optional<int>> CaseIntake::classFor(
    const std::string& name, const std::optional<GeoJsonFeature::Rgb>& color, bool ofCase)
{
    if (name.empty())
        return std::optional(kNucleusClass);
    if (const auto known = m_classes.find(name); known != m_classes.end()) {
        const auto unused = m_unused.find(name);
        if (!ofCase || unused == m_unused.end())
            return std::optional(known->second);
        ClassRecord record = std::move(unused->second);
        m_unused.erase(unused);
        if (color && packed(*color) != std::exchange(record.color, packed(*color)))
            if (Status status = putClass(record); !status)
                return status.error();
        return std::optional(known->second);
    }
    if (m_newClasses >= kMostNewClasses)
        return std::optional<int>();
    if (Status status = putClass({0, name, packed(color.value_or(kGrey)), ""}); !status)
        return status.error();
    const auto classes = m_document.ask([](CaseDocument& open) { return open.edits().classes(); }).get();
    if (!classes)
        return classes.error();
    for (const ClassRecord& record : *classes)
        m_classes[record.name] = record.id;
    ++m_newClasses;
    return std::optional(m_classes[name]);
}

Status CaseIntake::putClass(const ClassRecord& record)
{
    Edit edit;
    edit.putClasses.push_back(record);
    const Status handed = hand(std::move(edit));
    return handed ? settle() : handed;
}

void CaseIntake::giveOwnId(Uuid& id)
{
    if (id != Uuid{} && m_seen.insert(id).second)
        return;
    if (id != Uuid{})
        ++m_renumbered;
    id = randomId();
    m_seen.insert(id);
}

Status CaseIntake::add(NucleusRecord&& nucleus)
{
    giveOwnId(nucleus.id);
    m_pieceBytes += bytesOf(nucleus.shape) + static_cast<std::int64_t>(nucleus.extra.size());
    m_piece.putNuclei.push_back(std::move(nucleus));
    if (m_piece.putNuclei.size() < kPiece && m_pieceBytes < kPieceBytes)
        return {};
    m_pieceBytes = 0;
    return hand(std::exchange(m_piece, {}));
}

Status CaseIntake::add(RegionRecord&& region)
{
    giveOwnId(region.id);
    m_pieceBytes += bytesOf(region.shape) + static_cast<std::int64_t>(region.extra.size());
    m_piece.putRegions.push_back(std::move(region));
    ++m_regions;
    if (m_piece.putRegions.size() < kPiece && m_pieceBytes < kPieceBytes)
        return {};
    m_pieceBytes = 0;
    return hand(std::exchange(m_piece, {}));
}

/// Waits for the piece before, so that at most two are in memory.
Status CaseIntake::hand(Edit&& piece)
{
    if (Status status = settle(); !status)
        return status;
    piece.yieldOutside = m_checked;
    m_pending = m_document.ask([step = m_step, shared = std::make_shared<const Edit>(std::move(piece))](
                                   CaseDocument& open) { return open.edits().extendStep(step, *shared); });
    return {};
}

Status CaseIntake::settle()
{
    if (!m_pending.valid())
        return {};
    const auto outcome = m_pending.get();
    if (!outcome)
        return outcome.error();
    const auto kept = std::count(outcome->putRows.begin(), outcome->putRows.end(), NucleusRow{0});
    const auto stored = static_cast<std::int64_t>(outcome->putRows.size()) - kept;
    m_kept += kept;
    m_nuclei += stored;
    m_yielded += outcome->yielded;
    m_replaced += outcome->nuclei - stored - outcome->yielded;
    return {};
}

Status CaseIntake::finish()
{
    Status done = hand(std::exchange(m_piece, {}));
    if (done)
        done = settle();
    if (done)
        done = m_document
                   .ask([step = m_step, label = m_label](
                            CaseDocument& open) { return open.edits().endStep(step, label); })
                   .get();
    m_open = !done.ok();
    return done;
}

Result<bool> CaseIntake::takeBack()
{
    m_open = false;
    (void)settle().ok(); // a piece that failed has changed nothing
    return m_document.ask([step = m_step](CaseDocument& open) { return open.edits().takeBackStep(step); }).get();
}

} // namespace nb
