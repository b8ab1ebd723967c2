// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/geojsonreader.h"

#include "engine/io/bytesource.h"
#include "engine/io/geojsonparser.h"
#include "engine/io/jsonsplitter.h"

#include <utility>

namespace nb
{

namespace
{

constexpr std::size_t kMostFeatureBytes = std::size_t{64} << 20; // simdjson takes five times as much beside it
constexpr std::size_t kMostCollectionBytes = std::size_t{1} << 20;
constexpr std::size_t kMostKeyBytes = 1024;
constexpr std::size_t kMostProblems = 100;

class Reader
{
public:
    Reader(std::string path, ByteSource& source, const GeoJsonSink& sink, const CancelToken& cancel, Progress* progress)
        : m_path(std::move(path))
        , m_source(source)
        , m_text(source)
        , m_sink(sink)
        , m_cancel(cancel)
        , m_progress(progress)
    {
    }
    [[nodiscard]] Result<GeoJsonSummary> read();

private:
    [[nodiscard]] bool readTexts();
    [[nodiscard]] bool readObject();
    [[nodiscard]] bool readMember(std::string& whole, bool& collection);
    [[nodiscard]] bool readArray();
    [[nodiscard]] bool readFeature();
    [[nodiscard]] bool deliver(std::string& text);
    [[nodiscard]] bool skip(std::string reason);
    [[nodiscard]] bool broken();
    [[nodiscard]] Error notGeoJson(std::string why) const;

