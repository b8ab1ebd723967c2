<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>TimeLeft</name>
    <message>
        <source>a few seconds left</source>
        <translation>noch ein paar Sekunden</translation>
    </message>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>noch etwa %n s</numerusform>
            <numerusform>noch etwa %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>noch etwa %n min</numerusform>
            <numerusform>noch etwa %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1 h %2 min left</source>
        <translation>noch etwa %1 h %2 min</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>The slide looks like H&amp;E, so its colours are normalised with Vahadane&apos;s method.</source>
        <translation>Der Schnitt sieht nach H&amp;E aus; seine Farben werden nach Vahadane normalisiert.</translation>
    </message>
    <message>
        <source>Colours are left as they are, as chosen.</source>
        <translation>Die Farben bleiben, wie sie sind, wie gewählt.</translation>
    </message>
    <message>
        <source>Colours are left as they are: no tissue was found.</source>
        <translation>Die Farben bleiben, wie sie sind: Es wurde kein Gewebe gefunden.</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>Diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>This is a folder, not a slide</source>
        <translation>Das ist ein Ordner, kein Schnitt</translation>
    </message>
    <message>
        <source>Choose a file in it</source>
        <translation>Eine Datei darin wählen</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>Die Datei ist leer</translation>
    </message>
    <message>
        <source>This is no regular file</source>
        <translation>Das ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Die Datei kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The file is neither a slide nor an image that can be read</source>
        <translation>Die Datei ist weder ein Schnitt noch ein lesbares Bild</translation>
    </message>
    <message>
        <source>Choose a slide (SVS, NDPI, MRXS, SCN, TIFF, …) or a PNG, JPEG, BMP or TIFF image</source>
        <translation>Einen Schnitt (SVS, NDPI, MRXS, SCN, TIFF, …) oder ein Bild (PNG, JPEG, BMP, TIFF) wählen</translation>
    </message>
    <message>
        <source>Choose a slide or an image</source>
        <translation>Einen Schnitt oder ein Bild wählen</translation>
    </message>
    <message>
        <source>The TIFF is damaged or cut off</source>
        <translation>Die TIFF-Datei ist beschädigt oder abgeschnitten</translation>
    </message>
    <message>
        <source>The image cannot be read</source>
        <translation>Das Bild kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Copy it again from where it came</source>
        <translation>Noch einmal von ihrer Quelle kopieren</translation>
    </message>
    <message>
        <source>The slide is gone or has been replaced by another file while it was open</source>
        <translation>Der Schnitt ist verschwunden oder wurde durch eine andere Datei ersetzt, während er offen war</translation>
    </message>
    <message>
        <source>Put it back, or open it again</source>
        <translation>Zurücklegen oder noch einmal öffnen</translation>
    </message>
    <message>
        <source>Check that you may read it</source>
        <translation>Prüfen, ob Sie sie lesen dürfen</translation>
    </message>
    <message>
        <source>The slide claims to be larger than any slide is</source>
        <translation>Der Schnitt gibt sich größer aus, als Schnitte sind</translation>
    </message>
    <message>
        <source>The image file is larger than 4 GiB</source>
        <translation>Die Bilddatei ist größer als 4 GiB</translation>
    </message>
    <message>
        <source>Convert it to a pyramidal TIFF</source>
        <translation>In ein TIFF mit Pyramide umwandeln</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>Nicht genug Speicher</translation>
    </message>
    <message>
        <source>Not enough memory to look for nuclei</source>
        <translation>Nicht genug Speicher, um Kerne zu suchen</translation>
    </message>
    <message>
        <source>Close other programs and try again</source>
        <translation>Andere Programme schließen und noch einmal versuchen</translation>
    </message>
    <message>
        <source>Close other programs or choose a smaller region</source>
        <translation>Andere Programme schließen oder einen kleineren Bereich wählen</translation>
    </message>
    <message>
        <source>The region does not touch the slide</source>
        <translation>Der Bereich liegt außerhalb des Schnitts</translation>
    </message>
    <message>
        <source>Choose a region inside the slide</source>
        <translation>Einen Bereich innerhalb des Schnitts wählen</translation>
    </message>
    <message>
        <source>The region is smaller than one pixel of the model</source>
        <translation>Der Bereich ist kleiner als ein Pixel des Modells</translation>
    </message>
    <message>
        <source>Choose a larger region</source>
        <translation>Einen größeren Bereich wählen</translation>
    </message>
    <message>
        <source>The µm/px given for the slide makes no sense</source>
        <translation>Die µm/px für den Schnitt ergeben keinen Sinn</translation>
    </message>
    <message>
        <source>Give a number between 0.01 and 100</source>
        <translation>Eine Zahl zwischen 0,01 und 100 angeben</translation>
    </message>
    <message>
        <source>At this µm/px the slide is too large for the model</source>
        <translation>Bei diesen µm/px ist der Schnitt zu groß für das Modell</translation>
    </message>
    <message>
        <source>Check the µm/px</source>
        <translation>Die µm/px prüfen</translation>
    </message>
    <message>
        <source>The default model is missing</source>
        <translation>Das mitgelieferte Modell fehlt</translation>
    </message>
    <message>
        <source>Install the program again, or name a model file with --model</source>
        <translation>Das Programm noch einmal installieren</translation>
    </message>
    <message>
        <source>The model file cannot be read</source>
        <translation>Die Modelldatei kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>This is not a model file</source>
        <translation>Das ist keine Modelldatei</translation>
    </message>
    <message>
        <source>The disk is full; cannot write</source>
        <translation>Der Datenträger ist voll; es konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Free some space or choose another folder</source>
        <translation>Platz schaffen oder einen anderen Ordner wählen</translation>
    </message>
    <message>
        <source>Cannot write</source>
        <translation>Es konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>You may not write here</source>
        <translation>Hier darf nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to</source>
        <translation>Einen Ordner wählen, in den Sie schreiben dürfen</translation>
    </message>
    <message>
        <source>Create the folder or choose another one</source>
        <translation>Den Ordner anlegen oder einen anderen wählen</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>Einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>Choose a file that QuPath or Nucleoscope wrote</source>
        <translation>Eine Datei wählen, die QuPath oder Nucleoscope geschrieben hat</translation>
    </message>
    <message>
        <source>Export it again</source>
        <translation>Noch einmal exportieren</translation>
    </message>
    <message>
        <source>Use a copy of it if there is one</source>
        <translation>Eine Kopie verwenden, falls es eine gibt</translation>
    </message>
    <message>
        <source>Use a copy of it if there is one; export what still opens</source>
        <translation>Eine Kopie verwenden, falls es eine gibt; exportieren, was sich noch öffnen lässt</translation>
    </message>
    <message>
        <source>Check whether it was moved or its disk is missing</source>
        <translation>Prüfen, ob er verschoben wurde oder sein Datenträger fehlt</translation>
    </message>
    <message>
        <source>Choose a file that ends in .nsc</source>
        <translation>Eine Datei wählen, die auf .nsc endet</translation>
    </message>
    <message>
        <source>Copy the case together with the files named like it into a folder that you may write to, and open it there</source>
        <translation>Den Fall samt den gleichnamigen Dateien in einen Ordner kopieren, in den Sie schreiben dürfen, und dort öffnen</translation>
    </message>
    <message>
        <source>Save it in another folder to change it</source>
        <translation>In einem anderen Ordner speichern, um ihn zu ändern</translation>
    </message>
    <message>
        <source>Save the case somewhere before working on it</source>
        <translation>Den Fall irgendwo speichern, bevor Sie daran arbeiten</translation>
    </message>
    <message>
        <source>Close it there to change it here</source>
        <translation>Dort schließen, um ihn hier zu ändern</translation>
    </message>
    <message>
        <source>Choose another case, or the slide that it was made on</source>
        <translation>Einen anderen Fall wählen oder den Schnitt, auf dem er entstand</translation>
    </message>
    <message>
        <source>Look for the slide that the case was made on</source>
        <translation>Den Schnitt suchen, auf dem der Fall entstand</translation>
    </message>
    <message>
        <source>Ask whoever sent it for a case that Nucleoscope saved</source>
        <translation>Den Absender um einen Fall bitten, den Nucleoscope gespeichert hat</translation>
    </message>
    <message>
        <source>Open it with that version, or update this one</source>
        <translation>Mit jener Version öffnen oder diese erneuern</translation>
    </message>
    <message>
        <source>The disk is full: make room and try again. What was saved before is safe</source>
        <translation>Der Datenträger ist voll: Platz schaffen und noch einmal versuchen. Was vorher gespeichert war, ist sicher</translation>
    </message>
    <message>
        <source>The file or its folder may not be written to: save the case somewhere else</source>
        <translation>In die Datei oder ihren Ordner darf nicht geschrieben werden: den Fall anderswo speichern</translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may write to it</source>
        <translation>Prüfen, ob es den Ordner gibt und ob Sie hineinschreiben dürfen</translation>
    </message>
    <message>
        <source>Another program has the case open: close it there</source>
        <translation>Ein anderes Programm hat den Fall offen: dort schließen</translation>
    </message>
    <message>
        <source>It is not a Nucleoscope case: choose a file that ends in .nsc</source>
        <translation>Das ist kein Nucleoscope-Fall: eine Datei wählen, die auf .nsc endet</translation>
    </message>
    <message>
        <source>The disk could not be read or written: check it, and that it is not full</source>
        <translation>Der Datenträger konnte nicht gelesen oder beschrieben werden: prüfen, ob er in Ordnung und nicht voll ist</translation>
    </message>
    <message>
        <source>The file is damaged: use a copy of it if there is one</source>
        <translation>Die Datei ist beschädigt: eine Kopie verwenden, falls es eine gibt</translation>
    </message>
    <message>
        <source>Check that you may write to its folder</source>
        <translation>Prüfen, ob Sie in seinen Ordner schreiben dürfen</translation>
    </message>
    <message>
        <source>Draw it again</source>
        <translation>Noch einmal zeichnen</translation>
    </message>
    <message>
        <source>Stop it first</source>
        <translation>Zuerst anhalten</translation>
    </message>
    <message>
        <source>Type one</source>
        <translation>Einen eingeben</translation>
    </message>
    <message>
        <source>Choose another key</source>
        <translation>Eine andere Taste wählen</translation>
    </message>
    <message>
        <source>Rename it instead</source>
        <translation>Stattdessen umbenennen</translation>
    </message>
    <message>
        <source>Give them another class first</source>
        <translation>Ihnen vorher eine andere Klasse geben</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Noch einmal öffnen</translation>
    </message>
    <message>
        <source>Close other programs</source>
        <translation>Andere Programme schließen</translation>
    </message>
    <message>
        <source>Close other programs or choose a smaller patch</source>
        <translation>Andere Programme schließen</translation>
    </message>
    <message>
        <source>Close other programs, or convert it to a pyramidal TIFF</source>
        <translation>Andere Programme schließen oder in ein TIFF mit Pyramide umwandeln</translation>
    </message>
    <message>
        <source>Close other programs, or look at a smaller part of the slide</source>
        <translation>Andere Programme schließen oder einen kleineren Teil des Schnitts ansehen</translation>
    </message>
    <message>
        <source>Choose the label image of this slide, or nuclei as GeoJSON</source>
        <translation>Das Label-Bild dieses Schnitts wählen oder Kerne als GeoJSON</translation>
    </message>
    <message>
        <source>Compare parts of the slide</source>
        <translation>Teile des Schnitts vergleichen</translation>
    </message>
    <message>
        <source>Export it at the slide&apos;s full resolution, or draw the region that it shows</source>
        <translation>In der vollen Auflösung des Schnitts exportieren oder die Region zeichnen, die es zeigt</translation>
    </message>
    <message>
        <source>Keep only the region that it shows, and import it again</source>
        <translation>Nur die Region behalten, die es zeigt, und noch einmal importieren</translation>
    </message>
    <message>
        <source>Draw a region around nuclei that are right, and mark it as checked</source>
        <translation>Eine Region um richtige Kerne zeichnen und sie als geprüft markieren</translation>
    </message>
    <message>
        <source>Divide it into smaller ones</source>
        <translation>In kleinere teilen</translation>
    </message>
    <message>
        <source>Export them in several files, or as GeoJSON</source>
        <translation>In mehreren Dateien oder als GeoJSON exportieren</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Eine andere Datei wählen</translation>
    </message>
    <message>
        <source>Choose a file that ASAP or ImageScope wrote</source>
        <translation>Eine Datei wählen, die ASAP oder ImageScope geschrieben hat</translation>
    </message>
    <message>
        <source>Check the name and the folder</source>
        <translation>Name und Ordner prüfen</translation>
    </message>
    <message>
        <source>Choose a label image</source>
        <translation>Ein Label-Bild wählen</translation>
    </message>
    <message>
        <source>Give a PNG or TIFF of one channel that numbers the nuclei from 1 on, 0 being background</source>
        <translation>Ein PNG oder TIFF mit einem Kanal wählen, das die Kerne von 1 an durchzählt; 0 ist Hintergrund</translation>
    </message>
    <message>
        <source>Number the nuclei from 1 on; 0 is background</source>
        <translation>Die Kerne von 1 an durchzählen; 0 ist Hintergrund</translation>
    </message>
    <message>
        <source>Save it as UTF-8</source>
        <translation>Als UTF-8 speichern</translation>
    </message>
    <message>
        <source>Unpack it first</source>
        <translation>Zuerst entpacken</translation>
    </message>
    <message>
        <source>Save it as PNG</source>
        <translation>Als PNG speichern</translation>
    </message>
    <message>
        <source>Save it as 8-bit RGB</source>
        <translation>Als RGB mit 8 Bit speichern</translation>
    </message>
    <message>
        <source>Convert it to a pyramidal TIFF (vips tiffsave --tile --pyramid), which may be of any size</source>
        <translation>In ein TIFF mit Pyramide umwandeln (vips tiffsave --tile --pyramid), das beliebig groß sein darf</translation>
    </message>
    <message>
        <source>Check the file, or convert it (vips tiffsave --tile --pyramid)</source>
        <translation>Die Datei prüfen oder umwandeln (vips tiffsave --tile --pyramid)</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>Die Datei prüfen</translation>
    </message>
    <message>
        <source>The file may be damaged: copy it again from where it came</source>
        <translation>Die Datei ist vielleicht beschädigt: noch einmal von ihrer Quelle kopieren</translation>
    </message>
    <message>
        <source>Check that it is there and that you may read it</source>
        <translation>Prüfen, ob sie da ist und ob Sie sie lesen dürfen</translation>
    </message>
    <message>
        <source>The name is a folder; give the name of a file</source>
        <translation>Der Name ist ein Ordner; den Namen einer Datei angeben</translation>
    </message>
    <message>
        <source>This is not an ordinary file; give another name</source>
        <translation>Das ist keine gewöhnliche Datei; einen anderen Namen angeben</translation>
    </message>
    <message>
        <source>Choose another name or allow writing to it</source>
        <translation>Einen anderen Namen wählen oder das Schreiben erlauben</translation>
    </message>
    <message>
        <source>Choose another folder or a smaller region</source>
        <translation>Einen anderen Ordner oder eine kleinere Region wählen</translation>
    </message>
    <message>
        <source>Allow overwriting or choose another name</source>
        <translation>Das Überschreiben erlauben oder einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>Check the folder or choose another one</source>
        <translation>Den Ordner prüfen oder einen anderen wählen</translation>
    </message>
    <message>
        <source>Choose a smaller region</source>
        <translation>Eine kleinere Region wählen</translation>
    </message>
    <message>
        <source>Copy it again from where it came, or choose another model</source>
        <translation>Noch einmal von ihrer Quelle kopieren oder ein anderes Modell wählen</translation>
    </message>
    <message>
        <source>Choose a model file made by Nucleoscope</source>
        <translation>Eine Modelldatei wählen, die Nucleoscope gemacht hat</translation>
    </message>
    <message>
        <source>Update the program, or choose another model</source>
        <translation>Das Programm erneuern oder ein anderes Modell wählen</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>Ein anderes Modell wählen</translation>
    </message>
    <message>
        <source>Check the permissions of the folder above it</source>
        <translation>Die Rechte des Ordners darüber prüfen</translation>
    </message>
    <message>
        <source>Check the folder and its permissions</source>
        <translation>Den Ordner und seine Rechte prüfen</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions</source>
        <translation>Die Rechte des Ordners prüfen</translation>
    </message>
    <message>
        <source>Give the name of a .safetensors file</source>
        <translation>Den Namen einer .safetensors-Datei angeben</translation>
    </message>
    <message>
        <source>Check the name</source>
        <translation>Den Namen prüfen</translation>
    </message>
    <message>
        <source>Put the slide beside the case, or open the case in the window and show it where the slide is now</source>
        <translation>Den Schnitt neben den Fall legen, oder den Fall im Fenster öffnen und ihm zeigen, wo der Schnitt jetzt ist</translation>
    </message>
    <message>
        <source>Draw a region, correct the nuclei in it, and mark it as checked</source>
        <translation>Eine Region zeichnen, die Kerne darin korrigieren und sie als geprüft markieren</translation>
    </message>
    <message>
        <source>Give a checked region that role</source>
        <translation>Einer geprüften Region diese Rolle geben</translation>
    </message>
    <message>
        <source>Take only some of them, or smaller ones: 100 million pixels are the most</source>
        <translation>Nur einige davon nehmen oder kleinere: 100 Millionen Pixel sind das Höchste</translation>
    </message>
    <message>
        <source>Mark regions as checked and learn from those only</source>
        <translation>Regionen als geprüft markieren und nur aus ihnen lernen</translation>
    </message>
    <message>
        <source>Put the label image beside its picture, or take the name off the list</source>
        <translation>Das Label-Bild neben sein Bild legen oder den Namen aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Put the picture beside its label image, or move the label image away</source>
        <translation>Das Bild neben sein Label-Bild legen oder das Label-Bild wegnehmen</translation>
    </message>
    <message>
        <source>Cut it into pictures of at most 100 million pixels, or check its µm/px</source>
        <translation>In Bilder von höchstens 100 Millionen Pixeln zerlegen oder die µm/px prüfen</translation>
    </message>
    <message>
        <source>Export the labels again at the picture&apos;s own size</source>
        <translation>Die Labels noch einmal in der Größe des Bildes exportieren</translation>
    </message>
    <message>
        <source>Training needs pairs NAME.png and NAME.labels.png</source>
        <translation>Das Training braucht Paare NAME.png und NAME.labels.png</translation>
    </message>
    <message>
        <source>Choose a smaller batch or patch, or close other programs</source>
        <translation>Kleinere Ausschnitte oder weniger je Schritt einstellen, oder andere Programme schließen</translation>
    </message>
    <message>
        <source>Choose a smaller patch or batch</source>
        <translation>Kleinere Ausschnitte oder weniger je Schritt einstellen</translation>
    </message>
    <message>
        <source>Train again with a lower learning rate</source>
        <translation>Noch einmal mit kleinerer Lernrate anlernen</translation>
    </message>
    <message>
        <source>Take it out of what is learnt from or rehearsed, or out of what is judged on</source>
        <translation>Aus dem nehmen, woraus gelernt oder womit aufgefrischt wird, oder aus dem, woran beurteilt wird</translation>
    </message>
    <message>
        <source>Check at least one region, or name a folder of pictures with labels</source>
        <translation>Mindestens eine Region prüfen oder einen Ordner mit Bildern und Labels angeben</translation>
    </message>
    <message>
        <source>Draw or correct nuclei in a checked region, or check that the labels are the right ones</source>
        <translation>Kerne in einer geprüften Region zeichnen oder korrigieren oder prüfen, ob die Labels die richtigen sind</translation>
    </message>
    <message>
        <source>Choose no normalisation, or a slide with more stained tissue</source>
        <translation>Keine Normalisierung wählen oder einen Schnitt mit mehr gefärbtem Gewebe</translation>
    </message>
    <message>
        <source>Make sure that you may write there</source>
        <translation>Sicherstellen, dass Sie dort schreiben dürfen</translation>
    </message>
    <message>
        <source>%1 Haematoxylin and eosin are measured with the model&apos;s stains.</source>
        <translation>%1 Hämatoxylin und Eosin werden mit den Färbungen des Modells gemessen.</translation>
    </message>
    <message>
        <source>%1 Warning: %2, so normalising may do harm.</source>
        <translation>%1 Warnung: %2; das Normalisieren kann daher schaden.</translation>
    </message>
    <message>
        <source>Colours are normalised with %1&apos;s method, as chosen.</source>
        <translation>Die Farben werden nach %1 normalisiert, wie gewählt.</translation>
    </message>
    <message>
        <source>Colours are left as they are: the slide&apos;s stains could not be told (%1).</source>
        <translation>Die Farben bleiben, wie sie sind: Die Färbungen des Schnitts ließen sich nicht bestimmen (%1).</translation>
    </message>
    <message>
        <source>Colours are left as they are: %1, and normalising it could do harm.</source>
        <translation>Die Farben bleiben, wie sie sind: %1; das Normalisieren könnte schaden.</translation>
    </message>
    <message>
        <source>there is too little tissue to be sure that the slide is H&amp;E</source>
        <translation>es ist zu wenig Gewebe da, um sicher zu sein, dass der Schnitt H&amp;E ist</translation>
    </message>
    <message>
        <source>the slide does not look like H&amp;E (%1)</source>
        <translation>der Schnitt sieht nicht nach H&amp;E aus (%1)</translation>
    </message>
    <message>
        <source>its two stains have nearly the same colour</source>
        <translation>seine zwei Färbungen haben fast dieselbe Farbe</translation>
    </message>
    <message>
        <source>its second stain does not have the pink of eosin</source>
        <translation>seine zweite Färbung hat nicht das Rosa von Eosin</translation>
    </message>
    <message>
        <source>its first stain does not have the blue-purple of haematoxylin</source>
        <translation>seine erste Färbung hat nicht das Blauviolett von Hämatoxylin</translation>
    </message>
    <message>
        <source>there is too little haematoxylin in it beside the other stain</source>
        <translation>er enthält neben der anderen Färbung zu wenig Hämatoxylin</translation>
    </message>
    <message>
        <source>There is too little tissue to estimate stains from</source>
        <translation>Es ist zu wenig Gewebe da, um Färbungen zu schätzen</translation>
    </message>
    <message>
        <source>The tissue has only one colour, so two stains cannot be told apart</source>
        <translation>Das Gewebe hat nur eine Farbe; zwei Färbungen lassen sich nicht unterscheiden</translation>
    </message>
    <message>
        <source>The tissue has only one stain</source>
        <translation>Das Gewebe hat nur eine Färbung</translation>
    </message>
    <message>
        <source>The stains could not be estimated</source>
        <translation>Die Färbungen ließen sich nicht schätzen</translation>
    </message>
    <message>
        <source>The image is damaged or cut off (%1)</source>
        <translation>Das Bild ist beschädigt oder abgeschnitten (%1)</translation>
    </message>
    <message>
        <source>The image claims %1 x %2 pixels, more than a plain image may have</source>
        <translation>Das Bild gibt %1 x %2 Pixel an, mehr als ein einfaches Bild haben darf</translation>
    </message>
    <message>
        <source>The slide is damaged or cut off (%1)</source>
        <translation>Der Schnitt ist beschädigt oder abgeschnitten (%1)</translation>
    </message>
    <message>
        <source>A part of the slide cannot be read (%1)</source>
        <translation>Ein Teil des Schnitts kann nicht gelesen werden (%1)</translation>
    </message>
    <message>
        <source>The slide claims tiles that are larger than memory allows</source>
        <translation>Der Schnitt gibt Kacheln an, die größer sind, als der Speicher erlaubt</translation>
    </message>
    <message>
        <source>The slide has a level without pixels</source>
        <translation>Der Schnitt hat eine Ebene ohne Pixel</translation>
    </message>
    <message>
        <source>The slide has no picture in it</source>
        <translation>Der Schnitt enthält kein Bild</translation>
    </message>
    <message>
        <source>The picture %1 of the slide is too large</source>
        <translation>Das Bild %1 des Schnitts ist zu groß</translation>
    </message>
    <message>
        <source>The picture %1 of the slide cannot be read (%2)</source>
        <translation>Das Bild %1 des Schnitts kann nicht gelesen werden (%2)</translation>
    </message>
    <message>
        <source>The TIFF claims tiles of %1 x %2 pixels, more than one may have</source>
        <translation>Die TIFF-Datei gibt Kacheln von %1 x %2 Pixeln an, mehr als erlaubt ist</translation>
    </message>
    <message>
        <source>This kind of TIFF cannot be read (%1)</source>
        <translation>Diese Art TIFF kann nicht gelesen werden (%1)</translation>
    </message>
    <message>
        <source>This kind of BMP cannot be read</source>
        <translation>Diese Art BMP kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>it cannot be decoded</source>
        <translation>es lässt sich nicht entschlüsseln</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>es endet zu früh</translation>
    </message>
    <message>
        <source>its header is cut off</source>
        <translation>sein Kopf ist abgeschnitten</translation>
    </message>
    <message>
        <source>The file cannot be read (%1)</source>
        <translation>Die Datei kann nicht gelesen werden (%1)</translation>
    </message>
    <message>
        <source>The file cannot be read to its end</source>
        <translation>Die Datei kann nicht bis zu ihrem Ende gelesen werden</translation>
    </message>
    <message>
        <source>Not enough memory for the image</source>
        <translation>Nicht genug Speicher für das Bild</translation>
    </message>
    <message>
        <source>Not enough memory to read the slide</source>
        <translation>Nicht genug Speicher, um den Schnitt zu lesen</translation>
    </message>
    <message>
        <source>Not enough memory to read the image</source>
        <translation>Nicht genug Speicher, um das Bild zu lesen</translation>
    </message>
    <message>
        <source>Not enough memory to read</source>
        <translation>Nicht genug Speicher zum Lesen</translation>
    </message>
    <message>
        <source>Not enough memory to write</source>
        <translation>Nicht genug Speicher zum Schreiben</translation>
    </message>
    <message>
        <source>Not enough memory to show the model live</source>
        <translation>Nicht genug Speicher, um das Modell live zu zeigen</translation>
    </message>
    <message>
        <source>Not enough memory to run the network</source>
        <translation>Nicht genug Speicher für das Modell</translation>
    </message>
    <message>
        <source>Not enough memory for the model</source>
        <translation>Nicht genug Speicher, um das Modell zu laden</translation>
    </message>
    <message>
        <source>Not enough memory to compare the nuclei</source>
        <translation>Nicht genug Speicher, um die Kerne zu vergleichen</translation>
    </message>
    <message>
        <source>Not enough memory for the nuclei</source>
        <translation>Nicht genug Speicher für die Kerne</translation>
    </message>
    <message>
        <source>Not enough memory for the label image</source>
        <translation>Nicht genug Speicher für das Label-Bild</translation>
    </message>
    <message>
        <source>Not enough memory to make training samples</source>
        <translation>Nicht genug Speicher für die Trainingsbeispiele</translation>
    </message>
    <message>
        <source>Not enough memory to train</source>
        <translation>Nicht genug Speicher für das Training</translation>
    </message>
    <message>
        <source>Not enough memory to make the demo slide</source>
        <translation>Nicht genug Speicher, um den Übungsschnitt zu erzeugen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Stopped before it was finished</source>
        <translation>Vor dem Ende angehalten</translation>
    </message>
    <message>
        <source>The case is not there</source>
        <translation>Der Fall ist nicht da</translation>
    </message>
    <message>
        <source>It is not a file</source>
        <translation>Das ist keine Datei</translation>
    </message>
    <message>
        <source>The case is write-protected. Save it under another name to change it.</source>
        <translation>Der Fall ist schreibgeschützt. Speichern Sie ihn unter einem anderen Namen, um ihn zu ändern.</translation>
    </message>
    <message>
        <source>Nothing can be written in the case&apos;s folder. Save the case somewhere else to change it.</source>
        <translation>Im Ordner des Falls darf nicht geschrieben werden. Speichern Sie den Fall anderswo, um ihn zu ändern.</translation>
    </message>
    <message>
        <source>The case was opened for reading only.</source>
        <translation>Der Fall wurde nur zum Ansehen geöffnet.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing can be changed. Make room and open the case again.</source>
        <translation>Der Datenträger ist voll; nichts lässt sich ändern. Schaffen Sie Platz und öffnen Sie den Fall noch einmal.</translation>
    </message>
    <message>
        <source>The case was not closed; its last changes lie in a file beside it that cannot be merged in this place</source>
        <translation>Der Fall wurde nicht geschlossen; seine letzten Änderungen liegen in einer Datei daneben, die an diesem Ort nicht eingearbeitet werden kann</translation>
    </message>
    <message>
        <source>A file of the case that is to be replaced cannot be removed</source>
        <translation>Eine Datei des Falls, der ersetzt werden soll, kann nicht entfernt werden</translation>
    </message>
    <message>
        <source>The case is damaged (%1)</source>
        <translation>Der Fall ist beschädigt (%1)</translation>
    </message>
    <message>
        <source>An outline in the case is damaged</source>
        <translation>Ein Umriss im Fall ist beschädigt</translation>
    </message>
    <message>
        <source>A heatmap in the case is damaged</source>
        <translation>Eine Karte im Fall ist beschädigt</translation>
    </message>
    <message>
        <source>The case lacks something that it should hold</source>
        <translation>Dem Fall fehlt etwas, was er enthalten sollte</translation>
    </message>
    <message>
        <source>The case does not say which slide it belongs to</source>
        <translation>Der Fall sagt nicht, zu welchem Schnitt er gehört</translation>
    </message>
    <message>
        <source>The case cannot be opened</source>
        <translation>Der Fall kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>The case cannot be changed</source>
        <translation>Der Fall kann nicht geändert werden</translation>
    </message>
    <message>
        <source>The case cannot be copied</source>
        <translation>Der Fall kann nicht kopiert werden</translation>
    </message>
    <message>
        <source>The case cannot be read</source>
        <translation>Der Fall kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The case cannot be read or changed</source>
        <translation>Der Fall kann nicht gelesen oder geändert werden</translation>
    </message>
    <message>
        <source>The case cannot be removed</source>
        <translation>Der Fall kann nicht entfernt werden</translation>
    </message>
    <message>
        <source>Nothing can be written beside the case</source>
        <translation>Neben dem Fall darf nichts geschrieben werden</translation>
    </message>
    <message>
        <source>The case is open in another window or program (%1)</source>
        <translation>Der Fall ist in einem anderen Fenster oder Programm offen (%1)</translation>
    </message>
    <message>
        <source>The case is open in another window or program</source>
        <translation>Der Fall ist in einem anderen Fenster oder Programm offen</translation>
    </message>
    <message>
        <source>The case belongs to another slide than %1</source>
        <translation>Der Fall gehört zu einem anderen Schnitt als %1</translation>
    </message>
    <message>
        <source>The file is a database, but not a Nucleoscope case</source>
        <translation>Die Datei ist eine Datenbank, aber kein Nucleoscope-Fall</translation>
    </message>
    <message>
        <source>The case holds other tables than Nucleoscope makes, so it is not opened</source>
        <translation>Der Fall enthält andere Tabellen, als Nucleoscope anlegt; er wird deshalb nicht geöffnet</translation>
    </message>
    <message>
        <source>The case was written by a newer Nucleoscope (version %1 of the format)</source>
        <translation>Der Fall wurde von einem neueren Nucleoscope geschrieben (Version %1 des Formats)</translation>
    </message>
    <message>
        <source>This is another slide: it has %1 pixels, the case&apos;s slide %2</source>
        <translation>Das ist ein anderer Schnitt: Er hat %1 Pixel, der Schnitt des Falls %2</translation>
    </message>
    <message>
        <source>This is another slide: it has the right size, but other contents</source>
        <translation>Das ist ein anderer Schnitt: Er hat die richtige Größe, aber anderen Inhalt</translation>
    </message>
    <message>
        <source>The folder for unsaved cases cannot be made</source>
        <translation>Der Ordner für ungespeicherte Fälle kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>Es gibt nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>There is nothing to do again</source>
        <translation>Es gibt nichts zu wiederholen</translation>
    </message>
    <message>
        <source>What is still going on cannot be undone</source>
        <translation>Was noch läuft, lässt sich nicht rückgängig machen</translation>
    </message>
    <message>
        <source>The outline of a nucleus is empty or crosses itself</source>
        <translation>Der Umriss eines Kerns ist leer oder kreuzt sich selbst</translation>
    </message>
    <message>
        <source>The region&apos;s outline is empty or crosses itself</source>
        <translation>Der Umriss der Region ist leer oder kreuzt sich selbst</translation>
    </message>
    <message>
        <source>A class needs a name</source>
        <translation>Eine Klasse braucht einen Namen</translation>
    </message>
    <message>
        <source>There is a class &quot;%1&quot; already</source>
        <translation>Eine Klasse „%1“ gibt es schon</translation>
    </message>
    <message>
        <source>The key %1 belongs to the class &quot;%2&quot;</source>
        <translation>Die Taste %1 gehört zur Klasse „%2“</translation>
    </message>
    <message>
        <source>This class is what every found nucleus begins with</source>
        <translation>Mit dieser Klasse beginnt jeder gefundene Kern</translation>
    </message>
    <message>
        <source>%1 nuclei or regions have this class</source>
        <translation>%1 Kerne oder Regionen haben diese Klasse</translation>
    </message>
    <message>
        <source>Found nuclei with %1</source>
        <translation>Kerne gefunden mit %1</translation>
    </message>
    <message>
        <source>%1 (not finished)</source>
        <translation>%1 (nicht beendet)</translation>
    </message>
    <message>
        <source>The label image has %1 x %2 pixels and the slide %3 x %4</source>
        <translation>Das Label-Bild hat %1 x %2 Pixel, der Schnitt %3 x %4</translation>
    </message>
    <message>
        <source>There are over ten million nuclei, more than can be compared at once</source>
        <translation>Es sind über zehn Millionen Kerne, mehr als sich auf einmal vergleichen lassen</translation>
    </message>
    <message>
        <source>%1 of %2 objects were left out: object %3: %4</source>
        <translation>%1 von %2 Objekten wurden weggelassen: Objekt %3: %4</translation>
    </message>
    <message>
        <source>%1 of %2 objects were left out</source>
        <translation>%1 von %2 Objekten wurden weggelassen</translation>
    </message>
    <message>
        <source>The file is cut off in object %1; the %2 objects before that were read</source>
        <translation>Die Datei ist in Objekt %1 abgeschnitten; die %2 Objekte davor wurden gelesen</translation>
    </message>
    <message>
        <source>The file is damaged in object %1; the %2 objects before that were read</source>
        <translation>Die Datei ist in Objekt %1 beschädigt; die %2 Objekte davor wurden gelesen</translation>
    </message>
    <message>
        <source>it lies outside of this slide</source>
        <translation>es liegt außerhalb dieses Schnitts</translation>
    </message>
    <message>
        <source>its outline encloses no area</source>
        <translation>sein Umriss umschließt keine Fläche</translation>
    </message>
    <message>
        <source>its outline has fewer than three points</source>
        <translation>sein Umriss hat weniger als drei Punkte</translation>
    </message>
    <message>
        <source>its outline has more than 20,000 points, which no nucleus has</source>
        <translation>sein Umriss hat mehr als 20.000 Punkte, so viele hat kein Kern</translation>
    </message>
    <message>
        <source>it is spread wider than 1,024 px, as no nucleus is</source>
        <translation>es reicht über mehr als 1.024 px, weiter als jeder Kern</translation>
    </message>
    <message>
        <source>it has no geometry</source>
        <translation>es hat keine Geometrie</translation>
    </message>
    <message>
        <source>a coordinate is not a number</source>
        <translation>eine Koordinate ist keine Zahl</translation>
    </message>
    <message>
        <source>a coordinate lies outside of any slide</source>
        <translation>eine Koordinate liegt außerhalb jedes Schnitts</translation>
    </message>
    <message>
        <source>This is no GeoJSON (%1)</source>
        <translation>Das ist kein GeoJSON (%1)</translation>
    </message>
    <message>
        <source>it does not begin with a bracket</source>
        <translation>es beginnt nicht mit einer Klammer</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>The text is not UTF-8</source>
        <translation>Der Text ist nicht UTF-8</translation>
    </message>
    <message>
        <source>Zip files of this kind are not read</source>
        <translation>Zip-Dateien dieser Art werden nicht gelesen</translation>
    </message>
    <message>
        <source>The file is no well-formed XML (%1 at byte %2)</source>
        <translation>Die Datei ist kein gültiges XML (%1 bei Byte %2)</translation>
    </message>
    <message>
        <source>This is XML, but neither ASAP&apos;s nor ImageScope&apos;s annotations (it is a &quot;%1&quot;)</source>
        <translation>Das ist XML, aber es sind keine Annotationen von ASAP oder ImageScope (sondern „%1“)</translation>
    </message>
    <message>
        <source>The annotations are larger than 128 MiB</source>
        <translation>Die Annotationen sind größer als 128 MiB</translation>
    </message>
    <message>
        <source>The label image is %1, but the slide is %2 px and no region of it is of the image&apos;s size</source>
        <translation>Das Label-Bild hat %1, der Schnitt aber %2 px, und keine Region darauf hat die Größe des Bildes</translation>
    </message>
    <message>
        <source>The label image is %1, and several regions are of that size</source>
        <translation>Das Label-Bild hat %1, und mehrere Regionen haben diese Größe</translation>
    </message>
    <message>
        <source>The label image has negative labels</source>
        <translation>Das Label-Bild hat negative Labels</translation>
    </message>
    <message>
        <source>The file is no label image: %1</source>
        <translation>Die Datei ist kein Label-Bild: %1</translation>
    </message>
    <message>
        <source>it is neither a PNG nor a TIFF</source>
        <translation>sie ist weder PNG noch TIFF</translation>
    </message>
    <message>
        <source>it is in colour</source>
        <translation>sie ist farbig</translation>
    </message>
    <message>
        <source>it has several channels</source>
        <translation>sie hat mehrere Kanäle</translation>
    </message>
    <message>
        <source>There is no region to make training pictures of</source>
        <translation>Es gibt keine Region, aus der Trainingsbilder werden könnten</translation>
    </message>
    <message>
        <source>The region &quot;%1&quot; is larger than training takes (100 million pixels)</source>
        <translation>Die Region „%1“ ist größer, als das Training verträgt (100 Millionen Pixel)</translation>
    </message>
    <message>
        <source>The picture could not be packed</source>
        <translation>Das Bild konnte nicht gepackt werden</translation>
    </message>
    <message>
        <source>A label image of this size cannot be written</source>
        <translation>Ein Label-Bild dieser Größe kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The TIFF cannot be written (%1)</source>
        <translation>Die TIFF-Datei kann nicht geschrieben werden (%1)</translation>
    </message>
    <message>
        <source>Cannot write (%1)</source>
        <translation>Es konnte nicht geschrieben werden (%1)</translation>
    </message>
    <message>
        <source>Cannot write, because the folder does not exist</source>
        <translation>Es konnte nicht geschrieben werden, weil es den Ordner nicht gibt</translation>
    </message>
    <message>
        <source>The file is write-protected</source>
        <translation>Die Datei ist schreibgeschützt</translation>
    </message>
    <message>
        <source>The file exists already</source>
        <translation>Die Datei gibt es schon</translation>
    </message>
    <message>
        <source>The file would be larger than the folder&apos;s disk or your limits allow</source>
        <translation>Die Datei würde größer, als der Datenträger oder Ihre Grenzen erlauben</translation>
    </message>
    <message>
        <source>The model file is gone</source>
        <translation>Die Modelldatei ist verschwunden</translation>
    </message>
    <message>
        <source>There is no such model file</source>
        <translation>Diese Modelldatei gibt es nicht</translation>
    </message>
    <message>
        <source>The model file cannot be opened</source>
        <translation>Die Modelldatei kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>The model file cannot be read to its end</source>
        <translation>Die Modelldatei kann nicht bis zu ihrem Ende gelesen werden</translation>
    </message>
    <message>
        <source>The model file is cut off or no model file</source>
        <translation>Die Modelldatei ist abgeschnitten oder keine</translation>
    </message>
    <message>
        <source>The model file is cut off (%1 bytes are missing)</source>
        <translation>Die Modelldatei ist abgeschnitten (%1 Byte fehlen)</translation>
    </message>
    <message>
        <source>The model file&apos;s weights make no sense (%1)</source>
        <translation>Die Gewichte der Modelldatei ergeben keinen Sinn (%1)</translation>
    </message>
    <message>
        <source>The model file&apos;s description makes no sense (%1)</source>
        <translation>Die Beschreibung der Modelldatei ergibt keinen Sinn (%1)</translation>
    </message>
    <message>
        <source>The model file&apos;s header makes no sense (%1)</source>
        <translation>Der Kopf der Modelldatei ergibt keinen Sinn (%1)</translation>
    </message>
    <message>
        <source>This is a safetensors file, but not a model of Nucleoscope</source>
        <translation>Das ist eine safetensors-Datei, aber kein Modell von Nucleoscope</translation>
    </message>
    <message>
        <source>The model file was made for another version of Nucleoscope</source>
        <translation>Die Modelldatei wurde für eine andere Version von Nucleoscope gemacht</translation>
    </message>
    <message>
        <source>The folder of models cannot be made</source>
        <translation>Der Ordner für Modelle kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>The folder of models cannot be read</source>
        <translation>Der Ordner mit den Modellen kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The model cannot be kept</source>
        <translation>Das Modell kann nicht abgelegt werden</translation>
    </message>
    <message>
        <source>The model cannot be removed</source>
        <translation>Das Modell kann nicht entfernt werden</translation>
    </message>
    <message>
        <source>The model that comes with the program cannot be removed</source>
        <translation>Das Modell, das mit dem Programm kommt, kann nicht entfernt werden</translation>
    </message>
    <message>
        <source>The network failed (%1)</source>
        <translation>Das Modell ist beim Rechnen gescheitert (%1)</translation>
    </message>
    <message>
        <source>The slide that a case belongs to was not found</source>
        <translation>Der Schnitt, zu dem ein Fall gehört, wurde nicht gefunden</translation>
    </message>
    <message>
        <source>No region of the case is checked, so nobody knows where its nuclei are right</source>
        <translation>Keine Region des Falls ist geprüft; niemand weiß also, wo seine Kerne richtig sind</translation>
    </message>
    <message>
        <source>No checked region of the case is for %1</source>
        <translation>Keine geprüfte Region des Falls ist für %1</translation>
    </message>
    <message>
        <source>training</source>
        <translation>das Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>die Validierung</translation>
    </message>
    <message>
        <source>The checked regions are too large to learn from all of them at once</source>
        <translation>Die geprüften Regionen sind zu groß, um aus allen auf einmal zu lernen</translation>
    </message>
    <message>
        <source>Too many single corrected nuclei to learn from all of them</source>
        <translation>Es sind zu viele einzelne korrigierte Kerne, um aus allen zu lernen</translation>
    </message>
    <message>
        <source>The labels of a training picture are missing</source>
        <translation>Die Labels eines Trainingsbildes fehlen</translation>
    </message>
    <message>
        <source>A label image has no picture beside it</source>
        <translation>Neben einem Label-Bild fehlt das Bild</translation>
    </message>
    <message>
        <source>The folder of training pictures cannot be read</source>
        <translation>Der Ordner mit den Trainingsbildern kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>A training picture is too large</source>
        <translation>Ein Trainingsbild ist zu groß</translation>
    </message>
    <message>
        <source>The label image is of another size (%1 x %2) than its picture (%3 x %4)</source>
        <translation>Das Label-Bild hat eine andere Größe (%1 x %2) als sein Bild (%3 x %4)</translation>
    </message>
    <message>
        <source>The training pictures are not there</source>
        <translation>Die Trainingsbilder sind nicht da</translation>
    </message>
    <message>
        <source>There is no picture with labels in it</source>
        <translation>Es ist kein Bild mit Labels darin</translation>
    </message>
    <message>
        <source>The training failed (%1)</source>
        <translation>Das Training ist gescheitert (%1)</translation>
    </message>
    <message>
        <source>The training went astray: its loss is not a number any more</source>
        <translation>Das Training ist entgleist: Sein Loss ist keine Zahl mehr</translation>
    </message>
    <message>
        <source>A picture is to be learnt from and judged on at once</source>
        <translation>Aus einem Bild soll gelernt und zugleich daran beurteilt werden</translation>
    </message>
    <message>
        <source>There is nothing to learn from</source>
        <translation>Es gibt nichts, woraus gelernt werden könnte</translation>
    </message>
    <message>
        <source>There is no nucleus in what is to be learnt from: the model would learn to find none</source>
        <translation>In dem, woraus gelernt werden soll, ist kein Kern: Das Modell würde lernen, keinen zu finden</translation>
    </message>
    <message>
        <source>Choose one that holds a .geojson file, as QuPath exports it</source>
        <translation>Eine wählen, die eine .geojson-Datei enthält, wie QuPath sie exportiert</translation>
    </message>
    <message>
        <source>Check where it is from</source>
        <translation>Prüfen, woher sie ist</translation>
    </message>
    <message>
        <source>Give one in which every nucleus is one number, 0 being background</source>
        <translation>Eines wählen, in dem jeder Kern eine Nummer hat; 0 ist Hintergrund</translation>
    </message>
    <message>
        <source>Free some space, or save the case on another disk, and import again</source>
        <translation>Platz schaffen oder den Fall auf einem anderen Datenträger speichern und noch einmal importieren</translation>
    </message>
    <message>
        <source>There is no GeoJSON in this zip</source>
        <translation>In dieser Zip-Datei ist kein GeoJSON</translation>
    </message>
    <message>
        <source>its zip is cut off</source>
        <translation>ihr Zip ist abgeschnitten</translation>
    </message>
    <message>
        <source>its zip is damaged</source>
        <translation>ihr Zip ist beschädigt</translation>
    </message>
    <message>
        <source>its compressed data is cut off</source>
        <translation>ihre komprimierten Daten sind abgeschnitten</translation>
    </message>
    <message>
        <source>its compressed data is damaged</source>
        <translation>ihre komprimierten Daten sind beschädigt</translation>
    </message>
    <message>
        <source>The file would unpack to more than 32 GiB</source>
        <translation>Die Datei wäre entpackt größer als 32 GiB</translation>
    </message>
    <message>
        <source>The label image has more than five million numbers</source>
        <translation>Das Label-Bild hat mehr als fünf Millionen Nummern</translation>
    </message>
    <message>
        <source>The disk has no room for this import: it needs about %1 MB, and %2 MB are free</source>
        <translation>Auf dem Datenträger ist kein Platz für diesen Import: Er braucht etwa %1 MB, frei sind %2 MB</translation>
    </message>
    <message>
        <source>Imported %1</source>
        <translation>%1 importiert</translation>
    </message>
    <message>
        <source>Check a larger region, or give larger pictures; a few hundred pixels each way, with at least 20 nuclei, are sensible</source>
        <translation>Prüfen Sie eine größere Region, oder geben Sie größere Bilder; sinnvoll sind einige hundert Pixel in jeder Richtung mit mindestens 20 Kernen</translation>
    </message>
    <message>
        <source>There is too little to learn from: less than 16 x 16 pixels</source>
        <translation>Es gibt zu wenig, woraus gelernt werden kann: weniger als 16 x 16 Pixel</translation>
    </message>
