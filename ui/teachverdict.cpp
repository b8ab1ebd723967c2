// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teachverdict.h"

#include "ui/scoretexts.h"
#include "ui/teachpictures.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QTableWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr int kCropPx = 44;
constexpr int kRowPx = 24;
constexpr double kTableFont = 0.85;
constexpr int kDividerSteps = 100;
constexpr std::int64_t kFewNuclei = 20;
constexpr int kMostListed = 500; // nobody walks through more
constexpr double kSame = 0.0005; // shown with three digits

/// Before and after, side by side.
QPixmap beforeAfter(const PictureComparison& comparison, const Rect& box)
{
    QPixmap both(2 * kCropPx + 2, kCropPx);
    both.fill(Qt::transparent);
    QPainter painter(&both);
    int x = 0;
    for (const LabelImage* labels : {&comparison.before, &comparison.after}) {
        const QImage crop = outlinedPicture(*comparison.picture, *labels, box);
        painter.drawImage(QRect(x, 0, kCropPx, kCropPx),
            crop.scaled(kCropPx, kCropPx, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation)
                .copy(0, 0, kCropPx, kCropPx));
        x += kCropPx + 2;
    }
    return both;
}

QString nameOf(NucleusChange change)
{
    switch (change) {
    case NucleusChange::Found:
        return TeachVerdict::tr("found now");
    case NucleusChange::Lost:
        return TeachVerdict::tr("missed now");
    case NucleusChange::Separated:
        return TeachVerdict::tr("no longer merged");
    case NucleusChange::Merged:
        return TeachVerdict::tr("merged now");
    case NucleusChange::Joined:
        return TeachVerdict::tr("no longer split");
    case NucleusChange::Split:
        return TeachVerdict::tr("split now");
    case NucleusChange::FalseGone:
        return TeachVerdict::tr("no longer a false nucleus");
    case NucleusChange::FalseNew:
        return TeachVerdict::tr("a false nucleus now");
    }
    return {};
}

} // namespace

TeachVerdict::TeachVerdict(TeachController& teach, QWidget* parent)
    : QWidget(parent)
    , m_teach(teach)
    , m_advice(new QLabel(this))
    , m_scores(new QTableWidget(this))
    , m_changesTitle(new QLabel(this))
    , m_changes(new QTreeWidget(this))
    , m_use(new QPushButton(tr("&Use the new model"), this))
    , m_keep(new QPushButton(tr("&Keep the old one"), this))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    auto* heading = new QLabel(tr("Before and after"), this);
    heading->setObjectName(QStringLiteral("heading"));
    rows->addWidget(heading);
    m_advice->setWordWrap(true);
    m_advice->setObjectName(QStringLiteral("teachAdvice"));
    rows->addWidget(m_advice);
    auto* buttons = new QHBoxLayout;
    m_use->setObjectName(QStringLiteral("teachUse"));
    m_keep->setObjectName(QStringLiteral("teachKeep"));
    buttons->addWidget(m_use);
    buttons->addWidget(m_keep);
    rows->addLayout(buttons);
    m_scores->setObjectName(QStringLiteral("teachScores"));
    m_scores->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_scores->setSelectionMode(QAbstractItemView::NoSelection);
    m_scores->setAccessibleName(tr("Scores before and after"));
    m_scores->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QFont small = m_scores->font(); // four columns in a narrow panel
    small.setPointSizeF(small.pointSizeF() * kTableFont);
    m_scores->setFont(small);
    m_scores->horizontalHeader()->setFont(small);
    m_scores->verticalHeader()->setFont(small);
    m_scores->verticalHeader()->setDefaultSectionSize(kRowPx);
    rows->addWidget(m_scores);
    rows->addWidget(makeSwipe());
    rows->addWidget(m_changesTitle);
    m_changes->setObjectName(QStringLiteral("teachChanges"));
    m_changes->setHeaderLabels({tr("Before, after"), tr("What changed")});
    m_changes->setRootIsDecorated(false);
    m_changes->setUniformRowHeights(true);
    m_changes->setIconSize({2 * kCropPx + 2, kCropPx});
    m_changes->setAccessibleName(tr("Nuclei that changed"));
    m_changes->setMinimumHeight(5 * kCropPx);
    rows->addWidget(m_changes);
    connect(m_use, &QPushButton::clicked, &teach, &TeachController::accept);
    connect(m_keep, &QPushButton::clicked, &teach, &TeachController::askToDiscard);
    connect(m_changes, &QTreeWidget::currentItemChanged, this,
        [this](QTreeWidgetItem* item) { jump(item ? m_changes->indexOfTopLevelItem(item) : -1); });
    connect(&teach, &TeachController::stateChanged, this, &TeachVerdict::show);
    show();
}

