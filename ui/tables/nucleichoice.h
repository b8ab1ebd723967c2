// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

#include <vector>

namespace nb
{

/// Which nuclei: those of the case that is open, those that a model would find, or those of a file that was chosen.
class NucleiChoice : public QComboBox
{
    Q_OBJECT

public:
    enum class Kind { Case, Model, File };
    struct Model {
        QString hash;
        QString path; ///< of its file
        QString name; ///< as it is listed
    };

    /// `own`: how the case's are called.
    NucleiChoice(const QString& own, const QString& name, QWidget* parent = nullptr);

    [[nodiscard]] Kind kind() const;
    /// Of the file or of the model's file; empty: the case's own.
    [[nodiscard]] QString path() const;
    [[nodiscard]] QString modelHash() const; ///< empty where no model is chosen
    void setPath(const QString& path); ///< of a file with nuclei; empty: the case's own
    /// The models that are offered, as they are now. Where the one that is chosen is gone, the case's own take its
    /// place.
    void setModels(const std::vector<Model>& models);
    /// False: it is not among them, and nothing has changed.
    bool setModel(const QString& hash);
    void setFolder(const QString& folder) { m_folder = folder; } ///< where to look for files first; empty: the last

Q_SIGNALS:
    void changed();

private:
    void chosen(int index);
    void take(int index);
    [[nodiscard]] int indexOf(Kind kind, const QString& key) const;

    QString m_folder;
    int m_last = 0; ///< where to go back to when no file is chosen after all
};

} // namespace nb
