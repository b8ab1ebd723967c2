// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/nucleusid.h"

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>

#include <algorithm>

namespace nb {

namespace {

// Drawn once at random; Nucleoscope's own namespace, so that ids never clash with another program's UUIDv5.
constexpr boost::uuids::uuid kNamespace
    = {{0x8c, 0x1e, 0x5a, 0x37, 0x2f, 0x90, 0x4b, 0x6d, 0xa4, 0x11, 0x7e, 0x02, 0x9b, 0xd3, 0x56, 0xc8}};

} // namespace

Uuid nucleusId(std::string_view slideHash, std::string_view modelHash, std::int64_t firstX, std::int64_t firstY)
{
    std::string name;
    name.append(slideHash).append(":").append(modelHash);
    name.append(":").append(std::to_string(firstX)).append(":").append(std::to_string(firstY));
    const boost::uuids::uuid id = boost::uuids::name_generator_sha1(kNamespace)(name);
    Uuid bytes;
    std::copy(id.begin(), id.end(), bytes.begin());
    return bytes;
}

Uuid randomId()
{
    static thread_local boost::uuids::random_generator random;
    const boost::uuids::uuid id = random();
    Uuid bytes;
    std::copy(id.begin(), id.end(), bytes.begin());
    return bytes;
}

std::string uuidText(const Uuid& id)
{
    boost::uuids::uuid u;
    std::copy(id.begin(), id.end(), u.begin());
    return boost::uuids::to_string(u);
}

} // namespace nb
