// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserecords.h"

#include <QDialog>
#include <QKeySequence>

#include <functional>
#include <vector>

class QAbstractButton;
class QButtonGroup;
class QDialogButtonBox;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;

namespace nb
{

/// Name, colour and key of a class, new or there already. Lets nothing through that another class or the window has.
class ClassDialog : public QDialog
{
    Q_OBJECT

public:
    /// `takenBy` says what a key does in the window, or nothing.
    ClassDialog(const ClassRecord& record, std::vector<ClassRecord> others,
        std::function<std::optional<QString>(const QKeySequence&)> takenBy, QWidget* parent = nullptr);

    [[nodiscard]] ClassRecord record() const;

Q_SIGNALS:
    void chosen(const nb::ClassRecord& record);

private:
    [[nodiscard]] QWidget* makeColours();
    void chooseOtherColour();
    void showColour();
    [[nodiscard]] QString complaint() const;
    void check();

    ClassRecord m_record;
    const std::vector<ClassRecord> m_others;
    const std::function<std::optional<QString>(const QKeySequence&)> m_takenBy;
    QLineEdit* m_name;
    QKeySequenceEdit* m_key;
    QButtonGroup* m_colours = nullptr;
    QAbstractButton* m_other = nullptr;
    QLabel* m_complaint;
    QDialogButtonBox* m_buttons;
};

/// Colours that stay apart for colour-blind eyes and from H&E; a person may take others.
[[nodiscard]] const std::vector<std::uint32_t>& classColours();

} // namespace nb
