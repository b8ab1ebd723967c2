// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QDockWidget>
#include <QStringList>

#include <memory>

class QComboBox;
class QLabel;
class QListWidget;
class QListWidgetItem;

namespace nb
{

class GlanceQueue;
class RecentFiles;
struct SlideGlance;

/// The slides at hand: those of a folder, or what was opened last, each with a small picture of its tissue and how many
/// nuclei its case holds. Pictures are made one at a time while the dock is seen; a file that cannot be read says so in
/// its place and stops nothing.
class SlidesDock : public QDockWidget
{
    Q_OBJECT

public:
    SlidesDock(const Services& services, RecentFiles& recent, QString caseFolder, QWidget* parent = nullptr);
    ~SlidesDock() override;

    void showFolder(const QString& folder);
    void showFiles(const QStringList& paths); ///< dropped ones
    void showRecent();
    /// The slide that is open, marked in the list; empty: none.
    void setCurrent(const QString& path);
    /// Its case has another number of nuclei now.
    void setNuclei(const QString& path, qint64 nuclei);
    [[nodiscard]] QListWidget& list() const { return *m_list; }
    [[nodiscard]] QStringList paths() const;

Q_SIGNALS:
    void openRequested(const QString& path);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeBody();
    void fill(const QStringList& paths, const QString& empty);
    void askForFolder();
    void listFolder();
    void askForPictures();
    void glanced(QListWidgetItem& item, const SlideGlance& glance);
    void describe(QListWidgetItem& item);

    Services m_services;
    RecentFiles& m_recent;
    GlanceQueue* m_glances;
    QString m_folder;
    QString m_current;
    QComboBox* m_what;
    QListWidget* m_list;
    QLabel* m_empty;
    std::shared_ptr<Job> m_listing;
};

} // namespace nb
