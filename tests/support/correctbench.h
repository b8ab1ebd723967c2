// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/casefixture.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowtest.h"
#include "ui/correct/correctpanel.h"

#include <QPushButton>
#include <QTabWidget>

#include <cmath>

namespace nb::test
{

/// A window with a slide whose case holds a field of nuclei as a model leaves them, one of them unclear, one large.
struct CorrectBench {
    explicit CorrectBench(int side, int count = 30)
        : bench(std::make_shared<FakeNetwork>())
    {
        bench.window->openFile(discsPng(folder, QStringLiteral("discs.png"), side)); // another side is another slide
        panel = bench.window->findChild<CorrectPanel*>();
        bench.window->findChild<QTabWidget*>()->setCurrentIndex(2);
        nuclei = count;
    }
    [[nodiscard]] bool ready() const { return bench.window->caseSession() && bench.window->segmentation().recipe(); }
    [[nodiscard]] CaseSession& session() { return *bench.window->caseSession(); }
    void fill()
    {
        Edit edit;
        edit.label = "Fill";
        for (int i = 0; i < nuclei; ++i) {
            NucleusRecord record
                = nucleus(static_cast<std::uint64_t>(i + 1), 40 + 60 * (i % 10), 40 + 60 * (i / 10), 12);
            record.origin = NucleusOrigin::Model;
            record.modelHash = std::string(64, 'b');
            record.changedBy = record.changedAt = {};
            NucleusMeasurements& m = record.measurements;
            m.areaUm2 = i == kLarge ? 400 : 40 + 4 * std::sin(i);
            m.circularity = 0.85 + 0.02 * std::sin(i * 2);
            m.solidity = 0.95 + 0.01 * std::sin(i * 3);
            m.insideMean = 0.65 + 0.03 * std::sin(i * 4);
            m.boundaryConfidence = i == kUnclear ? 0.2 : 0.7 + 0.03 * std::sin(i * 5);
            edit.putNuclei.push_back(record);
        }
        session().apply(
            edit, bench.window.get(), [this](const Result<EditOutcome>& outcome) { rows = outcome->putRows; });
        QTRY_COMPARE(rows.size(), static_cast<std::size_t>(nuclei));
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        if (!bench.window->isActiveWindow()) { // after a dialog
            bench.window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
        }
        QTest::keyClick(&bench.window->canvas(), static_cast<Qt::Key>(key), modifiers);
    }
    [[nodiscard]] ReviewController& review() { return panel->review(); }
    [[nodiscard]] NucleusRow at() { return review().stop() ? review().stop()->row : 0; }
    [[nodiscard]] NucleusRecord record(std::uint64_t number)
    {
        const auto reader = session().readerFactory()();
        const auto row = (*reader)->rowOf(uuidOf(number));
        if (!*row)
            return {};
        return **(*reader)->nucleus(**row);
    }
    template <class Widget> [[nodiscard]] Widget* part() { return panel->findChild<Widget*>(); }
    /// A button of the panel by what a screen reader calls it.
    [[nodiscard]] QPushButton* button(QWidget* in, const QString& text)
    {
        for (QPushButton* button : in->findChildren<QPushButton*>())
            if (button->text().remove(QLatin1Char('&')) == text || button->accessibleName() == text)
                return button;
        return nullptr;
    }
    void region(std::uint64_t number, const char* name, double x, double y, double width, double height)
    {
        RegionRecord record;
        record.id = uuidOf(number);
        record.name = name;
        record.shape = {Polygon{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}, {}}};
        Edit edit;
        edit.label = "Region";
        edit.putRegions = {record};
        session().apply(edit);
    }

    static constexpr int kUnclear = 17, kLarge = 4;
    QTemporaryDir folder;
    WindowBench bench;
    CorrectPanel* panel = nullptr;
    std::vector<NucleusRow> rows;
    int nuclei;
};

} // namespace nb::test