    const std::string m_path;
    ByteSource& m_source;
    JsonSplitter m_text;
    GeoJsonParser m_parser;
    const GeoJsonSink& m_sink;
    const CancelToken& m_cancel;
    Progress* const m_progress;
    GeoJsonSummary m_summary;
    std::string m_feature; // reused: one feature's text
};

Error Reader::notGeoJson(std::string why) const
{
    return {ErrorCode::Invalid, "This is no GeoJSON (" + std::move(why) + ")", m_path,
        "Choose a file that QuPath or Nucleoscope wrote"};
}

/// The text does not go on as JSON would. Always false: nothing sure can follow.
bool Reader::broken()
{
    const std::string after = "; the " + std::to_string(m_summary.features) + " objects before that were read";
    if (!m_text.failure())
        m_summary.broken = m_text.failure().error();
    else
        m_summary.broken = Error{ErrorCode::Unreadable,
            (m_text.atEnd() ? "The file is cut off in object " : "The file is damaged in object ")
                + std::to_string(m_summary.features + m_summary.skipped + 1),
            m_path, "Export it again"};
    m_summary.broken->what += after;
    return false;
}

bool Reader::skip(std::string reason)
{
    ++m_summary.skipped;
    if (m_summary.problems.size() < kMostProblems)
        m_summary.problems.push_back({m_summary.features + m_summary.skipped, std::move(reason)});
    return true;
}

/// One feature and, after it, its children. False where the sink or a person wants no more.
bool Reader::deliver(std::string& text)
{
    if (m_cancel.cancelled())
        return false;
    std::vector<std::string> children;
    auto feature = m_parser.parse(text, children);
    if (!feature) {
        (void)skip(feature.error().what);
    } else {
        feature->number = ++m_summary.features + m_summary.skipped;
        if (!m_sink(std::move(*feature)))
            return false;
    }
    for (std::string& child : children)
        if (!deliver(child))
            return false;
    return true;
}

bool Reader::readFeature()
{
    m_feature.clear();
    const bool object = m_text.peek() == '{';
    const JsonSplitter::Copied copied = m_text.copyValue(m_feature, kMostFeatureBytes);
    if (m_progress)
        m_progress->done.store(m_source.position(), std::memory_order_relaxed);
    switch (copied) {
    case JsonSplitter::Copied::Whole:
        return object ? deliver(m_feature) : skip("it is not an object");
    case JsonSplitter::Copied::TooLarge:
        return skip("it is larger than 64 MiB");
    case JsonSplitter::Copied::TooDeep:
        return skip("it is nested too deeply");
    case JsonSplitter::Copied::Broken:
        break;
    }
    return broken();
}

/// [feature, …]; the bracket is next.
bool Reader::readArray()
{
    m_text.take();
    if (m_text.peek() == ']') {
        m_text.take();
        return true;
    }
    for (;;) {
        if (!readFeature())
            return false;
        const char next = m_text.peek();
        if (next != ',' && next != ']')
            return broken();
        m_text.take();
        if (next == ']')
            return true;
    }
}

/// "key": value. The features of a collection are read at once, all else is gathered in `whole`.
bool Reader::readMember(std::string& whole, bool& collection)
{
    std::string key;
    if (m_text.peek() != '"' || m_text.copyValue(key, kMostKeyBytes) == JsonSplitter::Copied::Broken
        || m_text.peek() != ':')
        return broken();
    m_text.take();
    if (key == "\"features\"" && m_text.peek() == '[') {
        collection = true;
        return readArray();
    }
    std::string value;
    switch (m_text.copyValue(value, collection ? kMostCollectionBytes : kMostFeatureBytes)) {
    case JsonSplitter::Copied::Whole:
        break;
    case JsonSplitter::Copied::TooLarge:
        return collection || skip("it is larger than 64 MiB");
    case JsonSplitter::Copied::TooDeep:
        return collection || skip("it is nested too deeply");
    case JsonSplitter::Copied::Broken:
        return broken();
    }
    if (key != "\"type\"" || value != "\"FeatureCollection\"")
        whole.append(whole.empty() ? "" : ",").append(key).append(":").append(value);
    return true;
}

/// A FeatureCollection, a Feature or a geometry; the bracket is next.
bool Reader::readObject()
{
    m_text.take();
    std::string whole;
    bool collection = false;
    const std::int64_t skipped = m_summary.skipped;
    if (m_text.peek() == '}') {
        m_text.take();
        return skip("it is empty");
    }
    for (;;) {
        if (!readMember(whole, collection))
            return false;
        const char next = m_text.peek();
        if (next != ',' && next != '}')
            return broken();
        m_text.take();
        if (next == '}')
            break;
    }
    if (collection) {
        m_summary.otherMembers = whole.size() <= kMostCollectionBytes ? whole : std::string();
        return true;
    }
    if (m_summary.skipped > skipped)
        return true; // a member of it was too large
    whole = "{" + whole + "}";
    return deliver(whole);
}

bool Reader::readTexts()
{
    for (char next = m_text.peek(); next != 0; next = m_text.peek()) {
        if (next != '{' && next != '[')
            return broken();
        if (!(next == '{' ? readObject() : readArray()))
            return false;
    }
    return m_text.failure().ok() || broken();
}

Result<GeoJsonSummary> Reader::read()
{
    if (m_progress)
        m_progress->total = m_source.size();
    char first = m_text.peek();
    if (first == '\xEF') { // UTF-8's mark
        for (const char c : {'\xEF', '\xBB', '\xBF'})
            if (m_text.peek() == c)
                m_text.take();
        first = m_text.peek();
    }
    if (!m_text.failure())
        return m_text.failure().error();
    if (first == 0 && m_text.atEnd())
        return notGeoJson("the file is empty");
    if (first == '\xFF' || first == '\xFE' || first == 0)
        return Error{ErrorCode::Unsupported, "The text is not UTF-8", m_path, "Save it as UTF-8"};
    if (first != '{' && first != '[')
        return notGeoJson("it does not begin with a bracket");
    const bool whole = readTexts();
    if (m_cancel.cancelled())
        return Error{ErrorCode::Cancelled, "Stopped before it was finished", m_path, ""};
    if (!whole && m_summary.broken && m_summary.features == 0)
        return *m_summary.broken;
    return std::move(m_summary);
}

} // namespace

std::string GeoJsonSummary::complaint() const
{
    std::string text;
    if (skipped > 0) {
        text = std::to_string(skipped) + " of " + std::to_string(features + skipped) + " objects were left out";
        if (!problems.empty())
            text += ": object " + std::to_string(problems.front().feature) + ": " + problems.front().reason;
    }
    if (broken)
        text.append(text.empty() ? "" : ". ").append(broken->message());
    return text;
}

Result<GeoJsonSummary> readGeoJson(
    const std::string& path, const GeoJsonSink& sink, const CancelToken& cancel, Progress* progress)
{
    auto source = ByteSource::open(path);
    if (!source)
        return source.error();
    return Reader(path, **source, sink, cancel, progress).read();
}

} // namespace nb
