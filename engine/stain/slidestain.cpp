// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/stain/slidestain.h"

#include "engine/stain/macenko.h"
#include "engine/stain/plausibility.h"
#include "engine/stain/tissuesample.h"
#include "engine/stain/vahadane.h"

#include <exception>
#include <utility>

namespace nb
{

namespace
{

constexpr std::size_t kEnoughPixels = 2'000; // tissue in the sample that an automatic choice may rest on

SlideStain untouched(const StainMatrix& target, double lambda, std::string reason)
{
    reason += " Haematoxylin and eosin are measured with the model's stains.";
    return {StainMethod::None, target, target, true, std::move(reason), lambda};
}

std::string nameOf(StainMethod method)
{
    return method == StainMethod::Macenko ? "Macenko" : "Vahadane";
}

/// Why it is not certain that the slide is H&E; empty where it is.
std::string objectionTo(const StainMatrix& stains, std::size_t pixels)
{
    if (pixels < kEnoughPixels)
        return "there is too little tissue to be sure that the slide is H&E";
    const std::string objection = judgePlausibility(stains).objection;
    return objection.empty() ? objection : "the slide does not look like H&E (" + objection + ")";
}

SlideStain chosen(const StainMatrix& source, StainMethod method, const std::string& objection,
    const StainMatrix& target, double lambda)
{
    std::string reason = "Colours are normalised with " + nameOf(method) + "'s method, as chosen.";
    if (!objection.empty())
        reason += " Warning: " + objection + ", so normalising may do harm.";
    return {method, source, target, false, std::move(reason), lambda};
}

SlideStain automatic(const StainMatrix& source, const std::string& objection, const StainMatrix& target, double lambda)
{
    if (!objection.empty())
        return untouched(
            target, lambda, "Colours are left as they are: " + objection + ", and normalising it could do harm.");
    return {StainMethod::Vahadane, source, target, false,
        "The slide looks like H&E, so its colours are normalised with Vahadane's method.", lambda};
}

} // namespace

Result<SlideStain> decideSlideStain(const SlideSource& slide, const PixelSize& pixelSize, StainChoice choice,
    const StainMatrix& target, double lambda, const CancelToken& cancel)
try {
    if (choice == StainChoice::None)
        return untouched(target, lambda, "Colours are left as they are, as chosen.");
    const auto tissue = sampleTissue(slide, pixelSize, cancel);
    if (!tissue)
        return tissue.error();
    if (tissue->empty())
        return untouched(target, lambda, "Colours are left as they are: no tissue was found.");
    const bool macenko = choice == StainChoice::Macenko;
    const auto stains = macenko ? estimateMacenko(*tissue) : estimateVahadane(*tissue, lambda);
    if (!stains)
        return untouched(target, lambda,
            "Colours are left as they are: the slide's stains could not be told (" + stains.error().what + ").");
    const std::string objection = objectionTo(*stains, tissue->size());
    if (choice == StainChoice::Auto)
        return automatic(*stains, objection, target, lambda);
    return chosen(*stains, macenko ? StainMethod::Macenko : StainMethod::Vahadane, objection, target, lambda);
} catch (const std::exception& e) {
    return Error{ErrorCode::OutOfMemory, std::string("The slide's stains could not be estimated (") + e.what() + ")",
        slide.info().path, "Close other programs and try again"};
}

} // namespace nb
