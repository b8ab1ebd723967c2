// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "ui/teachingrequest.h"

#include <QDateTime>
#include <QLockFile>
#include <QString>

#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace nb
{

/// A training on the disk, in a folder of its own in the application's data folder, so that one that was interrupted
/// (the program crashed or was closed) can go on: what was asked for, and the trainer's checkpoint. The program that
/// trains holds the folder's lock. It stays until the person has decided about the new model. Blocks; one thread at a
/// time but for `forget`.
class KeptTeaching
{
public:
    /// A new one; nothing is on the disk until `open`.
    explicit KeptTeaching(TeachingRequest request);
    /// One that an earlier program left, named by its folder.
    explicit KeptTeaching(const QString& folder);
    /// Gives the lock back; removes the files where they are to be forgotten.
    ~KeptTeaching() { close(); }
    KeptTeaching(const KeptTeaching&) = delete;
    KeptTeaching& operator=(const KeptTeaching&) = delete;

    /// Takes the lock, and writes or reads what was asked for. Errors: Exists (another program trains it), NotFound,
    /// Invalid (what was asked for makes no sense any more), NotWritable, NoSpace.
    [[nodiscard]] Status open();
    [[nodiscard]] const TeachingRequest& request() const { return m_request; }
    [[nodiscard]] std::string checkpoint() const;
    [[nodiscard]] bool begun() const; ///< there is a checkpoint to go on from
    /// No further step: what is left is to compare and to decide. Errors: NotWritable, NoSpace.
    [[nodiscard]] Status markTrained();
    [[nodiscard]] bool trained() const;
    void forget() { m_forget = true; } ///< the files go when it is closed; any thread
    void close(); ///< as the end of the object does

    struct Interrupted {
        QString folder;
        QDateTime at; ///< of its last checkpoint, else of its beginning
        TeachingRequest request;
        bool trained = false; ///< only the decision is missing
        bool begun = true; ///< there is a checkpoint; else it can only start again
    };
    /// What can go on, the latest first; those that a program holds are left out, those without sense are
    /// removed.
    [[nodiscard]] static std::vector<Interrupted> interrupted();

private:
    QString m_folder;
    std::unique_ptr<QLockFile> m_lock; ///< null: not held
    TeachingRequest m_request;
    bool m_isNew = true;
    std::atomic<bool> m_forget{false};
};

} // namespace nb
