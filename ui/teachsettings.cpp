// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teachsettings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

namespace nb
{

namespace
{
constexpr int kColumns = 3;
} // namespace

TeachSettings::TeachSettings(TeachController& teach, QWidget* parent)
    : QWidget(parent)
    , m_teach(teach)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(0, 1);
    auto* paper = new QLabel(tr("Paper"), this);
    paper->setToolTip(tr("What Cui et al. 2018 chose; where their text is silent, their published configuration"));
    paper->setObjectName(QStringLiteral("faint"));
    m_grid->addWidget(paper, 0, 2);
    addLearning();
    addLoss();
    addVariation();
    addNormalization();
    addButtons();
    show();
}

void TeachSettings::show()
{
    for (const auto& refresh : m_refresh)
        refresh();
}

void TeachSettings::addSection(const QString& title)
{
    auto* label = new QLabel(title, this);
    label->setObjectName(QStringLiteral("heading"));
    m_grid->addWidget(label, m_grid->rowCount(), 0, 1, kColumns);
}

void TeachSettings::addRow(const QString& label, QWidget* editor, const QString& paper, const QString& tip)
{
    const int row = m_grid->rowCount();
    auto* name = new QLabel(label, this);
    name->setWordWrap(true);
    name->setBuddy(editor);
    editor->setAccessibleName(label);
    for (QWidget* widget : {static_cast<QWidget*>(name), editor})
        widget->setToolTip(tip);
    auto* value = new QLabel(paper, this);
    value->setObjectName(QStringLiteral("faint"));
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(editor, row, 1);
    m_grid->addWidget(value, row, 2);
}

void TeachSettings::addInt(const QString& label, int least, int most, std::function<int(const TrainingSettings&)> read,
    std::function<void(TrainingSettings&, int)> write, const QString& tip, int step)
{
    auto* box = new QSpinBox(this);
    box->setRange(least, most);
    box->setSingleStep(step);
    addRow(label, box, QLocale().toString(read(paperSettings())), tip);
    connect(box, &QSpinBox::valueChanged, this, [this, write](int value) { write(m_teach.settings, value); });
    m_refresh.emplace_back([this, box, read] {
        const QSignalBlocker quiet(box);
        box->setValue(read(m_teach.settings));
    });
}

void TeachSettings::addNumber(const QString& label, double least, double most, int decimals,
    std::function<double(const TrainingSettings&)> read, std::function<void(TrainingSettings&, double)> write,
    const QString& tip)
{
    auto* box = new QDoubleSpinBox(this);
    box->setDecimals(decimals);
    box->setRange(least, most);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    addRow(label, box, QLocale().toString(read(paperSettings()), 'g', 4), tip);
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, write](double value) { write(m_teach.settings, value); });
    m_refresh.emplace_back([this, box, read] {
        const QSignalBlocker quiet(box);
        box->setValue(read(m_teach.settings));
    });
}

void TeachSettings::addSwitch(const QString& label, std::function<bool(const TrainingSettings&)> read,
    std::function<void(TrainingSettings&, bool)> write, const QString& tip)
{
    auto* box = new QCheckBox(this);
    addRow(label, box, read(paperSettings()) ? tr("on") : tr("off"), tip);
    connect(box, &QCheckBox::toggled, this, [this, write](bool on) { write(m_teach.settings, on); });
    m_refresh.emplace_back([this, box, read] {
        const QSignalBlocker quiet(box);
        box->setChecked(read(m_teach.settings));
    });
}