</context>
<context>
    <name>nb::AboutDialog</name>
    <message>
        <source>About Nucleoscope</source>
        <translation>Über Nucleoscope</translation>
    </message>
    <message>
        <source>Nucleoscope %1</source>
        <translation>Nucleoscope %1</translation>
    </message>
    <message>
        <source>For research use only. Not for diagnosis.</source>
        <translation>Nur für die Forschung. Nicht zur Diagnose.</translation>
    </message>
    <message>
        <source>See and find nuclei on whole-slide images with the nucleus-boundary model of Cui, Zhang, Liu, Xiong and Hu (2018), “A Deep Learning Algorithm for One-step Contour Aware Nuclei Segmentation of Histopathological Images”. Nothing leaves this computer: the program does not use the network.

Free software under the GNU General Public License, version 3 or later. Models have licences of their own; the tab Find names that of the model in use when you point at it.</source>
        <translation>Mit dem Kern-Rand-Modell von Cui, Zhang, Liu, Xiong und Hu (2018, „A Deep Learning Algorithm for One-step Contour Aware Nuclei Segmentation of Histopathological Images“) Zellkerne auf digitalen Schnitten sehen und finden. Nichts verlässt diesen Rechner: Das Programm benutzt das Netz nicht.

Freie Software unter der GNU General Public License, Version 3 oder später. Modelle haben eigene Lizenzen; der Reiter Finden nennt die des benutzten Modells, wenn man darauf zeigt.</translation>
    </message>
</context>
<context>
    <name>nb::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>nb::BrushEditing</name>
    <message>
        <source>Paint nucleus</source>
        <translation>Kern malen</translation>
    </message>
    <message>
        <source>Repaint nucleus</source>
        <translation>Kern nachmalen</translation>
    </message>
</context>
<context>
    <name>nb::BrushTool</name>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Drag adds, Alt takes away, Shift goes on with the selected one. Alt and wheel: size. Ctrl+Shift: over neighbours.</source>
        <translation>Ziehen fügt hinzu, Alt nimmt weg, Umschalt malt am ausgewählten weiter. Alt und Mausrad: Größe. Strg+Umschalt: über Nachbarn hinweg.</translation>
    </message>
</context>
<context>
    <name>nb::CaseActions</name>
    <message>
        <source>Nucleoscope</source>
        <translation>Nucleoscope</translation>
    </message>
    <message>
        <source>&amp;Save case</source>
        <translation>Fall &amp;speichern</translation>
    </message>
    <message>
        <source>Give the case a name; then every change is saved as it is made</source>
        <translation>Dem Fall einen Namen geben; danach wird jede Änderung gespeichert, sobald sie geschieht</translation>
    </message>
    <message>
        <source>Save case &amp;as…</source>
        <translation>Fall speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Go on with the case under another name</source>
        <translation>Mit dem Fall unter einem anderen Namen weiterarbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last step</source>
        <translation>Den letzten Schritt zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Do the step again that was taken back</source>
        <translation>Den zurückgenommenen Schritt noch einmal tun</translation>
    </message>
    <message>
        <source>Everything is in %1 already: each change is saved as it is made.</source>
        <translation>Alles steht schon in %1: Jede Änderung wird gespeichert, sobald sie geschieht.</translation>
    </message>
    <message>
        <source>Saved as %1. From now on each change is saved there as it is made.</source>
        <translation>Gespeichert als %1. Von jetzt an wird jede Änderung dort gespeichert, sobald sie geschieht.</translation>
    </message>
    <message>
        <source>Everything that was done on %1 and not saved will be gone for good.</source>
        <translation>Alles, was an %1 getan und nicht gespeichert wurde, geht endgültig verloren.</translation>
    </message>
    <message>
        <source>&amp;Undo “%1”</source>
        <translation>„%1“ &amp;rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo “%1”</source>
        <translation>„%1“ &amp;wiederholen</translation>
    </message>
    <message>
        <source>%1 (to look at only)</source>
        <translation>%1 (nur zum Ansehen)</translation>
    </message>
    <message>
        <source>case without a name</source>
        <translation>Fall ohne Namen</translation>
    </message>
    <message>
        <source>not saved under a name yet – kept</source>
        <translation>noch nicht unter einem Namen gespeichert – bleibt erhalten</translation>
    </message>
    <message>
        <source>You can look at this case, but not change it.</source>
        <translation>Sie können diesen Fall ansehen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <source>What you do is kept from now on, also when you close the slide or the program: the start page offers it again. Save it as a case to have it where you want it.</source>
        <translation>Was Sie tun, bleibt von jetzt an erhalten, auch wenn Sie den Schnitt oder das Programm schließen: Die Startseite bietet es wieder an. Speichern Sie es als Fall, um es dort zu haben, wo Sie es wollen.</translation>
    </message>
    <message>
        <source>Save case as…</source>
        <translation>Fall speichern unter…</translation>
    </message>
    <message>
        <source>Find the slide…</source>
        <translation>Schnitt suchen…</translation>
    </message>
    <message>
        <source>The slide of %1 lies on another computer: %2. Open it only if you know that place.</source>
        <translation>Der Schnitt von %1 liegt auf einem anderen Rechner: %2. Öffnen Sie ihn nur, wenn Sie diesen Ort kennen.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>The slide of %1 is not where it was: %2</source>
        <translation>Der Schnitt von %1 ist nicht mehr da, wo er war: %2</translation>
    </message>
    <message>
        <source>Forget this file</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <source>%1 could not be opened.</source>
        <translation>%1 konnte nicht geöffnet werden.</translation>
    </message>
