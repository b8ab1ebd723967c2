// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/augmentation.h"

#include "engine/stain/opticaldensity.h"
#include "engine/stain/staintables.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>
#include <numbers>

namespace nb
{

namespace
{

constexpr double kShare = 0.25; // of the samples that are blurred, and of those that get noise
constexpr int kCoarse = 4; // the elastic field is this many times coarser than the patch: σ is far larger

using Matrix3 = cv::Matx33d;

Matrix3 linearPart(const Augmentation& augmentation, double scale, SampleRandom& random)
{
    double a = 1 / scale, b = 0, c = 0, d = 1 / scale; // patch to picture
    const auto multiply = [&](double ma, double mb, double mc, double md) {
        const double na = a * ma + b * mc, nb = a * mb + b * md, nc = c * ma + d * mc, nd = c * mb + d * md;
        a = na, b = nb, c = nc, d = nd;
    };
    if (augmentation.rotate) {
        const double angle = random.uniform(0, 2 * std::numbers::pi);
        multiply(std::cos(angle), -std::sin(angle), std::sin(angle), std::cos(angle));
    }
    if (augmentation.affine) {
        const double stretch = std::exp(random.uniform(-1, 1) * std::log1p(augmentation.stretch));
        multiply(std::sqrt(stretch), 0, 0, 1 / std::sqrt(stretch));
        multiply(1, random.uniform(-augmentation.shear, augmentation.shear), 0, 1);
    }
    if (augmentation.flip && random.chance(0.5))
        multiply(-1, 0, 0, 1);
    return {a, b, 0, c, d, 0, 0, 0, 1};
}

/// One component of Simard's field. White noise blurred on a grid n times coarser is n times as strong, so it is
/// divided by n.
cv::Mat1f elasticField(double alpha, double sigma, int patch, SampleRandom& random)
{
    const int margin = static_cast<int>(std::ceil(3 * sigma / kCoarse)), side = (patch + kCoarse - 1) / kCoarse;
    cv::Mat1f noise(side + 2 * margin, side + 2 * margin);
    cv::RNG generator(random.next());
    generator.fill(noise, cv::RNG::UNIFORM, -1.0F, 1.0F);
    cv::GaussianBlur(noise, noise, {}, sigma / kCoarse);
    cv::Mat1f field;
    cv::resize(noise(cv::Rect(margin, margin, side, side)), field, {patch, patch}, 0, 0, cv::INTER_CUBIC);
    field *= alpha / kCoarse;
    return field;
}

} // namespace

Augmentation Augmentation::none()
{
    Augmentation augmentation;
    augmentation.elastic = augmentation.rescale = augmentation.affine = augmentation.shift = false;
    augmentation.flip = augmentation.rotate = augmentation.stain = augmentation.blurNoise = false;
    return augmentation;
}

Status checkAugmentation(const Augmentation& a)
{
    const auto within = [](double value, double least, double most) { return value >= least && value <= most; };
    const auto invalid = [](const std::string& what, const std::string& remedy) {
        return Error{ErrorCode::Invalid, "The augmentation's " + what + " makes no sense", "", remedy};
    };
    if (!within(a.scale.from, 0.1, 10) || !within(a.scale.to, a.scale.from, 10))
        return invalid("range of scales", "Give two numbers from 0.1 to 10, the smaller first");
    if (!within(a.elasticAlpha.from, 0, 2000) || !within(a.elasticAlpha.to, a.elasticAlpha.from, 2000)
        || !within(a.elasticSigma, 4, 200))
        return invalid("elastic deformation", "Give α from 0 to 2000, the smaller first, and σ from 4 to 200");
    if (!within(a.shear, 0, 1) || !within(a.stretch, 0, 1))
        return invalid("shear or stretch", "Give numbers from 0 to 1");
    if (!within(a.stainStrength, 0, 1) || !within(a.channelStrength, 0, 1))
        return invalid("variation of stain", "Give numbers from 0 to 1");
    if (!within(a.blurSigma, 0, 20) || !within(a.noise, 0, 100))
        return invalid("blur or noise", "Give a blur from 0 to 20 and a noise from 0 to 100");
    return {};
}

WarpMap drawWarp(
    const Augmentation& augmentation, int patch, double scale, double centreX, double centreY, SampleRandom& random)
{
    const Matrix3 linear = linearPart(augmentation, scale, random);
    cv::Mat1f elasticX, elasticY;
    if (augmentation.elastic) {
        const double alpha = random.uniform(augmentation.elasticAlpha.from, augmentation.elasticAlpha.to);
        elasticX = elasticField(alpha, augmentation.elasticSigma, patch, random);
        elasticY = elasticField(alpha, augmentation.elasticSigma, patch, random);
    }
    WarpMap warp{Plane<float>(patch, patch), Plane<float>(patch, patch), scale};
    for (int y = 0; y < patch; ++y)
        for (int x = 0; x < patch; ++x) {
            double u = x + 0.5 - patch / 2.0, v = y + 0.5 - patch / 2.0;
            if (augmentation.elastic) {
                u += static_cast<double>(elasticX(y, x));
                v += static_cast<double>(elasticY(y, x));
            }
            warp.x.at(x, y) = static_cast<float>(centreX + linear(0, 0) * u + linear(0, 1) * v - 0.5);
            warp.y.at(x, y) = static_cast<float>(centreY + linear(1, 0) * u + linear(1, 1) * v - 0.5);
        }
    return warp;
}

void varyStain(const Augmentation& augmentation, const StainMatrix& stains, SampleRandom& random, RgbImage& rgb)
{
    const auto factor = [&](double strength) { return 1 + random.uniform(-strength, strength); };
    const cv::Vec3d h(stains.haematoxylin.data()), e(stains.eosin.data());
    const cv::Vec3d rest = cv::normalize(h.cross(e));
    const Matrix3 columns(h[0], e[0], rest[0], h[1], e[1], rest[1], h[2], e[2], rest[2]);
    const double strengthH = factor(augmentation.stainStrength), strengthE = factor(augmentation.stainStrength);
    const cv::Vec3d ofStains(strengthH, strengthE, 1),
        ofChannels(factor(augmentation.channelStrength), factor(augmentation.channelStrength),
            factor(augmentation.channelStrength));
    const Matrix3 change = Matrix3::diag(ofChannels) * columns * Matrix3::diag(ofStains) * columns.inv();
    const double shift = augmentation.channelStrength / 2;
    static const ExpTable exponential;
    const auto& density = densityOfValue();
    std::array<std::array<float, 3>, 3> matrix{};
    std::array<float, 3> offset{};
    for (std::size_t c = 0; c < 3; ++c) {
        offset[c] = static_cast<float>(random.uniform(-shift, shift)) * ExpTable::kStepsPerDensity;
        for (std::size_t k = 0; k < 3; ++k)
            matrix[c][k]
                = static_cast<float>(change(static_cast<int>(c), static_cast<int>(k))) * ExpTable::kStepsPerDensity;
    }
    for (std::size_t i = 0; i < rgb.pixels.size(); i += 3) {
        const std::array<float, 3> from
            = {density[rgb.pixels[i]], density[rgb.pixels[i + 1]], density[rgb.pixels[i + 2]]};
        for (std::size_t c = 0; c < 3; ++c)
            rgb.pixels[i + c]
                = exponential(offset[c] + matrix[c][0] * from[0] + matrix[c][1] * from[1] + matrix[c][2] * from[2]);
    }
}

void varyFocus(const Augmentation& augmentation, SampleRandom& random, RgbImage& rgb)
{
    cv::Mat picture(rgb.height, rgb.width, CV_8UC3, rgb.pixels.data());
    const bool blurred = random.chance(kShare), noisy = random.chance(kShare);
    const double sigma = random.uniform(0, augmentation.blurSigma), deviation = random.uniform(0, augmentation.noise);
    if (blurred && sigma > 0.3) // less changes nothing
        cv::GaussianBlur(picture, picture, {}, sigma);
    if (noisy && deviation > 0.5) {
        cv::Mat noise(picture.size(), CV_16SC3);
        cv::RNG generator(random.next());
        generator.fill(noise, cv::RNG::NORMAL, 0, deviation);
        cv::add(picture, noise, picture, cv::noArray(), CV_8U);
    }
}

} // namespace nb