void TeachSettings::addLearning()
{
    using S = TrainingSettings;
    addSection(tr("Learning"));
    addSwitch(
        tr("Ends after a time"), [](const S& s) { return s.timeLimitMinutes.has_value(); },
        [](S& s, bool on) { s.timeLimitMinutes = on ? std::optional(5.0) : std::nullopt; },
        tr("Off: ends after the rounds below"));
    addInt(
        tr("Rounds (epochs)"), 1, 100000, [](const S& s) { return s.epochs; }, [](S& s, int v) { s.epochs = v; },
        tr("How often the model is judged, where no time ends the training"));
    addInt(
        tr("Patches in a round"), 1, 10'000'000, [](const S& s) { return static_cast<int>(s.patchesPerEpoch); },
        [](S& s, int v) { s.patchesPerEpoch = v; }, tr("After so many the model is judged on what was held out"), 100);
    addInt(
        tr("Side of a patch, px"), 32, 1024, [](const S& s) { return s.patch; }, [](S& s, int v) { s.patch = v; },
        tr("A multiple of 16, in pixels of the model"), 16);
    addInt(
        tr("Patches in a step (batch)"), 1, 256, [](const S& s) { return s.batch; }, [](S& s, int v) { s.batch = v; },
        tr("More need more memory and make steadier steps"));
    addNumber(
        tr("Learning rate"), 1e-6, 1, 6, [](const S& s) { return s.learningRate; },
        [](S& s, double v) { s.learningRate = v; }, tr("Size of the steps of Adam. Too large: the loss jumps"));
    addInt(
        tr("Steps of warming up"), 0, 1'000'000, [](const S& s) { return static_cast<int>(s.warmUpSteps); },
        [](S& s, int v) { s.warmUpSteps = v; }, tr("The learning rate rises over so many steps"), 10);
    addSwitch(
        tr("Falling learning rate"), [](const S& s) { return s.cosine; }, [](S& s, bool on) { s.cosine = on; },
        tr("It falls along a cosine to nothing at the end"));
    addNumber(
        tr("Dropout"), 0, 0.9, 2, [](const S& s) { return s.dropout; }, [](S& s, double v) { s.dropout = v; },
        tr("Share of values that are left out at random after each layer"));
    addNumber(
        tr("Averaged weights"), 0, 0.99999, 5, [](const S& s) { return s.averaging; },
        [](S& s, double v) { s.averaging = v; }, tr("Decay of the running mean of the weights; 0: none"));
    addSwitch(
        tr("Only the second half learns"), [](const S& s) { return s.freezeEncoder; },
        [](S& s, bool on) { s.freezeEncoder = on; }, tr("The first half (encoder) stays as it is"));
    addInt(
        tr("Rounds without progress"), 0, 100000, [](const S& s) { return s.patience; },
        [](S& s, int v) { s.patience = v; }, tr("It ends after so many; 0: never"));
    addInt(
        tr("Seed"), 0, 1'000'000'000, [](const S& s) { return static_cast<int>(s.seed); },
        [](S& s, int v) { s.seed = static_cast<std::uint64_t>(v); },
        tr("The same seed, data and settings give the same model; another seed another one"));
}

void TeachSettings::addLoss()
{
    using S = TrainingSettings;
    addSection(tr("What counts"));
    static constexpr std::size_t kBackground = 0, kBoundary = 1, kInside = 2;
    const auto weight = [this](const QString& label, std::size_t which) {
        addNumber(
            label, 0.001, 100, 3, [which](const S& s) { return s.classWeights[which]; },
            [which](S& s, double v) { s.classWeights[which] = v; }, tr("How much mistakes in it count"));
    };
    weight(tr("Background"), kBackground);
    weight(tr("Boundary"), kBoundary);
    weight(tr("Inside"), kInside);
    addSwitch(
        tr("The middle of a patch counts more"), [](const S& s) { return s.weightMap; },
        [](S& s, bool on) { s.weightMap = on; }, tr("The weight map of the paper's Eq. 3"));
    addNumber(
        tr("Held to the model before"), 0, 10, 2, [](const S& s) { return s.distillation; },
        [](S& s, double v) { s.distillation = v; },
        tr("Against forgetting: how much it counts to differ from the model before, where that is right or nobody "
           "knows (distillation)"));
    addNumber(
        tr("Share of rehearsal"), 0, 0.9, 2, [](const S& s) { return s.rehearsalShare; },
        [](S& s, double v) { s.rehearsalShare = v; }, tr("Of all patches, where there is something to rehearse"));
}

