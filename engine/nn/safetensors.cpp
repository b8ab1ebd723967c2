// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/safetensors.h"

#include "engine/base/sha256.h"
#include "engine/io/atomicfile.h"
#include "engine/nn/safetensorsheader.h"

#include <bit>
#include <filesystem>
#include <fstream>
#include <new>

namespace nb
{

namespace
{

namespace fs = std::filesystem;

static_assert(std::endian::native == std::endian::little, "safetensors data is little-endian and read as it lies");

constexpr std::uint64_t kLengthBytes = 8;
constexpr std::uint64_t kMostHeaderBytes = 8ULL << 20;
constexpr std::uint64_t kMostFileBytes = 2ULL << 30;
constexpr const char* kCopyAgain = "Copy it again from where it came, or choose another model";

Error unreadable(const std::string& path, std::string what)
{
    return {ErrorCode::Unreadable, std::move(what), path, kCopyAgain};
}

Result<std::uint64_t> sizeOf(const std::string& path)
{
    std::error_code failed;
    const auto status = fs::status(path, failed);
    if (!fs::exists(status))
        return Error{ErrorCode::NotFound, "There is no such model file", path, "Check the name"};
    if (!fs::is_regular_file(status))
        return Error{ErrorCode::Unreadable, "This is not a model file", path, "Give the name of a .safetensors file"};
    const std::uint64_t size = fs::file_size(path, failed);
    if (failed)
        return unreadable(path, "The model file cannot be read");
    if (size > kMostFileBytes)
        return Error{ErrorCode::TooLarge, "The model file is larger than 2 GiB, more than any model of this kind", path,
            "Choose another model"};
    return size;
}

/// Reads exactly `count` bytes and takes them into the hash.
bool readInto(std::ifstream& file, Sha256& hash, char* bytes, std::uint64_t count)
{
    if (!file.read(bytes, static_cast<std::streamsize>(count)))
        return false;
    hash.add({bytes, count});
    return true;
}

Result<SafeTensorsFile> read(const std::string& path)
{
    const auto size = sizeOf(path);
    if (!size)
        return size.error();
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return Error{ErrorCode::Unreadable, "The model file cannot be opened", path, "Check that you may read it"};
    Sha256 hash;
    std::uint64_t headerBytes = 0;
    if (*size < kLengthBytes || !readInto(file, hash, reinterpret_cast<char*>(&headerBytes), kLengthBytes))
        return unreadable(path, "The model file is cut off or no model file");
    if (headerBytes > kMostHeaderBytes)
        return Error{ErrorCode::TooLarge,
            "This is no model file, or its header is damaged (it claims to be " + std::to_string(headerBytes)
                + " bytes long)",
            path, kCopyAgain};
    if (headerBytes > *size - kLengthBytes)
        return unreadable(path, "The model file is cut off within its header, or no model file");
    std::string text(headerBytes, '\0');
    if (!readInto(file, hash, text.data(), headerBytes))
        return unreadable(path, "The model file cannot be read to its end");
    auto header = parseSafeTensorsHeader(text, *size - kLengthBytes - headerBytes, path);
    if (!header)
        return header.error();
    SafeTensorsFile result;
    result.contents.metadata = std::move(header->metadata);
    for (const TensorPlace& place : header->tensors) {
        WeightTensor tensor{place.shape, std::vector<float>(place.count)};
        if (!readInto(file, hash, reinterpret_cast<char*>(tensor.values.data()), place.count * sizeof(float)))
            return unreadable(path, "The model file cannot be read to its end");
        result.contents.tensors.emplace(place.name, std::move(tensor));
    }
    result.sha256 = hash.hex();
    return result;
}

} // namespace

Result<SafeTensorsFile> readSafeTensors(const std::string& path)
{
    try {
        return read(path);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "Not enough memory to read the model file", path,
            "Close other programs and try again"};
    }
}

Result<std::string> writeSafeTensors(const std::string& path, const SafeTensors& contents)
{
    SafeTensorsHeader header{contents.metadata, {}};
    std::uint64_t end = 0;
    for (const auto& [name, tensor] : contents.tensors) {
        std::uint64_t count = 1;
        for (const std::int64_t size : tensor.shape)
            count *= static_cast<std::uint64_t>(size);
        if (count != tensor.values.size())
            return Error{ErrorCode::Invalid, "The shape of " + name + " does not fit its values", path, ""};
        header.tensors.push_back({name, tensor.shape, end, count});
        end += count * sizeof(float);
    }
    auto file = AtomicFile::create(path);
    if (!file)
        return file.error();
    Sha256 hash;
    const auto write = [&](std::string_view bytes) {
        hash.add(bytes);
        return file->write(bytes);
    };
    const std::string text = safeTensorsHeaderText(header);
    const std::uint64_t length = text.size();
    if (Status status = write({reinterpret_cast<const char*>(&length), kLengthBytes}); !status)
        return status.error();
    if (Status status = write(text); !status)
        return status.error();
    for (const auto& [name, tensor] : contents.tensors) {
        const std::string_view bytes(
            reinterpret_cast<const char*>(tensor.values.data()), tensor.values.size() * sizeof(float));
        if (Status status = write(bytes); !status)
            return status.error();
    }
    if (Status status = file->commit(); !status)
        return status.error();
    return hash.hex();
}

} // namespace nb