</context>
<context>
    <name>nb::CaseController</name>
    <message>
        <source>The case was not saved.</source>
        <translation>Der Fall wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>The case was not thrown away.</source>
        <translation>Der Fall wurde nicht verworfen.</translation>
    </message>
</context>
<context>
    <name>nb::CaseFigures</name>
    <message>
        <source>The nuclei could not be counted.</source>
        <translation>Die Kerne konnten nicht gezählt werden.</translation>
    </message>
</context>
<context>
    <name>nb::CaseSession</name>
    <message>
        <source>What you look at is not kept with the case.</source>
        <translation>Was Sie ansehen, wird nicht mit dem Fall gespeichert.</translation>
    </message>
    <message>
        <source>“%1” was not done; nothing has changed.</source>
        <translation>„%1“ wurde nicht ausgeführt; nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>Nothing was undone.</source>
        <translation>Nichts wurde rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Nothing was redone.</source>
        <translation>Nichts wurde wiederholt.</translation>
    </message>
    <message>
        <source>Not all nuclei of the case can be shown.</source>
        <translation>Nicht alle Kerne des Falls können gezeigt werden.</translation>
    </message>
</context>
<context>
    <name>nb::ClassDialog</name>
    <message>
        <source>New class</source>
        <translation>Neue Klasse</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Press the key that shall give this class to the selected nuclei</source>
        <translation>Drücken Sie die Taste, die den ausgewählten Kernen diese Klasse geben soll</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>No key for this class</source>
        <translation>Keine Taste für diese Klasse</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Colour:</source>
        <translation>Farbe:</translation>
    </message>
    <message>
        <source>&amp;Key:</source>
        <translation>&amp;Taste:</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>Farbe %1</translation>
    </message>
    <message>
        <source>Another colour…</source>
        <translation>Andere Farbe…</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>The class needs a name.</source>
        <translation>Die Klasse braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is a class “%1” already.</source>
        <translation>Eine Klasse „%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>The key %1 belongs to the class “%2”.</source>
        <translation>Die Taste %1 gehört zur Klasse „%2“.</translation>
    </message>
    <message>
        <source>The key %1 is taken: %2. Choose another, such as Z or F6.</source>
        <translation>Die Taste %1 ist vergeben: %2. Wählen Sie eine andere, etwa Z oder F6.</translation>
    </message>
</context>
<context>
    <name>nb::ClassKeys</name>
    <message>
        <source>Class %1</source>
        <translation>Klasse %1</translation>
    </message>
    <message>
        <source>the slide</source>
        <translation>der Schnitt</translation>
    </message>
    <message>
        <source>Give the selected nuclei the class %1 (the key is set in the tab Correct, under Classes)</source>
        <translation>Den ausgewählten Kernen die Klasse %1 geben (die Taste wird im Reiter Korrigieren unter Klassen festgelegt)</translation>
    </message>
</context>
<context>
    <name>nb::ClassesPanel</name>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Nuclei</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>Double-click or Enter gives the class to the selected nuclei</source>
        <translation>Doppelklick oder Eingabe gibt den ausgewählten Kernen die Klasse</translation>
    </message>
    <message>
        <source>Give to the selected</source>
        <translation>Den ausgewählten geben</translation>
    </message>
    <message>
        <source>Select all of it</source>
        <translation>Alle dieser Klasse auswählen</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Select nuclei on the slide first</source>
        <translation>Wählen Sie zuerst Kerne auf dem Schnitt aus</translation>
    </message>
    <message numerus="yes">
        <source>To %n nucleus/nuclei</source>
        <translation>
            <numerusform>%n Kern zuweisen</numerusform>
            <numerusform>%n Kernen zuweisen</numerusform>
        </translation>
    </message>
    <message>
        <source>Selects every nucleus of this class</source>
        <translation>Wählt jeden Kern dieser Klasse aus</translation>
    </message>
    <message>
        <source>Name, colour and key</source>
        <translation>Name, Farbe und Taste</translation>
    </message>
    <message>
        <source>Every found nucleus begins with this class; rename it instead</source>
        <translation>Jeder gefundene Kern beginnt mit dieser Klasse; benennen Sie sie stattdessen um</translation>
    </message>
    <message>
        <source>Nuclei have this class; give them another first</source>
        <translation>Kerne haben diese Klasse; geben Sie ihnen vorher eine andere</translation>
    </message>
    <message>
        <source>Select nuclei first; then the key gives them the class.</source>
        <translation>Wählen Sie zuerst Kerne aus; dann gibt ihnen die Taste die Klasse.</translation>
    </message>
    <message numerus="yes">
        <source>Class %1: %n nucleus/nuclei</source>
        <translation>
            <numerusform>Klasse %1: %n Kern</numerusform>
            <numerusform>Klasse %1: %n Kerne</numerusform>
        </translation>
    </message>
    <message>
        <source>The nuclei of the class could not be selected.</source>
        <translation>Die Kerne der Klasse konnten nicht ausgewählt werden.</translation>
    </message>
    <message>
        <source>New class %1</source>
        <translation>Neue Klasse %1</translation>
    </message>
    <message>
        <source>Change class %1</source>
        <translation>Klasse %1 ändern</translation>
    </message>
    <message>
        <source>Remove class %1</source>
        <translation>Klasse %1 entfernen</translation>
    </message>
</context>
<context>
    <name>nb::ColourLegend</name>
    <message>
        <source>Colours of %1</source>
        <translation>Farben von %1</translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <translation>%1, von %2 bis %3</translation>
    </message>
    <message>
        <source>Colours: %1. Click to choose others.</source>
        <translation>Farben: %1. Klicken, um andere zu wählen.</translation>
    </message>
</context>
<context>
    <name>nb::CommandPalette</name>
    <message>
        <source>rotate=turn</source>
        <translation>rotieren=drehen</translation>
    </message>
    <message>
        <source>flip=mirror</source>
        <translation>kippen=spiegeln</translation>
    </message>
    <message>
        <source>segmentation=segment</source>
        <translation>segmentieren=suchen</translation>
    </message>
    <message>
        <source>annotation=region</source>
        <translation>annotation=region</translation>
    </message>
    <message>
        <source>split=knife</source>
        <translation>teilen=messer</translation>
    </message>
    <message>
        <source>erase=delete</source>
        <translation>radieren=löschen</translation>
    </message>
    <message>
        <source>settings=preferences</source>
        <translation>optionen=einstellungen</translation>
    </message>
    <message>
        <source>shortcuts=keys</source>
        <translation>kürzel=tasten</translation>
    </message>
    <message>
        <source>screenshot=picture of what you see</source>
        <translation>screenshot=bild dessen</translation>
    </message>
    <message>
        <source>probability=heatmap</source>
        <translation>wahrscheinlichkeit=karten</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Einen Befehl finden</translation>
    </message>
    <message>
        <source>A few letters of what you want to do</source>
        <translation>Ein paar Buchstaben dessen, was Sie tun wollen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>%1    (%2)</source>
        <translation>%1    (%2)</translation>
    </message>
    <message>
        <source>Nothing is called that. Try fewer letters.</source>
        <translation>Nichts heißt so. Versuchen Sie es mit weniger Buchstaben.</translation>
    </message>
    <message>
        <source>detect=find</source>
        <translation>erkennen=finden</translation>
    </message>
    <message>
        <source>merge=join</source>
        <translation>vereinigen=verbinden</translation>
    </message>
    <message>
        <source>remove=delete</source>
        <translation>entfernen=löschen</translation>
    </message>
    <message>
        <source>distance=ruler</source>
        <translation>abstand=lineal</translation>
    </message>
    <message>
        <source>calibration=pixel size</source>
        <translation>kalibrierung=pixelgröße</translation>
    </message>
    <message>
        <source>train=teach</source>
        <translation>trainieren=anlernen</translation>
    </message>
</context>
<context>
    <name>nb::CompanionView</name>
    <message>
        <source>&amp;Linked</source>
        <translation>Ge&amp;koppelt</translation>
    </message>
    <message>
        <source>Second view</source>
        <translation>Zweite Ansicht</translation>
    </message>
    <message>
        <source>The second slide could not be opened.</source>
        <translation>Der zweite Schnitt konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Same slide</source>
        <translation>Derselbe Schnitt</translation>
    </message>
    <message>
        <source>Another slide…</source>
        <translation>Anderer Schnitt…</translation>
    </message>
    <message>
        <source>What the second view shows</source>
        <translation>Was die zweite Ansicht zeigt</translation>
    </message>
    <message>
        <source>As scanned</source>
        <translation>Wie gescannt</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>Umrisse</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Inneres</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>What lies over it</source>
        <translation>Was darüber liegt</translation>
    </message>
    <message>
        <source>Off: move one view alone, to lay the same place under both. On: both move as one.</source>
        <translation>Aus: eine Ansicht allein bewegen, um dieselbe Stelle unter beide zu legen. Ein: beide bewegen sich wie eine.</translation>
    </message>
    <message>
        <source>Close the second view</source>
        <translation>Die zweite Ansicht schließen</translation>
    </message>
</context>
<context>
    <name>nb::CorrectPanel</name>
    <message>
        <source>&amp;Next to check</source>
        <translation>&amp;Nächster zu prüfen</translation>
    </message>
    <message>
        <source>Show the next nucleus that the model doubts</source>
        <translation>Den nächsten Kern zeigen, an dem das Modell zweifelt</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Show the nucleus before</source>
        <translation>Den Kern davor zeigen</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Bestätigen</translation>
    </message>
    <message>
        <source>The nucleus is right as it is (or all that are selected), and on to the next</source>
        <translation>Der Kern ist richtig, wie er ist (oder alle ausgewählten), und weiter zum nächsten</translation>
    </message>
    <message>
        <source>Fi&amp;x</source>
        <translation>&amp;Korrigieren</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>No nucleus: delete it (or all that are selected), and on to the next</source>
        <translation>Kein Kern: löschen (oder alle ausgewählten), und weiter zum nächsten</translation>
    </message>
    <message>
        <source>This case can only be looked at. %1</source>
        <translation>Dieser Fall kann nur angesehen werden. %1</translation>
    </message>
    <message>
        <source>Take the brush and correct its outline</source>
        <translation>Zum Pinsel greifen und den Umriss korrigieren</translation>
    </message>
</context>
<context>
    <name>nb::CountingGrid</name>
    <message>
        <source>Counting grid</source>
        <translation>Zählgitter</translation>
    </message>
    <message>
        <source>Squares of %1 µm</source>
        <translation>Quadrate von %1 µm</translation>
    </message>
    <message>
        <source>Squares of %1 px</source>
        <translation>Quadrate von %1 px</translation>
    </message>
    <message>
        <source>%1, if the assumed µm/px is right</source>
        <translation>%1, falls die angenommenen µm/px stimmen</translation>
    </message>
    <message>
        <source>%1: too small to be seen here, zoom in</source>
        <translation>%1: hier zu klein, um sichtbar zu sein; bitte vergrößern</translation>
    </message>
</context>
<context>
    <name>nb::CountsText</name>
    <message>
        <source>%1 right as found</source>
        <translation>%1 richtig gefunden</translation>
    </message>
    <message>
        <source>%1 corrected</source>
        <translation>%1 korrigiert</translation>
    </message>
    <message>
        <source>%1 missed and drawn</source>
        <translation>%1 übersehen und gezeichnet</translation>
    </message>
    <message>
        <source>%1 wrong and deleted</source>
        <translation>%1 falsch und gelöscht</translation>
    </message>
    <message>
        <source>%1 in checked regions</source>
        <translation>%1 in geprüften Regionen</translation>
    </message>
    <message>
        <source>Nothing was checked yet.</source>
        <translation>Noch nichts wurde geprüft.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>nb::DisplayPanel</name>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>Changes what is shown, never what is computed.</source>
        <translation>Ändert, was zu sehen ist, nie, was berechnet wird.</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Show the slide&apos;s colours as scanned</source>
        <translation>Die Farben des Schnitts wie gescannt zeigen</translation>
    </message>
    <message>
        <source>Reset brightness, contrast and gamma</source>
        <translation>Helligkeit, Kontrast und Gamma zurücksetzen</translation>
    </message>
    <message>
        <source>+%1 %</source>
        <translation>+%1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>nb::EditActions</name>
    <message>
        <source>&amp;Rectangle</source>
        <translation>&amp;Rechteck</translation>
    </message>
    <message>
        <source>Drag a rectangle</source>
        <translation>Ein Rechteck ziehen</translation>
    </message>
    <message>
        <source>&amp;Ellipse</source>
        <translation>&amp;Ellipse</translation>
    </message>
    <message>
        <source>Drag an ellipse</source>
        <translation>Eine Ellipse ziehen</translation>
    </message>
    <message>
        <source>&amp;Polygon</source>
        <translation>&amp;Polygon</translation>
    </message>
    <message>
        <source>Draw an outline point by point</source>
        <translation>Einen Umriss Punkt für Punkt zeichnen</translation>
    </message>
    <message>
        <source>&amp;Freehand</source>
        <translation>&amp;Freihand</translation>
    </message>
    <message>
        <source>Draw an outline in one drag</source>
        <translation>Einen Umriss in einem Zug zeichnen</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>P&amp;insel</translation>
    </message>
    <message>
        <source>Paint nuclei; Alt takes away</source>
        <translation>Kerne malen; Alt nimmt weg</translation>
    </message>
    <message>
        <source>&amp;Wand</source>
        <translation>&amp;Zauberstab</translation>
    </message>
    <message>
        <source>Paint what looks alike</source>
        <translation>Malen, was ähnlich aussieht</translation>
    </message>
    <message>
        <source>&amp;Knife</source>
        <translation>&amp;Messer</translation>
    </message>
    <message>
        <source>Split nuclei by one stroke</source>
        <translation>Kerne mit einem Strich zerteilen</translation>
    </message>
    <message>
        <source>&amp;Join</source>
        <translation>Ver&amp;binden</translation>
    </message>
    <message>
        <source>S&amp;nap</source>
        <translation>Erfa&amp;ssen</translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <translation>&amp;Lasso</translation>
    </message>
    <message>
        <source>Select nuclei by a line around them; or hold S</source>
        <translation>Kerne mit einer Linie um sie herum auswählen; oder S gedrückt halten</translation>
    </message>
    <message>
        <source>&amp;Draw regions</source>
        <translation>Regionen zeic&amp;hnen</translation>
    </message>
    <message>
        <source>What is drawn is a region, not a nucleus</source>
        <translation>Was gezeichnet wird, ist eine Region, kein Kern</translation>
    </message>
    <message>
        <source>Keep the &amp;tool in hand</source>
        <translation>&amp;Werkzeug in der Hand behalten</translation>
    </message>
    <message>
        <source>Do not go back to Move after each figure</source>
        <translation>Nicht nach jeder Figur zum Verschieben zurückkehren</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Delete what is selected; undo brings it back</source>
        <translation>Löschen, was ausgewählt ist; Rückgängig bringt es wieder</translation>
    </message>
    <message>
        <source>Fill &amp;holes</source>
        <translation>Löc&amp;her füllen</translation>
    </message>
    <message>
        <source>Fill the holes of the selected nuclei</source>
        <translation>Die Löcher der ausgewählten Kerne füllen</translation>
    </message>
    <message>
        <source>S&amp;mooth</source>
        <translation>&amp;Glätten</translation>
    </message>
    <message>
        <source>Smooth the outlines of the selected nuclei</source>
        <translation>Die Umrisse der ausgewählten Kerne glätten</translation>
    </message>
    <message>
        <source>&amp;Grow</source>
        <translation>A&amp;usweiten</translation>
    </message>
    <message>
        <source>Grow the selected nuclei by one pixel, up to their neighbours</source>
        <translation>Die ausgewählten Kerne um ein Pixel ausweiten, bis an ihre Nachbarn</translation>
    </message>
    <message>
        <source>Shrink the selected nuclei by one pixel</source>
        <translation>Die ausgewählten Kerne um ein Pixel schrumpfen</translation>
    </message>
    <message>
        <source>Make a region that holds all of the slide</source>
        <translation>Eine Region anlegen, die den ganzen Schnitt enthält</translation>
    </message>
    <message>
        <source>&amp;All nuclei</source>
        <translation>&amp;Alle Kerne</translation>
    </message>
    <message>
        <source>Select all nuclei of the slide</source>
        <translation>Alle Kerne des Schnitts auswählen</translation>
    </message>
    <message>
        <source>&amp;Nothing</source>
        <translation>&amp;Nichts</translation>
    </message>
    <message>
        <source>Nothing is selected any more</source>
        <translation>Nichts ist mehr ausgewählt</translation>
    </message>
    <message>
        <source>By a &amp;measurement…</source>
        <translation>Nach einem &amp;Messwert…</translation>
    </message>
    <message>
        <source>Select nuclei whose measurement is in a range</source>
        <translation>Kerne auswählen, deren Messwert in einem Bereich liegt</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>&amp;Auswählen</translation>
    </message>
    <message>
        <source>By &amp;class</source>
        <translation>Nach &amp;Klasse</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Make one of several nuclei: of the selected ones, or by a stroke</source>
        <translation>Aus mehreren Kernen einen machen: aus den ausgewählten oder durch einen Strich</translation>
    </message>
    <message>
        <source>Shrin&amp;k</source>
        <translation>&amp;Schrumpfen</translation>
    </message>
    <message>
        <source>Regi&amp;on of the whole slide</source>
        <translation>Re&amp;gion aus dem ganzen Schnitt</translation>
    </message>
    <message>
        <source>In the selected &amp;region</source>
        <translation>In der ausgewählten &amp;Region</translation>
    </message>
    <message>
        <source>Select the nuclei in the selected region</source>
        <translation>Die Kerne in der ausgewählten Region auswählen</translation>
    </message>
    <message>
        <source>Click a nucleus: its outline is found from the picture and the model&apos;s maps</source>
        <translation>Einen Kern anklicken: Sein Umriss wird aus dem Bild und den Karten des Modells gefunden</translation>
    </message>
    <message>
        <source>Loc&amp;k or unlock</source>
        <translation>Sperren oder &amp;entsperren</translation>
    </message>
    <message>
        <source>Lock what is selected, so that nothing changes or deletes it; again: unlock it</source>
        <translation>Sperren, was ausgewählt ist, damit nichts es ändert oder löscht; noch einmal: entsperren</translation>
    </message>
</context>
<context>
    <name>nb::EditTexts</name>
    <message>
        <source>There is no nucleus here.</source>
        <translation>Hier ist kein Kern.</translation>
    </message>
    <message>
        <source>Nothing was split: draw the stroke right across a nucleus, from outside to outside.</source>
        <translation>Nichts wurde zerteilt: Ziehen Sie den Strich quer durch einen Kern, von außen nach außen.</translation>
    </message>
    <message>
        <source>Nothing was joined: draw the stroke over at least two nuclei, or select them first.</source>
        <translation>Nichts wurde verbunden: Ziehen Sie den Strich über mindestens zwei Kerne oder wählen Sie sie vorher aus.</translation>
    </message>
    <message>
        <source>Other nuclei lie there already. Hold Ctrl+Shift with the brush to paint over them.</source>
        <translation>Dort liegen schon andere Kerne. Halten Sie beim Pinsel Strg+Umschalt gedrückt, um sie zu übermalen.</translation>
    </message>
    <message>
        <source>Nothing would be left of the nucleus. To delete it, select it and press Del.</source>
        <translation>Vom Kern bliebe nichts übrig. Um ihn zu löschen, wählen Sie ihn aus und drücken Sie Entf.</translation>
    </message>
    <message>
        <source>That changes nothing.</source>
        <translation>Das ändert nichts.</translation>
    </message>
    <message>
        <source>The nucleus was changed meanwhile. Please do it again.</source>
        <translation>Der Kern wurde inzwischen geändert. Bitte noch einmal.</translation>
    </message>
    <message>
        <source>Too many nuclei are selected for this: at most %1 at a time.</source>
        <translation>Dafür sind zu viele Kerne ausgewählt: höchstens %1 auf einmal.</translation>
    </message>
    <message>
        <source>The model is not ready yet. Try again in a moment, or draw the nucleus.</source>
        <translation>Das Modell ist noch nicht bereit. Versuchen Sie es gleich noch einmal oder zeichnen Sie den Kern.</translation>
    </message>
    <message>
        <source>The model cannot tell what is here. Draw the nucleus with the brush or freehand.</source>
        <translation>Das Modell kann nicht sagen, was hier ist. Zeichnen Sie den Kern mit dem Pinsel oder freihändig.</translation>
    </message>
    <message>
        <source>These nuclei lie too far apart to be one. Join nuclei that touch or nearly touch.</source>
        <translation>Diese Kerne liegen zu weit auseinander, um einer zu sein. Verbinden Sie Kerne, die sich (beinahe) berühren.</translation>
    </message>
    <message>
        <source>No clear edge of a nucleus was found here. Click nearer to its middle, draw roughly around it, or use the brush.</source>
        <translation>Hier war kein klarer Rand eines Kerns zu finden. Klicken Sie näher an seine Mitte, umfahren Sie ihn grob oder nehmen Sie den Pinsel.</translation>
    </message>
    <message>
        <source>What lies here is too large for a nucleus. Draw roughly around the one you mean.</source>
        <translation>Was hier liegt, ist zu groß für einen Kern. Umfahren Sie grob den, den Sie meinen.</translation>
    </message>
    <message>
        <source>There is no region here to take away from.</source>
        <translation>Hier ist keine Region, von der etwas weggenommen werden könnte.</translation>
    </message>
    <message>
        <source>Nothing would be left of the region. To delete it, select it and press Del.</source>
        <translation>Von der Region bliebe nichts übrig. Um sie zu löschen, wählen Sie sie aus und drücken Sie Entf.</translation>
    </message>
    <message>
        <source>This nucleus is locked. Select it and press Ctrl+K to unlock it.</source>
        <translation>Dieser Kern ist gesperrt. Wählen Sie ihn aus und drücken Sie Strg+K, um ihn zu entsperren.</translation>
    </message>
    <message numerus="yes">
        <source>%n nuclei are locked and stayed as they were. Select them and press Ctrl+K to unlock them.</source>
        <translation>
            <numerusform>%n Kern ist gesperrt und blieb, wie er war. Wählen Sie ihn aus und drücken Sie Strg+K, um ihn zu entsperren.</numerusform>
            <numerusform>%n Kerne sind gesperrt und blieben, wie sie waren. Wählen Sie sie aus und drücken Sie Strg+K, um sie zu entsperren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::EditingController</name>
    <message>
        <source>Nothing can be changed: %1</source>
        <translation>Es lässt sich nichts ändern: %1</translation>
    </message>
    <message>
        <source>The case could not be read</source>
        <translation>Der Fall konnte nicht gelesen werden</translation>
    </message>
    <message numerus="yes">
        <source>%n nuclei are selected.</source>
        <translation>
            <numerusform>%n Kern ist ausgewählt.</numerusform>
            <numerusform>%n Kerne sind ausgewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Move point</source>
        <translation>Punkt verschieben</translation>
    </message>
    <message>
        <source>Add point</source>
        <translation>Punkt hinzufügen</translation>
    </message>
    <message>
        <source>Remove point</source>
        <translation>Punkt entfernen</translation>
    </message>
    <message>
        <source>%1 was changed and is no longer marked as checked.</source>
        <translation>%1 wurde geändert und gilt nicht mehr als geprüft.</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>Löcher füllen</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Glätten</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Ausweiten</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>Schrumpfen</translation>
    </message>
    <message>
        <source>Whole slide</source>
        <translation>Ganzer Schnitt</translation>
    </message>
    <message>
        <source>Draw nucleus</source>
        <translation>Kern zeichnen</translation>
    </message>
    <message>
        <source>Split nucleus</source>
        <translation>Kern zerteilen</translation>
    </message>
    <message>
        <source>Join nuclei</source>
        <translation>Kerne verbinden</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n nuclei</source>
        <translation>
            <numerusform>%n Kern löschen</numerusform>
            <numerusform>%n Kerne löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Snap nucleus</source>
        <translation>Kern erfassen</translation>
    </message>
    <message>
        <source>The model is looking here…</source>
        <translation>Das Modell sieht hier nach…</translation>
    </message>
    <message>
        <source>%1 is locked. Unlock it in the tab Correct, under Regions, to change it.</source>
        <translation>%1 ist gesperrt. Heben Sie die Sperre im Reiter Korrigieren unter Regionen auf, um sie zu ändern.</translation>
    </message>
    <message numerus="yes">
        <source>Lock %n nuclei</source>
        <translation>
            <numerusform>%n Kern sperren</numerusform>
            <numerusform>%n Kerne sperren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlock %n nuclei</source>
        <translation>
            <numerusform>%n Kern entsperren</numerusform>
            <numerusform>%n Kerne entsperren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::EllipseTool</name>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Drag an ellipse. Shift makes it a circle.</source>
        <translation>Eine Ellipse ziehen. Umschalt macht sie zum Kreis.</translation>
    </message>
