// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/schema.h"

#include "engine/document/classpalette.h"

#include <array>
#include <map>
#include <string>

namespace nb
{

namespace
{

constexpr std::int64_t kApplicationId = 0x4e534331; // "NSC1"

// ARCHITECTURE.md, "The case document", explains each table. Coordinates are level-0 pixels where nothing else is said.
constexpr const char* kSchema = R"sql(
CREATE TABLE slide (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  path TEXT NOT NULL, relative_path TEXT NOT NULL, file_bytes INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
  hash TEXT NOT NULL, mpp_x REAL NOT NULL, mpp_y REAL NOT NULL, mpp_origin INTEGER NOT NULL, stain TEXT);
CREATE TABLE edit (
  step INTEGER PRIMARY KEY AUTOINCREMENT, label TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL, state INTEGER NOT NULL);
CREATE TABLE edit_nucleus (
  step INTEGER NOT NULL, row INTEGER NOT NULL, alive_before INTEGER NOT NULL, class_before INTEGER NOT NULL, origin_before INTEGER NOT NULL,
  alive_after INTEGER NOT NULL, class_after INTEGER NOT NULL, origin_after INTEGER NOT NULL, PRIMARY KEY (step, row)) WITHOUT ROWID;
CREATE TABLE edit_region (step INTEGER NOT NULL, row INTEGER NOT NULL, alive_after INTEGER NOT NULL, PRIMARY KEY (step, row)) WITHOUT ROWID;
CREATE TABLE edit_class (step INTEGER NOT NULL, row INTEGER NOT NULL, alive_after INTEGER NOT NULL, PRIMARY KEY (step, row)) WITHOUT ROWID;
CREATE TABLE class (
  row INTEGER PRIMARY KEY, id INTEGER NOT NULL, alive INTEGER NOT NULL, name TEXT NOT NULL, color INTEGER NOT NULL, key TEXT NOT NULL);
CREATE TABLE run (
  id INTEGER PRIMARY KEY, step INTEGER NOT NULL, model_hash TEXT NOT NULL, model_name TEXT NOT NULL, settings TEXT NOT NULL,
  x INTEGER NOT NULL, y INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, tile_px INTEGER NOT NULL,
  scale_x REAL NOT NULL, scale_y REAL NOT NULL, machine TEXT NOT NULL, started TEXT NOT NULL, finished TEXT NOT NULL);
CREATE TABLE run_tile (
  run INTEGER NOT NULL, x INTEGER NOT NULL, y INTEGER NOT NULL, nuclei INTEGER NOT NULL, too_large INTEGER NOT NULL,
  PRIMARY KEY (run, x, y)) WITHOUT ROWID;
CREATE TABLE nucleus (
  row INTEGER PRIMARY KEY, id BLOB NOT NULL, alive INTEGER NOT NULL, class INTEGER NOT NULL, origin INTEGER NOT NULL, run INTEGER);
CREATE INDEX nucleus_id ON nucleus (id);
CREATE TABLE outline (row INTEGER PRIMARY KEY, polygon BLOB NOT NULL);
CREATE TABLE measurement (
  row INTEGER PRIMARY KEY,
  area_um2 REAL, perimeter_um REAL, circularity REAL, solidity REAL, eccentricity REAL, major_axis_um REAL, minor_axis_um REAL,
  orientation_deg REAL, haematoxylin_mean REAL, haematoxylin_std REAL, eosin_mean REAL, eosin_std REAL,
  inside_mean REAL, boundary_confidence REAL);
CREATE TABLE provenance (
  row INTEGER PRIMARY KEY, model_polygon BLOB, model_hash TEXT NOT NULL, changed_by TEXT NOT NULL, changed_at TEXT NOT NULL,
  seconds REAL NOT NULL, name TEXT NOT NULL, locked INTEGER NOT NULL, extra TEXT NOT NULL);
CREATE VIRTUAL TABLE nucleus_box USING rtree (row, left, right, top, bottom);
CREATE TABLE region (
  row INTEGER PRIMARY KEY, id BLOB NOT NULL, alive INTEGER NOT NULL, name TEXT NOT NULL, role INTEGER NOT NULL, class INTEGER,
  shape BLOB NOT NULL, checked INTEGER NOT NULL, checked_by TEXT NOT NULL, checked_at TEXT NOT NULL, locked INTEGER NOT NULL, extra TEXT NOT NULL);
CREATE TABLE heatmap (
  run INTEGER NOT NULL, x INTEGER NOT NULL, y INTEGER NOT NULL, maps BLOB NOT NULL, PRIMARY KEY (run, x, y));
CREATE TABLE view (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE lineage (
  hash TEXT PRIMARY KEY, name TEXT NOT NULL, parent TEXT NOT NULL, licence TEXT NOT NULL, metrics TEXT NOT NULL) WITHOUT ROWID;
)sql";

/// The keys are the digits that the heatmaps (0 to 3) leave.
std::string insertClasses()
{
    constexpr std::array<const char*, kClassPalette.size()> kNames{
        "Nucleus", "Tumor", "Stroma", "Immune cells", "Necrosis", "Other"};
    constexpr int kFirstKey = 4;
    std::string sql;
    for (std::size_t i = 0; i < kNames.size(); ++i)
        sql += "INSERT INTO class (id, alive, name, color, key) VALUES (" + std::to_string(i + 1) + ", 1, '" + kNames[i]
            + "', " + std::to_string(kClassPalette[i]) + ", '" + std::to_string(kFirstKey + i) + "');";
    return sql;
}

// The schema above is version 1 and stays; what came later is added here, for new cases too.
constexpr Migration kMigrations[] = {
    {1,
        "CREATE TABLE edit_slide (step INTEGER PRIMARY KEY, mpp_x_before REAL NOT NULL, mpp_y_before REAL NOT NULL, "
        "mpp_origin_before INTEGER NOT NULL, mpp_x_after REAL NOT NULL, mpp_y_after REAL NOT NULL, mpp_origin_after "
        "INTEGER NOT NULL)"},
};

Error foreign(const Database& database)
{
    return {ErrorCode::Invalid, "The file is a database, but not a Nucleoscope case", database.path(),
        "Choose a file that ends in .nsc"};
}

Status makeSchema(Database& database, int version)
{
    Transaction transaction(database);
    for (const std::string& sql :
        {std::string(kSchema), insertClasses(), "PRAGMA application_id = " + std::to_string(kApplicationId),
            "PRAGMA user_version = " + std::to_string(version)})
        if (Status status = database.run(sql); !status)
            return status;
    for (const Migration& migration : kMigrations)
        if (migration.from < version)
            if (Status status = database.run(migration.sql); !status)
                return status;
    return transaction.commit();
}

using Objects = std::map<std::string, std::string>; // type and name -> the statement that made it

/// Everything that the database defines. The spatial index makes tables of its own, whose text depends on SQLite's
/// version.
Result<Objects> objectsOf(Database& database)
{
    Objects objects;
    Statement statement(database, "SELECT type || ' ' || name, sql FROM sqlite_schema");
    const Status status = statement.forEachRow([&] {
        const std::string name = statement.text(0);
        const bool own = name.find(" nucleus_box_") != std::string::npos || name.find(" sqlite_") != std::string::npos;
        objects[name] = own ? std::string() : statement.text(1);
    });
    if (!status)
        return status.error();
    return objects;
}

/// A case holds exactly our tables, so that nothing in a file from elsewhere (a view, a trigger, a table with a
/// computed column) can run.
Status expectOurObjects(Database& database, int version)
{
    const auto model = Database::open(":memory:", Database::Mode::Create);
    if (!model)
        return model.error();
    if (Status status = makeSchema(**model, version); !status)
        return status;
    const auto ours = objectsOf(**model);
    const auto theirs = objectsOf(database);
    if (!ours)
        return ours.error();
    if (!theirs)
        return theirs.error();
    if (*ours != *theirs)
        return Error{ErrorCode::Invalid, "The case holds other tables than Nucleoscope makes, so it is not opened",
            database.path(), "Ask whoever sent it for a case that Nucleoscope saved"};
    return {};
}

} // namespace

Status createSchema(Database& database)
{
    return makeSchema(database, kSchemaVersion);
}

Result<int> schemaVersion(Database& database)
{
    const auto application = database.number("PRAGMA application_id");
    if (!application)
        return application.error();
    if (*application != kApplicationId)
        return foreign(database);
    const auto version = database.number("PRAGMA user_version");
    if (!version)
        return version.error();
    if (*version > kSchemaVersion)
        return Error{ErrorCode::Unsupported,
            "The case was written by a newer Nucleoscope (version " + std::to_string(*version) + " of the format)",
            database.path(), "Open it with that version, or update this one"};
    if (*version < 1)
        return foreign(database);
    return static_cast<int>(*version);
}

Status migrate(Database& database, int from, std::span<const Migration> migrations)
{
    Transaction transaction(database);
    if (!transaction.begun())
        return transaction.begun();
    int version = from;
    for (const Migration& migration : migrations) {
        if (migration.from != version)
            continue;
        if (Status status = database.run(migration.sql); !status)
            return status;
        ++version;
    }
    if (Status status = database.run("PRAGMA user_version = " + std::to_string(version)); !status)
        return status;
    return transaction.commit();
}

Status checkSchema(Database& database, bool mayWrite)
{
    const auto version = schemaVersion(database);
    if (!version)
        return version.error();
    if (*version == kSchemaVersion || !mayWrite)
        return expectOurObjects(database, *version);
    if (Status status = migrate(database, *version, kMigrations); !status)
        return status;
    return expectOurObjects(database, kSchemaVersion);
}

} // namespace nb
