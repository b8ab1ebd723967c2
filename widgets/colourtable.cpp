// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/colourtable.h"

#include <opencv2/imgproc.hpp>

namespace nb
{

namespace
{

std::array<QRgb, 256> tableOf(int openCvMap)
{
    cv::Mat ramp(1, 256, CV_8UC1), bgr;
    for (int i = 0; i < 256; ++i)
        ramp.at<unsigned char>(0, i) = static_cast<unsigned char>(i);
    cv::applyColorMap(ramp, bgr, openCvMap);
    std::array<QRgb, 256> table{};
    for (int i = 0; i < 256; ++i) {
        const auto& p = bgr.at<cv::Vec3b>(0, i);
        table[static_cast<std::size_t>(i)] = qRgb(p[2], p[1], p[0]);
    }
    return table;
}

} // namespace

const std::array<QRgb, 256>& colours(ColourTable table)
{
    static const std::array<std::array<QRgb, 256>, 5> tables{tableOf(cv::COLORMAP_VIRIDIS), tableOf(cv::COLORMAP_MAGMA),
        tableOf(cv::COLORMAP_INFERNO), tableOf(cv::COLORMAP_PLASMA), tableOf(cv::COLORMAP_CIVIDIS)};
    return tables[static_cast<std::size_t>(table)];
}

QList<ColourTable> allColourTables()
{
    return {ColourTable::Viridis, ColourTable::Magma, ColourTable::Inferno, ColourTable::Plasma, ColourTable::Cividis};
}

QString nameOf(ColourTable table)
{
    static const std::array<const char*, 5> names{"Viridis", "Magma", "Inferno", "Plasma", "Cividis"};
    return QString::fromLatin1(names[static_cast<std::size_t>(table)]);
}

} // namespace nb
