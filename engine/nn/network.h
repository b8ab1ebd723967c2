// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/nn/modelinfo.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace nb {

struct ModelFile;

enum class Precision { Fp32, Bf16 };
enum class Device { Cpu, Cuda };

/// A network ready to run. `probabilities` may be called from several threads at once, and each call works on its calling thread alone
/// (run several side by side to use several processors). The result for an image does not depend, bit for bit, on the batch it
/// comes in, on the number of threads or on earlier calls.
class Network {
public:
    virtual ~Network() = default;

    [[nodiscard]] virtual const ModelInfo& info() const = 0;
    [[nodiscard]] virtual Precision precision() const = 0;
    [[nodiscard]] virtual Device device() const = 0;

    /// Softmax probabilities. `rgb`: uint8 [count][height][width][3]; `out`: float [count][3][height][width] in the order
    /// background, boundary, inside, 0..1. Width and height are multiples of 16 (Invalid otherwise). Errors: also Invalid
    /// where the model's weights lead to values that are no numbers, OutOfMemory, Internal.
    [[nodiscard]] virtual Status probabilities(std::span<const std::uint8_t> rgb, int count, int width, int height,
                                               std::span<float> out) const = 0;
};

enum class PrecisionChoice { Auto, Fp32, Bf16 };
enum class DeviceChoice { Auto, Cpu, Cuda };

struct NetworkOptions {
    PrecisionChoice precision = PrecisionChoice::Auto; ///< Auto measures: bf16 only where the processor has it and it is faster
    DeviceChoice device = DeviceChoice::Auto;
};

/// Loads a model file (safetensors, read as hostile: see design.md section 12) and makes it ready.
/// Errors: NotFound, Unreadable, Invalid (with the reason), Unsupported (device or precision not there).
[[nodiscard]] Result<std::shared_ptr<const Network>> loadNetwork(const std::string& path, const NetworkOptions& options);

/// The same for a model in memory that is whole as readModelFile gives it (one in training). Errors: OutOfMemory, Unsupported, Internal.
[[nodiscard]] Result<std::shared_ptr<const Network>> makeNetwork(const ModelFile& model, const NetworkOptions& options);

} // namespace nb
