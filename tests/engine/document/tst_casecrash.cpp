// SPDX-License-Identifier: GPL-3.0-or-later
// Kills a program that edits, or segments into a case, with -9 at random moments. The program is this one, started with
// other arguments.
#include "tests/support/annotationeditor.h"
#include "tests/support/caserunfixture.h"

#include <QtTest>
#include <csignal>
#include <fcntl.h>
#include <map>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using nb::CaseDocument;
using nb::CaseReader;
using nb::Edit;

namespace
{

/// What should be present: number -> radius and class.
using Expected = std::map<std::uint64_t, std::pair<double, int>>;

/// The change that step `step` makes, the same for whoever asks.
struct Change {
    std::uint64_t put = 0;
    double radius = 0;
    std::vector<std::uint64_t> removed;
    std::uint64_t classified = 0;
    int classId = 1;
};

Change changeOf(std::uint64_t step)
{
    std::mt19937 random(static_cast<unsigned>(step));
    Change change;
    change.put = random() % 4 == 0 && step > 1 ? 1 + random() % (step - 1)
                                               : step; // a new one, or another outline for an old one
    change.radius = 5 + static_cast<double>(random() % 20);
    for (unsigned i = 0; i < random() % 4; ++i)
        change.removed.push_back(1 + random() % step);
    change.classified = 1 + random() % step;
    change.classId = 1 + static_cast<int>(random() % 6);
    return change;
}

void perform(const Change& change, Expected& to)
{
    if (const auto found = to.find(change.classified); found != to.end())
        found->second.second = change.classId;
    for (const auto number : change.removed)
        to.erase(number);
    to[change.put] = {change.radius, 1};
}

Edit editOf(const Change& change, CaseReader& reader)
{
    Edit edit{"Step", "", {}, {}, {}, {}, {}, {}, {}};
    const auto rowOf = [&](std::uint64_t number) { return reader.rowOf(nb::test::uuidOf(number))->value_or(0); };
    edit.changeNuclei.push_back({{rowOf(change.classified)}, change.classId, {}});
    for (const auto number : change.removed)
        edit.removeNuclei.push_back(rowOf(number));
    edit.putNuclei.push_back(nb::test::nucleus(change.put, 40 * static_cast<double>(change.put % 50),
        40 * static_cast<double>(change.put / 50), change.radius));
    return edit;
}

std::uint64_t stepsIn(CaseDocument& document)
{
    const auto history = document.edits().history(1);
    return history->empty() ? 0 : static_cast<std::uint64_t>(history->front().step);
}

void tell(char sign)
{
    if (::write(STDOUT_FILENO, &sign, 1) != 1)
        ::_exit(3);
}

int editForever(const std::string& path)
{
    auto document = CaseDocument::open(path);
    const auto reader = CaseReader::open(path);
    if (!document || !reader || (*document)->readOnly())
        return 4;
    for (std::uint64_t step = stepsIn(**document) + 1;; ++step) {
        if (!(*document)->edits().apply(editOf(changeOf(step), **reader)))
            return 5;
        if (step % 7 == 0 && !(*document)->checkpoint())
            return 6;
        tell('.');
    }
}

/// The editor's own operations; on a case of the same contents the same steps, whoever makes them.
int annotateForever(const std::string& path)
{
    auto document = CaseDocument::open(path);
    const auto reader = CaseReader::open(path);
    if (!document || !reader || (*document)->readOnly())
        return 4;
    nb::test::AnnotationEditor editor(**reader);
    for (std::uint64_t step = stepsIn(**document) + 1;; ++step) {
        if (!(*document)->edits().apply(editor.step(step)))
            return 5;
        if (step % 11 == 0 && !(*document)->checkpoint())
            return 6;
        tell('.');
    }
}

int segmentOnce(const std::string& path)
{
    auto document = CaseDocument::open(path);
    if (!document || (*document)->readOnly())
        return 4;
    nb::DocumentThread thread(std::move(*document));
    nb::SegmentSinks also;
    also.maps = [](const std::shared_ptr<const nb::MapCell>&) { tell('.'); };
    return nb::test::run(thread, nb::test::runRecipe(), also) ? 0 : 5;
}

/// Starts this program as `role`, kills it after `signs` signs from it and a moment; the signs it gave, or its exit
/// status as a negative number where it ended before.
int runAndKill(const char* role, const std::string& path, int signs, int microseconds)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return -100;
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::execl("/proc/self/exe", "tst_casecrash", role, path.c_str(), static_cast<char*>(nullptr));
        ::_exit(2);
    }
    ::close(ends[1]);
    char sign = 0;
    int count = 0;
    while (count < signs && ::read(ends[0], &sign, 1) == 1)
        ++count;
    ::usleep(static_cast<useconds_t>(microseconds)); // not to wait for anything: to hit it anywhere
    ::kill(child, SIGKILL);
    while (::read(ends[0], &sign, 1) == 1)
        ++count;
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) != 0 ? -WEXITSTATUS(status) : count;
}

} // namespace

class TestCaseCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFinishedEditIsThereAndNoOther();
    void everyFinishedAnnotationIsThereAndNoOther();
    void aKilledRunGoesOnToTheSameNuclei();
};

