// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/annotationxml.h"

#include "engine/geometry/polygon.h"
#include "engine/geometry/polygonruns.h"
#include "engine/io/bytesource.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <map>
#include <pugixml.hpp>

namespace nb
{

namespace
{

constexpr std::size_t kMostBytes = std::size_t{128} << 20; // the parsed tree takes five times as much
constexpr int kDeepest = 32;
constexpr int kEllipsePoints = 72;
constexpr std::size_t kMostProblems = 100;
constexpr int kImageScopeEllipse = 2; // Region's Type; 0 is freehand, 1 a rectangle, others have no area

class DepthCheck : public pugi::xml_tree_walker
{
public:
    bool for_each(pugi::xml_node&) override { return depth() < kDeepest; }
};

std::optional<double> numberOf(const pugi::xml_attribute& attribute)
{
    const std::string_view text = attribute.value();
    double value = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end.ec != std::errc() || end.ptr != text.data() + text.size() || !(std::abs(value) <= PolygonRuns::kFurthest))
        return {};
    return value;
}

/// The points of `<Coordinate X="" Y=""/>` or `<Vertex X="" Y=""/>`; nothing where one is no point.
std::optional<Ring> pointsOf(const pugi::xml_node& list, const char* element)
{
    Ring ring;
    for (const pugi::xml_node& node : list.children(element)) {
        const auto x = numberOf(node.attribute("X")), y = numberOf(node.attribute("Y"));
        if (!x || !y)
            return {};
        ring.push_back({*x, *y});
    }
    if (ring.size() > 1 && ring.front() == ring.back())
        ring.pop_back();
    return ring;
}

/// ASAP: "#64FE2E".
std::optional<GeoJsonFeature::Rgb> hexColor(std::string_view text)
{
    unsigned value = 0;
    if (text.size() != 7 || text.front() != '#'
        || std::from_chars(text.data() + 1, text.data() + 7, value, 16).ptr != text.data() + 7)
        return {};
    return GeoJsonFeature::Rgb{
        static_cast<int>(value >> 16), static_cast<int>(value >> 8 & 255), static_cast<int>(value & 255)};
}

/// ImageScope: Windows' COLORREF, blue in the highest byte.
std::optional<GeoJsonFeature::Rgb> windowsColor(const pugi::xml_attribute& attribute)
{
    if (!attribute)
        return {};
    const unsigned value = attribute.as_uint();
    return GeoJsonFeature::Rgb{
        static_cast<int>(value & 255), static_cast<int>(value >> 8 & 255), static_cast<int>(value >> 16 & 255)};
}

Ring ellipseIn(const Ring& corners)
{
    const auto [left, right]
        = std::minmax_element(corners.begin(), corners.end(), [](const Point& a, const Point& b) { return a.x < b.x; });
    const auto [top, bottom]
        = std::minmax_element(corners.begin(), corners.end(), [](const Point& a, const Point& b) { return a.y < b.y; });
    Ring ring;
    for (int i = 0; i < kEllipsePoints; ++i) {
        const double angle = 2 * M_PI * i / kEllipsePoints;
        ring.push_back({(left->x + right->x) / 2 + (right->x - left->x) / 2 * std::cos(angle),
            (top->y + bottom->y) / 2 + (bottom->y - top->y) / 2 * std::sin(angle)});
    }
    return ring;
}

class AnnotationReader
{
public:
    AnnotationReader(const GeoJsonSink& sink, const CancelToken& cancel)
        : m_sink(sink)
        , m_cancel(cancel)
    {
    }
    void readAsap(const pugi::xml_node& root);
    void readImageScope(const pugi::xml_node& root);
    [[nodiscard]] GeoJsonSummary& summary() { return m_summary; }

private:
    /// False where no more is wanted.
    bool deliver(GeoJsonFeature&& feature)
    {
        feature.number = ++m_summary.features + m_summary.skipped;
        return m_sink(std::move(feature)) && !m_cancel.cancelled();
    }
    bool skip(std::string reason)
    {
        ++m_summary.skipped;
        if (m_summary.problems.size() < kMostProblems)
            m_summary.problems.push_back({m_summary.features + m_summary.skipped, std::move(reason)});
        return true;
    }
    bool readLayer(const pugi::xml_node& layer);
    bool readAsapAnnotation(const pugi::xml_node& node, const std::map<std::string, GeoJsonFeature::Rgb>& groups);

