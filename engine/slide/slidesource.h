// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/base/result.h"
#include "engine/geometry/shapes.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nb {

/// Micrometres per level-0 pixel, by axis. Both are finite and > 0 (see `plausible`).
struct PixelSize {
    double x = 0;
    double y = 0;
    /// True for finite values between 0.01 and 100 µm/px; anything else is a broken header or a slip of the hand.
    [[nodiscard]] bool plausible() const { return x >= 0.01 && x <= 100.0 && y >= 0.01 && y <= 100.0; }
    friend bool operator==(const PixelSize&, const PixelSize&) = default;
};

/// One level of the pyramid. Level 0 has downsample 1. `downsample` is level-0 pixels per level pixel;
/// where the level's size fits a whole number it is that number exactly.
struct SlideLevel {
    std::int64_t width = 0;
    std::int64_t height = 0;
    double downsample = 1;
};

/// What a slide says of itself. Immutable after opening.
struct SlideInfo {
    std::string path;                            ///< as given
    std::string format;                          ///< "aperio", "generic-tiff", … (OpenSlide's vendor), or "png", "jpeg", "bmp", "tiff"
    std::vector<SlideLevel> levels;              ///< at least one; finest first
    std::optional<PixelSize> pixelSize;          ///< µm per level-0 pixel where the file says so plausibly
    std::string impossiblePixelSize;             ///< µm/px in the file's words where they cannot be; `pixelSize` is empty then
    std::optional<double> objectivePower;        ///< e.g. 20 or 40
    std::string hash;                            ///< identity of the contents: 64 hex digits, independent of the path
    std::map<std::string, std::string> properties; ///< everything the format reports; may identify a patient
    std::vector<std::string> associatedImages;   ///< "label", "macro", "thumbnail"; may identify a patient

    [[nodiscard]] std::int64_t width() const { return levels.front().width; }
    [[nodiscard]] std::int64_t height() const { return levels.front().height; }
};

/// A slide or a plain image. All members may be called from any thread at the same time.
class SlideSource {
public:
    virtual ~SlideSource() = default;

    [[nodiscard]] virtual const SlideInfo& info() const = 0;

    /// The pixels of `area`, which is in pixels of `level`, with no resampling. Parts outside of the slide and
    /// transparent parts are white. Errors: OutOfRange (no such level, empty or absurdly large area),
    /// Unreadable (the file's data is broken or gone; names the file).
    [[nodiscard]] virtual Result<RgbImage> read(int level, const Rect& area) const = 0;

    /// What `read` gives, as a screen takes it: 0xffRRGGBB, row after row without padding, into `xrgb`, which has room
    /// for the whole area. Spares two copies where the file's reader has the pixels in this form. Errors: as `read`.
    [[nodiscard]] virtual Status readXrgb(int level, const Rect& area, std::uint32_t* xrgb) const;

    /// An associated image by its name in `SlideInfo::associatedImages`.
    [[nodiscard]] virtual Result<RgbImage> associatedImage(const std::string& name) const = 0;
};

/// Opens a slide (OpenSlide) or a plain image (PNG, JPEG, BMP, TIFF). Errors name the file and say what to do.
[[nodiscard]] Result<std::shared_ptr<const SlideSource>> openSlide(const std::string& path);

} // namespace nb