QWidget* TeachVerdict::makeSwipe()
{
    auto* group = new QWidget(this);
    auto* row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    m_swipe = new QPushButton(tr("Compare on the &slide"), group);
    m_swipe->setCheckable(true);
    m_swipe->setObjectName(QStringLiteral("teachSwipe"));
    m_swipe->setToolTip(
        tr("The outlines of the old model on the left of a divider, those of the new one on its right"));
    m_divider = new QSlider(Qt::Horizontal, group);
    m_divider->setObjectName(QStringLiteral("teachDivider"));
    m_divider->setRange(0, kDividerSteps);
    m_divider->setValue(kDividerSteps / 2);
    m_divider->setPageStep(kDividerSteps / 10);
    m_divider->setAccessibleName(tr("Divider between before and after"));
    m_divider->setEnabled(false);
    row->addWidget(m_swipe);
    row->addWidget(m_divider, 1);
    connect(m_swipe, &QPushButton::clicked, this, &TeachVerdict::swipeAsked);
    connect(m_divider, &QSlider::valueChanged, this,
        [this](int value) { Q_EMIT dividerMoved(static_cast<double>(value) / kDividerSteps); });
    return group;
}

void TeachVerdict::takeFocus()
{
    if (m_scores->isVisibleTo(this))
        m_scores->setFocus();
    else
        m_keep->setFocus();
}

void TeachVerdict::showSwipe(bool on)
{
    m_swipe->setChecked(on);
    m_divider->setEnabled(on);
}

void TeachVerdict::showDivider(double share)
{
    const QSignalBlocker quiet(m_divider);
    m_divider->setValue(static_cast<int>(std::lround(share * kDividerSteps)));
}

void TeachVerdict::show()
{
    const bool there = m_teach.state() == TeachController::State::Decision && m_teach.result();
    setVisible(there);
    m_changes->clear();
    m_places.clear();
    if (!there)
        return;
    m_swipe->parentWidget()->setVisible(!m_teach.result()->onSlide.empty());
    showAdvice();
    showScores();
    showChanges();
}

QString TeachVerdict::advice() const
{
    const auto verdict = m_teach.verdict();
    if (!verdict)
        return tr("Nothing was held out, so nobody knows whether the new model is better. Check a second region, and "
                  "judge by it.");
    switch (*verdict) {
    case TrainingVerdict::Better:
        return tr("The new model is better on what was held out.");
    case TrainingVerdict::NoClearDifference:
        return tr("There is no clear difference on what was held out: what changed may be chance, or better in one "
                  "thing and worse in another. Keep the old one, correct more nuclei, and try again.");
    case TrainingVerdict::Worse:
        return tr("The new model is worse on what was held out. Keep the old one, correct more nuclei, and try "
                  "again.");
    }
    return {};
}

void TeachVerdict::showAdvice()
{
    const bool better = m_teach.verdict() == TrainingVerdict::Better;
    QString text = advice();
    if (m_teach.verdict())
        text += QLatin1Char(' ')
            + tr(
                "Regions of a case that were held out were judged in their place on the slide, as a search there would "
                "find their nuclei; the evaluation below the slide gives the same figures for them.");
    if (m_teach.result()->nuclei < kFewNuclei)
        text += QLatin1Char(' ')
            + tr("It learnt from only %n nucleus/nuclei: correct more before you rely on it.", nullptr,
                static_cast<int>(m_teach.result()->nuclei));
    m_advice->setText(text);
    // The advice is also where the eye falls: the button that is advised is the primary one.
    for (QPushButton* button : {m_use, m_keep}) {
        button->setDefault((button == m_use) == better);
        QFont font = button->font();
        font.setBold((button == m_use) == better);
        button->setFont(font);
    }
}

