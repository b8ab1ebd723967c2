// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slide/tifffile.h"

#include <tiffio.h>

namespace nb
{

void CloseTiff::operator()(tiff* file) const
{
    TIFFClose(file);
}

void silenceTiff()
{
    static const bool silent = [] {
        TIFFSetErrorHandler(nullptr);
        TIFFSetWarningHandler(nullptr);
        return true;
    }();
    (void)silent;
}

TiffFile openTiff(const std::string& path)
{
    silenceTiff();
    return TiffFile(TIFFOpen(path.c_str(), "rm")); // m: not mapped, so a file that shrinks is an error and no signal
}

Error damagedTiff(const std::string& path)
{
    return {ErrorCode::Unreadable, "The TIFF is damaged or cut off", path, "Copy it again from where it came"};
}

} // namespace nb
