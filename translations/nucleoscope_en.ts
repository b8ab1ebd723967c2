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
    <name>nb::FindPanel</name>
    <message numerus="yes">
        <source>%n nucleus/nuclei</source>
        <translation>
            <numerusform>%n nucleus</numerusform>
            <numerusform>%n nuclei</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last search: %n nucleus/nuclei on %1 mm² in %2 s.</source>
        <translation>
            <numerusform>Last search: %n nucleus on %1 mm² in %2 s.</numerusform>
            <numerusform>Last search: %n nuclei on %1 mm² in %2 s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shape(s) too large for a nucleus left out.</source>
        <translation>
            <numerusform>%n shape was too large for a nucleus and is left out.</numerusform>
            <numerusform>%n shapes were too large for a nucleus and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nb::MainWindow</name>
    <message numerus="yes">
        <source>%n nucleus/nuclei exported to %1.</source>
        <translation>
            <numerusform>%n nucleus exported to %1.</numerusform>
            <numerusform>%n nuclei exported to %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
