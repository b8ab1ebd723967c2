// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/unsavedlist.h"

#include "ui/glancequeue.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace nb
{

namespace
{
constexpr int kMostRows = 6; // the latest; the others come up as these go
} // namespace

UnsavedList::UnsavedList(GlanceQueue& glances, QWidget* parent)
    : QWidget(parent)
    , m_glances(glances)
{
    setObjectName(QStringLiteral("unsaved"));
    setAccessibleName(tr("Not saved yet"));
    auto* heading = new QLabel(tr("Not saved yet"), this);
    heading->setObjectName(QStringLiteral("heading"));
    auto* note
        = new QLabel(tr("Work on these slides has no name yet. It is kept until you save it or throw it away."), this);
    note->setObjectName(QStringLiteral("faint"));
    note->setWordWrap(true);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(heading);
    rows->addWidget(note);
    hide();
}

void UnsavedList::show(const std::vector<UnsavedCase>& cases)
{
    delete m_rows;
    m_rows = new QWidget(this);
    auto* rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    for (std::size_t i = 0; i < cases.size() && i < kMostRows; ++i)
        rows->addWidget(makeRow(cases[i]));
    layout()->addWidget(m_rows);
    setVisible(!cases.empty());
}

QWidget* UnsavedList::makeRow(const UnsavedCase& unsaved)
{
    const QString path = QString::fromStdString(unsaved.path), slide = QString::fromStdString(unsaved.slidePath);
    const QString name = QFileInfo(slide).fileName();
    auto* row = new QWidget(m_rows);
    auto* picture = new QLabel(row);
    picture->setFixedSize(GlanceQueue::kSide, GlanceQueue::kSide);
    picture->setAlignment(Qt::AlignCenter);
    auto* text = new QLabel(row);
    text->setTextFormat(Qt::PlainText);
    text->setToolTip(slide);
    const QString steps = tr("%n step(s)", nullptr, static_cast<int>(unsaved.steps));
    text->setText(name + QLatin1Char('\n') + steps);
    const auto button = [&](const QString& label, const QString& spoken) {
        auto* made = new QPushButton(label, row);
        made->setAccessibleName(spoken.arg(name));
        return made;
    };
    auto* open = button(tr("Open"), tr("Open %1"));
    auto* save = button(tr("Save as…"), tr("Save the case of %1"));
    auto* discard = button(tr("Throw away…"), tr("Throw away the case of %1"));
    connect(open, &QPushButton::clicked, this, [this, path] { Q_EMIT openRequested(path); });
    connect(save, &QPushButton::clicked, this, [this, path, slide] { Q_EMIT saveRequested(path, slide); });
    connect(discard, &QPushButton::clicked, this, [this, path, slide] { Q_EMIT discardRequested(path, slide); });
    auto* across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->addWidget(picture);
    across->addWidget(text, 1);
    for (QPushButton* made : {open, save, discard})
        across->addWidget(made);
    m_glances.ask(path,
        [picture = QPointer<QLabel>(picture), text = QPointer<QLabel>(text), name, steps](const SlideGlance& glance) {
            if (!picture || !text)
                return;
            picture->setPixmap(QPixmap::fromImage(glance.picture));
            if (glance.nuclei)
                text->setText(name + QLatin1Char('\n')
                    + UnsavedList::tr("%n nucleus/nuclei", nullptr, static_cast<int>(*glance.nuclei))
                    + QStringLiteral(", ") + steps);
        });
    return row;
}

} // namespace nb
