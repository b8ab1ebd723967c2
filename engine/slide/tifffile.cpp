// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slide/tifffile.h"

#include <tiffio.h>

namespace nb
{

void CloseTiff::operator()(tiff* file) const
{
    TIFFClose(file);
}

TiffFile openTiff(const std::string& path)
{
    static const bool quiet = [] { // libtiff's handlers are the process's: set once
        TIFFSetErrorHandler(nullptr);
        TIFFSetWarningHandler(nullptr);
        return true;
    }();
    (void)quiet;
    return TiffFile(TIFFOpen(path.c_str(), "rm")); // m: not mapped, so a file that shrinks is an error and no signal
}

Error damagedTiff(const std::string& path)
{
    return {ErrorCode::Unreadable, "The TIFF is damaged or cut off", path, "Copy it again from where it came"};
}

} // namespace nb