</context>
<context>
    <name>nb::EvaluationPanel</name>
    <message>
        <source>Click or press Enter to see them one by one</source>
        <translation>Klicken oder Eingabe drücken, um sie einzeln zu sehen</translation>
    </message>
    <message>
        <source>Within checked regions</source>
        <translation>In geprüften Regionen</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Where to compare</source>
        <translation>Wo verglichen wird</translation>
    </message>
    <message>
        <source>How well the nuclei were found</source>
        <translation>Wie gut die Kerne gefunden wurden</translation>
    </message>
    <message>
        <source>&amp;Judge</source>
        <translation>&amp;Beurteilt</translation>
    </message>
    <message>
        <source>A&amp;gainst</source>
        <translation>&amp;Mit</translation>
    </message>
    <message>
        <source>W&amp;here</source>
        <translation>W&amp;o</translation>
    </message>
    <message>
        <source>Region without a name</source>
        <translation>Region ohne Namen</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>True</source>
        <translation>Wahr</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>Export the evaluation</source>
        <translation>Auswertung exportieren</translation>
    </message>
    <message>
        <source>%1 evaluation</source>
        <translation>%1 Auswertung</translation>
    </message>
    <message>
        <source>Report, one page (*.pdf);;Comma-separated values (*.csv)</source>
        <translation>Bericht, eine Seite (*.pdf);;Durch Kommas getrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>This case&apos;s nuclei</source>
        <translation>Kerne dieses Falls</translation>
    </message>
    <message>
        <source>The nuclei to be judged</source>
        <translation>Die Kerne, die beurteilt werden</translation>
    </message>
    <message>
        <source>This case&apos;s checked regions</source>
        <translation>Geprüfte Regionen dieses Falls</translation>
    </message>
    <message>
        <source>The truth</source>
        <translation>Die Wahrheit</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>Ver&amp;gleichen</translation>
    </message>
    <message>
        <source>Pre&amp;vious</source>
        <translation>Vo&amp;rige</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Nächste</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>The evaluation could not be written.</source>
        <translation>Die Auswertung konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Open a slide, then compare what was found with what is true.</source>
        <translation>Öffnen Sie einen Schnitt; vergleichen Sie dann, was gefunden wurde, mit dem, was wahr ist.</translation>
    </message>
    <message>
        <source>No region of this case is checked. Compare everywhere instead.</source>
        <translation>Keine Region dieses Falls ist geprüft. Vergleichen Sie stattdessen überall.</translation>
    </message>
    <message>
        <source>The nuclei could not be compared.</source>
        <translation>Die Kerne konnten nicht verglichen werden.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The case was changed since. Compare again.</source>
        <translation>Der Fall wurde seither geändert. Vergleichen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Click a number of mistakes to see them.</source>
        <translation>Klicken Sie auf eine Anzahl von Fehlern, um sie zu sehen.</translation>
    </message>
    <message>
        <source>“Compare” says how well they agree.</source>
        <translation>„Vergleichen“ sagt, wie gut beide übereinstimmen.</translation>
    </message>
    <message>
        <source>%1 (for training)</source>
        <translation>%1 (zum Lernen)</translation>
    </message>
    <message>
        <source>%1 (held out)</source>
        <translation>%1 (zurückgehalten)</translation>
    </message>
    <message>
        <source>All together, overlaps once</source>
        <translation>Alle zusammen, Überlappung einmal</translation>
    </message>
    <message>
        <source>Regions for training flatter a model that learnt from them. Judge it by the others.</source>
        <translation>Regionen zum Lernen schmeicheln einem Modell, das aus ihnen gelernt hat. Beurteilen Sie es nach den anderen.</translation>
    </message>
    <message>
        <source>Some regions overlap: all together, what lies in several of them counts once.</source>
        <translation>Einige Regionen überlappen sich: Alle zusammen zählt, was in mehreren liegt, nur einmal.</translation>
    </message>
    <message>
        <source>A model is judged within checked regions, where it looks anew; everywhere would be all of the slide. Choose “Within checked regions”, or find nuclei on the slide first and judge those.</source>
        <translation>Ein Modell wird in geprüften Regionen beurteilt, wo es neu sucht; überall wäre der ganze Schnitt. Wählen Sie „In geprüften Regionen“, oder suchen Sie erst Kerne auf dem Schnitt und beurteilen Sie diese.</translation>
    </message>
    <message>
        <source>No region of this case is checked, so nobody knows where its nuclei are right. In the tab Correct draw a region, correct the nuclei in it and mark it as checked; then compare.</source>
        <translation>Keine Region dieses Falls ist geprüft, daher weiß niemand, wo seine Kerne stimmen. Zeichnen Sie im Reiter Korrigieren eine Region, korrigieren Sie die Kerne darin und kennzeichnen Sie sie als geprüft; dann vergleichen Sie.</translation>
    </message>
    <message>
        <source>These are the same nuclei. Choose a model, a file or another case to be judged, or a file as the truth.</source>
        <translation>Das sind dieselben Kerne. Wählen Sie ein Modell, eine Datei oder einen anderen Fall zum Beurteilen, oder eine Datei als Wahrheit.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>An&amp;halten</translation>
    </message>
</context>
<context>
    <name>nb::ExchangeController</name>
    <message numerus="yes">
        <source>%n nucleus/nuclei exported</source>
        <translation>
            <numerusform>%n Kern exportiert</numerusform>
            <numerusform>%n Kerne exportiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n region(s)</source>
        <translation>
            <numerusform>, %n Region</numerusform>
            <numerusform>, %n Regionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n training picture(s) written</source>
        <translation>
            <numerusform>%n Trainingsbild geschrieben</numerusform>
            <numerusform>%n Trainingsbilder geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> with %n nucleus/nuclei</source>
        <translation>
            <numerusform> mit %n Kern</numerusform>
            <numerusform> mit %n Kernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking the picture…</source>
        <translation>Das Bild wird aufgenommen…</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>%1 wird geschrieben…</translation>
    </message>
    <message>
        <source>The picture was written</source>
        <translation>Das Bild wurde geschrieben</translation>
    </message>
    <message>
        <source>%1 was not exported.</source>
        <translation>%1 wurde nicht exportiert.</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen…</translation>
    </message>
    <message>
        <source>%1 was not imported.</source>
        <translation>%1 wurde nicht importiert.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
</context>
<context>
    <name>nb::ExportDialog</name>
    <message>
        <source>As &amp;annotations, to edit them in QuPath</source>
        <translation>Als &amp;Annotationen, um sie in QuPath zu bearbeiten</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>QuPath edits annotations, but not detections. Without it, only what a person corrected or drew is one.</source>
        <translation>QuPath bearbeitet Annotationen, aber keine Detektionen. Sonst ist nur eine Annotation, was ein Mensch korrigiert oder gezeichnet hat.</translation>
    </message>
    <message>
        <source>As on the screen</source>
        <translation>Wie auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Twice as fine, to print</source>
        <translation>Doppelt so fein, zum Drucken</translation>
    </message>
    <message>
        <source>Four times as fine, for a poster</source>
        <translation>Viermal so fein, für ein Poster</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>Wa&amp;s</translation>
    </message>
    <message>
        <source>A&amp;s</source>
        <translation>A&amp;ls</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Nach</translation>
    </message>
    <message numerus="yes">
        <source>All %n nucleus/nuclei</source>
        <translation>
            <numerusform>Alle (%n Kern)</numerusform>
            <numerusform>Alle %n Kerne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What lies in the %n region(s)</source>
        <translation>
            <numerusform>Was in der %n Region liegt</numerusform>
            <numerusform>Was in den %n Regionen liegt</numerusform>
        </translation>
    </message>
    <message>
        <source>What lies in region %1</source>
        <translation>Was in Region %1 liegt</translation>
    </message>
    <message>
        <source>What lies in “%1”</source>
        <translation>Was in „%1“ liegt</translation>
    </message>
    <message>
        <source>GeoJSON, for QuPath</source>
        <translation>GeoJSON, für QuPath</translation>
    </message>
    <message>
        <source>GeoJSON, compressed</source>
        <translation>GeoJSON, komprimiert</translation>
    </message>
    <message>
        <source>Table, for a spreadsheet (CSV)</source>
        <translation>Tabelle, für Tabellenprogramme (CSV)</translation>
    </message>
    <message>
        <source>Label image (TIFF)</source>
        <translation>Label-Bild (TIFF)</translation>
    </message>
    <message>
        <source>Training pictures of the regions</source>
        <translation>Trainingsbilder der Regionen</translation>
    </message>
    <message>
        <source>Picture of what I see</source>
        <translation>Bild dessen, was ich sehe</translation>
    </message>
    <message>
        <source>A folder for the training pictures</source>
        <translation>Ein Ordner für die Trainingsbilder</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Type the name of a file.</source>
        <translation>Geben Sie einen Dateinamen ein.</translation>
    </message>
    <message>
        <source>The name has to end in %1.</source>
        <translation>Der Name muss auf %1 enden.</translation>
    </message>
    <message>
        <source>This folder is not there.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>Nothing can be written in this folder. Choose another one.</source>
        <translation>In diesem Ordner darf nicht geschrieben werden. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>This is the slide itself. Choose another name.</source>
        <translation>Das ist der Schnitt selbst. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>This file is there already and will be replaced.</source>
        <translation>Diese Datei gibt es schon; sie wird ersetzt.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>The %n selected nucleus/nuclei</source>
        <translation>
            <numerusform>Der %n ausgewählte Kern</numerusform>
            <numerusform>Die %n ausgewählten Kerne</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::ExtractionPanel</name>
    <message>
        <source>What counts as a nucleus</source>
        <translation>Was als Zellkern zählt</translation>
    </message>
    <message>
        <source>How sure the model has to be that a place is inside of a nucleus. Higher: fewer nuclei, and those that touch come apart.</source>
        <translation>Wie sicher das Modell sein muss, dass eine Stelle im Inneren eines Zellkerns liegt. Höher: weniger Kerne, und solche, die sich berühren, werden getrennt.</translation>
    </message>
    <message>
        <source>Smaller ones are left out as specks. Counted before the rim that the model leaves between inside and boundary is added.</source>
        <translation>Kleinere gelten als Flecken und werden weggelassen. Gezählt, bevor der Saum hinzukommt, den das Modell zwischen Innerem und Rand lässt.</translation>
    </message>
    <message>
        <source>&amp;Reset to the model&apos;s own</source>
        <translation>&amp;Zurück zur Vorgabe des Modells</translation>
    </message>
    <message>
        <source>Inside where the model is surer than %1</source>
        <translation>Innen, wo das Modell sicherer ist als %1</translation>
    </message>
    <message>
        <source>Fixed while the slide is being searched, so that all its nuclei are found alike.</source>
        <translation>Fest, solange der Schnitt durchsucht wird, damit alle seine Kerne auf gleiche Weise gefunden werden.</translation>
    </message>
    <message>
        <source>Your own setting. Shown is what it finds where the model has looked; searches use it too, and an export says so. What was found before comes back with a reset.</source>
        <translation>Ihre eigene Einstellung. Gezeigt wird, was sie dort findet, wo das Modell schon hingesehen hat; auch die Suche verwendet sie, und ein Export nennt sie. Was vorher gefunden war, kommt mit dem Zurücksetzen wieder.</translation>
    </message>
    <message>
        <source>As the model file says.</source>
        <translation>Wie es die Modelldatei vorgibt.</translation>
    </message>
    <message>
        <source>Smallest nucleus: an inside of %1 µm² (%2 px of the model)</source>
        <translation>Kleinster Kern: ein Inneres von %1 µm² (%2 px des Modells)</translation>
    </message>
</context>
<context>
    <name>nb::FileChooser</name>
    <message>
        <source>Export nuclei for QuPath</source>
        <translation>Kerne für QuPath exportieren</translation>
    </message>
    <message>
        <source>GeoJSON (*.geojson);;GeoJSON, compressed (*.geojson.gz)</source>
        <translation>GeoJSON (*.geojson);;GeoJSON, komprimiert (*.geojson.gz)</translation>
    </message>
    <message>
        <source>Open a slide or case</source>
        <translation>Schnitt oder Fall öffnen</translation>
    </message>
    <message>
        <source>Slides, pictures and cases (*.nsc *.svs *.ndpi *.mrxs *.scn *.vms *.vmu *.bif *.svslide *.tif *.tiff *.png *.jpg *.jpeg *.bmp);;All files (*)</source>
        <translation>Schnitte, Bilder und Fälle (*.nsc *.svs *.ndpi *.mrxs *.scn *.vms *.vmu *.bif *.svslide *.tif *.tiff *.png *.jpg *.jpeg *.bmp);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import nuclei and regions</source>
        <translation>Kerne und Regionen importieren</translation>
    </message>
    <message>
        <source>Save the case as</source>
        <translation>Fall speichern unter</translation>
    </message>
    <message>
        <source>Nucleoscope case (*%1)</source>
        <translation>Nucleoscope-Fall (*%1)</translation>
    </message>
    <message>
        <source>Nuclei and regions (*.geojson *.json *.geojson.gz *.json.gz *.zip *.xml *.png *.tif *.tiff);;GeoJSON, of QuPath (*.geojson *.json *.geojson.gz *.json.gz *.zip);;Annotations of ASAP or ImageScope (*.xml);;Label images (*.png *.tif *.tiff);;All files (*)</source>
        <translation>Kerne und Regionen (*.geojson *.json *.geojson.gz *.json.gz *.zip *.xml *.png *.tif *.tiff);;GeoJSON, aus QuPath (*.geojson *.json *.geojson.gz *.json.gz *.zip);;Annotationen von ASAP oder ImageScope (*.xml);;Labelbilder (*.png *.tif *.tiff);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>nb::FileExport</name>
    <message>
        <source>Writing the file</source>
        <translation>Die Datei wird geschrieben</translation>
    </message>
    <message>
        <source>Stop writing the file</source>
        <translation>Das Schreiben der Datei anhalten</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben…</translation>
    </message>
</context>
<context>
    <name>nb::FindPanel</name>
    <message>
        <source>Could not be loaded</source>
        <translation>Konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Find nuclei</source>
        <translation>Kerne finden</translation>
    </message>
    <message>
        <source>Segment &amp;what I see</source>
        <translation>S&amp;uchen, was ich sehe</translation>
    </message>
    <message>
        <source>Segment the who&amp;le slide</source>
        <translation>Den &amp;ganzen Schnitt durchsuchen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>%1, made for %2 µm/px</source>
        <translation>%1, gemacht für %2 µm/px</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Lizenz: %1</translation>
    </message>
    <message>
        <source>Looking at the slide&apos;s stain and tissue…</source>
        <translation>Färbung und Gewebe des Schnitts werden untersucht…</translation>
    </message>
    <message>
        <source>Getting the slide ready…</source>
        <translation>Der Schnitt wird vorbereitet…</translation>
    </message>
    <message>
        <source>Looking at what you see…</source>
        <translation>Der sichtbare Bereich wird durchsucht…</translation>
    </message>
    <message>
        <source>Going through the region…</source>
        <translation>Der Bereich wird durchsucht…</translation>
    </message>
    <message>
        <source>Going through the slide…</source>
        <translation>Der Schnitt wird durchsucht…</translation>
    </message>
    <message numerus="yes">
        <source>%n nucleus/nuclei</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing yet. Zoom to a place of interest and segment what you see.</source>
        <translation>Noch nichts. Eine Stelle heranholen und suchen, was zu sehen ist.</translation>
    </message>
    <message numerus="yes">
        <source>Last search: %n nucleus/nuclei on %1&#xa0;mm² in %2&#xa0;s.</source>
        <translation>
            <numerusform>Letzte Suche: %n Kern auf %1&#xa0;mm² in %2&#xa0;s.</numerusform>
            <numerusform>Letzte Suche: %n Kerne auf %1&#xa0;mm² in %2&#xa0;s.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % had no tissue and was skipped.</source>
        <translation>%1 % waren ohne Gewebe und wurden übersprungen.</translation>
    </message>
    <message numerus="yes">
        <source>%n shape(s) too large for a nucleus left out.</source>
        <translation>
            <numerusform>%n Form war zu groß für einen Kern und fehlt.</numerusform>
            <numerusform>%n Formen waren zu groß für einen Kern und fehlen.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>It went on where it was stopped before; what was found until then is not counted here.</source>
        <translation>Sie ging dort weiter, wo sie angehalten worden war; was bis dahin gefunden wurde, ist hier nicht mitgezählt.</translation>
    </message>
    <message numerus="yes">
        <source>%n nucleus/nuclei left out because a person&apos;s are there.</source>
        <translation>
            <numerusform>%n Kern weggelassen, weil dort der eines Menschen liegt.</numerusform>
            <numerusform>%n Kerne weggelassen, weil dort die eines Menschen liegen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nucleus/nuclei in the case</source>
        <translation>
            <numerusform>%n Kern im Fall</numerusform>
            <numerusform>%n Kerne im Fall</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the screen with your setting</source>
        <translation>
            <numerusform>%n auf dem Bildschirm mit Ihrer Einstellung</numerusform>
            <numerusform>%n auf dem Bildschirm mit Ihrer Einstellung</numerusform>
        </translation>
    </message>
    <message>
        <source>To show what your setting finds, the model has to look here again: press “Segment what I see”.</source>
        <translation>Um zu zeigen, was Ihre Einstellung findet, muss das Modell hier noch einmal hinsehen: „Suchen, was ich sehe“ drücken.</translation>
    </message>
    <message>
        <source>Not all that is on the screen: for the rest, the model has to look here again.</source>
        <translation>Nicht alles, was auf dem Bildschirm ist: für den Rest muss das Modell hier noch einmal hinsehen.</translation>
    </message>
    <message>
        <source>Go on with the who&amp;le slide (%1 %)</source>
        <translation>Mit dem &amp;ganzen Schnitt weitermachen (%1 %)</translation>
    </message>
</context>
<context>
    <name>nb::FindingTexts</name>
    <message>
        <source>Missed</source>
        <translation>Übersehen</translation>
    </message>
    <message>
        <source>False</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Verschmolzen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Zerteilt</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>A nucleus that nothing found</source>
        <translation>Ein Kern, den nichts gefunden hat</translation>
    </message>
    <message>
        <source>Found where there is no nucleus</source>
        <translation>Gefunden, wo kein Kern ist</translation>
    </message>
    <message>
        <source>A nucleus swallowed by what was found for its neighbour</source>
        <translation>Ein Kern, der in dem aufging, was für seinen Nachbarn gefunden wurde</translation>
    </message>
    <message>
        <source>A piece of a nucleus that was found already</source>
        <translation>Ein Stück eines Kerns, der schon gefunden war</translation>
    </message>
</context>
<context>
    <name>nb::FoundBy</name>
    <message>
        <source>Select these n&amp;uclei</source>
        <translation>Diese &amp;Kerne auswählen</translation>
    </message>
    <message>
        <source>Which model found the nuclei</source>
        <translation>Welches Modell die Kerne gefunden hat</translation>
    </message>
    <message>
        <source>All of this case</source>
        <translation>Alle dieses Falls</translation>
    </message>
    <message>
        <source>Those selected</source>
        <translation>Die ausgewählten</translation>
    </message>
    <message>
        <source>Whose models are listed</source>
        <translation>Wessen Modelle aufgeführt sind</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Nuclei</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>Models, and how many nuclei each found</source>
        <translation>Modelle und wie viele Kerne jedes gefunden hat</translation>
    </message>
    <message>
        <source>The nuclei of each model could not be counted.</source>
        <translation>Die Kerne der einzelnen Modelle konnten nicht gezählt werden.</translation>
    </message>
    <message>
        <source>No model: drawn or imported</source>
        <translation>Kein Modell: gezeichnet oder importiert</translation>
    </message>
    <message>
        <source>%1 (not here)</source>
        <translation>%1 (nicht hier)</translation>
    </message>
    <message>
        <source>Open a slide to see which models found its nuclei.</source>
        <translation>Öffnen Sie einen Schnitt, um zu sehen, welche Modelle seine Kerne gefunden haben.</translation>
    </message>
    <message>
        <source>Select nuclei on the slide to see which models found them.</source>
        <translation>Wählen Sie Kerne auf dem Schnitt aus, um zu sehen, welche Modelle sie gefunden haben.</translation>
    </message>
    <message>
        <source>There are no nuclei yet.</source>
        <translation>Es gibt noch keine Kerne.</translation>
    </message>
    <message>
        <source>The nuclei could not be selected.</source>
        <translation>Die Kerne konnten nicht ausgewählt werden.</translation>
    </message>
</context>
<context>
    <name>nb::FreehandTool</name>
    <message>
        <source>Freehand</source>
        <translation>Freihand</translation>
    </message>
    <message>
        <source>Drag along the outline; letting go closes it. Esc gives it up.</source>
        <translation>Am Umriss entlang ziehen; Loslassen schließt ihn. Esc verwirft ihn.</translation>
    </message>
</context>
<context>
    <name>nb::GoToDialog</name>
    <message>
        <source>Go to a place</source>
        <translation>Zu einer Stelle gehen</translation>
    </message>
    <message>
        <source>Pixels of the slide</source>
        <translation>Pixeln des Schnitts</translation>
    </message>
    <message>
        <source>µm</source>
        <translation>µm</translation>
    </message>
    <message>
        <source>&amp;x, from the left</source>
        <translation>&amp;x, von links</translation>
    </message>
    <message>
        <source>&amp;y, from the top</source>
        <translation>&amp;y, von oben</translation>
    </message>
    <message>
        <source>&amp;In</source>
        <translation>&amp;In</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin gehen</translation>
    </message>
</context>
<context>
    <name>nb::HistogramView</name>
    <message>
        <source>Histogram of what is seen</source>
        <translation>Histogramm dessen, was zu sehen ist</translation>
    </message>
    <message>
        <source>How often each value of red, green and blue is on the screen, from black to white (logarithmic)</source>
        <translation>Wie oft jeder Wert von Rot, Grün und Blau zu sehen ist, von Schwarz bis Weiß (logarithmisch)</translation>
    </message>
</context>
<context>
    <name>nb::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>History, newest first</source>
        <translation>Verlauf, das Neueste zuerst</translation>
    </message>
    <message>
        <source>Double-click or Enter goes back to how it was after that step, or forward to it</source>
        <translation>Doppelklick oder Eingabe geht zum Stand nach diesem Schritt zurück oder vor</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Go to this step</source>
        <translation>Zu diesem Schritt gehen</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, by %2, %3</source>
        <translation>%1, von %2, %3</translation>
    </message>
    <message>
        <source>Nothing has been done yet</source>
        <translation>Noch wurde nichts getan</translation>
    </message>
    <message>
        <source>The beginning</source>
        <translation>Der Anfang</translation>
    </message>
</context>
<context>
    <name>nb::JoinTool</name>
    <message>
        <source>Join</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Draw one stroke over nuclei that belong together; they become one.</source>
        <translation>Einen Strich über Kerne ziehen, die zusammengehören; sie werden einer.</translation>
    </message>
</context>
<context>
    <name>nb::KeysDialog</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>A few letters of a command or a key</source>
        <translation>Ein paar Buchstaben eines Befehls oder einer Taste</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Tasten und Maus</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Move the slide</source>
        <translation>Schnitt verschieben</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Zoom where the mouse is</source>
        <translation>Vergrößern, wo die Maus steht</translation>
    </message>
    <message>
        <source>Ctrl+Wheel</source>
        <translation>Strg+Mausrad</translation>
    </message>
    <message>
        <source>Opacity of what lies over the slide</source>
        <translation>Deckkraft dessen, was über dem Schnitt liegt</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Key or mouse</source>
        <translation>Taste oder Maus</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>All keys as they were</source>
        <translation>Alle Tasten wie am Anfang</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>Eine andere Taste</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>Ver&amp;wenden</translation>
    </message>
    <message>
        <source>As it &amp;was</source>
        <translation>Wie &amp;vorher</translation>
    </message>
    <message>
        <source>%1 is taken: %2. Give that another key first.</source>
        <translation>%1 ist vergeben: %2. Geben Sie dem zuerst eine andere Taste.</translation>
    </message>
    <message>
        <source>No key does this any more; the menus still do.</source>
        <translation>Keine Taste tut das mehr; die Menüs tun es weiterhin.</translation>
    </message>
    <message>
        <source>%1 does this now.</source>
        <translation>%1 tut das jetzt.</translation>
    </message>
    <message>
        <source>Another &amp;key for the selected line:</source>
        <translation>Eine andere Tas&amp;te für die ausgewählte Zeile:</translation>
    </message>
</context>
<context>
    <name>nb::KnifeTool</name>
    <message>
        <source>Knife</source>
        <translation>Messer</translation>
    </message>
    <message>
        <source>Draw one stroke across a nucleus to split it. Esc gives the stroke up.</source>
        <translation>Einen Strich quer durch einen Kern ziehen, um ihn zu zerteilen. Esc verwirft den Strich.</translation>
    </message>
