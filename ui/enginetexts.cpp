// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enginetexts.h"

#include <QCoreApplication>

namespace nb
{

namespace
{

// For the translators: what the engine, which knows no Qt, says most often.
[[maybe_unused]] constexpr const char* kTexts[] = {
    QT_TRANSLATE_NOOP("engine", "The slide looks like H&E, so its colours are normalised with Vahadane's method."),
    QT_TRANSLATE_NOOP("engine", "Colours are left as they are, as chosen."),
    QT_TRANSLATE_NOOP("engine", "Colours are left as they are: no tissue was found."),
    QT_TRANSLATE_NOOP("engine", "There is no such file"),
    QT_TRANSLATE_NOOP("engine", "This is a folder, not a slide"),
    QT_TRANSLATE_NOOP("engine", "Choose a file in it"),
    QT_TRANSLATE_NOOP("engine", "The file is empty"),
    QT_TRANSLATE_NOOP("engine", "This is no regular file"),
    QT_TRANSLATE_NOOP("engine", "The file cannot be read"),
    QT_TRANSLATE_NOOP("engine", "The file is neither a slide nor an image that can be read"),
    QT_TRANSLATE_NOOP("engine", "Choose a slide (SVS, NDPI, MRXS, SCN, TIFF, …) or a PNG, JPEG, BMP or TIFF image"),
    QT_TRANSLATE_NOOP("engine", "Choose a slide or an image"),
    QT_TRANSLATE_NOOP("engine", "The TIFF is damaged or cut off"),
    QT_TRANSLATE_NOOP("engine", "The image cannot be read"),
    QT_TRANSLATE_NOOP("engine", "Copy it again from where it came"),
    QT_TRANSLATE_NOOP("engine", "The slide is gone or has been replaced by another file while it was open"),
    QT_TRANSLATE_NOOP("engine", "Put it back, or open it again"),
    QT_TRANSLATE_NOOP("engine", "Check that you may read it"),
    QT_TRANSLATE_NOOP("engine", "The slide claims to be larger than any slide is"),
    QT_TRANSLATE_NOOP("engine", "The image file is larger than 4 GiB"),
    QT_TRANSLATE_NOOP("engine", "Convert it to a pyramidal TIFF"),
    QT_TRANSLATE_NOOP("engine", "Not enough memory"),
    QT_TRANSLATE_NOOP("engine", "Not enough memory to look for nuclei"),
    QT_TRANSLATE_NOOP("engine", "Close other programs and try again"),
    QT_TRANSLATE_NOOP("engine", "Close other programs or choose a smaller region"),
    QT_TRANSLATE_NOOP("engine", "The region does not touch the slide"),
    QT_TRANSLATE_NOOP("engine", "Choose a region inside the slide"),
    QT_TRANSLATE_NOOP("engine", "The region is smaller than one pixel of the model"),
    QT_TRANSLATE_NOOP("engine", "Choose a larger region"),
    QT_TRANSLATE_NOOP("engine", "The µm/px given for the slide makes no sense"),
    QT_TRANSLATE_NOOP("engine", "Give a number between 0.01 and 100"),
    QT_TRANSLATE_NOOP("engine", "At this µm/px the slide is too large for the model"),
    QT_TRANSLATE_NOOP("engine", "Check the µm/px"),
    QT_TRANSLATE_NOOP("engine", "The default model is missing"),
    QT_TRANSLATE_NOOP("engine", "Install the program again, or name a model file with --model"),
    QT_TRANSLATE_NOOP("engine", "The model file cannot be read"),
    QT_TRANSLATE_NOOP("engine", "This is not a model file"),
    QT_TRANSLATE_NOOP("engine", "The disk is full; cannot write"),
    QT_TRANSLATE_NOOP("engine", "Free some space or choose another folder"),
    QT_TRANSLATE_NOOP("engine", "Cannot write"),
    QT_TRANSLATE_NOOP("engine", "You may not write here"),
    QT_TRANSLATE_NOOP("engine", "Choose a folder that you may write to"),
    QT_TRANSLATE_NOOP("engine", "Create the folder or choose another one"),
    QT_TRANSLATE_NOOP("engine", "Choose another name"),
    QT_TRANSLATE_NOOP("engine", "Choose a file that QuPath or Nucleoscope wrote"),
    QT_TRANSLATE_NOOP("engine", "Export it again"),
};

} // namespace

QString engineText(const std::string& text)
{
    return text.empty() ? QString() : QCoreApplication::translate("engine", text.c_str());
}

} // namespace nb
