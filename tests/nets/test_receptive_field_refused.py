"""Networks that do not fit are refused by their layer; of what attends to other places, no field is guessed."""

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional
from torchvision.models import VisionTransformer

from models.nets.bundled.cifar10 import Cifar10
from models.nets.receptive_field import effective, receptive_fields
from models.nets.weights import published
from models.ops.effective_field import mass_region
from models.ops.geometry import ImpossibleGeometry
from tests.nets.layered import Does, last_of


@pytest.mark.parametrize(
    ("module", "size", "message"),
    [
        (nn.Sequential(nn.Conv2d(3, 3, 3), nn.Conv2d(3, 3, 7)), (9, 8), "kernel of layer 1 is 7, .*at most 6"),
        (nn.Conv2d(3, 3, 9), (5, 5), "kernel of layer Conv2d is 9"),
        (nn.Sequential(nn.Conv2d(3, 3, 3), nn.MaxPool2d(4)), (5, 5), "kernel of layer 1 is 4"),
        (nn.Sequential(nn.ConvTranspose2d(3, 3, 2, padding=3)), (4, 4), "padding of layer 0 is 3, but must be at most"),
        (nn.Sequential(nn.Conv2d(3, 3, 3, padding=4, padding_mode="reflect")), (4, 9), "padding of layer 0 is 4"),
        (nn.Conv2d(3, 3, 3), (0, 5), "input_size is 0"),
    ],
)
def test_what_does_not_fit_is_told_with_the_layer_s_name(module, size, message):
    with pytest.raises(ImpossibleGeometry, match=message):
        receptive_fields(module, size)
    assert not module._forward_hooks
    assert not module._forward_pre_hooks


def test_the_layer_of_a_known_network_that_does_not_fit_is_named():
    with pytest.raises(ImpossibleGeometry, match=r"kernel of layer features\.12 is 3"):
        receptive_fields(published.build("alexnet"), (32, 32))


@pytest.mark.parametrize(
    ("module", "message"),
    [
        (nn.Sequential(nn.Flatten(), nn.Linear(192, 2)), "a Sequential without convolution or pooling"),
        (nn.Sequential(nn.ReLU()), "without convolution or pooling"),
        (nn.Sequential(nn.Conv2d(3, 4, 3), nn.Flatten(), nn.Linear(10, 2)), r"its layer 2 \(Linear\) gets \[1, 144\]"),
        (nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(5)), r"layer 1 \(BatchNorm2d\) gets \[1, 4, 6, 6\]"),
        (Does(lambda maps: functional.max_pool2d(maps, 9)), "module cannot take pictures of 8×8 pixels"),
    ],
)
def test_a_network_that_cannot_take_the_picture_gets_a_sentence(module, message):
    with pytest.raises(ValueError, match=message):
        receptive_fields(module, (8, 8))


def test_weights_that_are_no_numbers_change_no_box_and_leave_no_region():
    module = Cifar10((2, 2, 2)).eval()
    plain = receptive_fields(module, (32, 32))
    with torch.no_grad():
        module.stage1.conv1.weight.fill_(torch.nan)
    assert receptive_fields(module, (32, 32)) == plain
    field = effective(module, torch.randn(1, 3, 32, 32), "stage1.bn2", 4, 4, 0)
    assert np.isnan(field).any()
    with pytest.raises(ValueError, match="NaN or infinite"):
        mass_region(field, 0.5)


def test_a_refused_network_is_left_as_it_was_found():
    module = nn.Sequential(nn.Conv2d(3, 3, 3), nn.BatchNorm2d(3), nn.ReLU(inplace=True), nn.Conv2d(3, 3, 9)).train()
    state = {name: value.clone() for name, value in module.state_dict().items()}
    with pytest.raises(ImpossibleGeometry):
        receptive_fields(module, (8, 8))
    assert module.training
    assert all(part.training for part in module)
    assert module[2].inplace
    assert all(torch.equal(state[name], value) for name, value in module.state_dict().items())
    assert not any("forward" in part.__dict__ or part._forward_hooks for part in module.modules())


class Attends(nn.Module):
    """Attention between all places of maps, or between those of each row alone, and a convolution after it."""

    def __init__(self, *, rows=False, heads=2):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3, padding=1)
        self.attention = nn.MultiheadAttention(8, heads, batch_first=True)
        self.last = nn.Conv2d(8, 2, 3, padding=1)
        self.rows = rows

    def forward(self, batch):
        maps = self.conv(batch)
        count, channels, height, width = maps.shape
        tokens = maps.permute(0, 2, 3, 1).reshape(count * (height if self.rows else 1), -1, channels)
        tokens = self.attention(tokens, tokens, tokens)[0]
        return self.last(tokens.reshape(count, height, width, channels).permute(0, 3, 1, 2))


class Weighs(nn.Module):
    """Attention spelled out: the products of all places with all places, softened, and a sum so weighed."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 1)

    def forward(self, batch):
        flat = self.conv(batch).flatten(2)
        weights = torch.softmax(flat.transpose(1, 2) @ flat, -1)
        return (flat @ weights.transpose(1, 2)).reshape(len(batch), 8, *batch.shape[2:]).relu()


@pytest.mark.parametrize("module", [Attends(), Weighs()], ids=["torch's", "spelled out"])
def test_attention_between_all_places_sees_the_whole_image(module):
    field = last_of(module, (6, 7))
    assert (field.scope, field.size, field.spatial_size) == ("whole image", (6, 7), None)
    assert field.reason


def test_attention_within_rows_is_unknown_and_not_guessed():
    field = last_of(Attends(rows=True), (6, 7))
    assert field.scope == "unknown"
    assert len(field.reason) > 10


@pytest.mark.parametrize("value", [0.0, torch.nan])
def test_what_a_network_has_learned_does_not_matter(value):
    module = Attends()
    state = torch.get_rng_state()
    with torch.no_grad():
        module.attention.in_proj_weight.fill_(value)
    assert last_of(module, (6, 7)).scope == "whole image"
    assert module.attention.in_proj_weight.grad is None
    assert torch.equal(module.attention.in_proj_weight.isnan(), torch.full((24, 8), value != 0))
    assert torch.equal(torch.get_rng_state(), state)


def test_the_head_of_a_vision_transformer_sees_the_whole_image():
    module = VisionTransformer(32, 8, num_layers=1, num_heads=2, hidden_dim=8, mlp_dim=8, num_classes=4)
    fields = receptive_fields(module, (32, 32))
    assert (fields["conv_proj"].size, fields["conv_proj"].stride) == ((8, 8), (8, 8))
    assert (fields["heads.head"].scope, fields["heads.head"].places) == ("whole image", (1, 1))


def test_a_layer_that_works_on_a_table_of_its_own_is_unknown():
    class Biased(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv, self.table = nn.Conv2d(3, 4, 3), nn.Linear(2, 4)

        def forward(self, batch):
            self.table(torch.ones(5, 2))
            return self.conv(batch)

    fields = receptive_fields(Biased(), (8, 8))
    assert (fields["table"].scope, fields["conv"].scope) == ("unknown", "exact")
    assert fields["table"].reason == "nothing of the picture goes into it"