</context>
<context>
    <name>nb::LassoTool</name>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Drag around nuclei to select them. Shift adds, Alt takes away.</source>
        <translation>Um Kerne herum ziehen, um sie auszuwählen. Umschalt fügt hinzu, Alt nimmt weg.</translation>
    </message>
</context>
<context>
    <name>nb::LayerRow</name>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Show or hide: %1 (key %2)</source>
        <translation>Zeigen oder verbergen: %1 (Taste %2)</translation>
    </message>
    <message>
        <source>Opacity of %1</source>
        <translation>Deckkraft: %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>nb::LiveController</name>
    <message>
        <source>The model cannot be shown live everywhere.</source>
        <translation>Das Modell kann nicht überall live gezeigt werden.</translation>
    </message>
</context>
<context>
    <name>nb::LivePanel</name>
    <message>
        <source>The model &amp;live (Shift+V)</source>
        <translation>Das Modell &amp;live (Umschalt+V)</translation>
    </message>
    <message>
        <source>Begins when the slide is ready.</source>
        <translation>Beginnt, sobald der Schnitt bereit ist.</translation>
    </message>
    <message>
        <source>Show one of the layers 1 to 3 to see the model live.</source>
        <translation>Zeigen Sie eine der Ebenen 1 bis 3, um das Modell live zu sehen.</translation>
    </message>
    <message>
        <source>Zoom in to see the model live. What it has seen already is shown.</source>
        <translation>Vergrößern Sie, um das Modell live zu sehen. Gezeigt wird, was es schon gesehen hat.</translation>
    </message>
    <message>
        <source>Looking at what you see…</source>
        <translation>Sieht sich an, was Sie sehen …</translation>
    </message>
    <message>
        <source>All you see has been looked at.</source>
        <translation>Alles, was Sie sehen, ist angesehen.</translation>
    </message>
</context>
<context>
    <name>nb::MainWindow</name>
    <message>
        <source>Nucleoscope</source>
        <translation>Nucleoscope</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>&amp;See</source>
        <translation>&amp;Sehen</translation>
    </message>
    <message>
        <source>F&amp;ind</source>
        <translation>F&amp;inden</translation>
    </message>
    <message>
        <source>The nuclei are still being exported. The file would not be written.</source>
        <translation>Die Kerne werden noch exportiert. Die Datei würde nicht geschrieben.</translation>
    </message>
    <message>
        <source>The whole slide is being searched already, and that goes on. To search only what you see, stop it first; what it found stays.</source>
        <translation>Der ganze Schnitt wird bereits durchsucht, und das geht weiter. Um nur zu durchsuchen, was Sie sehen, halten Sie die Suche vorher an; was sie gefunden hat, bleibt.</translation>
    </message>
    <message>
        <source>The slide&apos;s stain is still being looked at</source>
        <translation>Die Färbung des Schnitts wird noch untersucht</translation>
    </message>
    <message>
        <source>The file does not say its µm/px; %1, the model&apos;s own, is assumed. If that is wrong, nuclei and sizes are wrong too.</source>
        <translation>Die Datei nennt ihre µm/px nicht; angenommen werden die des Modells, %1. Wenn das nicht stimmt, stimmen auch Kerne und Größen nicht.</translation>
    </message>
    <message>
        <source>Set the pixel size…</source>
        <translation>Pixelgröße angeben…</translation>
    </message>
    <message>
        <source>The demo slide could not be made.</source>
        <translation>Der Übungsschnitt konnte nicht erzeugt werden.</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Andere öffnen…</translation>
    </message>
    <message>
        <source>Forget this file</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <source>%1 could not be opened.</source>
        <translation>%1 konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Making the demo slide, once…</source>
        <translation>Der Übungsschnitt wird erzeugt, einmalig…</translation>
    </message>
    <message>
        <source>Opening the slide…</source>
        <translation>Der Schnitt wird geöffnet…</translation>
    </message>
    <message>
        <source>This changes what is shown, never what is computed.</source>
        <translation>Das ändert nur die Anzeige, nie die Berechnung.</translation>
    </message>
    <message>
        <source>Parts of the slide cannot be shown; they are marked.</source>
        <translation>Teile des Schnitts können nicht gezeigt werden; sie sind markiert.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>The heatmaps show what the model believes, where it has looked. It has not looked yet.</source>
        <translation>Die Karten zeigen, was das Modell vermutet, wo es gesucht hat. Es hat noch nicht gesucht.</translation>
    </message>
    <message>
        <source>Segment what I see</source>
        <translation>Suchen, was ich sehe</translation>
    </message>
    <message>
        <source>You see more than can be searched while you wait: only the middle is searched. Zoom in, or segment the whole slide.</source>
        <translation>Zu sehen ist mehr, als sich in Kürze durchsuchen lässt: Nur die Mitte wird durchsucht. Näher herangehen oder den ganzen Schnitt durchsuchen.</translation>
    </message>
    <message>
        <source>Segment the whole slide</source>
        <translation>Den ganzen Schnitt durchsuchen</translation>
    </message>
    <message>
        <source>Zoom in to see the model live. What it has seen already is shown.</source>
        <translation>Vergrößern Sie, um das Modell live zu sehen. Gezeigt wird, was es schon gesehen hat.</translation>
    </message>
    <message>
        <source>Show it live</source>
        <translation>Live zeigen</translation>
    </message>
    <message>
        <source>What you do on this slide cannot be kept.</source>
        <translation>Was Sie an diesem Schnitt tun, kann nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>The search that was stopped before goes on where it ended.</source>
        <translation>Die angehaltene Suche geht dort weiter, wo sie geendet hat.</translation>
    </message>
    <message>
        <source>Change pixel size</source>
        <translation>Pixelgröße ändern</translation>
    </message>
    <message numerus="yes">
        <source>%n nucleus/nuclei</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n region(s)</source>
        <translation>
            <numerusform> und %n Region</numerusform>
            <numerusform> und %n Regionen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 imported from %2.</source>
        <translation>%1 aus %2 importiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced what had the same id; undo brings it back.</source>
        <translation>
            <numerusform>%n hat ersetzt, was dieselbe Kennung hatte; Rückgängig bringt es wieder.</numerusform>
            <numerusform>%n haben ersetzt, was dieselbe Kennung hatte; Rückgängig bringt es wieder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n that you changed meanwhile stayed as yours.</source>
        <translation>
            <numerusform>%n, den Sie inzwischen geändert haben, blieb, wie Sie ihn haben.</numerusform>
            <numerusform>%n, die Sie inzwischen geändert haben, blieben, wie Sie sie haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Another file is still being read or written. Import %1 once that is done.</source>
        <translation>Noch wird eine andere Datei gelesen oder geschrieben. Importieren Sie %1 danach.</translation>
    </message>
    <message>
        <source>Show or hide the list of slides at the left</source>
        <translation>Die Liste der Schnitte links zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Compare with the slide as scanned, or with another slide</source>
        <translation>Mit dem Schnitt wie gescannt vergleichen oder mit einem anderen Schnitt</translation>
    </message>
    <message>
        <source>Opening the case…</source>
        <translation>Der Fall wird geöffnet…</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s), line(s) and the like were left out: a case holds outlines only.</source>
        <translation>
            <numerusform>%n Punkt, Linie oder Ähnliches wurde weggelassen: Ein Fall enthält nur Umrisse.</numerusform>
            <numerusform>%n Punkte, Linien und Ähnliches wurden weggelassen: Ein Fall enthält nur Umrisse.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sli&amp;des</source>
        <translation>S&amp;chnitte</translation>
    </message>
    <message>
        <source>Two views side b&amp;y side</source>
        <translation>Zwei &amp;Ansichten nebeneinander</translation>
    </message>
    <message>
        <source>%1 was not imported: what you do on this slide cannot be kept, and an import could not be either. Free some space, or allow writing in your home folder, and open the slide again.</source>
        <translation>%1 wurde nicht importiert: Was Sie an diesem Schnitt tun, kann nicht gespeichert werden, ein Import also auch nicht. Schaffen Sie Platz oder erlauben Sie das Schreiben in Ihrem persönlichen Ordner und öffnen Sie den Schnitt noch einmal.</translation>
    </message>
    <message numerus="yes">
        <source>%n that the model had found there gave way; undo brings back what was there.</source>
        <translation>
            <numerusform>%n, den das Modell dort gefunden hatte, ist gewichen; Rückgängig bringt zurück, was da war.</numerusform>
            <numerusform>%n, die das Modell dort gefunden hatte, sind gewichen; Rückgängig bringt zurück, was da war.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had been measured at another µm/px; the sizes were converted to this slide&apos;s.</source>
        <translation>
            <numerusform>%n war mit anderen µm/px gemessen; die Größen wurden auf die dieses Schnitts umgerechnet.</numerusform>
            <numerusform>%n waren mit anderen µm/px gemessen; die Größen wurden auf die dieses Schnitts umgerechnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file says %1 µm/px, which no microscope has; %2, the model&apos;s own, is assumed instead. If that is wrong, nuclei and sizes are wrong too.</source>
        <translation>Die Datei nennt %1 µm/px, was kein Mikroskop hat; stattdessen wird %2 angenommen, wie beim Modell. Stimmt das nicht, dann stimmen auch Kerne und Größen nicht.</translation>
    </message>
</context>
<context>
    <name>nb::MeasurementDialog</name>
    <message>
        <source>Select by a measurement</source>
        <translation>Nach einem Messwert auswählen</translation>
    </message>
    <message>
        <source>&amp;Measurement</source>
        <translation>&amp;Messwert</translation>
    </message>
    <message>
        <source>At &amp;least</source>
        <translation>Min&amp;destens</translation>
    </message>
    <message>
        <source>At m&amp;ost</source>
        <translation>&amp;Höchstens</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>Aus&amp;wählen</translation>
    </message>
</context>
<context>
    <name>nb::Minimap</name>
    <message>
        <source>Overview of the slide</source>
        <translation>Übersicht des Schnitts</translation>
    </message>
    <message>
        <source>The whole slide. Click or drag to go there.</source>
        <translation>Der ganze Schnitt. Klicken oder ziehen, um dorthin zu gehen.</translation>
    </message>
</context>
<context>
    <name>nb::ModelShelf</name>
    <message>
        <source>The list of models could not be read.</source>
        <translation>Die Liste der Modelle konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The new model could not be kept. It is still here: make room and try again.</source>
        <translation>Das neue Modell konnte nicht abgelegt werden. Es ist noch da: Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 could not be taken in.</source>
        <translation>%1 konnte nicht aufgenommen werden.</translation>
    </message>
    <message>
        <source>The model could not be exported.</source>
        <translation>Das Modell konnte nicht exportiert werden.</translation>
    </message>
    <message>
        <source>The model could not be renamed.</source>
        <translation>Das Modell konnte nicht umbenannt werden.</translation>
    </message>
    <message>
        <source>The model could not be removed.</source>
        <translation>Das Modell konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>The model could not be loaded. The one before stays in use.</source>
        <translation>Das Modell konnte nicht geladen werden. Das vorige wird weiter verwendet.</translation>
    </message>
</context>
<context>
    <name>nb::ModelsPanel</name>
    <message>
        <source>Nucleoscope</source>
        <translation>Nucleoscope</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models, each under the one that it was taught from</source>
        <translation>Modelle, jedes unter dem, aus dem es angelernt wurde</translation>
    </message>
    <message>
        <source>Use &amp;it</source>
        <translation>Ver&amp;wenden</translation>
    </message>
    <message>
        <source>Back to the one &amp;before</source>
        <translation>Zurück zum &amp;vorigen</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>No&amp;tes…</source>
        <translation>Noti&amp;zen…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>I&amp;mport…</source>
        <translation>I&amp;mportieren…</translation>
    </message>
    <message>
        <source>Dele&amp;te…</source>
        <translation>L&amp;öschen…</translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation>%1 (in Gebrauch)</translation>
    </message>
    <message>
        <source>Comes with the program.</source>
        <translation>Kommt mit dem Programm.</translation>
    </message>
    <message>
        <source>Learnt from: %1.</source>
        <translation>Gelernt aus: %1.</translation>
    </message>
    <message>
        <source>The model that it was taught from is not here.</source>
        <translation>Das Modell, aus dem es angelernt wurde, ist nicht hier.</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Lizenz: %1</translation>
    </message>
    <message>
        <source>Uses the model again that the one in use was taught from</source>
        <translation>Verwendet wieder das Modell, aus dem das jetzige angelernt wurde</translation>
    </message>
    <message>
        <source>Rename the model</source>
        <translation>Modell umbenennen</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>What you want to remember of it:</source>
        <translation>Was Sie sich dazu merken wollen:</translation>
    </message>
    <message>
        <source>Export the model</source>
        <translation>Modell exportieren</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>Modelle (*.safetensors)</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Modell importieren</translation>
    </message>
    <message>
        <source>The model in use cannot be deleted. Use another one first.</source>
        <translation>Das Modell in Gebrauch kann nicht gelöscht werden. Verwenden Sie vorher ein anderes.</translation>
    </message>
    <message>
        <source>Delete %1? Nuclei that it found stay, but it cannot be used any more unless you have exported it.</source>
        <translation>%1 löschen? Kerne, die es gefunden hat, bleiben; verwenden lässt es sich aber nicht mehr, außer Sie haben es exportiert.</translation>
    </message>
    <message>
        <source>F1 %1, AJI %2</source>
        <translation>F1 %1, AJI %2</translation>
    </message>
    <message>
        <source>%1 on %2.</source>
        <translation>%1 auf %2.</translation>
    </message>
    <message>
        <source>The model before there: %1.</source>
        <translation>Das Modell davor dort: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nucleus/nuclei</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>Taught on %1, in %2 min: %3.</source>
        <translation>Gelernt am %1, in %2 min: %3.</translation>
    </message>
    <message>
        <source>Taught in %1 min: %2.</source>
        <translation>Gelernt in %1 min: %2.</translation>
    </message>
    <message>
        <source>E&amp;valuate…</source>
        <translation>Aus&gt;Be&amp;werten …amp;werten …</translation>
    </message>
    <message>
        <source>Compares what it finds in the checked regions with what is true there</source>
        <translation>Vergleicht, was es in den geprüften Regionen findet, mit dem, was dort wahr ist</translation>
    </message>
</context>
<context>
    <name>nb::MoveTool</name>
    <message>
        <source>Move and select</source>
        <translation>Verschieben und auswählen</translation>
    </message>
    <message>
        <source>Arrows move the point, Insert adds one, Delete removes it, Tab goes to the next, Esc lets it go.</source>
        <translation>Pfeiltasten bewegen den Punkt, Einfg fügt einen hinzu, Entf entfernt ihn, Tab geht zum nächsten, Esc lässt ihn los.</translation>
    </message>
    <message>
        <source>Drag a point to move it, double-click the line to add one. Tab reaches the points by keyboard.</source>
        <translation>Einen Punkt ziehen, um ihn zu verschieben; Doppelklick auf die Linie fügt einen hinzu. Mit Tab erreicht die Tastatur die Punkte.</translation>
    </message>
    <message>
        <source>Zoom in to move its points.</source>
        <translation>Zum Verschieben der Punkte näher heranzoomen.</translation>
    </message>
</context>
<context>
    <name>nb::NucleiChoice</name>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Choose nuclei</source>
        <translation>Kerne wählen</translation>
    </message>
    <message>
        <source>Nuclei (*.nsc *.geojson *.json *.geojson.gz *.json.gz *.zip *.png *.tif *.tiff);;All files (*)</source>
        <translation>Kerne (*.nsc *.geojson *.json *.geojson.gz *.json.gz *.zip *.png *.tif *.tiff);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>What this model finds on the slide now</source>
        <translation>Was dieses Modell jetzt auf dem Schnitt findet</translation>
    </message>
</context>
<context>
    <name>nb::NucleusFileReader</name>
    <message>
        <source>The nuclei could not be read.</source>
        <translation>Die Kerne konnten nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>nb::NucleusFilterBar</name>
    <message>
        <source>Show only nuclei of this class</source>
        <translation>Nur Kerne dieser Klasse zeigen</translation>
    </message>
    <message>
        <source>Show only nuclei of this origin</source>
        <translation>Nur Kerne dieser Herkunft zeigen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>&amp;Measurement…</source>
        <translation>&amp;Messwert…</translation>
    </message>
    <message>
        <source>Show only nuclei with a measurement in a range</source>
        <translation>Nur Kerne mit einem Messwert in einem Bereich zeigen</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>&amp;Alle zeigen</translation>
    </message>
    <message>
        <source>Show all nuclei again</source>
        <translation>Wieder alle Kerne zeigen</translation>
    </message>
    <message>
        <source>C&amp;lass</source>
        <translation>K&amp;lasse</translation>
    </message>
    <message>
        <source>Ori&amp;gin</source>
        <translation>He&amp;rkunft</translation>
    </message>
</context>
<context>
    <name>nb::NucleusHover</name>
    <message>
        <source>The nucleus under the mouse</source>
        <translation>Der Kern unter der Maus</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
</context>
<context>
    <name>nb::NucleusTableModel</name>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
</context>
<context>
    <name>nb::NucleusTablePanel</name>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation>Als CSV &amp;exportieren…</translation>
    </message>
    <message>
        <source>Write all lines of the table, in this order, to a file</source>
        <translation>Alle Zeilen der Tabelle in dieser Reihenfolge in eine Datei schreiben</translation>
    </message>
    <message>
        <source>The nuclei could not be listed.</source>
        <translation>Die Kerne konnten nicht aufgelistet werden.</translation>
    </message>
    <message>
        <source>The table could not be written.</source>
        <translation>Die Tabelle konnte nicht geschrieben werden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln nucleus/nuclei pass(es) the filter</source>
        <translation>
            <numerusform>%Ln Kern erfüllt den Filter</numerusform>
            <numerusform>%Ln Kerne erfüllen den Filter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln nucleus/nuclei</source>
        <translation>
            <numerusform>%Ln Kern</numerusform>
            <numerusform>%Ln Kerne</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorting…</source>
        <translation>Wird sortiert…</translation>
    </message>
    <message>
        <source>Open a slide: its nuclei are listed here.</source>
        <translation>Öffnen Sie einen Schnitt: Seine Kerne stehen dann hier.</translation>
    </message>
    <message>
        <source>Reading the nuclei…</source>
        <translation>Die Kerne werden gelesen…</translation>
    </message>
    <message>
        <source>No nucleus passes the filter. “Show all” lifts it.</source>
        <translation>Kein Kern erfüllt den Filter. „Alle zeigen“ hebt ihn auf.</translation>
    </message>
    <message>
        <source>No nuclei yet. Find them (F5: what you see, Shift+F5: the whole slide), draw them, or import them.</source>
        <translation>Noch keine Kerne. Lassen Sie welche finden (F5: was Sie sehen, Umschalt+F5: im ganzen Schnitt), zeichnen Sie sie oder importieren Sie sie.</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>Tabelle exportieren</translation>
    </message>
    <message>
        <source>%1 nuclei</source>
        <translation>%1 Kerne</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv);;Compressed (*.csv.gz)</source>
        <translation>Durch Kommas getrennte Werte (*.csv);;Komprimiert (*.csv.gz)</translation>
    </message>
    <message>
        <source>, %1 selected</source>
        <translation>, %1 ausgewählt</translation>
    </message>
</context>
<context>
    <name>nb::NucleusTableView</name>
    <message>
        <source>Nuclei</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>&amp;Show on the slide</source>
        <translation>Auf dem &amp;Schnitt zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Least first: %1</source>
        <translation>K&amp;leinste zuerst: %1</translation>
    </message>
    <message>
        <source>&amp;Most first: %1</source>
        <translation>&amp;Größte zuerst: %1</translation>
    </message>
    <message>
        <source>&amp;Unsorted</source>
        <translation>&amp;Unsortiert</translation>
    </message>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation>Als CSV &amp;exportieren…</translation>
    </message>
</context>
<context>
    <name>nb::NucleusTexts</name>
    <message>
        <source>Area (µm²)</source>
        <translation>Fläche (µm²)</translation>
    </message>
    <message>
        <source>Perimeter (µm)</source>
        <translation>Umfang (µm)</translation>
    </message>
    <message>
        <source>Circularity</source>
        <translation>Zirkularität</translation>
    </message>
    <message>
        <source>Solidity</source>
        <translation>Solidität</translation>
    </message>
    <message>
        <source>Eccentricity</source>
        <translation>Exzentrizität</translation>
    </message>
    <message>
        <source>Major axis (µm)</source>
        <translation>Große Achse (µm)</translation>
    </message>
    <message>
        <source>Minor axis (µm)</source>
        <translation>Kleine Achse (µm)</translation>
    </message>
    <message>
        <source>Orientation (°)</source>
        <translation>Ausrichtung (°)</translation>
    </message>
    <message>
        <source>Haematoxylin, mean (OD)</source>
        <translation>Hämatoxylin, Mittel (OD)</translation>
    </message>
    <message>
        <source>Haematoxylin, SD (OD)</source>
        <translation>Hämatoxylin, SD (OD)</translation>
    </message>
    <message>
        <source>Eosin, mean (OD)</source>
        <translation>Eosin, Mittel (OD)</translation>
    </message>
    <message>
        <source>Eosin, SD (OD)</source>
        <translation>Eosin, SD (OD)</translation>
    </message>
    <message>
        <source>Inside probability</source>
        <translation>Wahrscheinlichkeit innen</translation>
    </message>
    <message>
        <source>Boundary confidence</source>
        <translation>Sicherheit des Rands</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Gezeichnet</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Class %1</source>
        <translation>Klasse %1</translation>
    </message>
</context>
<context>
    <name>nb::OutlinePanel</name>
    <message>
        <source>&amp;Lines around nuclei</source>
        <translation>&amp;Linien um die Kerne</translation>
    </message>
    <message>
        <source>Colours safe for &amp;red-green blindness</source>
        <translation>Farben für &amp;Rot-Grün-Schwäche</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>Umrisse</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>one for all</source>
        <translation>eine für alle</translation>
    </message>
    <message>
        <source>by class</source>
        <translation>nach Klasse</translation>
    </message>
    <message>
        <source>What the outlines&apos; colour says</source>
        <translation>Was die Farbe der Umrisse sagt</translation>
    </message>
    <message>
        <source>Changes the outlines and the view of all three maps in one</source>
        <translation>Ändert die Umrisse und die Ansicht aller drei Karten in einer</translation>
    </message>
    <message>
        <source>the outlines</source>
        <translation>die Umrisse</translation>
    </message>
    <message>
        <source>Lowest colour from</source>
        <translation>Niedrigste Farbe ab</translation>
    </message>
    <message>
        <source>Highest colour at</source>
        <translation>Höchste Farbe bei</translation>
    </message>
    <message>
        <source>&amp;As seen</source>
        <translation>&amp;Wie zu sehen</translation>
    </message>
    <message>
        <source>From the smallest to the largest of nearly all nuclei on the screen</source>
        <translation>Vom kleinsten bis zum größten fast aller Kerne auf dem Bildschirm</translation>
    </message>
    <message>
        <source>What a person corrected or drew has a light edge, what the model found a dark one. A dot in the middle: a person accepted it as the model found it.</source>
        <translation>Was ein Mensch korrigiert oder gezeichnet hat, hat eine helle Kante, was das Modell gefunden hat, eine dunkle. Ein Punkt in der Mitte: Ein Mensch hat es bestätigt, wie das Modell es fand.</translation>
    </message>
</context>
<context>
    <name>nb::PixelSizeDialog</name>
    <message>
        <source>Pixel size</source>
        <translation>Pixelgröße</translation>
    </message>
    <message>
        <source>The file says %1 µm/px. Change it only if you know that this is wrong.</source>
        <translation>Die Datei nennt %1 µm/px. Nur ändern, wenn das sicher falsch ist.</translation>
    </message>
    <message>
        <source>The file does not say how large its pixels are. Your scanner&apos;s settings do.</source>
        <translation>Die Datei sagt nicht, wie groß ihre Pixel sind. Die Einstellungen des Scanners sagen es.</translation>
    </message>
    <message>
        <source> µm/px</source>
        <translation> µm/px</translation>
    </message>
    <message>
        <source>A pixel of the slide &amp;measures</source>
        <translation>Ein Pixel des Schnitts &amp;misst</translation>
    </message>
    <message>
        <source>40×</source>
        <translation>40×</translation>
    </message>
    <message>
        <source>20×</source>
        <translation>20×</translation>
    </message>
    <message>
        <source>10×</source>
        <translation>10×</translation>
    </message>
    <message>
        <source>As scanned at %1: %2 µm/px</source>
        <translation>Wie bei %1 gescannt: %2 µm/px</translation>
    </message>
    <message>
        <source>Scanned at</source>
        <translation>Gescannt bei</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Use the file&apos;s</source>
        <translation>Angabe der Datei</translation>
    </message>
    <message>
        <source>The nuclei found so far are removed, because at another pixel size they are others. Undo brings them back, with the pixel size as it is now.</source>
        <translation>Die bisher gefundenen Kerne werden entfernt, denn bei anderer Pixelgröße sind es andere. Rückgängig bringt sie wieder, mit der jetzigen Pixelgröße.</translation>
    </message>
    <message>
        <source>The file says %1 µm/px, which no microscope has. Your scanner&apos;s settings say how large its pixels are.</source>
        <translation>Die Datei nennt %1 µm/px, was kein Mikroskop hat. Wie groß die Pixel sind, steht in den Einstellungen Ihres Scanners.</translation>
    </message>
    <message>
        <source>A pixel of a microscope&apos;s slide measures 0.01 to 100 µm; scanned at 40×, it is about 0.25 µm.</source>
        <translation>Ein Pixel eines Mikroskopschnitts misst 0,01 bis 100 µm; bei 40× gescannt etwa 0,25 µm.</translation>
    </message>
