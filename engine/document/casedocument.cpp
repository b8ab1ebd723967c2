// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/casedocument.h"

#include "engine/document/caseintegrity.h"
#include "engine/document/schema.h"
#include "engine/document/slideidentitytext.h"

#include <algorithm>
#include <filesystem>

namespace nb
{

namespace
{

namespace fs = std::filesystem;

std::string relativeTo(const std::string& casePath, const std::string& slidePath)
{
    std::error_code failed;
    const fs::path folder = fs::absolute(casePath, failed).lexically_normal().parent_path();
    return fs::absolute(slidePath, failed).lexically_normal().lexically_relative(folder).string();
}

Status writeSlide(Database& database, const SlideIdentity& slide, const std::string& casePath)
{
    std::error_code failed;
    Statement insert(database, "INSERT OR REPLACE INTO slide VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, fs::absolute(slide.path, failed).lexically_normal().string())
        .bind(2, relativeTo(casePath, slide.path));
    insert.bind(3, slide.fileBytes).bind(4, slide.width).bind(5, slide.height).bind(6, slide.hash);
    insert.bind(7, slide.pixelSize.x)
        .bind(8, slide.pixelSize.y)
        .bind(9, static_cast<std::int64_t>(slide.pixelSizeOrigin));
    if (slide.stain)
        insert.bind(10, stainText(*slide.stain));
    return insert.execute();
}

} // namespace

CaseDocument::CaseDocument(std::string path, CaseFile file)
    : m_path(std::move(path))
    , m_file(std::move(file))
    , m_edits(*m_file.database)
    , m_runs(*m_file.database, m_edits)
{
}

CaseDocument::~CaseDocument()
{
    // A case that is closed is a single file that can be copied and opened anywhere; readers that are still open keep
    // the log, which the next one merges.
    if (m_file.writeAheadLog && checkpoint().ok() && !m_file.database->text("PRAGMA journal_mode = DELETE").ok())
        m_file.writeAheadLog = false;
}

Result<std::unique_ptr<CaseDocument>> CaseDocument::create(
    const std::string& path, const SlideIdentity& slide, bool replace)
{
    {
        const auto fresh = Database::open(":memory:", Database::Mode::Create);
        if (!fresh)
            return fresh.error();
        Status done = createSchema(**fresh);
        if (done)
            done = writeSlide(**fresh, slide, path);
        if (done)
            done = placeCase(**fresh, path, replace);
        if (!done)
            return done.error();
    }
    return open(path);
}

Result<std::unique_ptr<CaseDocument>> CaseDocument::open(const std::string& path, CaseAccess access)
{
    auto file = CaseFile::open(path, access);
    if (!file)
        return file.error();
    std::unique_ptr<CaseDocument> document(new CaseDocument(path, std::move(*file)));
    if (const auto slide = document->slide(); !slide)
        return slide.error();
    return document;
}

Result<SlideIdentity> CaseDocument::slide()
{
    Statement select(
        *m_file.database, "SELECT path, file_bytes, width, height, hash, mpp_x, mpp_y, mpp_origin, stain FROM slide");
    const auto row = select.step();
    if (!row)
        return row.error();
    SlideIdentity slide;
    if (*row) {
        slide = {select.text(0), select.integer(1), select.integer(2), select.integer(3), select.text(4),
            {select.real(5), select.real(6)}, {}, {}};
        slide.pixelSizeOrigin = static_cast<PixelSizeOrigin>(std::clamp<std::int64_t>(select.integer(7), 0, 2));
        if (!select.isNull(8))
            slide.stain = stainFromText(select.text(8));
    }
    const bool sizeKnown = slide.pixelSize.plausible() || (slide.pixelSize.x == 0 && slide.pixelSize.y == 0);
    if (slide.width <= 0 || slide.height <= 0 || slide.width > (1LL << 31) || slide.height > (1LL << 31) || !sizeKnown)
        return Error{ErrorCode::Invalid, "The case does not say which slide it belongs to", m_path,
            "Use a copy of it if there is one"};
    return slide;
}

Status CaseDocument::setSlide(const SlideIdentity& slide)
{
    return writeSlide(*m_file.database, slide, m_path);
}

Result<std::vector<std::string>> CaseDocument::slidePlaces()
{
    Statement select(*m_file.database, "SELECT relative_path, path FROM slide");
    const auto row = select.step();
    if (!row)
        return row.error();
    std::vector<std::string> places;
    if (*row) {
        std::error_code failed;
        if (!select.text(0).empty())
            places.push_back((fs::absolute(m_path, failed).parent_path() / select.text(0)).lexically_normal().string());
        if (places.empty() || places.front() != select.text(1))
            places.push_back(select.text(1));
    }
    return places;
}

Result<std::string> CaseDocument::view(const std::string& key)
{
    Statement select(*m_file.database, "SELECT value FROM view WHERE key = ?");
    const auto row = select.bind(1, key).step();
    if (!row)
        return row.error();
    return *row ? select.text(0) : std::string();
}

Status CaseDocument::setView(const std::string& key, const std::string& value)
{
    return Statement(*m_file.database, "INSERT OR REPLACE INTO view VALUES (?, ?)")
        .bind(1, key)
        .bind(2, value)
        .execute();
}

Result<std::vector<LineageRecord>> CaseDocument::lineage()
{
    Statement select(*m_file.database, "SELECT hash, name, parent, licence, metrics FROM lineage ORDER BY hash");
    std::vector<LineageRecord> records;
    const Status status = select.forEachRow([&] {
        records.push_back({select.text(0), select.text(1), select.text(2), select.text(3), select.text(4)});
    });
    if (!status)
        return status.error();
    return records;
}

Status CaseDocument::addLineage(const LineageRecord& record)
{
    Statement insert(*m_file.database, "INSERT OR REPLACE INTO lineage VALUES (?, ?, ?, ?, ?)");
    return insert.bind(1, record.hash)
        .bind(2, record.name)
        .bind(3, record.parent)
        .bind(4, record.licence)
        .bind(5, record.metrics)
        .execute();
}

Status CaseDocument::checkpoint()
{
    if (!m_file.writeAheadLog)
        return {};
    const auto busy = m_file.database->number("PRAGMA wal_checkpoint(TRUNCATE)");
    return busy ? Status() : Status(busy.error());
}

Status CaseDocument::copyTo(const std::string& target, bool replace)
{
    return placeCase(*m_file.database, target, replace);
}

Status CaseDocument::verify()
{
    return checkIntegrity(*m_file.database);
}

} // namespace nb
