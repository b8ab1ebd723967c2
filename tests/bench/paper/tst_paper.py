#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the studies' scripts with a nucleoscope-cli that only pretends. Needs neither matplotlib nor ../shared."""

import math
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path
from tempfile import TemporaryDirectory

from groups import cluster
from nucleoscope import NEEDED_OPTIONS
from protocols import QUICK_NOTE
from scores import SCORES, bootstrap, paired_bootstrap, pooled, pooled_rates, rates_of
from splits import k_folds, leave_one_group_out, random_splits

HERE = Path(__file__).resolve().parent
NAMES = [f"image{i:02}" for i in range(20)]
RESAMPLES = 200

PRETENDER = """#!{python}
import json, os, pathlib, sys, time
command, arguments = sys.argv[1], sys.argv[2:]
here = pathlib.Path(__file__).parent
def value(name): return pathlib.Path(arguments[arguments.index(name) + 1])
if command == "--version": print("0.0.0"); sys.exit()
if "--help" in arguments: print({options!r}); sys.exit()
with (here / "calls").open("a") as calls: calls.write(command + (" resume" if "--resume" in arguments else "") + "\\n")
if command == "train":
    if "--from" in arguments and "--width" in arguments: sys.exit("--width is for training from nothing")
    output = value("-o")
    checkpoint = pathlib.Path(str(output) + ".training")
    if (here / "slow").exists() and "--resume" not in arguments:
        checkpoint.write_text(str(os.getpid()))
        time.sleep(600)
    if checkpoint.exists() != ("--resume" in arguments): sys.exit("checkpoint and --resume do not fit")
    checkpoint.unlink(missing_ok=True)
    output.write_text("model"); print(json.dumps({{"steps": 1}}))
if command == "segment":
    for path in arguments:
        if path.endswith(".png"): (value("-o") / (pathlib.Path(path).stem + ".geojson")).write_text("")
if command == "evaluate":
    names = sorted(path.name.split(".")[0] for path in value("--truth").iterdir())
    images = {{name: {{"counts": {counts!r}}} for name in names}}
    print(json.dumps({{"images": images, "pooled": {{"rates": {{"f1": None}}}}}}))
"""


def counts(seed: int) -> dict[str, float]:
    return {"TP": 40 + seed, "FN": 9, "FP": 3 * seed, "MD": 2, "US": 5, "FD": 1, "OS": 2, "dice_sum": 33.5 + seed,
            "aji_inter": 4000 + 7 * seed, "aji_union": 7000, "pq_tp": 30, "pq_iou": 24.0, "truth": 49 + seed,
            "pred": 40 + 4 * seed, "pix": 4100, "pix_t": 5000, "pix_p": 4700}


class Splits(unittest.TestCase):
    def all_kinds(self) -> list:
        groups = {name: f"group{i % 3}" for i, name in enumerate(NAMES)}
        return [*random_splits(NAMES, 8, 5, 1), *k_folds(NAMES, 5, 1), *leave_one_group_out(groups)]

    def test_no_image_is_both_learnt_from_and_judged_and_none_is_lost(self) -> None:
        for split in self.all_kinds():
            self.assertFalse(set(split.learn) & set(split.judge), split.name)
            self.assertEqual(sorted(split.learn + split.judge), NAMES)

    def test_the_same_seed_gives_the_same_splits_whatever_the_order_of_names(self) -> None:
        self.assertEqual(random_splits(NAMES, 8, 5, 1), random_splits(NAMES[::-1], 8, 5, 1))
        self.assertEqual(k_folds(NAMES, 5, 1), k_folds(NAMES[::-1], 5, 1))
        self.assertNotEqual(k_folds(NAMES, 5, 1), k_folds(NAMES, 5, 2))

    def test_more_random_splits_begin_with_the_same_ones(self) -> None:
        self.assertEqual(random_splits(NAMES, 8, 2, 1), random_splits(NAMES, 8, 5, 1)[:2])

    def test_each_image_is_judged_in_one_fold(self) -> None:
        self.assertEqual(sorted(name for split in k_folds(NAMES, 6, 3) for name in split.judge), NAMES)

    def test_clusters_find_what_lies_together(self) -> None:
        points = {"a": (1.0, 1.0), "b": (1.1, 1.0), "c": (5.0, 9.0), "d": (5.1, 9.2)}
        self.assertEqual(cluster(points, 2), {"a": "group1", "b": "group1", "c": "group2", "d": "group2"})