</context>
<context>
    <name>nb::PlotsPanel</name>
    <message>
        <source>By &amp;class</source>
        <translation>Nach &amp;Klasse</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>The plot could not be written.</source>
        <translation>Das Diagramm konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The measurements could not be read.</source>
        <translation>Die Messwerte konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Nuclei</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>Reading the measurements…</source>
        <translation>Die Messwerte werden gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln nucleus/nuclei</source>
        <translation>
            <numerusform>%Ln Kern</numerusform>
            <numerusform>%Ln Kerne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more not measured</source>
        <translation>
            <numerusform>%Ln weiterer nicht gemessen</numerusform>
            <numerusform>%Ln weitere nicht gemessen</numerusform>
        </translation>
    </message>
    <message>
        <source>Only those that pass the table&apos;s filter</source>
        <translation>Nur die, die den Filter der Tabelle erfüllen</translation>
    </message>
    <message>
        <source>Open a slide: the measurements of its nuclei are plotted here.</source>
        <translation>Öffnen Sie einen Schnitt: Die Messwerte seiner Kerne werden hier gezeichnet.</translation>
    </message>
    <message>
        <source>This was not measured on any of these nuclei. Choose another measurement.</source>
        <translation>Bei keinem dieser Kerne wurde das gemessen. Wählen Sie einen anderen Messwert.</translation>
    </message>
    <message>
        <source>No nuclei to plot. Find them (F5), or lift the table&apos;s filter.</source>
        <translation>Keine Kerne für das Diagramm. Lassen Sie welche finden (F5) oder heben Sie den Filter der Tabelle auf.</translation>
    </message>
    <message>
        <source>Plot of the measurements</source>
        <translation>Diagramm der Messwerte</translation>
    </message>
    <message>
        <source>Number of nuclei</source>
        <translation>Anzahl der Kerne</translation>
    </message>
    <message>
        <source>&amp;Across</source>
        <translation>&amp;Quer</translation>
    </message>
    <message>
        <source>&amp;Upwards</source>
        <translation>Au&amp;fwärts</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>&amp;Verschieben</translation>
    </message>
    <message>
        <source>A drag moves the plot</source>
        <translation>Ziehen verschiebt das Diagramm</translation>
    </message>
    <message>
        <source>Show a&amp;ll</source>
        <translation>A&amp;lles zeigen</translation>
    </message>
    <message>
        <source>The whole plot again (Home)</source>
        <translation>Wieder das ganze Diagramm (Pos1)</translation>
    </message>
    <message>
        <source>Export the plot</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>%1 plot</source>
        <translation>%1 Diagramm</translation>
    </message>
    <message>
        <source>Picture (*.png);;Drawing (*.svg);;Page (*.pdf);;The numbers (*.csv)</source>
        <translation>Bild (*.png);;Zeichnung (*.svg);;Seite (*.pdf);;Die Zahlen (*.csv)</translation>
    </message>
    <message>
        <source>Select from this value</source>
        <translation>Ab diesem Wert auswählen</translation>
    </message>
    <message>
        <source>Select up to this value</source>
        <translation>Bis zu diesem Wert auswählen</translation>
    </message>
    <message>
        <source>Select t&amp;hese</source>
        <translation>Diese au&amp;swählen</translation>
    </message>
    <message>
        <source>Drag to select nuclei (Shift adds, Alt removes), wheel to zoom, double-click to show all</source>
        <translation>Ziehen wählt Kerne aus (Umschalt fügt hinzu, Alt entfernt), Mausrad vergrößert, Doppelklick zeigt alles</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>Aus&amp;wählen</translation>
    </message>
    <message>
        <source>A drag selects nuclei</source>
        <translation>Ziehen wählt Kerne aus</translation>
    </message>
    <message>
        <source>Keys: Shift+arrows and Enter select, arrows move, + and − zoom, Home shows all</source>
        <translation>Tasten: Umschalt+Pfeile und Eingabe wählen aus, Pfeile verschieben, + und − vergrößern und verkleinern, Pos1 zeigt alles</translation>
    </message>
</context>
<context>
    <name>nb::PolygonTool</name>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Click point by point, or drag along the outline.</source>
        <translation>Punkt für Punkt klicken oder am Umriss entlang ziehen.</translation>
    </message>
    <message>
        <source>Double-click or Enter closes. Backspace takes the last point back, Esc all.</source>
        <translation>Doppelklick oder Eingabe schließt. Rücktaste nimmt den letzten Punkt zurück, Esc alle.</translation>
    </message>
</context>
<context>
    <name>nb::PreferencesDialog</name>
    <message>
        <source>&amp;Reduce motion: no gliding, no flying zoom</source>
        <translation>Weniger &amp;Bewegung: kein Gleiten, kein fließendes Vergrößern</translation>
    </message>
    <message>
        <source>The language changes when the program is started again.</source>
        <translation>Die Sprache wechselt, wenn das Programm neu gestartet wird.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Everything as at first</source>
        <translation>Alles wie am Anfang</translation>
    </message>
    <message>
        <source>All preferences, keys and places of panels. Slides and cases are not touched.</source>
        <translation>Alle Einstellungen, Tasten und Plätze der Leisten. Schnitte und Fälle bleiben unberührt.</translation>
    </message>
    <message>
        <source>Forget recent files</source>
        <translation>Zuletzt geöffnete Dateien vergessen</translation>
    </message>
    <message>
        <source>File names can identify a patient.</source>
        <translation>Dateinamen können einen Patienten erkennen lassen.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>zooms out (as in QuPath)</source>
        <translation>verkleinert (wie in QuPath)</translation>
    </message>
    <message>
        <source>zooms in</source>
        <translation>vergrößert</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Turning the &amp;wheel towards you</source>
        <translation>Das Mausrad zu sich &amp;drehen</translation>
    </message>
    <message>
        <source>Your &amp;name, noted with what you change</source>
        <translation>Ihr &amp;Name, vermerkt bei dem, was Sie ändern</translation>
    </message>
</context>
<context>
    <name>nb::ProgressPanel</name>
    <message>
        <source>How far</source>
        <translation>Wie weit</translation>
    </message>
    <message>
        <source>How much of the slide was checked</source>
        <translation>Wie viel vom Schnitt geprüft ist</translation>
    </message>
    <message>
        <source>Where the model was wrong most (double-click to go there):</source>
        <translation>Wo sich das Modell am meisten geirrt hat (Doppelklick führt hin):</translation>
    </message>
    <message>
        <source>Where the model was wrong most</source>
        <translation>Wo sich das Modell am meisten geirrt hat</translation>
    </message>
    <message>
        <source>Double-click or Enter goes there</source>
        <translation>Doppelklick oder Eingabe geht dorthin</translation>
    </message>
    <message>
        <source>Shows how much was checked, once there are nuclei.</source>
        <translation>Zeigt, wie viel geprüft ist, sobald es Kerne gibt.</translation>
    </message>
    <message>
        <source>%1 corrected</source>
        <translation>%1 korrigiert</translation>
    </message>
    <message>
        <source>%1 missed</source>
        <translation>%1 übersehen</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>%1 right</source>
        <translation>%1 richtig</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>nb::RangeFilter</name>
    <message>
        <source>Least value</source>
        <translation>Kleinster Wert</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>Largest value</source>
        <translation>Größter Wert</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation>Messwert</translation>
    </message>
    <message>
        <source>Remove this range</source>
        <translation>Diesen Bereich entfernen</translation>
    </message>
</context>
<context>
    <name>nb::RectangleTool</name>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Drag a rectangle. Shift makes it a square.</source>
        <translation>Ein Rechteck ziehen. Umschalt macht es zum Quadrat.</translation>
    </message>
</context>
<context>
    <name>nb::RegionEditing</name>
    <message>
        <source> · training</source>
        <translation> · Training</translation>
    </message>
    <message>
        <source> · validation</source>
        <translation> · Validierung</translation>
    </message>
    <message>
        <source> · ✓ checked</source>
        <translation> · ✓ geprüft</translation>
    </message>
    <message>
        <source>Region %1</source>
        <translation>Region %1</translation>
    </message>
    <message>
        <source>Draw region</source>
        <translation>Region zeichnen</translation>
    </message>
    <message>
        <source>Change region</source>
        <translation>Region ändern</translation>
    </message>
    <message>
        <source>Delete region</source>
        <translation>Region löschen</translation>
    </message>
    <message>
        <source>Lock region</source>
        <translation>Region sperren</translation>
    </message>
    <message>
        <source>Unlock region</source>
        <translation>Region entsperren</translation>
    </message>
</context>
<context>
    <name>nb::RegionsPanel</name>
    <message>
        <source>Region checked</source>
        <translation>Region geprüft</translation>
    </message>
    <message>
        <source>Region not checked any more</source>
        <translation>Region nicht mehr geprüft</translation>
    </message>
    <message>
        <source>Rename region</source>
        <translation>Region umbenennen</translation>
    </message>
    <message>
        <source>Region %1</source>
        <translation>Region %1</translation>
    </message>
    <message>
        <source>New region</source>
        <translation>Neue Region</translation>
    </message>
    <message>
        <source>Delete region</source>
        <translation>Region löschen</translation>
    </message>
    <message>
        <source>For training</source>
        <translation>Für das Training</translation>
    </message>
    <message>
        <source>For validation (never trained on)</source>
        <translation>Für die Validierung (nie daraus gelernt)</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Gewöhnlich</translation>
    </message>
    <message>
        <source>Change what a region is for</source>
        <translation>Ändern, wozu eine Region dient</translation>
    </message>
    <message>
        <source>Lock region</source>
        <translation>Region sperren</translation>
    </message>
    <message>
        <source>Unlock region</source>
        <translation>Sperre aufheben</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Checked, name</source>
        <translation>Geprüft, Name</translation>
    </message>
    <message>
        <source>Nuclei</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Every nucleus in here is right</source>
        <translation>Jeder Kern hierin ist richtig</translation>
    </message>
    <message>
        <source>What the region is for</source>
        <translation>Wozu die Region dient</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>A locked region cannot be reshaped, moved or deleted</source>
        <translation>Eine gesperrte Region kann nicht umgeformt, verschoben oder gelöscht werden</translation>
    </message>
    <message>
        <source>How much of the region was checked</source>
        <translation>Wie viel von der Region geprüft ist</translation>
    </message>
    <message>
        <source>Make a region from the view</source>
        <translation>Region aus der Ansicht</translation>
    </message>
    <message>
        <source>A region of what you see now; the tools at the left draw other shapes</source>
        <translation>Eine Region aus dem, was Sie jetzt sehen; die Werkzeuge links zeichnen andere Formen</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin gehen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Another name (F2 in the list)</source>
        <translation>Ein anderer Name (F2 in der Liste)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>No regions yet. A region is a place of interest: count in it, or check every nucleus in it, so that the model can learn from it. Draw one with the tools at the left, or take what you see.</source>
        <translation>Noch keine Regionen. Eine Region ist eine Stelle von Interesse: Zählen Sie darin, oder prüfen Sie jeden Kern darin, damit das Modell daraus lernen kann. Zeichnen Sie eine mit den Werkzeugen links, oder nehmen Sie, was Sie sehen.</translation>
    </message>
    <message>
        <source>Deletes the region, not the nuclei</source>
        <translation>Löscht die Region, nicht die Kerne</translation>
    </message>
    <message>
        <source>Checked by %1, %2</source>
        <translation>Geprüft von %1, %2</translation>
    </message>
    <message>
        <source>Then no search changes anything in it, nothing in it waits to be checked, and the model may learn from it</source>
        <translation>Dann ändert keine Suche etwas darin, nichts darin wartet auf Prüfung, und das Modell darf daraus lernen</translation>
    </message>
    <message>
        <source>The region is locked; unlock it first</source>
        <translation>Die Region ist gesperrt; heben Sie zuerst die Sperre auf</translation>
    </message>
</context>
<context>
    <name>nb::ReportText</name>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>True</source>
        <translation>Wahr</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>AJI</source>
        <translation>AJI</translation>
    </message>
    <message>
        <source>PQ</source>
        <translation>PQ</translation>
    </message>
    <message>
        <source>MDR</source>
        <translation>MDR</translation>
    </message>
    <message>
        <source>FDR</source>
        <translation>FDR</translation>
    </message>
    <message>
        <source>USR</source>
        <translation>USR</translation>
    </message>
    <message>
        <source>OSR</source>
        <translation>OSR</translation>
    </message>
    <message numerus="yes">
        <source>and %n more region(s), counted below</source>
        <translation>
            <numerusform>und %n weitere Region, unten mitgezählt</numerusform>
            <numerusform>und %n weitere Regionen, unten mitgezählt</numerusform>
        </translation>
    </message>
    <message>
        <source>MDR missed, FDR false, USR merged, OSR split: rates of Cui et al. 2018, section III-A. AJI: Kumar et al. 2017. PQ: Kirillov et al. 2019. Pooled figures come from summed counts.</source>
        <translation>MDR übersehen, FDR falsch, USR verschmolzen, OSR zerteilt: Raten nach Cui et al. 2018, Abschnitt III-A. AJI: Kumar et al. 2017. PQ: Kirillov et al. 2019. Die Zahlen für alle zusammen stammen aus summierten Anzahlen.</translation>
    </message>
    <message>
        <source>How well the nuclei were found</source>
        <translation>Wie gut die Kerne gefunden wurden</translation>
    </message>
    <message>
        <source>Slide: %1</source>
        <translation>Schnitt: %1</translation>
    </message>
    <message>
        <source>Judged: %1. Truth: %2.</source>
        <translation>Beurteilt: %1. Wahrheit: %2.</translation>
    </message>
    <message>
        <source>%1 µm/px</source>
        <translation>%1 µm/px</translation>
    </message>
    <message>
        <source>For research use only. Not for diagnosis.</source>
        <translation>Nur für die Forschung. Nicht zur Diagnose.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2 µm wide</source>
        <translation>%1, %2 µm breit</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>nb::ReviewController</name>
    <message>
        <source>Boundary unclear: the model is unsure where it ends</source>
        <translation>Rand unklar: Das Modell ist unsicher, wo der Kern endet</translation>
    </message>
    <message>
        <source>Faint: the model is hardly sure that it is a nucleus</source>
        <translation>Schwach: Das Modell ist kaum sicher, dass es ein Kern ist</translation>
    </message>
    <message>
        <source>Unusually large: perhaps several in one</source>
        <translation>Ungewöhnlich groß: vielleicht mehrere in einem</translation>
    </message>
    <message>
        <source>Unusually small: perhaps a piece, or none</source>
        <translation>Ungewöhnlich klein: vielleicht ein Stück oder keiner</translation>
    </message>
    <message>
        <source>Dented: perhaps two in one</source>
        <translation>Eingebuchtet: vielleicht zwei in einem</translation>
    </message>
    <message>
        <source>Irregular outline</source>
        <translation>Unregelmäßiger Umriss</translation>
    </message>
    <message>
        <source>Looks like most on this slide</source>
        <translation>Sieht aus wie die meisten auf diesem Schnitt</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n nucleus/nuclei</source>
        <translation>
            <numerusform>%n Kern bestätigen</numerusform>
            <numerusform>%n Kerne bestätigen</numerusform>
        </translation>
    </message>
    <message>
        <source>The nuclei were not accepted.</source>
        <translation>Die Kerne wurden nicht bestätigt.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n nucleus/nuclei</source>
        <translation>
            <numerusform>%n Kern löschen</numerusform>
            <numerusform>%n Kerne löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>The nuclei to check could not be looked up.</source>
        <translation>Die Kerne zum Prüfen konnten nicht herausgesucht werden.</translation>
    </message>
    <message>
        <source>The nucleus was not deleted.</source>
        <translation>Der Kern wurde nicht gelöscht.</translation>
    </message>
</context>
<context>
    <name>nb::ReviewPanel</name>
    <message>
        <source>Ne&amp;xt to check</source>
        <translation>Nä&amp;chster zu prüfen</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Where to check</source>
        <translation>Wo geprüft wird</translation>
    </message>
    <message>
        <source>Check all of the slide, or one region first</source>
        <translation>Den ganzen Schnitt prüfen oder erst eine Region</translation>
    </message>
    <message>
        <source>On the whole slide</source>
        <translation>Im ganzen Schnitt</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>In %1</translation>
    </message>
    <message>
        <source>There are no nuclei yet. Find some first, in the tab Find.</source>
        <translation>Es gibt noch keine Kerne. Lassen Sie zuerst welche finden, im Reiter Finden.</translation>
    </message>
    <message>
        <source>Open a slide first.</source>
        <translation>Öffnen Sie zuerst einen Schnitt.</translation>
    </message>
    <message>
        <source>Looking for what is doubtful…</source>
        <translation>Zweifelhafte werden herausgesucht…</translation>
    </message>
    <message>
        <source>You have been through all. Press again to see those that you passed over.</source>
        <translation>Sie sind alle durchgegangen. Drücken Sie noch einmal, um die zu sehen, die Sie übergangen haben.</translation>
    </message>
    <message>
        <source>Nothing is left to check here.</source>
        <translation>Hier ist nichts mehr zu prüfen.</translation>
    </message>
    <message>
        <source>Shows the nuclei that the model doubts, the worst first.</source>
        <translation>Zeigt die Kerne, an denen das Modell zweifelt, die schlimmsten zuerst.</translation>
    </message>
    <message>
        <source>Deleted. Undo brings it back.</source>
        <translation>Gelöscht. Rückgängig bringt ihn wieder.</translation>
    </message>
    <message>
        <source>You said that it is right.</source>
        <translation>Sie haben gesagt, dass er richtig ist.</translation>
    </message>
    <message>
        <source>Corrected.</source>
        <translation>Korrigiert.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n nucleus/nuclei not looked at yet.</source>
        <translation>
            <numerusform>%1 von %n Kern noch nicht angesehen.</numerusform>
            <numerusform>%1 von %n Kernen noch nicht angesehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every nucleus has been looked at.</source>
        <translation>Jeder Kern ist angesehen.</translation>
    </message>
</context>
<context>
    <name>nb::RotateDialog</name>
    <message>
        <source>Turn the picture</source>
        <translation>Bild drehen</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <source>Angle, clockwise</source>
        <translation>Winkel, im Uhrzeigersinn</translation>
    </message>
    <message>
        <source>Upright</source>
        <translation>Aufrecht</translation>
    </message>
</context>
<context>
    <name>nb::Ruler</name>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>%1 µm</source>
        <translation>%1 µm</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <source>%1, if the assumed µm/px is right</source>
        <translation>%1, falls die angenommenen µm/px stimmen</translation>
    </message>
    <message>
        <source>Drag to measure. Esc puts the ruler away.</source>
        <translation>Zum Messen ziehen. Esc legt das Lineal weg.</translation>
    </message>
</context>
<context>
    <name>nb::SampleSheet</name>
    <message>
        <source>Samples: what is shown, what the model should say, what it says now</source>
        <translation>Beispiele: was gezeigt wird, was das Modell sagen sollte, was es jetzt sagt</translation>
    </message>
    <message>
        <source>Is shown</source>
        <translation>Wird gezeigt</translation>
    </message>
    <message>
        <source>Should say</source>
        <translation>Sollte sagen</translation>
    </message>
    <message>
        <source>Says now</source>
        <translation>Sagt jetzt</translation>
    </message>
</context>
<context>
    <name>nb::ScaleBar</name>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>%1 nm</source>
        <translation>%1 nm</translation>
    </message>
    <message>
        <source>%1 µm</source>
        <translation>%1 µm</translation>
    </message>
    <message>
        <source>Scale bar</source>
        <translation>Maßstab</translation>
    </message>
</context>
<context>
    <name>nb::ScoreTexts</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a score</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Nuclei found, against missed and false ones; 1 is perfect</source>
        <translation>Gefundene Kerne, gegen übersehene und falsche; 1 ist vollkommen</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Schärfe</translation>
    </message>
    <message>
        <source>How well the found ones cover the true ones</source>
        <translation>Wie gut die gefundenen die wahren bedecken</translation>
    </message>
    <message>
        <source>AJI</source>
        <translation>AJI</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Aggregated Jaccard index: everything in one number</source>
        <translation>Aggregierter Jaccard-Index: alles in einer Zahl</translation>
    </message>
    <message>
        <source>PQ</source>
        <translation>PQ</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Güte</translation>
    </message>
    <message>
        <source>Panoptic quality</source>
        <translation>Panoptische Güte (panoptic quality)</translation>
    </message>
    <message>
        <source>MDR</source>
        <translation>MDR</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Übersehen</translation>
    </message>
    <message>
        <source>Share of true nuclei that nothing found</source>
        <translation>Anteil der wahren Kerne, die nichts gefunden hat</translation>
    </message>
    <message>
        <source>FDR</source>
        <translation>FDR</translation>
    </message>
    <message>
        <source>False</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Share of found ones where no nucleus is</source>
        <translation>Anteil der gefundenen, wo kein Kern ist</translation>
    </message>
    <message>
        <source>USR</source>
        <translation>USR</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Verschmolzen</translation>
    </message>
    <message>
        <source>Share of nuclei swallowed by a neighbour&apos;s outline</source>
        <translation>Anteil der Kerne, die der Umriss eines Nachbarn verschluckt</translation>
    </message>
    <message>
        <source>OSR</source>
        <translation>OSR</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Zerteilt</translation>
    </message>
    <message>
        <source>Share of found ones that are pieces</source>
        <translation>Anteil der gefundenen, die Stücke sind</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Share of found ones that are right</source>
        <translation>Anteil der gefundenen, die stimmen</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Share of true nuclei that were found</source>
        <translation>Anteil der wahren Kerne, die gefunden wurden</translation>
    </message>
</context>
<context>
    <name>nb::SearchStatus</name>
    <message numerus="yes">
        <source>%n nucleus/nuclei found</source>
        <translation>
            <numerusform>%n Kern gefunden</numerusform>
            <numerusform>%n Kerne gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the search</source>
        <translation>Die Suche anhalten</translation>
    </message>
    <message>
        <source>Stop the search (%1). What it found stays.</source>
        <translation>Die Suche anhalten (%1). Was sie gefunden hat, bleibt.</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>Fortschritt der Suche</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Wird vorbereitet …</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird durchsucht …</translation>
    </message>
    <message>
        <source>Searching: %1 %</source>
        <translation>Suche: %1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n in the case</source>
        <translation>
            <numerusform>%n im Fall</numerusform>
            <numerusform>%n im Fall</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::SeePanel</name>
    <message>
        <source>Outlines of nuclei</source>
        <translation>Umrisse der Kerne</translation>
    </message>
    <message>
        <source>Inside of nuclei</source>
        <translation>Inneres der Kerne</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Stain view</source>
        <translation>Färbung</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Normalised, as the model sees it</source>
        <translation>Normalisiert, wie das Modell sie sieht</translation>
    </message>
    <message>
        <source>Haematoxylin</source>
        <translation>Hämatoxylin</translation>
    </message>
    <message>
        <source>Eosin</source>
        <translation>Eosin</translation>
    </message>
    <message>
        <source>Residual: neither stain</source>
        <translation>Rest: keine der beiden</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>&amp;Fill nuclei (F)</source>
        <translation>Kerne &amp;füllen (F)</translation>
    </message>
    <message>
        <source>All three in one</source>
        <translation>Alle drei in einer</translation>
    </message>
    <message>
        <source>0 %</source>
        <translation>0 %</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>These maps show how sure the model is, where it has looked. Ctrl and the mouse wheel change their opacity.</source>
        <translation>Diese Karten zeigen, wie sicher das Modell ist, wo es gesucht hat. Strg und Mausrad ändern ihre Deckkraft.</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Inneres</translation>
    </message>
</context>
<context>
    <name>nb::SegmentationController</name>
    <message>
        <source>The model could not be loaded, so no nuclei can be found.</source>
        <translation>Das Modell konnte nicht geladen werden; Kerne lassen sich so nicht finden.</translation>
    </message>
    <message>
        <source>Its nuclei cannot be found.</source>
        <translation>Seine Kerne können nicht gefunden werden.</translation>
    </message>
    <message>
        <source>The search for nuclei ended early. What was found so far is kept.</source>
        <translation>Die Suche nach Kernen endete vorzeitig. Was gefunden ist, bleibt.</translation>
    </message>
    <message>
        <source>The heatmaps of earlier searches cannot be shown.</source>
        <translation>Die Karten früherer Suchen können nicht gezeigt werden.</translation>
    </message>
</context>
<context>
    <name>nb::SlideCanvas</name>
    <message>
        <source>Slide</source>
        <translation>Schnitt</translation>
    </message>
</context>
<context>
    <name>nb::SlideInfoDialog</name>
    <message>
        <source>About this slide</source>
        <translation>Über diesen Schnitt</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>Größe der Datei</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 px</translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation>Pixelgröße</translation>
    </message>
    <message>
        <source>%1 × %2 µm/px</source>
        <translation>%1 × %2 µm/px</translation>
    </message>
    <message>
        <source>Size of the scan</source>
        <translation>Größe des Scans</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 mm</translation>
    </message>
    <message>
        <source>the file does not say</source>
        <translation>die Datei sagt es nicht</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Objektiv</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Level %1</source>
        <translation>Ebene %1</translation>
    </message>
    <message>
        <source>%1 × %2 px, 1 : %3</source>
        <translation>%1 × %2 px, 1 : %3</translation>
    </message>
    <message>
        <source>This file also holds pictures of the glass and its label. They can identify the patient; look at them only if you need to.</source>
        <translation>Diese Datei enthält auch Bilder des Objektträgers und seines Etiketts. Sie können den Patienten erkennen lassen; sehen Sie sie nur an, wenn Sie müssen.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Show “%1”</source>
        <translation>„%1“ zeigen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>the file says %1 µm/px, which no microscope has</source>
        <translation>die Datei nennt %1 µm/px, was kein Mikroskop hat</translation>
    </message>
