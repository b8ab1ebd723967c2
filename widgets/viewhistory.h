// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/viewtransform.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace nb
{

/// The views where a person has rested, to go back to and forward again, as a browser does with pages. A value; pure.
class ViewHistory
{
public:
    static constexpr std::size_t kMost = 200; ///< the oldest are forgotten beyond

    /// The person rests here. Forgets what lay ahead, unless it is the view that is current already.
    void visit(const ViewTransform& view);
    /// The view before the current one, which becomes current; none: there is none.
    [[nodiscard]] std::optional<ViewTransform> back();
    [[nodiscard]] std::optional<ViewTransform> forward();
    [[nodiscard]] bool canGoBack() const { return m_current > 0; }
    [[nodiscard]] bool canGoForward() const { return m_current + 1 < m_views.size(); }
    /// `view` is where one is in the history (a view flown to is reached only to the pixel).
    [[nodiscard]] bool isCurrent(const ViewTransform& view) const;
    /// `view` is not in the history yet, and there is a view to come back to from it.
    [[nodiscard]] bool canReturn(const ViewTransform& view) const { return !m_views.empty() && !isCurrent(view); }
    [[nodiscard]] std::size_t size() const { return m_views.size(); }
    void clear();

private:
    std::vector<ViewTransform> m_views;
    std::size_t m_current = 0; ///< index into m_views, 0 while it is empty
};

/// The same place to the eye: centres less than two screen pixels apart, scales within half a percent, turned and
/// mirrored alike. The viewport does not count.
[[nodiscard]] bool samePlace(const ViewTransform& a, const ViewTransform& b);

} // namespace nb