class Scores(unittest.TestCase):
    images = {name: counts(i) for i, name in enumerate(NAMES)}

    def test_pooled_scores_are_those_of_summed_counts_not_means_of_rates(self) -> None:
        hits = sum(c["TP"] for c in self.images.values())
        wrong = sum(c["FN"] + c["FP"] for c in self.images.values())
        self.assertAlmostEqual(pooled_rates(self.images)["F1"], 2 * hits / (2 * hits + wrong), places=12)
        mean = sum(rates_of(c)["F1"] for c in self.images.values()) / len(NAMES)
        self.assertNotAlmostEqual(pooled_rates(self.images)["F1"], mean, places=4)
        self.assertEqual(pooled(self.images.values())["truth"], sum(c["truth"] for c in self.images.values()))

    def test_rates_follow_their_definitions(self) -> None:
        rates = rates_of(counts(0))
        self.assertAlmostEqual(rates["PQ"], 24 / (30 + (49 - 30) / 2 + (40 - 30) / 2))
        self.assertAlmostEqual(rates["USR"], 5 / 47)
        self.assertAlmostEqual(rates["OSR"], 2 / 39)

    def test_nothing_found_is_undefined_not_an_error(self) -> None:
        rates = rates_of({key: 0 for key in counts(0)})
        self.assertTrue(all(math.isnan(rates[score]) for score in SCORES))

    def test_the_difference_of_identical_inputs_is_zero(self) -> None:
        for low, high in paired_bootstrap(self.images, dict(self.images), RESAMPLES).values():
            self.assertEqual((low, high), (0.0, 0.0))

    def test_the_interval_is_the_same_each_time_and_holds_the_pooled_score(self) -> None:
        ends = bootstrap(self.images, RESAMPLES)
        self.assertEqual(ends, bootstrap(self.images, RESAMPLES))
        self.assertLessEqual(ends["F1"][0], pooled_rates(self.images)["F1"])
        self.assertGreaterEqual(ends["F1"][1], pooled_rates(self.images)["F1"])

    def test_a_paired_bootstrap_refuses_different_images(self) -> None:
        with self.assertRaises(ValueError):
            paired_bootstrap(self.images, {"other": counts(0)}, RESAMPLES)


