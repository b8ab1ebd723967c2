// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace nb {

/// What kind of expected failure happened; the window and the command line map it to words and exit codes.
enum class ErrorCode {
    NotFound,    ///< the file or folder does not exist
    Unreadable,  ///< it exists but cannot be read or decoded
    Unsupported, ///< a format or a machine feature that is not there
    Invalid,     ///< contents or arguments that make no sense
    OutOfRange,  ///< a region or a size outside of what is possible
    TooLarge,    ///< more than the bounds allow
    NoSpace,     ///< the disk is full
    NotWritable, ///< the target cannot be written
    Exists,      ///< the target is there already and may not be replaced
    Cancelled,   ///< a person or a signal asked to stop
    OutOfMemory, ///< an allocation failed
    Internal     ///< a library failed in a way that nobody expected
};

/// An expected failure, as a value. `what` says in plain English what failed, `path` on which file
/// (empty where there is none), `remedy` what to do about it (empty where nothing can be done).
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string what;
    std::string path;
    std::string remedy;

    /// One line: "what: path. remedy".
    [[nodiscard]] std::string message() const
    {
        std::string line = what;
        if (!path.empty())
            line += ": " + path;
        if (!remedy.empty())
            line += ". " + remedy;
        return line;
    }
};

/// Either a value or an Error. Never throws; asking the wrong side is a programming error.
template <class T> class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T& value() const&
    {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] T& value() &
    {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] T&& value() &&
    {
        assert(ok());
        return std::move(*std::get_if<0>(&m_state));
    }
    [[nodiscard]] const Error& error() const
    {
        assert(!ok());
        return *std::get_if<1>(&m_state);
    }

    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value, or an Error.
template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    [[nodiscard]] bool ok() const { return !m_error.has_value(); }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Error& error() const
    {
        assert(m_error);
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

using Status = Result<void>;

} // namespace nb