void TeachVerdict::showScores()
{
    const TeachingResult& result = *m_teach.result();
    m_scores->setVisible(result.before && result.after);
    if (!result.before || !result.after)
        return;
    std::vector<ScoreText> lines = scoreTexts();
    std::erase_if(lines, [](const ScoreText& score) { return score.plainName.isEmpty(); }); // F1 says it, too
    m_scores->setColumnCount(3);
    m_scores->setHorizontalHeaderLabels({tr("Before"), tr("After"), tr("Change")});
    m_scores->setRowCount(static_cast<int>(lines.size()));
    for (int row = 0; row < m_scores->rowCount(); ++row) {
        const ScoreText& line = lines[static_cast<std::size_t>(row)];
        auto* name = new QTableWidgetItem(line.longName());
        name->setToolTip(line.meaning);
        m_scores->setVerticalHeaderItem(row, name);
        const double before = result.before->rates.*line.value, after = result.after->rates.*line.value;
        const double change = after - before;
        const QString word = std::abs(change) < kSame ? tr("same")
            : (change > 0) == line.higherIsBetter     ? tr("better")
                                                      : tr("worse");
        const QString difference = (change > 0 ? QStringLiteral("+") : QString()) + QLocale().toString(change, 'f', 3);
        const QString cells[] = {QLocale().toString(before, 'f', 3), QLocale().toString(after, 'f', 3),
            std::abs(change) < kSame ? word : tr("%1 %2").arg(difference, word)};
        for (int column = 0; column < 3; ++column)
            m_scores->setItem(row, column, new QTableWidgetItem(cells[column]));
    }
    m_scores->resizeColumnsToContents();
    m_scores->horizontalHeader()->setStretchLastSection(true);
    m_scores->setFixedHeight(
        m_scores->horizontalHeader()->height() + 4 + m_scores->rowHeight(0) * m_scores->rowCount());
    m_scores->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void TeachVerdict::showChanges()
{
    const auto& comparison = m_teach.result()->comparison;
    const auto changeAt = [&comparison](const Place& place) { return comparison[place.picture].changes[place.change]; };
    const auto harms = [&changeAt](const Place& place) { return !isImprovement(changeAt(place).change); };
    for (std::size_t p = 0; p < comparison.size(); ++p)
        for (std::size_t c = 0; c < comparison[p].changes.size(); ++c)
            m_places.push_back({p, c});
    // What got worse is what decides, so it comes first.
    const auto firstBetter = std::stable_partition(m_places.begin(), m_places.end(), harms);
    const int all = static_cast<int>(m_places.size()), better = static_cast<int>(m_places.end() - firstBetter);
    m_places.resize(std::min<std::size_t>(m_places.size(), kMostListed));
    for (const Place& place : m_places) {
        const ChangedNucleus changed = changeAt(place);
        const PictureComparison& compared = comparison[place.picture];
        auto* item = new QTreeWidgetItem(m_changes);
        item->setIcon(0, QIcon(beforeAfter(compared, changed.box)));
        item->setText(1, (harms(place) ? QStringLiteral("− ") : QStringLiteral("+ ")) + nameOf(changed.change));
        item->setToolTip(1, QString::fromStdString(compared.picture->name));
    }
    m_changesTitle->setText(tr("%n nucleus/nuclei changed", nullptr, all) + QLatin1String(": ")
        + tr("%n for the better", nullptr, better) + QLatin1String(", ")
        + tr("%n for the worse", nullptr, all - better));
    m_changesTitle->setWordWrap(true);
    m_changesTitle->setVisible(!comparison.empty());
    m_changes->setVisible(all > 0);
    m_changes->resizeColumnToContents(0);
}

void TeachVerdict::jump(int row)
{
    const TeachingResult* result = m_teach.result();
    if (!result || row < 0 || static_cast<std::size_t>(row) >= m_places.size())
        return;
    const Place& place = m_places[static_cast<std::size_t>(row)];
    const PictureComparison& comparison = result->comparison[place.picture];
    if (place.picture >= result->ofTheCase || !comparison.picture->place)
        return; // a picture of a folder: what there is to see is in the list
    const PicturePlace& at = *comparison.picture->place;
    const Rect& box = comparison.changes[place.change].box;
    Q_EMIT placeChosen({static_cast<std::int64_t>(at.x + static_cast<double>(box.x) * at.scaleX),
                           static_cast<std::int64_t>(at.y + static_cast<double>(box.y) * at.scaleY),
                           std::max<std::int64_t>(1, std::llround(static_cast<double>(box.width) * at.scaleX)),
                           std::max<std::int64_t>(1, std::llround(static_cast<double>(box.height) * at.scaleY))},
        result->slideHash);
}

} // namespace nb