</context>
<context>
    <name>nb::SlidesDock</name>
    <message>
        <source>Slides</source>
        <translation>Schnitte</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>A folder…</source>
        <translation>Ein Ordner…</translation>
    </message>
    <message>
        <source>Which slides</source>
        <translation>Welche Schnitte</translation>
    </message>
    <message>
        <source>Slides that you open are listed here. Choose “A folder…” to see what lies in one.</source>
        <translation>Geöffnete Schnitte stehen dann hier. Wählen Sie „Ein Ordner…“, um zu sehen, was in einem liegt.</translation>
    </message>
    <message>
        <source>Slides of which folder?</source>
        <translation>Schnitte welches Ordners?</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Looking into the folder…</source>
        <translation>Der Ordner wird durchgesehen…</translation>
    </message>
    <message>
        <source>There is no slide and no case in this folder.</source>
        <translation>In diesem Ordner liegt kein Schnitt und kein Fall.</translation>
    </message>
    <message numerus="yes">
        <source>%n nucleus/nuclei</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be shown</source>
        <translation>kann nicht gezeigt werden</translation>
    </message>
</context>
<context>
    <name>nb::SnapTool</name>
    <message>
        <source>Snap</source>
        <translation>Erfassen</translation>
    </message>
    <message>
        <source>Click a nucleus, or draw roughly around it: its outline is found from the picture and the model&apos;s maps.</source>
        <translation>Einen Kern anklicken oder grob umfahren: Sein Umriss wird aus dem Bild und den Karten des Modells gefunden.</translation>
    </message>
</context>
<context>
    <name>nb::StartPage</name>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>For research use only. Not for diagnosis.</source>
        <translation>Nur für die Forschung. Nicht zur Diagnose.</translation>
    </message>
    <message>
        <source>Nucleoscope</source>
        <translation>Nucleoscope</translation>
    </message>
    <message>
        <source>Open a slide, find its nuclei, see what the model believes, take the outlines to QuPath.</source>
        <translation>Einen Schnitt öffnen, seine Kerne finden, sehen, was das Modell vermutet, die Umrisse nach QuPath mitnehmen.</translation>
    </message>
    <message>
        <source>&amp;Open a slide…</source>
        <translation>Schnitt &amp;öffnen…</translation>
    </message>
    <message>
        <source>A whole-slide image or a picture (SVS, NDPI, MRXS, SCN, TIFF, PNG, JPEG…)</source>
        <translation>Ein digitaler Schnitt oder ein Bild (SVS, NDPI, MRXS, SCN, TIFF, PNG, JPEG…)</translation>
    </message>
    <message>
        <source>Open the &amp;demo slide</source>
        <translation>Übun&amp;gsschnitt öffnen</translation>
    </message>
    <message>
        <source>A made-up H&amp;E slide, to try things out</source>
        <translation>Ein erdachter H&amp;E-Schnitt zum Ausprobieren</translation>
    </message>
    <message>
        <source>or drop a file here</source>
        <translation>oder eine Datei hierher ziehen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Slides that you open are listed here.</source>
        <translation>Geöffnete Schnitte stehen dann hier.</translation>
    </message>
    <message>
        <source>%1  in  %2</source>
        <comment>file in folder</comment>
        <translation>%1  in  %2</translation>
    </message>
    <message numerus="yes">
        <source>%n nucleus/nuclei</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
    <message>
        <source>Recent slides and cases</source>
        <translation>Zuletzt geöffnete Schnitte und Fälle</translation>
    </message>
</context>
<context>
    <name>nb::StatusLine</name>
    <message>
        <source>RGB %1 %2 %3</source>
        <translation>RGB %1 %2 %3</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Class probabilities under the cursor</source>
        <translation>Wahrscheinlichkeit der Klassen unter dem Zeiger</translation>
    </message>
    <message>
        <source>Magnification</source>
        <translation>Vergrößerung</translation>
    </message>
    <message>
        <source>Magnification as on a microscope: 40× is 0.25 µm per screen pixel</source>
        <translation>Vergrößerung wie am Mikroskop: 40× heißt 0,25 µm je Bildschirmpixel</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>Modell und Gerät</translation>
    </message>
    <message>
        <source>x %1, y %2 px</source>
        <translation>x %1, y %2 px</translation>
    </message>
    <message>
        <source>  =  %1, %2 µm</source>
        <translation>  =  %1, %2 µm</translation>
    </message>
    <message>
        <source>background %1 %,  boundary %2 %,  inside %3 %</source>
        <translation>Hintergrund %1 %,  Rand %2 %,  innen %3 %</translation>
    </message>
    <message>
        <source>from the slide</source>
        <translation>aus der Datei</translation>
    </message>
    <message>
        <source>set by you</source>
        <translation>von Ihnen gesetzt</translation>
    </message>
    <message>
        <source>assumed!</source>
        <translation>angenommen!</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>pixel size</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 µm/px, %2</source>
        <translation>%1 µm/px, %2</translation>
    </message>
    <message>
        <source>µm/px unknown</source>
        <translation>µm/px unbekannt</translation>
    </message>
    <message>
        <source>The file does not say how large its pixels are. Sizes and the search for nuclei depend on it. Click to set it.</source>
        <translation>Die Datei sagt nicht, wie groß ihre Pixel sind. Größen und die Suche nach Kernen hängen davon ab. Klicken, um es anzugeben.</translation>
    </message>
    <message>
        <source>How large a pixel of the slide is. Click to change it.</source>
        <translation>Wie groß ein Pixel des Schnitts ist. Klicken, um es zu ändern.</translation>
    </message>
    <message>
        <source>Pixel size: %1</source>
        <translation>Pixelgröße: %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>%1 on the %2</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The model computes with 16-bit numbers (bf16)</source>
        <translation>Das Modell rechnet mit 16-Bit-Zahlen (bf16)</translation>
    </message>
    <message>
        <source>The model computes with 32-bit numbers (fp32)</source>
        <translation>Das Modell rechnet mit 32-Bit-Zahlen (fp32)</translation>
    </message>
    <message>
        <source>Colour under the cursor</source>
        <translation>Farbe unter dem Mauszeiger</translation>
    </message>
    <message>
        <source>The slide&apos;s pixel under the cursor as scanned: red, green, blue, and their optical densities (natural logarithm)</source>
        <translation>Das Pixel des Schnitts unter dem Mauszeiger, wie gescannt: Rot, Grün, Blau und ihre optischen Dichten (natürlicher Logarithmus)</translation>
    </message>
    <message>
        <source>The picture is shown differently from how it was scanned. What is computed does not change. Click to show the slide as scanned.</source>
        <translation>Das Bild wird anders gezeigt, als es gescannt wurde. Was berechnet wird, ändert sich nicht. Klicken, um den Schnitt wie gescannt zu zeigen.</translation>
    </message>
    <message>
        <source>RGB %1 %2 %3,  OD %4 %5 %6</source>
        <translation>RGB %1 %2 %3,  OD %4 %5 %6</translation>
    </message>
    <message>
        <source>Reset the display</source>
        <translation>Anzeige zurücksetzen</translation>
    </message>
    <message>
        <source>%1 µm/px</source>
        <translation>%1 µm/px</translation>
    </message>
</context>
<context>
    <name>nb::StoppedSearch</name>
    <message>
        <source>The search of this slide stopped at %1 %.</source>
        <translation>Die Suche in diesem Schnitt hat bei %1 % angehalten.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
</context>
<context>
    <name>nb::SummaryPanel</name>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation>Als CSV &amp;exportieren…</translation>
    </message>
    <message>
        <source>Regions in figures</source>
        <translation>Regionen in Zahlen</translation>
    </message>
    <message>
        <source>&amp;Medians of…</source>
        <translation>&amp;Mediane von…</translation>
    </message>
    <message>
        <source>Choose the measurements whose medians are shown</source>
        <translation>Wählen, von welchen Messwerten der Median gezeigt wird</translation>
    </message>
    <message>
        <source>The figures could not be written.</source>
        <translation>Die Zahlen konnten nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The figures could not be made.</source>
        <translation>Die Zahlen konnten nicht ermittelt werden.</translation>
    </message>
    <message>
        <source>Whole slide, glass included</source>
        <translation>Ganzer Schnitt, leeres Glas eingeschlossen</translation>
    </message>
    <message>
        <source>Region without a name</source>
        <translation>Region ohne Namen</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Area (mm²)</source>
        <translation>Fläche (mm²)</translation>
    </message>
    <message>
        <source>Nuclei</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>Nuclei per mm²</source>
        <translation>Kerne je mm²</translation>
    </message>
    <message>
        <source>%1 (%)</source>
        <translation>%1 (%)</translation>
    </message>
    <message>
        <source>Median: %1</source>
        <translation>Median: %1</translation>
    </message>
    <message>
        <source>Counting the nuclei…</source>
        <translation>Die Kerne werden gezählt…</translation>
    </message>
    <message>
        <source>Open a slide: its nuclei and regions are summed up here.</source>
        <translation>Öffnen Sie einen Schnitt: Seine Kerne und Regionen werden hier zusammengefasst.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>Draw a region (R, O or P) to compare it with the whole slide.</source>
        <translation>Zeichnen Sie eine Region (R, O oder P), um sie mit dem ganzen Schnitt zu vergleichen.</translation>
    </message>
    <message>
        <source>Export the figures</source>
        <translation>Zahlen exportieren</translation>
    </message>
    <message>
        <source>%1 summary</source>
        <translation>%1 Zusammenfassung</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Durch Kommas getrennte Werte (*.csv)</translation>
    </message>
</context>
<context>
    <name>nb::SwipeView</name>
    <message>
        <source>Divider between before and after: move it with the arrow keys</source>
        <translation>Trennlinie zwischen vorher und nachher: mit den Pfeiltasten bewegen</translation>
    </message>
</context>
<context>
    <name>nb::TablesDock</name>
    <message>
        <source>Table and plots</source>
        <translation>Tabelle und Diagramme</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Tabelle</translation>
    </message>
    <message>
        <source>S&amp;ummary</source>
        <translation>Z&amp;usammenfassung</translation>
    </message>
    <message>
        <source>&amp;Plots</source>
        <translation>Dia&amp;gramme</translation>
    </message>
    <message>
        <source>E&amp;valuation</source>
        <translation>Auswe&amp;rtung</translation>
    </message>
</context>
<context>
    <name>nb::TeachController</name>
    <message>
        <source>The model is still being loaded.</source>
        <translation>Das Modell wird noch geladen.</translation>
    </message>
    <message>
        <source>The model in use is not among your models. Choose one of them first.</source>
        <translation>Das Modell in Gebrauch ist nicht unter Ihren Modellen. Wählen Sie zuerst eines davon.</translation>
    </message>
    <message>
        <source>The model could not be taught. The one in use is as it was.</source>
        <translation>Das Modell konnte nicht angelernt werden. Das in Gebrauch ist, wie es war.</translation>
    </message>
    <message>
        <source>No samples can be shown.</source>
        <translation>Es lassen sich keine Beispiele zeigen.</translation>
    </message>
    <message>
        <source>This program was built without what teaching needs. Install a complete one.</source>
        <translation>Dieses Programm wurde ohne das gebaut, was zum Anlernen nötig ist. Installieren Sie ein vollständiges.</translation>
    </message>
    <message>
        <source>The new model would be thrown away, with all that it has learnt.</source>
        <translation>Das neue Modell würde verworfen, mit allem, was es gelernt hat.</translation>
    </message>
    <message>
        <source>The training would be thrown away, with all that the model has learnt until now.</source>
        <translation>Das Training würde verworfen, mit allem, was das Modell bis jetzt gelernt hat.</translation>
    </message>
    <message>
        <source>The training was not thrown away.</source>
        <translation>Das Training wurde nicht verworfen.</translation>
    </message>
</context>
<context>
    <name>nb::TeachMaterial</name>
    <message>
        <source>The checked regions could not be read.</source>
        <translation>Die geprüften Regionen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>What a region is for</source>
        <translation>Wozu eine Region dient</translation>
    </message>
    <message>
        <source>No region is checked yet. Draw a region, correct all nuclei in it, and mark it as checked; or add a folder of pictures with labels.</source>
        <translation>Noch ist keine Region geprüft. Zeichnen Sie eine Region, korrigieren Sie alle Kerne darin und markieren Sie sie als geprüft; oder fügen Sie einen Ordner mit Bildern und Labels hinzu.</translation>
    </message>
    <message>
        <source>No checked region is for learning. Choose one.</source>
        <translation>Keine geprüfte Region dient zum Lernen. Wählen Sie eine.</translation>
    </message>
</context>
<context>
    <name>nb::TeachOffer</name>
    <message>
        <source>&amp;Go on with it</source>
        <translation>&amp;Weitermachen</translation>
    </message>
    <message>
        <source>Throw it &amp;away</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>A model has learnt, and you have not decided about it yet (%1).</source>
        <translation>Ein Modell hat gelernt, und Sie haben noch nicht darüber entschieden (%1).</translation>
    </message>
    <message>
        <source>A training was interrupted (%1). What the model had learnt until then is kept.</source>
        <translation>Ein Training wurde unterbrochen (%1). Was das Modell bis dahin gelernt hatte, ist erhalten.</translation>
    </message>
    <message>
        <source>A training was interrupted before the model had learnt anything (%1). What it was to learn from is kept, so it can start again.</source>
        <translation>Ein Training wurde unterbrochen, bevor das Modell etwas gelernt hatte (%1). Woraus es lernen sollte, ist aufbewahrt; es kann neu beginnen.</translation>
    </message>
    <message>
        <source>Taught from: %1</source>
        <translation>Angelernt aus: %1</translation>
    </message>
    <message>
        <source>Slide: %1</source>
        <translation>Schnitt: %1</translation>
    </message>
    <message>
        <source>&amp;Look at it</source>
        <translation>&amp;Ansehen</translation>
    </message>
    <message>
        <source>&amp;Start it again</source>
        <translation>&amp;Neu beginnen</translation>
    </message>
</context>
<context>
    <name>nb::TeachPanel</name>
    <message>
        <source>&amp;Teach</source>
        <translation>An&amp;lernen</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Minutes to learn</source>
        <translation>Minuten zum Lernen</translation>
    </message>
    <message>
        <source>So long the model learns, judging it included. You can go on working meanwhile</source>
        <translation>So lange lernt das Modell, seine Beurteilung eingeschlossen. Sie können inzwischen weiterarbeiten</translation>
    </message>
    <message>
        <source>Ad&amp;vanced</source>
        <translation>&amp;Erweitert</translation>
    </message>
    <message>
        <source>Sho&amp;w samples</source>
        <translation>Beis&amp;piele zeigen</translation>
    </message>
    <message>
        <source>What the model is shown with these settings, what it should say, and what it says now</source>
        <translation>Was dem Modell mit diesen Einstellungen gezeigt wird, was es sagen sollte und was es jetzt sagt</translation>
    </message>
    <message>
        <source>The model in use stays until you say otherwise.</source>
        <translation>Das Modell in Gebrauch bleibt, bis Sie es anders sagen.</translation>
    </message>
    <message>
        <source>You can go on working. When you look for nuclei, the training waits. If you close the program, it can go on later.</source>
        <translation>Sie können weiterarbeiten. Wenn Sie Kerne suchen, wartet das Training. Wenn Sie das Programm schließen, kann es später weitergehen.</translation>
    </message>
    <message>
        <source>A model has learnt: use it or keep the old one before you teach again.</source>
        <translation>Ein Modell hat gelernt: Verwenden Sie es oder behalten Sie das alte, bevor Sie wieder lehren.</translation>
    </message>
    <message>
        <source>Inside blue, boundary orange, hatched where nobody knows. A wider panel shows larger pictures.</source>
        <translation>Inneres blau, Rand orange, schraffiert, wo es niemand weiß. Eine breitere Leiste zeigt größere Bilder.</translation>
    </message>
</context>
<context>
    <name>nb::TeachProgress</name>
    <message>
        <source>Error (loss)</source>
        <translation>Fehler (Loss)</translation>
    </message>
    <message>
        <source>Scores, held out</source>
        <translation>Güte, an Zurückgehaltenem</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>AJI</source>
        <translation>AJI</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>PQ</source>
        <translation>PQ</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Drag to move, turn the wheel to zoom, double-click to see all, right-click to save</source>
        <translation>Ziehen verschiebt, Mausrad vergrößert, Doppelklick zeigt alles, Rechtsklick speichert</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Stop, &amp;keep the best</source>
        <translation>Anhalten, das &amp;Beste behalten</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Stops and forgets what was learnt. The model in use stays as it is</source>
        <translation>Hält an und vergisst, was gelernt wurde. Das Modell in Gebrauch bleibt, wie es ist</translation>
    </message>
    <message>
        <source>A patch that was held out</source>
        <translation>Ein Ausschnitt, der zurückgehalten wurde</translation>
    </message>
    <message>
        <source>What the model sees in it</source>
        <translation>Was das Modell darin sieht</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Reading what is to be learnt from…</source>
        <translation>Woraus gelernt wird, wird gelesen…</translation>
    </message>
    <message>
        <source>Comparing the new model with the one before…</source>
        <translation>Das neue Modell wird mit dem vorigen verglichen…</translation>
    </message>
    <message numerus="yes">
        <source>Done after %n step(s).</source>
        <translation>
            <numerusform>Fertig nach %n Schritt.</numerusform>
            <numerusform>Fertig nach %n Schritten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused. Nothing is lost.</source>
        <translation>Pause. Nichts ist verloren.</translation>
    </message>
    <message>
        <source>The model before is judged first…</source>
        <translation>Das vorige Modell wird zuerst beurteilt…</translation>
    </message>
    <message>
        <source>Learning: %1 patches a second</source>
        <translation>Lernt: %1 Ausschnitte je Sekunde</translation>
    </message>
    <message>
        <source>What the model sees in one patch after round %1 (epoch): inside blue, boundary orange.</source>
        <translation>Was das Modell nach Runde %1 (Epoche) in einem Ausschnitt sieht: Inneres blau, Rand orange.</translation>
    </message>
    <message>
        <source>Save the curves</source>
        <translation>Kurven speichern</translation>
    </message>
    <message>
        <source>Picture (*.png);;PDF (*.pdf);;Numbers (*.csv)</source>
        <translation>Bild (*.png);;PDF (*.pdf);;Zahlen (*.csv)</translation>
    </message>
    <message>
        <source>The curves could not be saved.</source>
        <translation>Die Kurven konnten nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Learnt from</source>
        <translation>Daraus gelernt</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
    </message>
</context>
<context>
    <name>nb::TeachSettings</name>
    <message>
        <source>Paper</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>What Cui et al. 2018 chose; where their text is silent, their published configuration</source>
        <translation>Was Cui et al. 2018 gewählt haben; wo ihr Text schweigt, ihre veröffentlichte Konfiguration</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Ends after a time</source>
        <translation>Endet nach einer Zeit</translation>
    </message>
    <message>
        <source>Off: ends after the rounds below</source>
        <translation>Aus: endet nach den Runden darunter</translation>
    </message>
    <message>
        <source>Rounds (epochs)</source>
        <translation>Runden (Epochen)</translation>
    </message>
    <message>
        <source>How often the model is judged, where no time ends the training</source>
        <translation>Wie oft das Modell beurteilt wird, wenn keine Zeit das Training beendet</translation>
    </message>
    <message>
        <source>Patches in a round</source>
        <translation>Ausschnitte je Runde</translation>
    </message>
    <message>
        <source>After so many the model is judged on what was held out</source>
        <translation>Nach so vielen wird das Modell an dem beurteilt, was zurückgehalten wurde</translation>
    </message>
    <message>
        <source>Side of a patch, px</source>
        <translation>Seite eines Ausschnitts, px</translation>
    </message>
    <message>
        <source>A multiple of 16, in pixels of the model</source>
        <translation>Ein Vielfaches von 16, in Pixeln des Modells</translation>
    </message>
    <message>
        <source>Patches in a step (batch)</source>
        <translation>Ausschnitte je Schritt (Batch)</translation>
    </message>
    <message>
        <source>More need more memory and make steadier steps</source>
        <translation>Mehr brauchen mehr Speicher und machen die Schritte ruhiger</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Size of the steps of Adam. Too large: the loss jumps</source>
        <translation>Größe der Schritte von Adam. Zu groß: Der Loss springt</translation>
    </message>
    <message>
        <source>Steps of warming up</source>
        <translation>Schritte zum Anlaufen</translation>
    </message>
    <message>
        <source>The learning rate rises over so many steps</source>
        <translation>Über so viele Schritte steigt die Lernrate</translation>
    </message>
    <message>
        <source>Falling learning rate</source>
        <translation>Fallende Lernrate</translation>
    </message>
    <message>
        <source>It falls along a cosine to nothing at the end</source>
        <translation>Sie fällt entlang eines Kosinus auf nichts am Ende</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Share of values that are left out at random after each layer</source>
        <translation>Anteil der Werte, die nach jeder Schicht zufällig weggelassen werden</translation>
    </message>
    <message>
        <source>Averaged weights</source>
        <translation>Gemittelte Gewichte</translation>
    </message>
    <message>
        <source>Decay of the running mean of the weights; 0: none</source>
        <translation>Wie langsam das laufende Mittel der Gewichte folgt; 0: keines</translation>
    </message>
    <message>
        <source>Only the second half learns</source>
        <translation>Nur die zweite Hälfte lernt</translation>
    </message>
    <message>
        <source>The first half (encoder) stays as it is</source>
        <translation>Die erste Hälfte (Encoder) bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Rounds without progress</source>
        <translation>Runden ohne Fortschritt</translation>
    </message>
    <message>
        <source>It ends after so many; 0: never</source>
        <translation>Nach so vielen endet es; 0: nie</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert (Seed)</translation>
    </message>
    <message>
        <source>The same seed, data and settings give the same model; another seed another one</source>
        <translation>Derselbe Startwert mit denselben Daten und Einstellungen ergibt dasselbe Modell; ein anderer ein anderes</translation>
    </message>
    <message>
        <source>What counts</source>
        <translation>Was zählt</translation>
    </message>
    <message>
        <source>How much mistakes in it count</source>
        <translation>Wie sehr Fehler darin zählen</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Inneres</translation>
    </message>
    <message>
        <source>The middle of a patch counts more</source>
        <translation>Die Mitte eines Ausschnitts zählt mehr</translation>
    </message>
    <message>
        <source>The weight map of the paper&apos;s Eq. 3</source>
        <translation>Die Gewichtskarte aus Gl. 3 des Artikels</translation>
    </message>
    <message>
        <source>Held to the model before</source>
        <translation>Am vorigen Modell festgehalten</translation>
    </message>
    <message>
        <source>Against forgetting: how much it counts to differ from the model before, where that is right or nobody knows (distillation)</source>
        <translation>Gegen das Vergessen: wie sehr es zählt, vom vorigen Modell abzuweichen, wo dieses recht hat oder es niemand weiß (Destillation)</translation>
    </message>
    <message>
        <source>Share of rehearsal</source>
        <translation>Anteil zum Auffrischen</translation>
    </message>
    <message>
        <source>Of all patches, where there is something to rehearse</source>
        <translation>Von allen Ausschnitten, wo es etwas aufzufrischen gibt</translation>
    </message>
    <message>
        <source>Variation of the patches</source>
        <translation>Abwandlung der Ausschnitte</translation>
    </message>
    <message>
        <source>Elastic</source>
        <translation>Elastisch</translation>
    </message>
    <message>
        <source>Bent as if of rubber (Simard et al. 2003)</source>
        <translation>Gebogen wie aus Gummi (Simard et al. 2003)</translation>
    </message>
    <message>
        <source>  strength α from</source>
        <translation>  Stärke α von</translation>
    </message>
    <message>
        <source>Strength of the bending</source>
        <translation>Stärke der Biegung</translation>
    </message>
    <message>
        <source>  to</source>
        <translation>  bis</translation>
    </message>
    <message>
        <source>  smoothness σ, px</source>
        <translation>  Glätte σ, px</translation>
    </message>
    <message>
        <source>How far it bends together</source>
        <translation>Wie weit sich etwas gemeinsam biegt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Larger and smaller nuclei</source>
        <translation>Größere und kleinere Kerne</translation>
    </message>
    <message>
        <source>  from</source>
        <translation>  von</translation>
    </message>
    <message>
        <source>Times the true size</source>
        <translation>Vielfaches der wahren Größe</translation>
    </message>
    <message>
        <source>Slanted and stretched</source>
        <translation>Geneigt und gestreckt</translation>
    </message>
    <message>
        <source>Affine</source>
        <translation>Affin</translation>
    </message>
    <message>
        <source>Shifted</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Patches from anywhere, not only side by side</source>
        <translation>Ausschnitte von überall, nicht nur nebeneinander</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>Gespiegelt</translation>
    </message>
    <message>
        <source>Flipped left to right and top to bottom</source>
        <translation>Links und rechts, oben und unten vertauscht</translation>
    </message>
    <message>
        <source>Turned</source>
        <translation>Gedreht</translation>
    </message>
    <message>
        <source>By any angle</source>
        <translation>Um einen beliebigen Winkel</translation>
    </message>
    <message>
        <source>Stain</source>
        <translation>Färbung</translation>
    </message>
    <message>
        <source>Stronger and weaker haematoxylin and eosin</source>
        <translation>Stärkeres und schwächeres Hämatoxylin und Eosin</translation>
    </message>
    <message>
        <source>  by at most</source>
        <translation>  um höchstens</translation>
    </message>
    <message>
        <source>Share of each stain&apos;s density</source>
        <translation>Anteil an der Dichte jeder Färbung</translation>
    </message>
    <message>
        <source>Blur and noise</source>
        <translation>Unschärfe und Rauschen</translation>
    </message>
    <message>
        <source>As scanners differ</source>
        <translation>Wie Scanner sich unterscheiden</translation>
    </message>
    <message>
        <source>As the case</source>
        <translation>Wie der Fall</translation>
    </message>
    <message>
        <source>Vahadane</source>
        <translation>Vahadane</translation>
    </message>
    <message>
        <source>Macenko</source>
        <translation>Macenko</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Colour normalisation</source>
        <translation>Farbnormalisierung</translation>
    </message>
    <message>
        <source>Has to be the same as when nuclei are found</source>
        <translation>Muss dieselbe sein wie bei der Suche nach Kernen</translation>
    </message>
    <message>
        <source>&amp;Reset all</source>
        <translation>Alles &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Use the &amp;paper&apos;s</source>
        <translation>&amp;Wie im Artikel</translation>
    </message>
    <message>
        <source>For training from nothing on a computer with a graphics card: 300 rounds take days here</source>
        <translation>Für ein Training von Grund auf an einem Rechner mit Grafikkarte: 300 Runden dauern hier Tage</translation>
    </message>
