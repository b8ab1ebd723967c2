// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teachoffer.h"

#include "ui/modelshelf.h"
#include "ui/teachcontroller.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace nb
{

TeachOffer::TeachOffer(TeachController& teach, ModelShelf& shelf, QWidget* parent)
    : QWidget(parent)
    , m_teach(teach)
    , m_shelf(shelf)
    , m_what(new QLabel(this))
    , m_goOn(new QPushButton(tr("&Go on with it"), this))
    , m_discard(new QPushButton(tr("Throw it &away"), this))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    auto* heading = new QLabel(tr("Interrupted"), this);
    heading->setObjectName(QStringLiteral("heading"));
    rows->addWidget(heading);
    m_what->setWordWrap(true);
    m_what->setTextFormat(Qt::PlainText);
    m_what->setObjectName(QStringLiteral("teachInterrupted"));
    rows->addWidget(m_what);
    m_goOn->setObjectName(QStringLiteral("teachGoOn"));
    m_discard->setObjectName(QStringLiteral("teachThrowAway"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_goOn);
    buttons->addWidget(m_discard);
    rows->addLayout(buttons);
    connect(m_goOn, &QPushButton::clicked, this, [this] { m_teach.goOn(m_teach.interrupted().front().folder); });
    connect(m_discard, &QPushButton::clicked, this, [this] { m_teach.askToForget(); });
    connect(&teach, &TeachController::stateChanged, this, &TeachOffer::show);
    connect(&shelf, &ModelShelf::changed, this, &TeachOffer::show);
    show();
}

void TeachOffer::show()
{
    const bool there = !m_teach.interrupted().empty() && m_teach.state() == TeachController::State::Idle;
    setVisible(there);
    if (!there)
        return;
    const KeptTeaching::Interrupted& one = m_teach.interrupted().front();
    const QString when = QLocale().toString(one.at, QLocale::ShortFormat);
    QStringList lines{one.trained ? tr("A model has learnt, and you have not decided about it yet (%1).").arg(when)
            : one.begun
            ? tr("A training was interrupted (%1). What the model had learnt until then is kept.").arg(when)
            : tr("A training was interrupted before the model had learnt anything (%1). What it was to learn from is "
                 "kept, so it can start again.")
                  .arg(when)};
    const auto& models = m_shelf.models();
    const auto parent = std::find_if(models.begin(), models.end(),
        [&one](const StoredModel& model) { return model.path == one.request.parentPath; });
    if (parent != models.end())
        lines << tr("Taught from: %1").arg(QString::fromStdString(parent->name));
    if (!one.request.slideName.empty())
        lines << tr("Slide: %1").arg(QString::fromStdString(one.request.slideName));
    m_what->setText(lines.join(QLatin1Char('\n')));
    m_goOn->setText(one.trained ? tr("&Look at it") : one.begun ? tr("&Go on with it") : tr("&Start it again"));
}

} // namespace nb
