// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exportrequest.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace nb
{

/// Asks what of the case goes where: all, what is chosen, or a region; as GeoJSON for QuPath, a table, a label image,
/// training pictures or a picture of the view. Proposes the slide's folder and name. Deletes itself.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// What there is to choose from, as of now.
    struct Offer {
        CaseChoice all; ///< everything, with all regions
        std::int64_t nuclei = 0;
        std::vector<NucleusRow> selected;
        QString slidePath;
    };
    ExportDialog(Offer offer, QWidget* parent);

Q_SIGNALS:
    void chosen(const nb::ExportRequest& request);

private:
    void fillWhat();
    void fillFormats();
    void proposePath();
    void browse();
    void showFields();
    void showPath();
    [[nodiscard]] ExportFormat format() const;
    [[nodiscard]] CaseChoice choice() const;
    [[nodiscard]] QString ending() const;

    const Offer m_offer;
    QFormLayout* m_form;
    QComboBox* m_what;
    QComboBox* m_format;
    QCheckBox* m_asAnnotations;
    QComboBox* m_finer;
    QLineEdit* m_path;
    QLabel* m_note;
    QPushButton* m_export;
    bool m_ownPath = false; ///< a person typed or chose it
};

} // namespace nb
