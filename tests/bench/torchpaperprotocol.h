// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"

#include <memory>

namespace nb::bench
{

/// The network pass as the paper runs it (Cui et al. 2018, II-C4): width 32, patches of 128 x 128 at a stride of 64,
/// batches of 16, 32-bit floats, plain LibTorch in eval mode with channels last. Weights are random: they do not change
/// the time.
class PaperProtocol
{
public:
    /// How a batch uses the processors: shared by all threads, or one batch per thread.
    enum class Threading { WithinBatch, BatchPerThread };

    PaperProtocol(int threads, Threading threading);
    ~PaperProtocol();
    PaperProtocol(const PaperProtocol&) = delete;
    PaperProtocol& operator=(const PaperProtocol&) = delete;

    /// Cuts the picture into patches and runs them all. The vote and the post-processing are left out, in the paper's
    /// favour.
    void run(const RgbImage& picture) const;

private:
    struct Net;
    const int m_threads;
    const Threading m_threading;
    std::unique_ptr<Net> m_net;
};

} // namespace nb::bench
