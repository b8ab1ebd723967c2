// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tables/listedcase.h"

#include <QWidget>

#include <optional>

namespace nb
{

/// A page of the dock below the slide. Reads the case only while it is seen: what happened meanwhile is made up for
/// when it is shown.
class CasePanel : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Another case, or none.
    void setCase(const std::optional<ListedCase>& listed);
    /// The nuclei have changed.
    void refresh();
    /// Classes or regions have changed.
    void setLists(const std::vector<ClassRecord>& classes, const std::vector<RegionRecord>& regions);
    [[nodiscard]] const std::optional<ListedCase>& listed() const { return m_listed; }
    [[nodiscard]] QString slideName() const; ///< without its ending; for the names of files

Q_SIGNALS:
    void exported(const QString& path); ///< a file was written
    void failed(const QString& headline, const nb::Error& error);

protected:
    void showEvent(QShowEvent* event) override;
    virtual void caseTaken() = 0; ///< `listed` is another case, or none
    virtual void nucleiChanged() = 0;
    virtual void listsChanged() = 0;

private:
    void catchUp();

    std::optional<ListedCase> m_listed;
    bool m_another = true; ///< since it was last seen
    bool m_nucleiChanged = false;
    bool m_listsChanged = false;
};

} // namespace nb