class Scripts(unittest.TestCase):
    def setUp(self) -> None:
        self.place = TemporaryDirectory()
        self.addCleanup(self.place.cleanup)
        self.folder = Path(self.place.name)
        self.data, self.out = self.folder / "data", self.folder / "out"
        for path in [self.data / "mod" / "train" / name for name in NAMES[:12]]:
            path.parent.mkdir(parents=True, exist_ok=True)
            Path(f"{path}.png").touch()
            Path(f"{path}.labels.png").touch()
        self.cli = self.folder / "nucleoscope-cli"
        self.pretend([option for options in NEEDED_OPTIONS.values() for option in options])

    def pretend(self, options: list[str]) -> None:
        self.cli.write_text(PRETENDER.format(python=sys.executable, options=" ".join(options), counts=counts(1)))
        self.cli.chmod(0o755)

    def command(self, script: str, *more: str) -> list[str]:
        return [sys.executable, "-B", str(HERE / script), "--data", str(self.data), "--cli", str(self.cli), "--out",
                str(self.out), *more]

    def start(self, script: str, *more: str) -> subprocess.CompletedProcess:
        return subprocess.run(self.command(script, *more), text=True, capture_output=True, check=False)

    def calls(self) -> list[str]:
        path = self.folder / "calls"
        return path.read_text().splitlines() if path.exists() else []

    def assert_refuses(self, done: subprocess.CompletedProcess, part: str) -> None:
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
        self.assertIn(part, done.stderr)

    def test_quick_says_beside_its_outputs_what_it_does_not_prove(self) -> None:
        done = self.start("weight_map.py", "--quick")
        self.assertEqual(done.returncode, 0, done.stderr)
        for name in ("summary.md", "summary.csv", "pooled.md", "pooled.csv", "differences.csv", "report.md"):
            self.assertIn(QUICK_NOTE, (self.out / name).read_text(), name)
        self.assertIn(QUICK_NOTE, done.stdout)

    def test_finished_runs_are_never_done_again(self) -> None:
        self.start("weight_map.py", "--quick")
        once = self.calls()
        again = self.start("weight_map.py", "--quick")
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertEqual(self.calls(), once)
        self.assertEqual(once.count("train"), 2)

    def test_more_splits_do_only_what_is_new(self) -> None:
        self.start("weight_map.py", "--quick")
        self.start("weight_map.py", "--quick", "--splits", "2")
        self.assertEqual(self.calls().count("train"), 4)

    def test_a_killed_script_takes_its_training_with_it_and_goes_on_with_it_later(self) -> None:
        (self.folder / "slow").touch()
        script = subprocess.Popen(self.command("weight_map.py", "--quick"), stdout=subprocess.DEVNULL)
        pid = self.trainer()
        script.send_signal(signal.SIGKILL)
        script.wait()
        while self.runs(pid):
            time.sleep(0.01)
        (self.folder / "slow").unlink()
        self.assertEqual(self.start("weight_map.py", "--quick").returncode, 0)
        self.assertEqual([call for call in self.calls() if call.startswith("train")], ["train", "train resume", "train"])

    def trainer(self) -> int:
        """The process that has just written a checkpoint."""
        while True:
            for path in self.out.glob("trainings/*/*.training"):
                if text := path.read_text():
                    return int(text)
            time.sleep(0.01)

    @staticmethod
    def runs(pid: int) -> bool:
        """A zombie does not."""
        try:
            return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
        except OSError:
            return False

    def test_other_settings_in_the_same_folder_are_refused(self) -> None:
        self.start("weight_map.py", "--quick")
        self.assert_refuses(self.start("weight_map.py", "--quick", "--seed", "2"), "--out")
        self.assert_refuses(self.start("overlap.py", "--quick"), "--out")

    def test_what_does_not_fit_is_refused_in_one_sentence(self) -> None:
        self.assert_refuses(self.start("table1.py", "--quick"), "mod/test")
        self.assert_refuses(self.start("table1.py", "--quick", "--only-train", "--folds", "13"), "13 folds")
        self.assert_refuses(self.start("weight_map.py", "--splits", "0"), "--splits")
        self.pretend(["--help"])
        self.assert_refuses(self.start("weight_map.py", "--quick"), "does not know")
        self.cli.unlink()
        self.assert_refuses(self.start("weight_map.py", "--quick"), "build it")

    def test_groups_can_be_given_and_must_be_complete(self) -> None:
        table = self.folder / "groups.csv"
        table.write_text("image,group\n" + "".join(f"{name},organ{i % 2}\n" for i, name in enumerate(NAMES[:12])))
        arguments = ["leave_one_group_out.py", "--quick", "--only-train", "--groups", str(table)]
        done = self.start(*arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("organ1 left out", (self.out / "summary.md").read_text())
        table.write_text(f"image,group\n{NAMES[0]},organ\n")
        self.assert_refuses(self.start(*arguments), "gives no group")

    def make_dsb(self) -> Path:
        """The images of dsb and those to learn from; returns a parent model."""
        dsb, parent = self.data / "dsb", self.folder / "parent.safetensors"
        dsb.mkdir()
        parent.touch()
        for name in NAMES[12:]:
            (dsb / f"{name}.png").touch()
            (dsb / f"{name}.labels.png").touch()
        (dsb / "finetune.txt").write_text("\n".join(NAMES[12:16]))
        return parent

    def test_fine_tuning_judges_what_it_did_not_learn_from(self) -> None:
        parent = self.make_dsb()
        done = self.start("fine_tuning.py", "--quick", "--splits", "1", "--parent", str(parent))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.calls().count("train"), 3)
        learnt = {link.name.split(".")[0] for link in self.out.glob("trainings/*/learn/*")}
        judged = {link.name.split(".")[0] for link in self.out.glob("trials/*/truth/*")}
        self.assertEqual((learnt, judged), (set(NAMES[12:16]), set(NAMES[16:18])))

    def test_the_parent_as_it_was_is_compared_with_every_seed(self) -> None:
        parent = self.make_dsb()
        done = self.start("fine_tuning.py", "--quick", "--splits", "2", "--seed", "5", "--parent", str(parent))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("parent as it was,", (self.out / "differences.csv").read_text())

    def test_two_models_are_compared_image_by_image(self) -> None:
        for name in ("a", "b"):
            (self.folder / name).touch()
        done = subprocess.run([sys.executable, "-B", str(HERE / "compare_models.py"), str(self.folder / "a"),
                               str(self.folder / "b"), str(self.data / "mod" / "train"), "--cli", str(self.cli), "--out",
                               str(self.out)], text=True, capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len((self.out / "images.csv").read_text().splitlines()), 13)
        self.assertIn("0.0000 to 0.0000", (self.out / "pooled.md").read_text())


if __name__ == "__main__":
    unittest.main()
