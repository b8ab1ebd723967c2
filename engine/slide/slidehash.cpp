// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slide/slidehash.h"

#include <array>
#include <fstream>
#include <memory>
#include <openssl/evp.h>
#include <vector>

namespace nb
{

namespace
{

constexpr std::int64_t kPiece = 65536;
constexpr std::int64_t kPieces = 16;

std::string hexOf(const unsigned char* bytes, unsigned count)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (unsigned i = 0; i < count; ++i) {
        text += kDigits[bytes[i] >> 4];
        text += kDigits[bytes[i] & 15];
    }
    return text;
}

} // namespace

Result<std::string> quickHash(const std::string& path)
{
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    const std::int64_t size = file ? static_cast<std::int64_t>(file.tellg()) : -1;
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    if (size < 0 || !context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1)
        return Error{
            ErrorCode::Unreadable, "The file cannot be read", path, "Check that it is there and that you may read it"};
    std::array<unsigned char, 8> length{};
    for (std::size_t i = 0; i < length.size(); ++i)
        length[i] = static_cast<unsigned char>(static_cast<std::uint64_t>(size) >> (8 * i));
    EVP_DigestUpdate(context.get(), length.data(), length.size());
    std::vector<char> piece(kPiece);
    const bool whole = size <= kPiece * kPieces;
    for (std::int64_t i = 0; i < kPieces; ++i) {
        const std::int64_t from = whole ? i * kPiece : (size - kPiece) / (kPieces - 1) * i;
        const std::int64_t count = std::min(kPiece, size - from);
        if (count <= 0)
            break;
        if (!file.seekg(i == kPieces - 1 && !whole ? size - kPiece : from) || !file.read(piece.data(), count))
            return Error{
                ErrorCode::Unreadable, "The file cannot be read to its end", path, "Copy it again from where it came"};
        EVP_DigestUpdate(context.get(), piece.data(), static_cast<std::size_t>(count));
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned digestLength = 0;
    EVP_DigestFinal_ex(context.get(), digest.data(), &digestLength);
    return hexOf(digest.data(), digestLength);
}

} // namespace nb