</context>
<context>
    <name>nb::TeachSources</name>
    <message>
        <source>Also &amp;single corrected nuclei elsewhere</source>
        <translation>Auch ein&amp;zelne korrigierte Kerne</translation>
    </message>
    <message>
        <source>What will be learnt from</source>
        <translation>Woraus gelernt wird</translation>
    </message>
    <message>
        <source>Region or folder</source>
        <translation>Region oder Ordner</translation>
    </message>
    <message>
        <source>Used to</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>Nuclei that you corrected, drew or accepted outside of checked regions, each with a little around it. Nothing else there is taken for background.</source>
        <translation>Kerne, die Sie außerhalb geprüfter Regionen korrigiert, gezeichnet oder bestätigt haben, jeder mit etwas Umgebung. Nichts sonst dort gilt als Hintergrund.</translation>
    </message>
    <message>
        <source>Add a &amp;folder…</source>
        <translation>&amp;Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Pairs of pictures NAME.png and NAME.labels.png</source>
        <translation>Bildpaare NAME.png und NAME.labels.png</translation>
    </message>
    <message>
        <source>Add a &amp;case…</source>
        <translation>&amp;Fall hinzufügen…</translation>
    </message>
    <message numerus="yes">
        <source>%n nucleus/nuclei in checked regions</source>
        <translation>
            <numerusform>%n Kern in geprüften Regionen</numerusform>
            <numerusform>%n Kerne in geprüften Regionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them corrected.</source>
        <translation>
            <numerusform>davon %n korrigiert.</numerusform>
            <numerusform>davon %n korrigiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>A quarter of the region is not learnt from: by it you see whether the model got better. A second checked region would tell more.</source>
        <translation>Aus einem Viertel der Region wird nicht gelernt: An ihm sehen Sie, ob das Modell besser wurde. Eine zweite geprüfte Region würde mehr sagen.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message numerus="yes">
        <source>%n nucleus/nuclei</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Judge by</source>
        <translation>Beurteilen</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>What %1 is used for</source>
        <translation>Wozu %1 verwendet wird</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Auffrischen</translation>
    </message>
    <message>
        <source>Older pictures, mixed in so that the model does not forget them</source>
        <translation>Ältere Bilder, beigemischt, damit das Modell sie nicht vergisst</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Add a folder of pictures with labels</source>
        <translation>Ordner mit Bildern und Labels hinzufügen</translation>
    </message>
    <message>
        <source>Add a case with checked regions</source>
        <translation>Fall mit geprüften Regionen hinzufügen</translation>
    </message>
    <message>
        <source>Cases (*.nsc)</source>
        <translation>Fälle (*.nsc)</translation>
    </message>
</context>
<context>
    <name>nb::TeachStatus</name>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Lernens</translation>
    </message>
    <message>
        <source>Show the training, in the tab Teach</source>
        <translation>Das Lernen zeigen, im Reiter Anlernen</translation>
    </message>
    <message>
        <source>Teaching: comparing the models…</source>
        <translation>Anlernen: Modelle werden verglichen …</translation>
    </message>
    <message>
        <source>Teaching: paused</source>
        <translation>Anlernen: angehalten</translation>
    </message>
    <message>
        <source>Teaching: %1 %</source>
        <translation>Anlernen: %1 %</translation>
    </message>
    <message>
        <source>Teaching: getting ready…</source>
        <translation>Anlernen: wird vorbereitet …</translation>
    </message>
    <message>
        <source>Stop the training</source>
        <translation>Das Anlernen beenden</translation>
    </message>
    <message>
        <source>Stop the training and keep the best so far</source>
        <translation>Das Anlernen beenden und das bisher Beste behalten</translation>
    </message>
</context>
<context>
    <name>nb::TeachSwipe</name>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>nb::TeachVerdict</name>
    <message>
        <source>found now</source>
        <translation>jetzt gefunden</translation>
    </message>
    <message>
        <source>missed now</source>
        <translation>jetzt übersehen</translation>
    </message>
    <message>
        <source>no longer merged</source>
        <translation>nicht mehr verschmolzen</translation>
    </message>
    <message>
        <source>merged now</source>
        <translation>jetzt verschmolzen</translation>
    </message>
    <message>
        <source>no longer split</source>
        <translation>nicht mehr zerteilt</translation>
    </message>
    <message>
        <source>split now</source>
        <translation>jetzt zerteilt</translation>
    </message>
    <message>
        <source>no longer a false nucleus</source>
        <translation>kein falscher Kern mehr</translation>
    </message>
    <message>
        <source>a false nucleus now</source>
        <translation>jetzt ein falscher Kern</translation>
    </message>
    <message>
        <source>&amp;Use the new model</source>
        <translation>Das &amp;neue Modell verwenden</translation>
    </message>
    <message>
        <source>&amp;Keep the old one</source>
        <translation>Das &amp;alte behalten</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Scores before and after</source>
        <translation>Güte vorher und nachher</translation>
    </message>
    <message>
        <source>Before, after</source>
        <translation>Vorher, nachher</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>Nuclei that changed</source>
        <translation>Kerne, die sich geändert haben</translation>
    </message>
    <message>
        <source>Nothing was held out, so nobody knows whether the new model is better. Check a second region, and judge by it.</source>
        <translation>Nichts wurde zurückgehalten; niemand weiß also, ob das neue Modell besser ist. Prüfen Sie eine zweite Region und beurteilen Sie daran.</translation>
    </message>
    <message>
        <source>The new model is better on what was held out.</source>
        <translation>Das neue Modell ist an dem, was zurückgehalten wurde, besser.</translation>
    </message>
    <message numerus="yes">
        <source>It learnt from only %n nucleus/nuclei: correct more before you rely on it.</source>
        <translation>
            <numerusform>Es hat aus nur %n Kern gelernt: Korrigieren Sie mehr, bevor Sie sich darauf verlassen.</numerusform>
            <numerusform>Es hat aus nur %n Kernen gelernt: Korrigieren Sie mehr, bevor Sie sich darauf verlassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n nucleus/nuclei changed</source>
        <translation>
            <numerusform>%n Kern geändert</numerusform>
            <numerusform>%n Kerne geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for the better</source>
        <translation>
            <numerusform>%n zum Besseren</numerusform>
            <numerusform>%n zum Besseren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for the worse</source>
        <translation>
            <numerusform>%n zum Schlechteren</numerusform>
            <numerusform>%n zum Schlechteren</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare on the &amp;slide</source>
        <translation>Auf dem &amp;Schnitt vergleichen</translation>
    </message>
    <message>
        <source>The outlines of the old model on the left of a divider, those of the new one on its right</source>
        <translation>Die Umrisse des alten Modells links von einer Trennlinie, die des neuen rechts davon</translation>
    </message>
    <message>
        <source>Divider between before and after</source>
        <translation>Trennlinie zwischen vorher und nachher</translation>
    </message>
    <message>
        <source>There is no clear difference on what was held out: what changed may be chance, or better in one thing and worse in another. Keep the old one, correct more nuclei, and try again.</source>
        <translation>Auf dem Zurückgehaltenen ist kein klarer Unterschied: Was sich geändert hat, kann Zufall sein, oder in einem besser und in anderem schlechter. Behalten Sie das alte, korrigieren Sie mehr Kerne, und versuchen Sie es wieder.</translation>
    </message>
    <message>
        <source>The new model is worse on what was held out. Keep the old one, correct more nuclei, and try again.</source>
        <translation>Das neue Modell ist auf dem Zurückgehaltenen schlechter. Behalten Sie das alte, korrigieren Sie mehr Kerne, und versuchen Sie es wieder.</translation>
    </message>
    <message>
        <source>Regions of a case that were held out were judged in their place on the slide, as a search there would find their nuclei; the evaluation below the slide gives the same figures for them.</source>
        <translation>Zurückgehaltene Regionen eines Falls wurden an ihrer Stelle im Schnitt beurteilt, so wie eine Suche dort ihre Kerne findet; die Auswertung unter dem Schnitt gibt für sie dieselben Zahlen.</translation>
    </message>
</context>
<context>
    <name>nb::ThumbnailStrip</name>
    <message>
        <source>Then:</source>
        <translation>Danach:</translation>
    </message>
    <message>
        <source>Coming: %1</source>
        <translation>Es folgt: %1</translation>
    </message>
</context>
<context>
    <name>nb::ToolOverlay</name>
    <message>
        <source>Tool on the slide</source>
        <translation>Werkzeug auf dem Schnitt</translation>
    </message>
</context>
<context>
    <name>nb::TrainingPlot</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>nb::UnsavedList</name>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Work on these slides has no name yet. It is kept until you save it or throw it away.</source>
        <translation>Die Arbeit an diesen Schnitten hat noch keinen Namen. Sie bleibt erhalten, bis Sie sie speichern oder verwerfen.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Save the case of %1</source>
        <translation>Den Fall zu %1 speichern</translation>
    </message>
    <message>
        <source>Throw away…</source>
        <translation>Verwerfen…</translation>
    </message>
    <message>
        <source>Throw away the case of %1</source>
        <translation>Den Fall zu %1 verwerfen</translation>
    </message>
    <message numerus="yes">
        <source>%n nucleus/nuclei</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::ViewActions</name>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Back to the view before</source>
        <translation>Zurück zur vorigen Ansicht</translation>
    </message>
    <message>
        <source>Forward to the view after</source>
        <translation>Vor zur nächsten Ansicht</translation>
    </message>
    <message>
        <source>&amp;Go to a place…</source>
        <translation>Zu einer Stelle ge&amp;hen…</translation>
    </message>
    <message>
        <source>Go to a place by its coordinates</source>
        <translation>Zu einer Stelle mit bekannten Koordinaten gehen</translation>
    </message>
    <message>
        <source>Turn &amp;left by 90°</source>
        <translation>Um 90° nach &amp;links drehen</translation>
    </message>
    <message>
        <source>Turn the picture left by a quarter</source>
        <translation>Das Bild um ein Viertel nach links drehen</translation>
    </message>
    <message>
        <source>Turn &amp;right by 90°</source>
        <translation>Um 90° nach &amp;rechts drehen</translation>
    </message>
    <message>
        <source>Turn the picture right by a quarter</source>
        <translation>Das Bild um ein Viertel nach rechts drehen</translation>
    </message>
    <message>
        <source>Turn by any &amp;angle…</source>
        <translation>Um beliebigen &amp;Winkel drehen…</translation>
    </message>
    <message>
        <source>Turn the picture by any angle</source>
        <translation>Das Bild um einen beliebigen Winkel drehen</translation>
    </message>
    <message>
        <source>&amp;Mirror</source>
        <translation>&amp;Spiegeln</translation>
    </message>
    <message>
        <source>Swap left and right of the picture</source>
        <translation>Links und rechts im Bild vertauschen</translation>
    </message>
    <message>
        <source>As &amp;scanned</source>
        <translation>Wie &amp;gescannt</translation>
    </message>
    <message>
        <source>Neither turned nor mirrored</source>
        <translation>Weder gedreht noch gespiegelt</translation>
    </message>
    <message>
        <source>R&amp;uler</source>
        <translation>Li&amp;neal</translation>
    </message>
    <message>
        <source>Drag to measure a distance</source>
        <translation>Ziehen, um eine Strecke zu messen</translation>
    </message>
    <message>
        <source>&amp;Counting grid</source>
        <translation>Zählg&amp;itter</translation>
    </message>
    <message>
        <source>Show or hide a grid to count by</source>
        <translation>Ein Gitter zum Zählen zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Size of the grid&apos;s s&amp;quares…</source>
        <translation>Größe der &amp;Quadrate des Gitters…</translation>
    </message>
    <message>
        <source>Set how large the grid&apos;s squares are</source>
        <translation>Einstellen, wie groß die Quadrate des Gitters sind</translation>
    </message>
    <message>
        <source>Reset brightness, contrast, gamma</source>
        <translation>Helligkeit, Kontrast, Gamma zurücksetzen</translation>
    </message>
    <message>
        <source>Show the slide as scanned</source>
        <translation>Den Schnitt wie gescannt zeigen</translation>
    </message>
    <message>
        <source>&amp;Zoom to</source>
        <translation>Ve&amp;rgrößerung</translation>
    </message>
    <message>
        <source>&amp;Turn and mirror</source>
        <translation>&amp;Drehen und spiegeln</translation>
    </message>
    <message>
        <source>Fo&amp;rward</source>
        <translation>V&amp;or</translation>
    </message>
</context>
<context>
    <name>nb::ViewTools</name>
    <message>
        <source>Counting grid</source>
        <translation>Zählgitter</translation>
    </message>
    <message>
        <source>Side of a square in µm</source>
        <translation>Seite eines Quadrats in µm</translation>
    </message>
    <message>
        <source>Side of a square in px</source>
        <translation>Seite eines Quadrats in px</translation>
    </message>
    <message>
        <source>brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>turned %1°</source>
        <translation>%1° gedreht</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>gespiegelt</translation>
    </message>
    <message>
        <source>Not as scanned: %1 – reset</source>
        <translation>Nicht wie gescannt: %1 – zurücksetzen</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>stain: %1</source>
        <translation>Färbung: %1</translation>
    </message>
</context>
<context>
    <name>nb::VisibleExtraction</name>
    <message>
        <source>The nuclei on the screen could not be found anew.</source>
        <translation>Die Zellkerne auf dem Bildschirm konnten nicht neu gefunden werden.</translation>
    </message>
</context>
<context>
    <name>nb::WandTool</name>
    <message>
        <source>Wand</source>
        <translation>Zauberstab</translation>
    </message>
    <message>
        <source>Drag adds what looks alike, Alt takes it away, Shift goes on with the selected one. Ctrl: equal colours only.</source>
        <translation>Ziehen fügt hinzu, was ähnlich aussieht, Alt nimmt es weg, Umschalt macht am ausgewählten weiter. Strg: nur gleiche Farben.</translation>
    </message>
</context>
<context>
    <name>nb::WindowActions</name>
    <message>
        <source>Theme: %1</source>
        <translation>Farbschema: %1</translation>
    </message>
    <message>
        <source>Stain view: %1</source>
        <translation>Färbungsansicht: %1</translation>
    </message>
    <message>
        <source>Change the colours of the window</source>
        <translation>Die Farben des Fensters ändern</translation>
    </message>
    <message>
        <source>Change which stain is shown, never what is computed</source>
        <translation>Ändert, welche Färbung gezeigt wird, nie was berechnet wird</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>&amp;Tasten und Maus</translation>
    </message>
    <message>
        <source>Which keys do what</source>
        <translation>Welche Taste was tut</translation>
    </message>
    <message>
        <source>&amp;About Nucleoscope</source>
        <translation>Ü&amp;ber Nucleoscope</translation>
    </message>
    <message>
        <source>Version, licence, what it is for</source>
        <translation>Version, Lizenz, wofür es da ist</translation>
    </message>
    <message>
        <source>Open the &amp;demo slide</source>
        <translation>Übun&amp;gsschnitt öffnen</translation>
    </message>
    <message>
        <source>Make and open a slide to try things out</source>
        <translation>Einen Schnitt zum Ausprobieren erzeugen und öffnen</translation>
    </message>
    <message>
        <source>&amp;Close slide</source>
        <translation>S&amp;chnitt schließen</translation>
    </message>
    <message>
        <source>Close the slide, back to the start page</source>
        <translation>Den Schnitt schließen, zurück zur Startseite</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Das Programm schließen</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>&amp;Verschieben</translation>
    </message>
    <message>
        <source>Drag the slide to move it</source>
        <translation>Den Schnitt ziehen</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>&amp;Fit the slide</source>
        <translation>&amp;Ganzen Schnitt zeigen</translation>
    </message>
    <message>
        <source>Show the whole slide</source>
        <translation>Den ganzen Schnitt zeigen</translation>
    </message>
    <message>
        <source>&amp;Every pixel of the slide</source>
        <translation>&amp;Jedes Pixel des Schnitts</translation>
    </message>
    <message>
        <source>One screen pixel for each pixel of the slide</source>
        <translation>Ein Bildschirmpixel für jedes Pixel des Schnitts</translation>
    </message>
    <message>
        <source>Side &amp;panel</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>Show or hide the panel at the right</source>
        <translation>Die Leiste rechts zeigen oder verbergen</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>&amp;Original</translation>
    </message>
    <message>
        <source>&amp;Normalised</source>
        <translation>&amp;Normalisiert</translation>
    </message>
    <message>
        <source>&amp;Haematoxylin</source>
        <translation>&amp;Hämatoxylin</translation>
    </message>
    <message>
        <source>&amp;Eosin</source>
        <translation>&amp;Eosin</translation>
    </message>
    <message>
        <source>&amp;Residual</source>
        <translation>&amp;Rest</translation>
    </message>
    <message>
        <source>Show or hide: %1</source>
        <translation>Zeigen oder verbergen: %1</translation>
    </message>
    <message>
        <source>No &amp;heatmap</source>
        <translation>K&amp;eine Karte</translation>
    </message>
    <message>
        <source>Fill the nuclei or draw outlines alone</source>
        <translation>Kerne füllen oder nur ihre Umrisse zeichnen</translation>
    </message>
    <message>
        <source>Segment &amp;what I see</source>
        <translation>Suchen, &amp;was ich sehe</translation>
    </message>
    <message>
        <source>Find the nuclei on the screen, from the middle outwards</source>
        <translation>Die sichtbaren Kerne finden, von der Mitte nach außen</translation>
    </message>
    <message>
        <source>Segment the whole &amp;slide</source>
        <translation>Den ganzen &amp;Schnitt durchsuchen</translation>
    </message>
    <message>
        <source>Find all nuclei of the slide</source>
        <translation>Alle Kerne des Schnitts finden</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Stop what is running; what was found stays</source>
        <translation>Anhalten, was läuft; Gefundenes bleibt</translation>
    </message>
    <message>
        <source>&amp;Pixel size…</source>
        <translation>&amp;Pixelgröße…</translation>
    </message>
    <message>
        <source>Set how large a pixel of the slide is</source>
        <translation>Angeben, wie groß ein Pixel des Schnitts ist</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Stain</source>
        <translation>Färb&amp;ung</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Far&amp;ben</translation>
    </message>
    <message>
        <source>&amp;Nuclei</source>
        <translation>&amp;Kerne</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Slides that you open are listed here</source>
        <translation>Geöffnete Schnitte stehen dann hier</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>&amp;Liste leeren</translation>
    </message>
    <message>
        <source>The model &amp;live</source>
        <translation>Das Modell &amp;live</translation>
    </message>
    <message>
        <source>Show what the model believes wherever you look</source>
        <translation>Zeigen, was das Modell glaubt, wohin Sie auch sehen</translation>
    </message>
    <message>
        <source>Find a &amp;command…</source>
        <translation>Befehl &amp;finden…</translation>
    </message>
    <message>
        <source>Find anything that can be done, by its name</source>
        <translation>Alles finden, was sich tun lässt, nach seinem Namen</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>Ei&amp;nstellungen…</translation>
    </message>
    <message>
        <source>Set how the program behaves</source>
        <translation>Einstellen, wie sich das Programm verhält</translation>
    </message>
    <message>
        <source>&amp;Open a slide or case…</source>
        <translation>Schnitt oder Fall &amp;öffnen…</translation>
    </message>
    <message>
        <source>Open a slide, a picture or a case</source>
        <translation>Einen Schnitt, ein Bild oder einen Fall öffnen</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>Read nuclei and regions of other programs: GeoJSON, ASAP, ImageScope, label images</source>
        <translation>Kerne und Regionen anderer Programme einlesen: GeoJSON, ASAP, ImageScope, Label-Bilder</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Write nuclei for QuPath or a spreadsheet, training pictures, or a picture of what you see</source>
        <translation>Kerne für QuPath oder eine Tabelle, Trainingsbilder oder ein Bild dessen schreiben, was Sie sehen</translation>
    </message>
    <message>
        <source>About this s&amp;lide…</source>
        <translation>Übe&amp;r diesen Schnitt…</translation>
    </message>
    <message>
        <source>What the file says of itself, and its label</source>
        <translation>Was die Datei über sich sagt, und ihr Etikett</translation>
    </message>
    <message>
        <source>Hide all heatmaps</source>
        <translation>Alle Karten verbergen</translation>
    </message>
    <message>
        <source>&amp;Measurements under the mouse</source>
        <translation>&amp;Messwerte unter der Maus</translation>
    </message>
    <message>
        <source>Show what the nucleus under the resting mouse measures</source>
        <translation>Zeigen, was der Kern unter der ruhenden Maus misst</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Fill &amp;nuclei</source>
        <translation>Kerne &amp;füllen</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>Weitere Werkzeuge</translation>
    </message>
</context>
<context>
    <name>nb::WindowCorrect</name>
    <message>
        <source>&amp;Correct</source>
        <translation>K&amp;orrigieren</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Prüfen</translation>
    </message>
</context>
<context>
    <name>nb::WindowEvaluation</name>
    <message>
        <source>Progress of the evaluation</source>
        <translation>Fortschritt der Auswertung</translation>
    </message>
    <message>
        <source>Show the evaluation</source>
        <translation>Die Auswertung zeigen</translation>
    </message>
    <message>
        <source>Stop the evaluation</source>
        <translation>Die Auswertung anhalten</translation>
    </message>
    <message>
        <source>Stop the evaluation. Nothing was changed.</source>
        <translation>Die Auswertung anhalten. Es wurde nichts verändert.</translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation>%1 (in Gebrauch)</translation>
    </message>
    <message>
        <source>Evaluating…</source>
        <translation>Wird ausgewertet …</translation>
    </message>
    <message>
        <source>Evaluating: %1 %</source>
        <translation>Auswertung: %1 %</translation>
    </message>
</context>
<context>
    <name>nb::WindowTables</name>
    <message>
        <source>Show or hide the nuclei as a table, sums and plots</source>
        <translation>Die Kerne als Tabelle, Summen und Diagramme zeigen oder verbergen</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>%1 wurde geschrieben.</translation>
    </message>
    <message>
        <source>The nucleus could not be shown.</source>
        <translation>Der Kern konnte nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>T&amp;able and plots</source>
        <translation>&amp;Tabelle und Diagramme</translation>
    </message>
</context>
<context>
    <name>nb::WindowTeach</name>
    <message>
        <source>&amp;Teach</source>
        <translation>An&amp;lernen</translation>
    </message>
    <message>
        <source>The model that you chose is gone or broken. The program&apos;s own is in use. Choose another in the tab Teach, or import it again.</source>
        <translation>Das Modell, das Sie gewählt haben, ist verschwunden oder beschädigt. Verwendet wird das des Programms. Wählen Sie im Reiter Anlernen ein anderes oder importieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The model has learnt. See whether it got better.</source>
        <translation>Das Modell hat gelernt. Sehen Sie nach, ob es besser wurde.</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>That nucleus is on the slide that the model learnt from. Open it again to see it there.</source>
        <translation>Dieser Kern liegt auf dem Schnitt, aus dem das Modell gelernt hat. Öffnen Sie ihn wieder, um ihn dort zu sehen.</translation>
    </message>
    <message>
        <source>The new model is in use from now on. Find nuclei again to see what it finds; what you corrected stays.</source>
        <translation>Das neue Modell wird von jetzt an verwendet. Lassen Sie Kerne noch einmal suchen, um zu sehen, was es findet; was Sie korrigiert haben, bleibt.</translation>
    </message>
    <message>
        <source>Segment what I see</source>
        <translation>Suchen, was ich sehe</translation>
    </message>
    <message>
        <source>The new model was given up. The one in use is as it was.</source>
        <translation>Das neue Modell wurde verworfen. Das in Gebrauch ist, wie es war.</translation>
    </message>
    <message>
        <source>A training was interrupted. What the model had learnt until then is kept in the tab Teach.</source>
        <translation>Ein Training wurde unterbrochen. Was das Modell bis dahin gelernt hatte, ist im Reiter Anlernen erhalten.</translation>
    </message>
    <message>
        <source>The models were compared on the slide that the model learnt from. Open it again to see it there.</source>
        <translation>Die Modelle wurden auf dem Schnitt verglichen, aus dem das Modell gelernt hat. Öffnen Sie ihn wieder, um es dort zu sehen.</translation>
    </message>
</context>
</TS>
