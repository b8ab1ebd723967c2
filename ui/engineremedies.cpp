// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enginesentences.h"

#include <QCoreApplication>

namespace nb
{

namespace
{

// In the order of engineSentences().
constexpr const char* kRemedies[] = {
    QT_TRANSLATE_NOOP("engine", "Choose a file in it"),
    QT_TRANSLATE_NOOP("engine", "Choose a slide (SVS, NDPI, MRXS, SCN, TIFF, …) or a PNG, JPEG, BMP or TIFF image"),
    QT_TRANSLATE_NOOP("engine", "Choose a slide or an image"),
    QT_TRANSLATE_NOOP("engine", "Copy it again from where it came"),
    QT_TRANSLATE_NOOP("engine", "Put it back, or open it again"),
    QT_TRANSLATE_NOOP("engine", "Check that you may read it"),
    QT_TRANSLATE_NOOP("engine", "Convert it to a pyramidal TIFF"),
    QT_TRANSLATE_NOOP("engine", "Close other programs and try again"),
    QT_TRANSLATE_NOOP("engine", "Close other programs or choose a smaller region"),
    QT_TRANSLATE_NOOP("engine", "Choose a region inside the slide"),
    QT_TRANSLATE_NOOP("engine", "Choose a larger region"),
    QT_TRANSLATE_NOOP("engine", "Give a number between 0.01 and 100"),
    QT_TRANSLATE_NOOP("engine", "Check the µm/px"),
    QT_TRANSLATE_NOOP("engine", "Install the program again, or name a model file with --model"),
    QT_TRANSLATE_NOOP("engine", "Free some space or choose another folder"),
    QT_TRANSLATE_NOOP("engine", "Choose a folder that you may write to"),
    QT_TRANSLATE_NOOP("engine", "Create the folder or choose another one"),
    QT_TRANSLATE_NOOP("engine", "Choose another name"),
    QT_TRANSLATE_NOOP("engine", "Choose a file that QuPath or Nucleoscope wrote"),
    QT_TRANSLATE_NOOP("engine", "Export it again"),
    QT_TRANSLATE_NOOP("engine", "Use a copy of it if there is one"),
    QT_TRANSLATE_NOOP("engine", "Use a copy of it if there is one; export what still opens"),
    QT_TRANSLATE_NOOP("engine", "Check whether it was moved or its disk is missing"),
    QT_TRANSLATE_NOOP("engine", "Choose a file that ends in .nsc"),
    QT_TRANSLATE_NOOP("engine",
        "Copy the case together with the files named like it into a folder that you may write to, and open it there"),
    QT_TRANSLATE_NOOP("engine", "Save it in another folder to change it"),
    QT_TRANSLATE_NOOP("engine", "Save the case somewhere before working on it"),
    QT_TRANSLATE_NOOP("engine", "Close it there to change it here"),
    QT_TRANSLATE_NOOP("engine", "Choose another case, or the slide that it was made on"),
    QT_TRANSLATE_NOOP("engine", "Look for the slide that the case was made on"),
    QT_TRANSLATE_NOOP("engine", "Ask whoever sent it for a case that Nucleoscope saved"),
    QT_TRANSLATE_NOOP("engine", "Open it with that version, or update this one"),
    QT_TRANSLATE_NOOP("engine", "The disk is full: make room and try again. What was saved before is safe"),
    QT_TRANSLATE_NOOP("engine", "The file or its folder may not be written to: save the case somewhere else"),
    QT_TRANSLATE_NOOP("engine", "Check that the folder exists and that you may write to it"),
    QT_TRANSLATE_NOOP("engine", "Another program has the case open: close it there"),
    QT_TRANSLATE_NOOP("engine", "It is not a Nucleoscope case: choose a file that ends in .nsc"),
    QT_TRANSLATE_NOOP("engine", "The disk could not be read or written: check it, and that it is not full"),
    QT_TRANSLATE_NOOP("engine", "The file is damaged: use a copy of it if there is one"),
    QT_TRANSLATE_NOOP("engine", "Check that you may write to its folder"),
    QT_TRANSLATE_NOOP("engine", "Draw it again"),
    QT_TRANSLATE_NOOP("engine", "Stop it first"),
    QT_TRANSLATE_NOOP("engine", "Type one"),
    QT_TRANSLATE_NOOP("engine", "Choose another key"),
    QT_TRANSLATE_NOOP("engine", "Rename it instead"),
    QT_TRANSLATE_NOOP("engine", "Give them another class first"),
    QT_TRANSLATE_NOOP("engine", "Open it again"),
    QT_TRANSLATE_NOOP("engine", "Close other programs"),
    QT_TRANSLATE_NOOP("engine", "Close other programs or choose a smaller patch"),
    QT_TRANSLATE_NOOP("engine", "Close other programs, or convert it to a pyramidal TIFF"),
    QT_TRANSLATE_NOOP("engine", "Close other programs, or look at a smaller part of the slide"),
    QT_TRANSLATE_NOOP("engine", "Choose the label image of this slide, or nuclei as GeoJSON"),
    QT_TRANSLATE_NOOP("engine", "Compare parts of the slide"),
    QT_TRANSLATE_NOOP("engine", "Export it at the slide's full resolution, or draw the region that it shows"),
    QT_TRANSLATE_NOOP("engine", "Keep only the region that it shows, and import it again"),
    QT_TRANSLATE_NOOP("engine", "Draw a region around nuclei that are right, and mark it as checked"),
    QT_TRANSLATE_NOOP("engine", "Divide it into smaller ones"),
    QT_TRANSLATE_NOOP("engine", "Export them in several files, or as GeoJSON"),
    QT_TRANSLATE_NOOP("engine", "Choose another file"),
    QT_TRANSLATE_NOOP("engine", "Choose a file that ASAP or ImageScope wrote"),
    QT_TRANSLATE_NOOP("engine", "Check the name and the folder"),
    QT_TRANSLATE_NOOP("engine", "Choose a label image"),
    QT_TRANSLATE_NOOP(
        "engine", "Give a PNG or TIFF of one channel that numbers the nuclei from 1 on, 0 being background"),
    QT_TRANSLATE_NOOP("engine", "Number the nuclei from 1 on; 0 is background"),
    QT_TRANSLATE_NOOP("engine", "Save it as UTF-8"),
    QT_TRANSLATE_NOOP("engine", "Unpack it first"),
    QT_TRANSLATE_NOOP("engine", "Choose one that holds a .geojson file, as QuPath exports it"),
    QT_TRANSLATE_NOOP("engine", "Check where it is from"),
    QT_TRANSLATE_NOOP("engine", "Give one in which every nucleus is one number, 0 being background"),
    QT_TRANSLATE_NOOP("engine", "Free some space, or save the case on another disk, and import again"),
    QT_TRANSLATE_NOOP("engine", "Save it as PNG"),
    QT_TRANSLATE_NOOP("engine", "Save it as 8-bit RGB"),
    QT_TRANSLATE_NOOP(
        "engine", "Convert it to a pyramidal TIFF (vips tiffsave --tile --pyramid), which may be of any size"),
    QT_TRANSLATE_NOOP("engine", "Check the file, or convert it (vips tiffsave --tile --pyramid)"),
    QT_TRANSLATE_NOOP("engine", "Check the file"),
    QT_TRANSLATE_NOOP("engine", "The file may be damaged: copy it again from where it came"),
    QT_TRANSLATE_NOOP("engine", "Check that it is there and that you may read it"),
    QT_TRANSLATE_NOOP("engine", "The name is a folder; give the name of a file"),
    QT_TRANSLATE_NOOP("engine", "This is not an ordinary file; give another name"),
    QT_TRANSLATE_NOOP("engine", "Choose another name or allow writing to it"),
    QT_TRANSLATE_NOOP("engine", "Choose another folder or a smaller region"),
    QT_TRANSLATE_NOOP("engine", "Allow overwriting or choose another name"),
    QT_TRANSLATE_NOOP("engine", "Check the folder or choose another one"),
    QT_TRANSLATE_NOOP("engine", "Choose a smaller region"),
    QT_TRANSLATE_NOOP("engine", "Copy it again from where it came, or choose another model"),
    QT_TRANSLATE_NOOP("engine", "Choose a model file made by Nucleoscope"),
    QT_TRANSLATE_NOOP("engine", "Update the program, or choose another model"),
    QT_TRANSLATE_NOOP("engine", "Choose another model"),
    QT_TRANSLATE_NOOP("engine", "Check the permissions of the folder above it"),
    QT_TRANSLATE_NOOP("engine", "Check the folder and its permissions"),
    QT_TRANSLATE_NOOP("engine", "Check the folder's permissions"),
    QT_TRANSLATE_NOOP("engine", "Give the name of a .safetensors file"),
    QT_TRANSLATE_NOOP("engine", "Check the name"),
    QT_TRANSLATE_NOOP(
        "engine", "Put the slide beside the case, or open the case in the window and show it where the slide is now"),
    QT_TRANSLATE_NOOP("engine", "Draw a region, correct the nuclei in it, and mark it as checked"),
    QT_TRANSLATE_NOOP("engine", "Give a checked region that role"),
    QT_TRANSLATE_NOOP("engine", "Take only some of them, or smaller ones: 100 million pixels are the most"),
    QT_TRANSLATE_NOOP("engine", "Mark regions as checked and learn from those only"),
    QT_TRANSLATE_NOOP("engine", "Put the label image beside its picture, or take the name off the list"),
    QT_TRANSLATE_NOOP("engine", "Put the picture beside its label image, or move the label image away"),
    QT_TRANSLATE_NOOP("engine", "Cut it into pictures of at most 100 million pixels, or check its µm/px"),
    QT_TRANSLATE_NOOP("engine", "Export the labels again at the picture's own size"),
    QT_TRANSLATE_NOOP("engine", "Training needs pairs NAME.png and NAME.labels.png"),
    QT_TRANSLATE_NOOP("engine", "Choose a smaller batch or patch, or close other programs"),
    QT_TRANSLATE_NOOP("engine", "Choose a smaller patch or batch"),
    QT_TRANSLATE_NOOP("engine", "Train again with a lower learning rate"),
    QT_TRANSLATE_NOOP("engine", "Take it out of what is learnt from or rehearsed, or out of what is judged on"),
    QT_TRANSLATE_NOOP("engine", "Check at least one region, or name a folder of pictures with labels"),
    QT_TRANSLATE_NOOP("engine",
        "Check a larger region, or give larger pictures; a few hundred pixels each way, with at least 20 nuclei, are "
        "sensible"),
    QT_TRANSLATE_NOOP(
        "engine", "Draw or correct nuclei in a checked region, or check that the labels are the right ones"),
    QT_TRANSLATE_NOOP("engine", "Choose no normalisation, or a slide with more stained tissue"),
    QT_TRANSLATE_NOOP("engine", "Make sure that you may write there"),
};

} // namespace

std::span<const char* const> engineRemedies()
{
    return kRemedies;
}

} // namespace nb
