// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/nucleusmodels.h"

#include "engine/document/caserows.h"

#include <algorithm>
#include <map>

namespace nb
{

namespace
{

constexpr const char* kHash = "COALESCE(NULLIF(r.model_hash, ''), p.model_hash, '')";
constexpr const char* kName = "COALESCE(NULLIF(r.model_name, ''), l.name, '')";

/// Nuclei `n` with the run that found them and what is known of each.
std::string joined()
{
    return std::string(" FROM nucleus n LEFT JOIN run r ON r.id = n.run LEFT JOIN provenance p ON p.row = n.row"
                       " LEFT JOIN lineage l ON l.hash = ")
        + kHash + " WHERE n.alive = 1";
}

/// A line of `SELECT hash, name`.
void count(Statement& line, std::map<std::string, ModelShare>& byHash)
{
    const std::string hash = line.text(0);
    ModelShare& share = byHash[hash];
    share.hash = hash;
    if (share.nuclei++ == 0)
        share.name = line.text(1);
}

std::vector<ModelShare> sorted(const std::map<std::string, ModelShare>& byHash)
{
    std::vector<ModelShare> shares;
    for (const auto& [hash, share] : byHash)
        shares.push_back(share);
    std::stable_sort(
        shares.begin(), shares.end(), [](const ModelShare& a, const ModelShare& b) { return a.nuclei > b.nuclei; });
    return shares;
}

} // namespace

Result<std::vector<ModelShare>> modelsOfNuclei(CaseReader& reader, const CancelToken& cancel)
{
    std::map<std::string, ModelShare> byHash;
    const std::string sql = std::string("SELECT ") + kHash + ", " + kName + joined();
    const Status status = CaseRows(reader, cancel).visit(sql, [&byHash](Statement& line) { count(line, byHash); });
    if (!status)
        return status.error();
    return sorted(byHash);
}

Result<std::vector<ModelShare>> modelsOfNuclei(
    CaseReader& reader, std::span<const NucleusRow> rows, const CancelToken& cancel)
{
    std::map<std::string, ModelShare> byHash;
    const std::string sql = std::string("SELECT ") + kHash + ", " + kName + joined() + " AND n.row = ?1";
    const Status status
        = CaseRows(reader, cancel).visitEach(sql, rows, [&byHash](Statement& line) { count(line, byHash); });
    if (!status)
        return status.error();
    return sorted(byHash);
}

Result<std::vector<NucleusRow>> nucleiOfModel(CaseReader& reader, const std::string& hash, const CancelToken& cancel)
{
    std::vector<NucleusRow> rows;
    const std::string sql = std::string("SELECT n.row, ") + kHash + joined() + " ORDER BY n.row";
    const Status status = CaseRows(reader, cancel).visit(sql, [&](Statement& line) {
        if (line.text(1) == hash)
            rows.push_back(line.integer(0));
    });
    if (!status)
        return status.error();
    return rows;
}

} // namespace nb