    const GeoJsonSink& m_sink;
    const CancelToken& m_cancel;
    GeoJsonSummary m_summary;
};

/// What has no area arrives as a point, so that it is counted with what a case has no use for.
void makePoint(GeoJsonFeature& feature)
{
    feature.otherGeometry = R"({"type":"Point","coordinates":[0,0]})";
}

bool AnnotationReader::readAsapAnnotation(
    const pugi::xml_node& node, const std::map<std::string, GeoJsonFeature::Rgb>& groups)
{
    auto ring = pointsOf(node.child("Coordinates"), "Coordinate");
    if (!ring)
        return skip("a coordinate is not a number, or lies outside of any slide");
    GeoJsonFeature feature;
    feature.name = node.attribute("Name").value();
    if (const std::string group = node.attribute("PartOfGroup").value(); group != "None")
        feature.className = group;
    if (const auto color = groups.find(feature.className); color != groups.end())
        feature.classColor = color->second;
    else
        feature.classColor = hexColor(node.attribute("Color").value());
    const std::string type = node.attribute("Type").value();
    if (type == "Dot" || type == "PointSet" || type == "Measurement")
        makePoint(feature);
    else if (ring->size() < 3)
        return skip("its outline has fewer than three points");
    else
        feature.shape = {Polygon{std::move(*ring), {}}};
    return deliver(std::move(feature));
}

void AnnotationReader::readAsap(const pugi::xml_node& root)
{
    std::map<std::string, GeoJsonFeature::Rgb> groups;
    for (const pugi::xml_node& group : root.child("AnnotationGroups").children("Group"))
        if (const auto color = hexColor(group.attribute("Color").value()))
            groups[group.attribute("Name").value()] = *color;
    for (const pugi::xml_node& node : root.child("Annotations").children("Annotation"))
        if (!readAsapAnnotation(node, groups))
            return;
}

/// An ImageScope layer: its regions, less its negative ones.
bool AnnotationReader::readLayer(const pugi::xml_node& layer)
{
    std::vector<GeoJsonFeature> regions;
    std::vector<Ring> negative;
    for (const pugi::xml_node& node : layer.child("Regions").children("Region")) {
        auto ring = pointsOf(node.child("Vertices"), "Vertex");
        const int type = node.attribute("Type").as_int();
        GeoJsonFeature feature;
        feature.name = node.attribute("Text").value();
        feature.className = layer.attribute("Name").value();
        feature.classColor = windowsColor(layer.attribute("LineColor"));
        feature.isEllipse = type == kImageScopeEllipse;
        if (!ring) {
            (void)skip("a coordinate is not a number, or lies outside of any slide");
            continue;
        }
        if (feature.isEllipse && ring->size() >= 2)
            ring = ellipseIn(*ring);
        if (type > kImageScopeEllipse)
            makePoint(feature);
        else if (ring->size() < 3) {
            (void)skip("its outline has fewer than three points");
            continue;
        } else if (node.attribute("NegativeROA").as_int() == 1) {
            negative.push_back(std::move(*ring));
            continue;
        } else {
            feature.shape = {Polygon{std::move(*ring), {}}};
        }
        regions.push_back(std::move(feature));
    }
    for (Ring& hole : negative) {
        const auto holder = std::find_if(regions.begin(), regions.end(), [&hole](const GeoJsonFeature& region) {
            return !region.shape.empty() && contains(region.shape.front().shell, hole.front());
        });
        if (holder == regions.end())
            (void)skip("it is a negative region, and no other region holds it");
        else
            holder->shape.front().holes.push_back(std::move(hole));
    }
    return std::all_of(
        regions.begin(), regions.end(), [this](GeoJsonFeature& region) { return deliver(std::move(region)); });
}

void AnnotationReader::readImageScope(const pugi::xml_node& root)
{
    for (const pugi::xml_node& layer : root.children("Annotation"))
        if (!readLayer(layer))
            return;
}

Result<std::string> textOf(const std::string& path, const CancelToken& cancel, Progress* progress)
{
    const auto source = ByteSource::open(path);
    if (!source)
        return source.error();
    std::string text, piece;
    do {
        if (cancel.cancelled())
            return Error{ErrorCode::Cancelled, "Stopped", path, ""};
        if (Status status = (*source)->next(piece); !status)
            return status.error();
        text += piece;
        if (progress)
            progress->done.store((*source)->position(), std::memory_order_relaxed);
        if (text.size() > kMostBytes)
            return Error{ErrorCode::TooLarge, "The annotations are larger than 128 MiB", path,
                "Export them in several files, or as GeoJSON"};
    } while (!piece.empty());
    return text;
}

Result<pugi::xml_node> rootOf(pugi::xml_document& document, std::string& text, const std::string& path)
{
    const auto parsed
        = document.load_buffer_inplace(text.data(), text.size(), pugi::parse_default | pugi::parse_doctype);
    const bool hasType = std::any_of(
        document.begin(), document.end(), [](const pugi::xml_node& node) { return node.type() == pugi::node_doctype; });
    if (hasType)
        return Error{ErrorCode::Unsupported,
            "The file has a document type (DOCTYPE), which may define entities, so it is not read", path,
            "Remove the line that begins with <!DOCTYPE, or ask whoever sent the file"};
    if (!parsed)
        return Error{ErrorCode::Unreadable,
            std::string("The file is no well-formed XML (") + parsed.description() + " at byte "
                + std::to_string(parsed.offset) + ")",
            path, "Export it again"};
    DepthCheck depth;
    if (!document.traverse(depth))
        return Error{ErrorCode::Invalid, "The file is nested too deeply for annotations", path, "Choose another file"};
    return document.document_element();
}

} // namespace

bool isAnnotationXmlName(const std::string& path)
{
    std::string name = path;
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    return name.ends_with(".xml");
}

Result<GeoJsonSummary> readAnnotationXml(
    const std::string& path, const GeoJsonSink& sink, const CancelToken& cancel, Progress* progress)
{
    auto text = textOf(path, cancel, progress);
    if (!text)
        return text.error();
    pugi::xml_document document;
    const auto root = rootOf(document, *text, path);
    if (!root)
        return root.error();
    AnnotationReader reader(sink, cancel);
    if (std::string_view(root->name()) == "ASAP_Annotations")
        reader.readAsap(*root);
    else if (std::string_view(root->name()) == "Annotations")
        reader.readImageScope(*root);
    else
        return Error{ErrorCode::Invalid,
            "This is XML, but neither ASAP's nor ImageScope's annotations (it is a \"" + std::string(root->name())
                + "\")",
            path, "Choose a file that ASAP or ImageScope wrote"};
    if (cancel.cancelled())
        return Error{ErrorCode::Cancelled, "Stopped", path, ""};
    return std::move(reader.summary());
}

} // namespace nb
