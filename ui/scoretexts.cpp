// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scoretexts.h"

#include <QCoreApplication>

namespace nb
{

namespace
{

struct ScoreTexts {
    Q_DECLARE_TR_FUNCTIONS(nb::ScoreTexts)
};

} // namespace

QString ScoreText::longName() const
{
    return plainName.isEmpty() ? shortName : ScoreTexts::tr("%1 (%2)", "a score").arg(plainName, shortName);
}

std::vector<ScoreText> scoreTexts()
{
    using R = EvaluationRates;
    return {{ScoreTexts::tr("F1"), ScoreTexts::tr("Found"),
                ScoreTexts::tr("Nuclei found, against missed and false ones; 1 is perfect"), &R::f1, true},
        {ScoreTexts::tr("Dice"), ScoreTexts::tr("Sharpness"),
            ScoreTexts::tr("How well the found ones cover the true ones"), &R::dice, true},
        {ScoreTexts::tr("AJI"), ScoreTexts::tr("Shape"),
            ScoreTexts::tr("Aggregated Jaccard index: everything in one number"), &R::aji, true},
        {ScoreTexts::tr("PQ"), ScoreTexts::tr("Quality"), ScoreTexts::tr("Panoptic quality"), &R::pq, true},
        {ScoreTexts::tr("MDR"), ScoreTexts::tr("Missed"), ScoreTexts::tr("Share of true nuclei that nothing found"),
            &R::missedDetection, false},
        {ScoreTexts::tr("FDR"), ScoreTexts::tr("False"), ScoreTexts::tr("Share of found ones where no nucleus is"),
            &R::falseDetection, false},
        {ScoreTexts::tr("USR"), ScoreTexts::tr("Merged"),
            ScoreTexts::tr("Share of nuclei swallowed by a neighbour's outline"), &R::underSegmentation, false},
        {ScoreTexts::tr("OSR"), ScoreTexts::tr("Split"), ScoreTexts::tr("Share of found ones that are pieces"),
            &R::overSegmentation, false},
        {ScoreTexts::tr("Precision"), {}, ScoreTexts::tr("Share of found ones that are right"), &R::precision, true},
        {ScoreTexts::tr("Recall"), {}, ScoreTexts::tr("Share of true nuclei that were found"), &R::recall, true}};
}

} // namespace nb
