// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keptteaching.h"

#include "engine/io/atomicfile.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>

namespace nb
{

namespace
{

const QString kRequest = QStringLiteral("request.json");
const QString kCheckpoint = QStringLiteral("state.safetensors");
const QString kTrained = QStringLiteral("trained");
const QString kLockEnding = QStringLiteral(".lock");
constexpr qint64 kMostBytes = 1 << 20;

QDir home()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/trainings"));
}

std::string in(const QString& folder, const QString& name)
{
    return QDir(folder).filePath(name).toStdString();
}

Result<TeachingRequest> readRequest(const QString& folder)
{
    QFile file(QDir(folder).filePath(kRequest));
    const Error gone{ErrorCode::NotFound, "What the training was to learn is gone", file.fileName().toStdString(),
        "Start a new training"};
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostBytes)
        return gone;
    return requestFromText(file.readAll());
}

/// Null: somebody else has it. Only the end of the program that holds it makes a lock void, never its age.
std::unique_ptr<QLockFile> lockOf(const QString& folder)
{
    auto lock = std::make_unique<QLockFile>(folder + kLockEnding);
    lock->setStaleLockTime(0);
    return lock->tryLock(0) ? std::move(lock) : nullptr;
}

} // namespace

KeptTeaching::KeptTeaching(TeachingRequest request)
    : m_folder(home().filePath(QUuid::createUuid().toString(QUuid::WithoutBraces)))
    , m_request(std::move(request))
{
}

KeptTeaching::KeptTeaching(const QString& folder)
    : m_folder(folder)
    , m_isNew(false)
{
}

void KeptTeaching::close()
{
    if (m_lock && m_forget)
        QDir(m_folder).removeRecursively();
    m_lock.reset();
}

Status KeptTeaching::open()
{
    const Error unwritable{ErrorCode::NotWritable, "The training cannot be kept on the disk", m_folder.toStdString(),
        "Check the permissions of the folder, and make room"};
    if (m_isNew && !QDir().mkpath(m_folder))
        return unwritable;
    constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (m_isNew && !(QFile::setPermissions(home().path(), kOwnerOnly) && QFile::setPermissions(m_folder, kOwnerOnly)))
        return unwritable;
    m_lock = lockOf(m_folder);
    if (!m_lock)
        return m_isNew ? unwritable
                       : Error{ErrorCode::Exists, "Another window goes on with this training already",
                           m_folder.toStdString(), "Look at it there"};
    if (m_isNew)
        return writeWholeFile(in(m_folder, kRequest), requestText(m_request).toStdString());
    auto request = readRequest(m_folder);
    if (!request)
        return request.error();
    m_request = std::move(*request);
    return {};
}

std::string KeptTeaching::checkpoint() const
{
    return in(m_folder, kCheckpoint);
}

bool KeptTeaching::begun() const
{
    return QFileInfo::exists(QString::fromStdString(checkpoint()));
}

Status KeptTeaching::markTrained()
{
    return writeWholeFile(in(m_folder, kTrained), "");
}

bool KeptTeaching::trained() const
{
    return QDir(m_folder).exists(kTrained);
}

std::vector<KeptTeaching::Interrupted> KeptTeaching::interrupted()
{
    std::vector<Interrupted> all;
    const auto folders = home().entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo& folder : folders) {
        const auto lock = lockOf(folder.filePath());
        if (!lock)
            continue;
        const QFileInfo checkpoint(QDir(folder.filePath()).filePath(kCheckpoint));
        auto request = readRequest(folder.filePath());
        const QFileInfo asked(QDir(folder.filePath()).filePath(kRequest));
        const bool begun = checkpoint.exists();
        if (request)
            all.push_back({folder.filePath(), (begun ? checkpoint : asked).lastModified(), std::move(*request),
                QDir(folder.filePath()).exists(kTrained), begun});
        else
            QDir(folder.filePath()).removeRecursively();
    }
    std::sort(all.begin(), all.end(), [](const Interrupted& a, const Interrupted& b) { return a.at > b.at; });
    return all;
}

} // namespace nb