void TestCaseCrash::everyFinishedEditIsThereAndNoOther()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("a.nsc").toStdString();
    {
        QVERIFY(CaseDocument::create(path, nb::test::slideIdentity()).ok());
    }
    std::mt19937 random(3);
    Expected expected;
    std::uint64_t done = 0;
    for (int kill = 0; kill < 50 || done < 1000; ++kill) {
        const int told
            = runAndKill("--edit", path, static_cast<int>(random() % 40), static_cast<int>(random() % 15000));
        QVERIFY2(told >= 0, qPrintable(QString::number(told)));
        auto document = CaseDocument::open(path);
        QVERIFY2(document.ok(), document.ok() ? "" : document.error().message().c_str());
        QVERIFY(!(*document)->readOnly());
        const std::uint64_t steps = stepsIn(**document);
        // One more than it told may have been finished in the instant of the kill; never fewer, never half of one.
        QVERIFY2(
            steps == done + static_cast<std::uint64_t>(told) || steps == done + static_cast<std::uint64_t>(told) + 1,
            qPrintable(QString("%1 steps, %2 before, %3 told").arg(steps).arg(done).arg(told)));
        for (std::uint64_t step = done + 1; step <= steps; ++step)
            perform(changeOf(step), expected);
        done = steps;
        const nb::Status status = (*document)->verify();
        QVERIFY2(status.ok(), status.ok() ? "" : status.error().message().c_str());
        const auto reader = CaseReader::open(path);
        const auto rows = (*reader)->sorted("", false, {});
        QCOMPARE(rows->size(), expected.size());
        for (const auto row : *rows) {
            const auto record = (*reader)->nucleus(row);
            std::uint64_t number = 0;
            for (std::size_t i = 8; i < 16; ++i)
                number = number << 8 | (*record)->id[i];
            const auto found = expected.find(number);
            QVERIFY(found != expected.end());
            QCOMPARE((*record)->classId, found->second.second);
            const auto wanted = nb::test::nucleus(number, 40 * static_cast<double>(number % 50),
                40 * static_cast<double>(number / 50), found->second.first);
            for (std::size_t i = 0; i < 24; ++i)
                QVERIFY(std::abs((*record)->shape.front().shell[i].x - wanted.shape.front().shell[i].x) <= 0.0051);
        }
    }
}

void TestCaseCrash::everyFinishedAnnotationIsThereAndNoOther()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("a.nsc").toStdString(), twin = folder.filePath("b.nsc").toStdString();
    auto made = CaseDocument::create(twin, nb::test::slideIdentity());
    QVERIFY(made.ok());
    const auto other = std::move(*made); // gets the same steps and is never killed
    QVERIFY(other->edits().apply(nb::test::AnnotationEditor::beginning(100)).ok());
    QVERIFY(other->copyTo(path, false).ok());
    const auto otherReader = CaseReader::open(twin);
    nb::test::AnnotationEditor editor(**otherReader);
    std::mt19937 random(6);
    std::uint64_t done = stepsIn(*other);
    const std::uint64_t first = done;
    for (int kill = 0; kill < 50 || done < first + 1000; ++kill) {
        const int told
            = runAndKill("--annotate", path, static_cast<int>(random() % 40), static_cast<int>(random() % 15000));
        QVERIFY2(told >= 0, qPrintable(QString::number(told)));
        auto document = CaseDocument::open(path);
        QVERIFY2(document.ok(), document.ok() ? "" : document.error().message().c_str());
        const std::uint64_t steps = stepsIn(**document);
        QVERIFY2(
            steps == done + static_cast<std::uint64_t>(told) || steps == done + static_cast<std::uint64_t>(told) + 1,
            qPrintable(QString("%1 steps, %2 before, %3 told").arg(steps).arg(done).arg(told)));
        for (std::uint64_t step = done + 1; step <= steps; ++step)
            QVERIFY(other->edits().apply(editor.step(step)).ok());
        done = steps;
        QVERIFY2(nb::test::dumpOf(**document) == nb::test::dumpOf(*other), qPrintable(QString("step %1").arg(steps)));
        const nb::Status status = (*document)->verify();
        QVERIFY2(status.ok(), status.ok() ? "" : status.error().message().c_str());
    }
    QVERIFY(other->verify().ok());
}

void TestCaseCrash::aKilledRunGoesOnToTheSameNuclei()
{
    const QTemporaryDir folder;
    const auto recipe = nb::test::runRecipe();
    const std::string whole = folder.filePath("whole.nsc").toStdString(), path = folder.filePath("a.nsc").toStdString();
    {
        const auto document = nb::test::runCase(whole, *recipe);
    }
    QVERIFY(runAndKill("--segment", whole, 1 << 20, 0) >= 0); // ends by itself
    {
        const auto document = nb::test::runCase(path, *recipe);
    }
    std::mt19937 random(8);
    for (int kill = 0; kill < 10; ++kill) {
        QVERIFY(runAndKill("--segment", path, 1 + static_cast<int>(random() % 40), static_cast<int>(random() % 20000))
            >= 0);
        auto document = CaseDocument::open(path);
        QVERIFY(document.ok());
        const nb::Status status = (*document)->verify();
        QVERIFY2(status.ok(), status.ok() ? "" : status.error().message().c_str());
    }
    QVERIFY(runAndKill("--segment", path, 1 << 20, 0) >= 0);
    auto a = CaseDocument::open(path), b = CaseDocument::open(whole);
    QVERIFY(a.ok() && b.ok());
    QVERIFY((*a)->runs().runs()->size() <= 2); // killed after its last tile, it may have been finished and begun anew
    const std::string expected = nb::test::contentsOf(**b);
    QVERIFY(expected.size() > 10000);
    QCOMPARE(nb::test::contentsOf(**a), expected);
}

int main(int argc, char** argv)
{
    if (argc == 3 && std::string(argv[1]) == "--edit")
        return editForever(argv[2]);
    if (argc == 3 && std::string(argv[1]) == "--annotate")
        return annotateForever(argv[2]);
    if (argc == 3 && std::string(argv[1]) == "--segment")
        return segmentOnce(argv[2]);
    QCoreApplication application(argc, argv);
    TestCaseCrash test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_casecrash.moc"
