// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <QFrame>
#include <QList>
#include <QStringList>

#include <functional>

class QGridLayout;
class QHBoxLayout;
class QLabel;

namespace nb
{

enum class Severity { Note, Warning, Failure };

/// What a message is about, where it may pass by itself: then the message goes, too (`Banner::withdraw`).
enum class Cause { None, PixelSize, StoppedSearch, SlideRun, LiveTooFar, ReadOnly, NothingSelected };

/// What a banner offers as the way out.
struct BannerAction {
    QString label;
    std::function<void()> run;
};

/// One line above the canvas that says what happened and what to do. It never blocks; a newer message lies over an
/// older one. Told by icon and word, not by colour alone, and announced to screen readers.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr);

    void tell(
        Severity severity, const QString& text, const QList<BannerAction>& actions = {}, Cause cause = Cause::None);
    /// `headline` says in the person's words what did not work; the error says why and what to do.
    void tell(const QString& headline, const Error& error, const QList<BannerAction>& actions = {});
    /// The message on the screen has been read. A warning or failure that it came on top of is shown again: none goes
    /// unseen because another came a moment later.
    void dismiss();
    /// What was told of it is true no more: it goes, wherever it stands.
    void withdraw(Cause cause);
    void clear(); ///< all of them: they were about something that is over

    [[nodiscard]] QString text() const;
    [[nodiscard]] QStringList standing() const; ///< all that were not dismissed, the one on the screen first
    [[nodiscard]] Severity severity() const { return m_message.severity; }

Q_SIGNALS:
    void heightChanged(int pixels); ///< that it covers now; 0: none

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Message {
        Severity severity = Severity::Note;
        QString text;
        QString toolTip; ///< with whole paths
        QList<BannerAction> actions;
        Cause cause = Cause::None;
    };
    void tell(Message message);
    void present();
    void showIcon();
    void arrange();

    QList<Message> m_below; ///< warnings and failures not yet dismissed, the oldest first
    Message m_message; ///< on the screen
    QLabel* m_icon;
    QLabel* m_text;
    QGridLayout* m_rows;
    QHBoxLayout* m_actions;
    bool m_narrow = false; ///< what can be done stands below the text
};

/// The error as one paragraph: what, on which file (its name only; the whole path is in the tool tip), what to do.
[[nodiscard]] QString describe(const Error& error);

} // namespace nb
