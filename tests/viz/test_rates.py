"""Networks at several rates learn in the browser's engine as in PyTorch, from the same weights on the same batches."""

import numpy as np
import pytest
import torch
from torch import nn

from tests.viz.node import told_by_lines
from viz.stages.training.rates.stage import RATES

UPDATES = 40
WORK = """
import { GUESSING, behind, lowest, smoothed, startRace, step } from "ROOT/viz/stages/training/rates/race.js";
const [rates, updates, seed] = [JSON.parse(process.argv[2]), Number(process.argv[3]), 5];
const race = startRace(rates, seed, updates);
const weights = race.runners[0].network.parameters.map(({ values, shape }) => ({ values: [...values], shape }));
const bits = ({ network }) => network.parameters.map(({ values }) => [...values]).join();
const begun = race.runners.every((runner) => bits(runner) === bits(race.runners[0]));
let furthest = 0;
while (step(race, updates)) {
  const made = race.runners.filter(({ ended }) => ended === null).map(({ losses }) => losses.length);
  furthest = Math.max(furthest, Math.max(...made) - Math.min(...made));
}
console.log(JSON.stringify({
  weights, begun, furthest, guessing: GUESSING, made: behind(race, updates), lowest: lowest(race).rate,
  pictures: [...race.pictures], labels: [...race.labels],
  runs: race.runners.map(({ losses, ended }) => {
    return { losses, ended, smooth: [0, 1, 30, updates, updates + 1].map((at) => smoothed(losses, at)) };
  }),
}));
"""


def network(weights):
    layers = (nn.Conv2d(1, 4, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(4, 8, 3, padding=1), nn.ReLU())
    made = nn.Sequential(*layers, nn.MaxPool2d(2), nn.Flatten(), nn.Linear(72, 6))
    for parameter, given in zip(made.parameters(), weights, strict=True):
        parameter.data = torch.tensor(given["values"]).reshape(given["shape"])
    return made


def test_the_losses_are_pytorchs(tmp_path):
    answer = told_by_lines(WORK, tmp_path, str(list(RATES)).replace("'", '"'), str(UPDATES))
    assert answer["begun"], "all from the same weights"
    assert answer["furthest"] == 1, "all side by side"
    assert answer["made"] == UPDATES
    assert answer["guessing"] == pytest.approx(np.log(6))
    assert sum(np.prod(each["shape"]) for each in answer["weights"]) == 774
    pictures = torch.tensor(answer["pictures"]).reshape(-1, 8, 1, 12, 12)
    labels = torch.tensor(answer["labels"]).reshape(-1, 8)
    for rate, run in zip(RATES, answer["runs"], strict=True):
        made = network(answer["weights"])
        optimizer, losses = torch.optim.SGD(made.parameters(), float(rate)), []
        for batch, true in zip(pictures, labels, strict=True):
            optimizer.zero_grad()
            loss = nn.functional.cross_entropy(made(batch), true)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        np.testing.assert_allclose(run["losses"], losses, atol=1e-4)
        smooth = [None, losses[0], np.mean(losses[10:30]), np.mean(losses[-20:]), None]
        for one, other in zip(run["smooth"], smooth, strict=True):
            assert one == (other and pytest.approx(other, abs=1e-4))


def test_who_loses_all_numbers_ends_there_and_the_others_go_on(tmp_path):
    answer = told_by_lines(WORK, tmp_path, '["1e30", "0.1"]', str(UPDATES))
    lost, sound = answer["runs"]
    assert lost["ended"] == len(lost["losses"]) < 5
    assert None not in lost["losses"]
    assert (sound["ended"], len(sound["losses"])) == (None, UPDATES)
    assert (answer["lowest"], answer["made"]) == ("0.1", UPDATES)
