"""Is a block told from its graph alone whose shortcut is the bare input, whatever its layers are called?"""

import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import nn

from models.images import sample
from models.nets.capture import capture
from models.nets.catalogue import load
from models.nets.structure.stages import stages
from models.nets.structure.summary import summarize
from models.ops.residual import IdentityBlock, around, identity_blocks
from models.records.costs import Group, LayerCost


def layer(name, kind, *inputs, memory=4):
    return LayerCost(name, kind, (1, 1, 1), inputs, None, 0, 0, memory, by_formula=True)


STEM = layer("stem", "Conv2d", "input")


def found(*layers):
    return identity_blocks((STEM, *layers))


def test_the_bare_input_may_be_named_first_or_last_and_pass_through_a_layer_that_hands_it_on():
    branch = layer("a", "Conv2d", "stem")
    block = IdentityBlock("stem", ("a",), "sum")
    assert found(branch, layer("sum", "Add", "a", "stem")) == (block,)
    assert found(branch, layer("sum", "Add", "stem", "a")) == (block,)
    handed = layer("skip", "Identity", "stem", memory=0)
    assert found(branch, handed, layer("sum", "Add", "a", "skip")) == (block,)


def test_a_shortcut_that_pools_or_convolves_is_no_bare_input():
    branch = layer("a", "Conv2d", "stem")
    for kind in ("AvgPool2d", "Conv2d", "BatchNorm2d"):
        assert found(branch, layer("b", kind, "stem"), layer("sum", "Add", "a", "b")) == ()


def test_a_branch_without_a_convolution_and_one_fed_from_elsewhere_are_none():
    assert found(layer("a", "ReLU", "stem"), layer("sum", "Add", "a", "stem")) == ()
    aside = layer("aside", "Conv2d", "input")
    assert found(aside, layer("a", "Conv2d", "stem", "aside"), layer("sum", "Add", "a", "stem")) == ()
    assert found(layer("sum", "Add", "stem", "stem")) == ()
    assert found(layer("a", "Conv2d", "stem"), layer("sum", "Add", "a", "stem", "input")) == ()


@given(st.lists(st.sampled_from(["Conv2d", "BatchNorm2d", "ReLU", "Dropout"]), min_size=1, max_size=8))
def test_the_branch_is_the_whole_way_from_the_input_to_the_sum(kinds):
    names = ["stem", *(f"layer {number}" for number in range(len(kinds)))]
    way = [layer(name, kind, before) for before, name, kind in zip(names, names[1:], kinds, strict=False)]
    blocks = found(*way, layer("sum", "Add", "stem", names[-1]))
    assert blocks == ((IdentityBlock("stem", tuple(names[1:]), "sum"),) if "Conv2d" in kinds else ())


def test_the_groups_around_a_block_are_named_from_the_outside():
    layers = (STEM, layer("a", "Conv2d", "stem"), layer("sum", "Add", "a", "stem"), layer("end", "ReLU", "sum"))
    groups = (Group("stage", "stage", 0, 4, (Group("block", "block", 1, 3), Group("rest", "rest", 3, 4))),)
    (block,) = identity_blocks(layers)
    assert around(block, layers, groups) == ("stage", "block")
    assert around(block, layers, (Group("half", "half", 0, 2), Group("other", "other", 2, 4))) == ()


class Block(nn.Module):
    """Adds what came in to what its branch made of it, or, first, to what a shortcut made of it."""

    def __init__(self, shortcut):
        super().__init__()
        self.odd_name, self.shortcut = nn.Conv2d(4, 4, 3, padding=1), shortcut

    def forward(self, maps):
        return self.shortcut(maps) + torch.relu(self.odd_name(maps))


def test_blocks_of_any_network_are_told_apart():
    network = nn.Sequential(nn.Conv2d(3, 4, 3), Block(nn.Conv2d(4, 4, 1)), Block(nn.Identity())).eval()
    layers = summarize(network, capture(network, torch.rand(1, 3, 9, 9))).layers
    (block,) = identity_blocks(layers)
    assert block.addition.startswith("2")
    assert block.branch[0] == "2.odd_name"


def test_every_block_of_the_networks_with_equal_sizes_and_no_other_is_one():
    bundled = load("imagenette")
    layers = summarize(bundled, trace := capture(bundled, bundled.prepare(sample("cat")))).layers
    blocks = identity_blocks(layers)
    assert [block.addition for block in blocks] == [f"stage{number}.block2.add" for number in (1, 2, 3)]
    for block in blocks:
        joined = sum(trace[name].values for name in (block.source, block.branch[-1]))
        assert (joined == trace[block.addition].values).all(), "the addition adds the bare input"
        assert around(block, layers, stages(layers, max(bundled.input_size)))[-1] == block.addition[: -len(".add")]
    assert identity_blocks(summarize(load("cifar10"), capture(load("cifar10"), torch.zeros(1, 3, 32, 32))).layers) == ()
