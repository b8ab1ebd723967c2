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
        <source>Left out where the inside is smaller than %1 µm² (%2 px of the model)</source>
        <translation>Weggelassen, wo das Innere kleiner ist als %1 µm² (%2 px des Modells)</translation>
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
        <source>Show the slide's colours as scanned</source>
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
    <name>nb::FileChooser</name>
    <message>
        <source>Open a slide</source>
        <translation>Schnitt öffnen</translation>
    </message>
    <message>
        <source>Slides and pictures (*.svs *.ndpi *.mrxs *.scn *.vms *.vmu *.bif *.svslide *.tif *.tiff *.png *.jpg *.jpeg *.bmp);;All files (*)</source>
        <translation>Schnitte und Bilder (*.svs *.ndpi *.mrxs *.scn *.vms *.vmu *.bif *.svslide *.tif *.tiff *.png *.jpg *.jpeg *.bmp);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Show nuclei from a file</source>
        <translation>Kerne aus einer Datei zeigen</translation>
    </message>
    <message>
        <source>GeoJSON (*.geojson *.json *.geojson.gz *.json.gz);;All files (*)</source>
        <translation>GeoJSON (*.geojson *.json *.geojson.gz *.json.gz);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export nuclei for QuPath</source>
        <translation>Kerne für QuPath exportieren</translation>
    </message>
    <message>
        <source>GeoJSON (*.geojson);;GeoJSON, compressed (*.geojson.gz)</source>
        <translation>GeoJSON (*.geojson);;GeoJSON, komprimiert (*.geojson.gz)</translation>
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
        <translation>Suchen, &amp;was ich sehe</translation>
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
        <source>&amp;Export for QuPath…</source>
        <translation>Für QuPath &amp;exportieren…</translation>
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
    <name>nb::KeysDialog</name>
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
        <source>Nuclei are still being exported. Read %1 again once that is done.</source>
        <translation>Kerne werden noch exportiert. Lesen Sie %1 danach noch einmal ein.</translation>
    </message>
    <message>
        <source>The whole slide is being searched already, and that goes on. To search only what you see, stop it first; what it found stays.</source>
        <translation>Der ganze Schnitt wird bereits durchsucht, und das geht weiter. Um nur zu durchsuchen, was Sie sehen, halten Sie die Suche vorher an; was sie gefunden hat, bleibt.</translation>
    </message>
    <message>
        <source>The nuclei found on this slide were not exported and would be lost. Finding them took a while.</source>
        <translation>Die auf diesem Schnitt gefundenen Kerne wurden nicht exportiert und gingen verloren. Die Suche hat eine Weile gedauert.</translation>
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
        <source>%1 – Nucleoscope</source>
        <translation>%1 – Nucleoscope</translation>
    </message>
    <message>
        <source>The demo slide could not be made.</source>
        <translation>Der Übungsschnitt konnte nicht erzeugt werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n nucleus/nuclei exported to %1.</source>
        <translation>
            <numerusform>%n Kern nach %1 exportiert.</numerusform>
            <numerusform>%n Kerne nach %1 exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all of %1 could be read; the rest is shown.</source>
        <translation>%1 konnte nicht vollständig gelesen werden; der Rest wird gezeigt.</translation>
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
    <name>nb::NucleusFileController</name>
    <message>
        <source>Writing %1…</source>
        <translation>%1 wird geschrieben…</translation>
    </message>
    <message>
        <source>The nuclei were not exported.</source>
        <translation>Die Kerne wurden nicht exportiert.</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen…</translation>
    </message>
    <message>
        <source>The nuclei could not be read.</source>
        <translation>Die Kerne konnten nicht gelesen werden.</translation>
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
        <source>The nuclei found so far are removed, because at another pixel size they are others. Export them first if you need them.</source>
        <translation>Die bisher gefundenen Kerne werden entfernt, denn bei anderer Pixelgröße sind es andere. Wer sie braucht, exportiert sie vorher.</translation>
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
        <source>Layers 1 to 3 show how sure the model is, where it has looked. Ctrl and the mouse wheel change their opacity.</source>
        <translation>Die Ebenen 1 bis 3 zeigen, wie sicher das Modell ist, wo es gesucht hat. Strg und Mausrad ändern die Deckkraft.</translation>
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
</context>
<context>
    <name>nb::SlideCanvas</name>
    <message>
        <source>Slide</source>
        <translation>Schnitt</translation>
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
        <translation>Ü&amp;bungsschnitt öffnen</translation>
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
        <source>Recent slides</source>
        <translation>Zuletzt geöffnet</translation>
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
</context>
<context>
    <name>nb::StatusLine</name>
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
        <source>The slide's pixel under the cursor as scanned: red, green, blue, and their optical densities (natural logarithm)</source>
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
        <source>F&amp;orward</source>
        <translation>&amp;Vor</translation>
    </message>
    <message>
        <source>Forward to the view after</source>
        <translation>Vor zur nächsten Ansicht</translation>
    </message>
    <message>
        <source>&amp;Go to a place…</source>
        <translation>Zu einer Stelle &amp;gehen…</translation>
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
        <translation>Wie ge&amp;scannt</translation>
    </message>
    <message>
        <source>Neither turned nor mirrored</source>
        <translation>Weder gedreht noch gespiegelt</translation>
    </message>
    <message>
        <source>R&amp;uler</source>
        <translation>&amp;Lineal</translation>
    </message>
    <message>
        <source>Drag to measure a distance</source>
        <translation>Ziehen, um eine Strecke zu messen</translation>
    </message>
    <message>
        <source>&amp;Counting grid</source>
        <translation>Zähl&amp;gitter</translation>
    </message>
    <message>
        <source>Show or hide a grid to count by</source>
        <translation>Ein Gitter zum Zählen zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Size of the grid's s&amp;quares…</source>
        <translation>Größe der &amp;Quadrate des Gitters…</translation>
    </message>
    <message>
        <source>Set how large the grid's squares are</source>
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
        <translation>&amp;Vergrößerung</translation>
    </message>
    <message>
        <source>&amp;Turn and mirror</source>
        <translation>&amp;Drehen und spiegeln</translation>
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
        <source>Shown with %1 – reset</source>
        <translation>Gezeigt mit %1 – zurücksetzen</translation>
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
    <name>nb::WindowActions</name>
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
        <source>&amp;Open a slide…</source>
        <translation>Schnitt &amp;öffnen…</translation>
    </message>
    <message>
        <source>Open a slide or a picture</source>
        <translation>Einen Schnitt oder ein Bild öffnen</translation>
    </message>
    <message>
        <source>Open the &amp;demo slide</source>
        <translation>Ü&amp;bungsschnitt öffnen</translation>
    </message>
    <message>
        <source>Make and open a slide to try things out</source>
        <translation>Einen Schnitt zum Ausprobieren erzeugen und öffnen</translation>
    </message>
    <message>
        <source>Show &amp;nuclei from a file…</source>
        <translation>&amp;Kerne aus einer Datei zeigen…</translation>
    </message>
    <message>
        <source>Read outlines from GeoJSON</source>
        <translation>Umrisse aus GeoJSON lesen</translation>
    </message>
    <message>
        <source>&amp;Export nuclei for QuPath…</source>
        <translation>Kerne für QuPath &amp;exportieren…</translation>
    </message>
    <message>
        <source>Write the nuclei as GeoJSON</source>
        <translation>Die Kerne als GeoJSON schreiben</translation>
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
        <source>Hide the three heatmaps</source>
        <translation>Die drei Karten verbergen</translation>
    </message>
    <message>
        <source>&amp;Fill nuclei</source>
        <translation>Kerne &amp;füllen</translation>
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
        <translation>&amp;Färbung</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
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
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>The model &amp;live</source>
        <translation>Das Modell &amp;live</translation>
    </message>
    <message>
        <source>Show what the model believes wherever you look</source>
        <translation>Zeigen, was das Modell glaubt, wohin Sie auch sehen</translation>
    </message>
</context>
</TS>
