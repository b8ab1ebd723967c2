// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"
#include "ui/services.h"

#include <QDialog>

#include <memory>

class QLabel;
class QPushButton;
class QTableWidget;

namespace nb
{

/// What a slide says of itself: size, µm/px, levels, everything the scanner wrote. Label and macro image, which can
/// identify a patient, are shown only on request.
class SlideInfoDialog : public QDialog
{
    Q_OBJECT

public:
    SlideInfoDialog(
        const Services& services, std::shared_ptr<const SlideSource> slide, QWidget* parent = nullptr);
    ~SlideInfoDialog() override;

private:
    void fill();
    void addRow(const QString& name, const QString& value);
    QWidget* makePictures();
    void showPicture(const std::string& name);

    Services m_services;
    std::shared_ptr<const SlideSource> m_slide;
    std::shared_ptr<Job> m_job;
    QTableWidget* m_table;
    QLabel* m_picture = nullptr;
};

} // namespace nb
