<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>TimeLeft</name>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>about %n s left</numerusform>
            <numerusform>about %n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>about %n min left</numerusform>
            <numerusform>about %n min left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::ClassesPanel</name>
    <message numerus="yes">
        <source>To %n nucleus/nuclei</source>
        <translation>
            <numerusform>To %n nucleus</numerusform>
            <numerusform>To %n nuclei</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Class %1: %n nucleus/nuclei</source>
        <translation>
            <numerusform>Class %1: %n nucleus</numerusform>
            <numerusform>Class %1: %n nuclei</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::EditTexts</name>
    <message numerus="yes">
        <source>%n nuclei are locked and stayed as they were. Select them and press Ctrl+K to unlock them.</source>
        <translation>
            <numerusform>%n nucleus is locked and stayed as it was. Select it and press Ctrl+K to unlock it.</numerusform>
            <numerusform>%n nuclei are locked and stayed as they were. Select them and press Ctrl+K to unlock them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::EditingController</name>
    <message numerus="yes">
        <source>%n nuclei are selected.</source>
        <translation>
            <numerusform>%n nucleus is selected.</numerusform>
            <numerusform>%n nuclei are selected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n nuclei</source>
        <translation>
            <numerusform>Delete %n nucleus</numerusform>
            <numerusform>Delete %n nuclei</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lock %n nuclei</source>
        <translation>
            <numerusform>Lock %n nucleus</numerusform>
            <numerusform>Lock %n nuclei</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlock %n nuclei</source>
        <translation>
            <numerusform>Unlock %n nucleus</numerusform>
            <numerusform>Unlock %n nuclei</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::ExchangeController</name>
    <message numerus="yes">
        <source>%n nucleus/nuclei exported</source>
        <translation>
            <numerusform>%n nucleus exported</numerusform>
            <numerusform>%n nuclei exported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n region(s)</source>
        <translation>
            <numerusform>, %n region</numerusform>
            <numerusform>, %n regions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n training picture(s) written</source>
        <translation>
            <numerusform>%n training picture written</numerusform>
            <numerusform>%n training pictures written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> with %n nucleus/nuclei</source>
        <translation>
            <numerusform> with %n nucleus</numerusform>
            <numerusform> with %n nuclei</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::ExportDialog</name>
    <message numerus="yes">
        <source>All %n nucleus/nuclei</source>
        <translation>
            <numerusform>All %n nucleus</numerusform>
            <numerusform>All %n nuclei</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What lies in the %n region(s)</source>
        <translation>
            <numerusform>What lies in the %n region</numerusform>
            <numerusform>What lies in the %n regions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n selected nucleus/nuclei</source>
        <translation>
            <numerusform>The %n selected nucleus</numerusform>
            <numerusform>The %n selected nuclei</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::FindPanel</name>
    <message numerus="yes">
        <source>%n nucleus/nuclei</source>
        <translation>
            <numerusform>%n nucleus</numerusform>
            <numerusform>%n nuclei</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last search: %n nucleus/nuclei on %1&#xa0;mm² in %2&#xa0;s.</source>
        <translation>
            <numerusform>Last search: %n nucleus on %1&#xa0;mm² in %2&#xa0;s.</numerusform>
            <numerusform>Last search: %n nuclei on %1&#xa0;mm² in %2&#xa0;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shape(s) too large for a nucleus left out.</source>
        <translation>
            <numerusform>%n shape was too large for a nucleus and is left out.</numerusform>
            <numerusform>%n shapes were too large for a nucleus and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nucleus/nuclei left out because a person&apos;s are there.</source>
        <translation>
            <numerusform>%n nucleus left out because a person&apos;s are there.</numerusform>
            <numerusform>%n nuclei left out because a person&apos;s are there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nucleus/nuclei in the case</source>
        <translation>
            <numerusform>%n nucleus in the case</numerusform>
            <numerusform>%n nuclei in the case</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the screen with your setting</source>
        <translation>
            <numerusform>%n on the screen with your setting</numerusform>
            <numerusform>%n on the screen with your setting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::MainWindow</name>
    <message numerus="yes">
        <source>%n had been measured at another µm/px; the sizes were converted to this slide&apos;s.</source>
        <translation>
            <numerusform>%n had been measured at another µm/px; its sizes were converted to this slide&apos;s.</numerusform>
            <numerusform>%n had been measured at another µm/px; their sizes were converted to this slide&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nucleus/nuclei</source>
        <translation>
            <numerusform>%n nucleus</numerusform>
            <numerusform>%n nuclei</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n region(s)</source>
        <translation>
            <numerusform> and %n region</numerusform>
            <numerusform> and %n regions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced what had the same id; undo brings it back.</source>
        <translation>
            <numerusform>%n replaced what had the same id; undo brings it back.</numerusform>
            <numerusform>%n replaced what had the same id; undo brings it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n that you changed meanwhile stayed as yours.</source>
        <translation>
            <numerusform>%n that you changed meanwhile stayed as yours.</numerusform>
            <numerusform>%n that you changed meanwhile stayed as yours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s), line(s) and the like were left out: a case holds outlines only.</source>
        <translation>
            <numerusform>%n point, line or the like was left out: a case holds outlines only.</numerusform>
            <numerusform>%n points, lines and the like were left out: a case holds outlines only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n that the model had found there gave way; undo brings back what was there.</source>
        <translation>
            <numerusform>%n that the model had found there gave way; undo brings back what was there.</numerusform>
            <numerusform>%n that the model had found there gave way; undo brings back what was there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::ModelsPanel</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nucleus/nuclei</source>
        <translation>
            <numerusform>%n nucleus</numerusform>
            <numerusform>%n nuclei</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::NucleusTablePanel</name>
    <message numerus="yes">
        <source>%Ln nucleus/nuclei pass(es) the filter</source>
        <translation>
            <numerusform>%Ln nucleus passes the filter</numerusform>
            <numerusform>%Ln nuclei pass the filter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln nucleus/nuclei</source>
        <translation>
            <numerusform>%Ln nucleus</numerusform>
            <numerusform>%Ln nuclei</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::PlotsPanel</name>
    <message numerus="yes">
        <source>%Ln nucleus/nuclei</source>
        <translation>
            <numerusform>%Ln nucleus</numerusform>
            <numerusform>%Ln nuclei</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more not measured</source>
        <translation>
            <numerusform>%Ln more not measured</numerusform>
            <numerusform>%Ln more not measured</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::ReportText</name>
    <message numerus="yes">
        <source>and %n more region(s), counted below</source>
        <translation>
            <numerusform>and %n more region, counted below</numerusform>
            <numerusform>and %n more regions, counted below</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::ReviewController</name>
    <message numerus="yes">
        <source>Accept %n nucleus/nuclei</source>
        <translation>
            <numerusform>Accept %n nucleus</numerusform>
            <numerusform>Accept %n nuclei</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n nucleus/nuclei</source>
        <translation>
            <numerusform>Delete %n nucleus</numerusform>
            <numerusform>Delete %n nuclei</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::ReviewPanel</name>
    <message numerus="yes">
        <source>%1 of %n nucleus/nuclei not looked at yet.</source>
        <translation>
            <numerusform>%1 of %n nucleus not looked at yet.</numerusform>
            <numerusform>%1 of %n nuclei not looked at yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::SearchStatus</name>
    <message numerus="yes">
        <source>%n nucleus/nuclei found</source>
        <translation>
            <numerusform>%n nucleus found</numerusform>
            <numerusform>%n nuclei found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the case</source>
        <translation>
            <numerusform>%n in the case</numerusform>
            <numerusform>%n in the case</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::SlidesDock</name>
    <message numerus="yes">
        <source>%n nucleus/nuclei</source>
        <translation>
            <numerusform>%n nucleus</numerusform>
            <numerusform>%n nuclei</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::StartPage</name>
    <message numerus="yes">
        <source>%n nucleus/nuclei</source>
        <translation>
            <numerusform>%n nucleus</numerusform>
            <numerusform>%n nuclei</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::TeachProgress</name>
    <message numerus="yes">
        <source>Done after %n step(s).</source>
        <translation>
            <numerusform>Done after %n step.</numerusform>
            <numerusform>Done after %n steps.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::TeachSources</name>
    <message numerus="yes">
        <source>%n nucleus/nuclei in checked regions</source>
        <translation>
            <numerusform>%n nucleus in checked regions</numerusform>
            <numerusform>%n nuclei in checked regions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them corrected.</source>
        <translation>
            <numerusform>%n of them corrected.</numerusform>
            <numerusform>%n of them corrected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nucleus/nuclei</source>
        <translation>
            <numerusform>%n nucleus</numerusform>
            <numerusform>%n nuclei</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::TeachVerdict</name>
    <message numerus="yes">
        <source>It learnt from only %n nucleus/nuclei: correct more before you rely on it.</source>
        <translation>
            <numerusform>It learnt from only %n nucleus: correct more before you rely on it.</numerusform>
            <numerusform>It learnt from only %n nuclei: correct more before you rely on it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nucleus/nuclei changed</source>
        <translation>
            <numerusform>%n nucleus changed</numerusform>
            <numerusform>%n nuclei changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for the better</source>
        <translation>
            <numerusform>%n for the better</numerusform>
            <numerusform>%n for the better</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for the worse</source>
        <translation>
            <numerusform>%n for the worse</numerusform>
            <numerusform>%n for the worse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::UnsavedList</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nucleus/nuclei</source>
        <translation>
            <numerusform>%n nucleus</numerusform>
            <numerusform>%n nuclei</numerusform>
        </translation>
    </message>
</context>
</TS>
