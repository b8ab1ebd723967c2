// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/caseintegrity.h"

#include "engine/document/outlineblob.h"
#include "engine/document/storableshape.h"

namespace nb
{

namespace
{

Error damaged(const Database& database, const std::string& finding)
{
    return {ErrorCode::Unreadable, "The case is damaged (" + finding + ")", database.path(),
        "Use a copy of it if there is one; export what still opens"};
}

Status expectOk(Database& database, const std::string& sql)
{
    const auto answer = database.text(sql);
    if (!answer)
        return answer.error();
    if (*answer != "ok")
        return damaged(database, answer->empty() ? "the check gives no answer" : *answer);
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

/// Outlines that cannot be, and boxes that are not theirs. The index keeps boxes as 32-bit floats, rounded outwards.
Status checkOutlines(Database& database)
{
    Statement rows(database,
        "SELECT o.row, o.polygon, b.left, b.right, b.top, b.bottom FROM outline o JOIN nucleus_box b ON b.row = o.row");
    return rows.forEachRow([&]() -> Status {
        const auto shape = unpackShape(rows.bytes(1));
        const std::string which = "nucleus " + std::to_string(rows.integer(0));
        if (!shape || !isValidShape(*shape))
            return damaged(database, which + " has an outline that cannot be");
        const BoxF box = boxOf(*shape);
        const double slack
            = 1e-6 * (std::abs(rows.real(2)) + std::abs(rows.real(3)) + std::abs(rows.real(4)) + std::abs(rows.real(5)))
            + 0.01;
        const auto near = [&](double stored, double inner) { return std::abs(stored - inner) <= slack; };
        if (!near(rows.real(2), box.left) || !near(rows.real(3), box.right) || !near(rows.real(4), box.top)
            || !near(rows.real(5), box.bottom))
            return damaged(database, which + " lies elsewhere than the spatial index says");
        return {};
    });
}

} // namespace

Status checkIntegrity(Database& database)
{
    Status status = expectOk(database, "PRAGMA integrity_check(1)");
    if (status)
        status = expectOk(database, "SELECT rtreecheck('nucleus_box')");
    struct Question {
        const char* sql;
        const char* finding;
    };
    static constexpr Question kQuestions[] = {
        {"SELECT count(*) FROM nucleus WHERE row NOT IN (SELECT row FROM outline)", "nuclei without outline"},
        {"SELECT count(*) FROM outline WHERE row NOT IN (SELECT row FROM nucleus)", "outlines without nucleus"},
        {"SELECT count(*) FROM nucleus WHERE row NOT IN (SELECT row FROM nucleus_box)",
            "nuclei that the spatial index does not know"},
        {"SELECT (SELECT count(*) FROM nucleus_box) - (SELECT count(*) FROM nucleus)", "boxes without nucleus"},
        {"SELECT count(*) FROM measurement WHERE row NOT IN (SELECT row FROM nucleus)", "measurements without nucleus"},
        {"SELECT count(*) FROM provenance WHERE row NOT IN (SELECT row FROM nucleus)", "origins without nucleus"},
        {"SELECT count(*) - count(DISTINCT id) FROM nucleus WHERE alive = 1", "nuclei with an id that another has"},
        {"SELECT count(*) FROM nucleus WHERE length(id) <> 16", "nuclei with an id that is none"},
        {"SELECT count(*) FROM nucleus WHERE alive = 1 AND class NOT IN (SELECT id FROM class WHERE alive = 1)",
            "nuclei of a class that is not there"},
        {"SELECT count(*) FROM edit_nucleus WHERE row NOT IN (SELECT row FROM nucleus)",
            "changes of nuclei that are not there"},
        {"SELECT count(*) FROM edit_nucleus WHERE step NOT IN (SELECT step FROM edit)",
            "changes that belong to no step"},
        {"SELECT count(*) FROM run_tile WHERE run NOT IN (SELECT id FROM run)", "tiles that belong to no run"},
    };
    for (const Question& question : kQuestions)
        if (status)
            status = expectZero(database, question.sql, question.finding);
    return status ? checkOutlines(database) : status;
}

} // namespace nb
