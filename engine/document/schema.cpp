// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/schema.h"

namespace nb {

namespace {

constexpr std::int64_t kApplicationId = 0x4e534331; // "NSC1"

// ARCHITECTURE.md, "The case document", explains each table. Coordinates of boxes and places are level-0 pixels.
constexpr const char* kSchema = R"sql(
CREATE TABLE slide (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  path TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, hash TEXT NOT NULL,
  mpp_x REAL NOT NULL, mpp_y REAL NOT NULL, mpp_origin TEXT NOT NULL, stain TEXT);
CREATE TABLE class (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, color INTEGER NOT NULL, key TEXT);
CREATE TABLE run (
  id INTEGER PRIMARY KEY, model_hash TEXT NOT NULL, model_name TEXT NOT NULL, settings TEXT NOT NULL,
  x INTEGER NOT NULL, y INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
  started TEXT NOT NULL, finished TEXT, machine TEXT NOT NULL);
CREATE TABLE run_tile (
  run INTEGER NOT NULL REFERENCES run(id), x INTEGER NOT NULL, y INTEGER NOT NULL,
  PRIMARY KEY (run, x, y)) WITHOUT ROWID;
CREATE TABLE nucleus (
  row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, class INTEGER NOT NULL REFERENCES class(id),
  origin INTEGER NOT NULL, run INTEGER REFERENCES run(id), x REAL NOT NULL, y REAL NOT NULL,
  area REAL, perimeter REAL, circularity REAL, solidity REAL, eccentricity REAL, major_axis REAL, minor_axis REAL,
  orientation REAL, haematoxylin_mean REAL, haematoxylin_std REAL, eosin_mean REAL, eosin_std REAL,
  inside_mean REAL, boundary_confidence REAL);
CREATE TABLE outline (
  row INTEGER PRIMARY KEY REFERENCES nucleus(row), polygon BLOB NOT NULL);
CREATE TABLE change (
  row INTEGER PRIMARY KEY REFERENCES nucleus(row), model_polygon BLOB, model_hash TEXT,
  changed_by TEXT, changed_at TEXT, seconds REAL, name TEXT, locked INTEGER NOT NULL DEFAULT 0, extra TEXT);
CREATE VIRTUAL TABLE nucleus_box USING rtree (row, left, right, top, bottom);
CREATE TABLE region (
  id BLOB PRIMARY KEY, name TEXT, role TEXT NOT NULL, class INTEGER REFERENCES class(id), shape TEXT NOT NULL,
  checked INTEGER NOT NULL DEFAULT 0, checked_by TEXT, checked_at TEXT, locked INTEGER NOT NULL DEFAULT 0, extra TEXT) WITHOUT ROWID;
CREATE TABLE heatmap (
  level INTEGER NOT NULL, tile_column INTEGER NOT NULL, tile_row INTEGER NOT NULL, maps BLOB NOT NULL,
  PRIMARY KEY (level, tile_column, tile_row));
CREATE TABLE view (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE lineage (
  hash TEXT PRIMARY KEY, name TEXT NOT NULL, parent TEXT, licence TEXT, metrics TEXT) WITHOUT ROWID;
)sql";

constexpr const char* kClasses = R"sql(
INSERT INTO class (id, name, color, key) VALUES
  (1, 'Nucleus', 41050, 'n'), (2, 'Tumor', 13107200, NULL), (3, 'Stroma', 9883085, NULL),
  (4, 'Immune cells', 10502349, NULL), (5, 'Necrosis', 3289650, NULL), (6, 'Other', 16762880, NULL);
)sql";

Error damaged(const Database& database, const std::string& finding)
{
    return {ErrorCode::Unreadable, "The case is damaged (" + finding + ")", database.path(), "Use a copy of it if there is one; export what still opens"};
}

Status expectOk(Database& database, const std::string& sql)
{
    Statement check(database, sql);
    const auto row = check.step();
    if (!row)
        return row.error();
    if (!*row || check.text(0) != "ok")
        return damaged(database, *row ? check.text(0) : "the check gives no answer");
    return {};
}

Status expectZero(Database& database, const std::string& sql, const std::string& finding)
{
    const auto count = database.number(sql);
    if (!count)
        return count.error();
    if (*count != 0)
        return damaged(database, std::to_string(*count) + " " + finding);
    return {};
}

} // namespace

Status createSchema(Database& database)
{
    Transaction transaction(database);
    for (const std::string& sql : {std::string(kSchema), std::string(kClasses), "PRAGMA application_id = " + std::to_string(kApplicationId),
                                   "PRAGMA user_version = " + std::to_string(kSchemaVersion)})
        if (Status status = database.run(sql); !status)
            return status;
    return transaction.commit();
}

Status checkSchema(Database& database, bool)
{
    const auto application = database.number("PRAGMA application_id");
    if (!application)
        return application.error();
    if (*application != kApplicationId)
        return Error {ErrorCode::Invalid, "The file is a database, but not a Nucleoscope case", database.path(), "Choose a file that ends in .nsc"};
    const auto version = database.number("PRAGMA user_version");
    if (!version)
        return version.error();
    if (*version > kSchemaVersion)
        return Error {ErrorCode::Unsupported, "The case was written by a newer Nucleoscope (version " + std::to_string(*version) + " of the format)", database.path(), "Open it with that version, or update this one"};
    if (*version < 1)
        return damaged(database, "its version makes no sense");
    return {};
}

Status checkIntegrity(Database& database)
{
    if (Status status = expectOk(database, "PRAGMA integrity_check(1)"); !status)
        return status;
    if (Status status = expectOk(database, "SELECT rtreecheck('nucleus_box')"); !status)
        return status;
    if (Status status = expectZero(database, "SELECT count(*) FROM nucleus LEFT JOIN outline USING (row) WHERE outline.row IS NULL", "nuclei without outline"); !status)
        return status;
    if (Status status = expectZero(database, "SELECT count(*) FROM outline LEFT JOIN nucleus USING (row) WHERE nucleus.row IS NULL", "outlines without nucleus"); !status)
        return status;
    return expectZero(database, "SELECT abs((SELECT count(*) FROM nucleus) - (SELECT count(*) FROM nucleus_box)) + (SELECT count(*) FROM nucleus WHERE row NOT IN (SELECT row FROM nucleus_box))",
                      "nuclei that the spatial index does not know");
}

} // namespace nb