void TeachSettings::addVariation()
{
    using S = TrainingSettings;
    addSection(tr("Variation of the patches"));
    const auto toggle = [this](const QString& label, bool Augmentation::*which, const QString& tip) {
        addSwitch(
            label, [which](const S& s) { return s.augmentation.*which; },
            [which](S& s, bool on) { s.augmentation.*which = on; }, tip);
    };
    const auto bound = [this](const QString& label, Range Augmentation::*which, double Range::*end, double most,
                           const QString& tip) {
        addNumber(
            label, 0.05, most, 2, [which, end](const S& s) { return s.augmentation.*which.*end; },
            [which, end](S& s, double v) { s.augmentation.*which.*end = v; }, tip);
    };
    const auto number = [this](const QString& label, double Augmentation::*which, double most, const QString& tip) {
        addNumber(
            label, 0, most, 2, [which](const S& s) { return s.augmentation.*which; },
            [which](S& s, double v) { s.augmentation.*which = v; }, tip);
    };
    toggle(tr("Elastic"), &Augmentation::elastic, tr("Bent as if of rubber (Simard et al. 2003)"));
    bound(tr("  strength α from"), &Augmentation::elasticAlpha, &Range::from, 1000, tr("Strength of the bending"));
    bound(tr("  to"), &Augmentation::elasticAlpha, &Range::to, 1000, tr("Strength of the bending"));
    number(tr("  smoothness σ, px"), &Augmentation::elasticSigma, 100, tr("How far it bends together"));
    toggle(tr("Size"), &Augmentation::rescale, tr("Larger and smaller nuclei"));
    bound(tr("  from"), &Augmentation::scale, &Range::from, 4, tr("Times the true size"));
    bound(tr("  to"), &Augmentation::scale, &Range::to, 4, tr("Times the true size"));
    toggle(tr("Slanted and stretched"), &Augmentation::affine, tr("Affine"));
    toggle(tr("Shifted"), &Augmentation::shift, tr("Patches from anywhere, not only side by side"));
    toggle(tr("Mirrored"), &Augmentation::flip, tr("Flipped left to right and top to bottom"));
    toggle(tr("Turned"), &Augmentation::rotate, tr("By any angle"));
    toggle(tr("Stain"), &Augmentation::stain, tr("Stronger and weaker haematoxylin and eosin"));
    number(tr("  by at most"), &Augmentation::stainStrength, 0.9, tr("Share of each stain's density"));
    toggle(tr("Blur and noise"), &Augmentation::blurNoise, tr("As scanners differ"));
}

void TeachSettings::addNormalization()
{
    auto* box = new QComboBox(this);
    box->addItem(tr("As the case"), static_cast<int>(StainChoice::Auto));
    box->addItem(tr("Vahadane"), static_cast<int>(StainChoice::Vahadane));
    box->addItem(tr("Macenko"), static_cast<int>(StainChoice::Macenko));
    box->addItem(tr("None"), static_cast<int>(StainChoice::None));
    addRow(tr("Colour normalisation"), box, tr("Vahadane"), tr("Has to be the same as when nuclei are found"));
    connect(box, &QComboBox::activated, this,
        [this, box] { m_teach.normalize = static_cast<StainChoice>(box->currentData().toInt()); });
    m_refresh.emplace_back([this, box] { box->setCurrentIndex(box->findData(static_cast<int>(m_teach.normalize))); });
}

void TeachSettings::addButtons()
{
    auto* reset = new QPushButton(tr("&Reset all"), this);
    auto* paper = new QPushButton(tr("Use the &paper's"), this);
    paper->setToolTip(tr("For training from nothing on a computer with a graphics card: 300 rounds take days here"));
    const int row = m_grid->rowCount();
    m_grid->addWidget(reset, row, 0);
    m_grid->addWidget(paper, row, 1, 1, 2);
    connect(reset, &QPushButton::clicked, this, [this] {
        m_teach.settings = TeachController::defaultSettings();
        show();
    });
    connect(paper, &QPushButton::clicked, this, [this] {
        m_teach.settings = paperSettings();
        show();
    });
}

} // namespace nb
