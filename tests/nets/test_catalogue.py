"""Does the catalogue keep its word: names at once, networks without a download, pictures as promised?"""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
import torchvision
from PIL import Image
from torchvision.models import get_model_weights, list_models

from models.images import middle
from models.nets import catalogue
from models.nets.bundled import cifar10
from models.nets.bundled.provenance import describe
from models.nets.capture import capture
from models.nets.entries import ENTRIES, FAMILIES, MOST, TORCHVISION, most_bytes, weights_folder
from models.nets.network import part_seen
from models.nets.own.preparing import Scaling
from models.nets.weights import files as download_files
from models.nets.weights import published

NOT_CONVOLUTIONAL = ("vit", "swin", "maxvit")


def in_a_fresh_process(code):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.fixture
def no_files(tmp_path, monkeypatch):
    for name in ("TORCH_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(torch.hub, "get_dir", lambda: str(tmp_path))
    return tmp_path / "checkpoints"


def gradient(columns, rows):
    across = np.linspace(0, 255, columns, dtype=np.uint8)
    return Image.fromarray(np.broadcast_to(across[None, :, None], (rows, columns, 3)).copy())


def test_asking_for_the_names_imports_neither_torch_nor_torchvision():
    code = "import sys; from models.nets import catalogue; catalogue.names(); print('torch' in sys.modules)"
    assert in_a_fresh_process(code) == ["False"]


def test_bundled_networks_come_first_and_then_small_ones():
    names = catalogue.names()
    assert names[:3] == ("cifar10", "imagenette", "squeezenet1_1")
    sizes = [entry.parameters for entry in TORCHVISION]
    assert sizes == sorted(sizes)
    assert len(set(names)) == len(names)


def test_every_convolutional_classifier_of_torchvision_is_listed():
    available = [name for name in list_models(module=torchvision.models) if not name.startswith(NOT_CONVOLUTIONAL)]
    assert sorted(catalogue.names()[2:]) == sorted(available)


@pytest.mark.parametrize("entry", TORCHVISION, ids=lambda entry: entry.name)
def test_the_table_says_what_torchvision_records(entry):
    record = get_model_weights(entry.name).DEFAULT
    assert entry.parameters == record.meta["num_params"]
    assert entry.input_size == tuple(record.transforms().crop_size) * 2
    assert entry.published.top1 == record.meta["_metrics"]["ImageNet-1K"]["acc@1"]
    assert entry.published.mebibytes == record.meta["_file_size"]
    assert record.url == f"https://download.pytorch.org/models/{entry.published.file}"
    assert download_files.FINGERPRINT.search(entry.published.file)


# RegNet's first weights are worked out from numbers that a tensor without memory doesn't have: two stand for all.
BUILT = [entry for entry in TORCHVISION if "regnet" not in entry.name or entry.name.endswith("400mf")]


@pytest.mark.parametrize("entry", BUILT, ids=lambda entry: entry.name)
def test_the_table_counts_layers_and_knows_batch_norm(entry):
    with torch.device("cpu" if "regnet" in entry.name else "meta"):
        modules = dict(published.build(entry.name).named_modules())
    kinds = (torch.nn.Conv2d, torch.nn.Linear)
    layers = [name for name, layer in modules.items() if isinstance(layer, kinds) and "aux" not in name.lower()]
    assert entry.layers == len(layers)
    assert entry.has_batch_norm == any(isinstance(layer, torch.nn.BatchNorm2d) for layer in modules.values())


@pytest.mark.parametrize("name", ["cifar10", "imagenette", "squeezenet1_1", "shufflenet_v2_x0_5", "mobilenet_v3_small"])
def test_the_table_says_what_the_network_has(name):
    entry, network = catalogue.entry(name), catalogue.load(name)
    modules = list(network.module.modules())
    assert entry.parameters == sum(weights.numel() for weights in network.module.parameters())
    assert entry.layers == sum(isinstance(layer, (torch.nn.Conv2d, torch.nn.Linear)) for layer in modules)
    assert entry.has_batch_norm == any(isinstance(layer, torch.nn.BatchNorm2d) for layer in modules)
    trace = capture(network, torch.zeros(1, 3, *entry.input_size))
    assert entry.values == sum(activation.values.size for activation in trace.values())


def test_every_network_belongs_to_a_family():
    families = {entry.family for entry in TORCHVISION}
    assert families == set(FAMILIES)
    by_name = {entry.name: entry.family for entry in ENTRIES}
    assert by_name["cifar10"] == by_name["imagenette"] == "bundled"
    assert by_name["efficientnet_v2_s"] == "efficientnet_v2"
    assert by_name["efficientnet_b0"] == "efficientnet"
    assert by_name["wide_resnet50_2"] == "wide_resnet"
    assert by_name["vgg16_bn"] == "vgg"


def test_how_heavy_a_network_may_be_is_a_setting(monkeypatch):
    monkeypatch.delenv(MOST, raising=False)
    heavy = {entry.name for entry in ENTRIES if entry.heaviest > most_bytes()}
    assert "regnet_y_128gf" in heavy
    assert not heavy & {"vgg19_bn", "resnet152", "convnext_large", "densenet161", "efficientnet_b4"}
    for setting, expected in {"10": 10_000_000, "0.5": 500_000, "": 1_000_000_000, "much": 1_000_000_000}.items():
        monkeypatch.setenv(MOST, setting)
        assert most_bytes() == expected


def test_the_folder_is_the_one_torch_says(monkeypatch, tmp_path):
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    assert weights_folder() == tmp_path / "hub" / "checkpoints" == Path(torch.hub.get_dir()) / "checkpoints"
    code = "import sys; from models.nets.entries import weights_folder as f; print(f(), 'torch' in sys.modules)"
    assert in_a_fresh_process(code) == [str(tmp_path / "hub" / "checkpoints"), "False"]
    monkeypatch.delenv("TORCH_HOME")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert weights_folder() == tmp_path / "cache" / "torch" / "hub" / "checkpoints"


def test_an_unknown_name_is_answered_with_close_ones():
    with pytest.raises(ValueError, match=r"name is 'resnet81'.*resnet18"):
        catalogue.load("resnet81")


def test_the_bundled_network_is_trained_frozen_and_ready():
    network = catalogue.load("cifar10")
    assert (network.name, network.weights, network.input_size) == ("cifar10", "trained", (32, 32))
    assert network.labels == cifar10.LABELS
    assert not network.module.training
    assert not any(weights.requires_grad for weights in network.module.parameters())
    assert "CIFAR-10" in network.source


def test_the_bundled_network_loads_at_once_and_without_torchvision():
    code = (
        "import sys, time, torch, models.nets.catalogue as c; start = time.perf_counter(); c.load('cifar10');"
        "print(time.perf_counter() - start, 'torchvision' in sys.modules)"
    )
    tries = [in_a_fresh_process(code) for _ in range(2)]
    assert {imported for _, imported in tries} == {"False"}
    assert min(float(seconds) for seconds, _ in tries) < 0.3


def test_a_measured_accuracy_is_told_as_it_stands_beside_the_weights():
    assert "91.25 %" in describe({"data": "pictures", "date": "2026-01-01", "test_accuracy": "0.9125"})
    assert "91.25 %" in describe({"test_accuracy": "91.25"})


def test_without_a_file_the_weights_are_random_and_it_says_where_the_file_belongs(no_files):
    network = catalogue.load("squeezenet1_1")
    assert network.weights == "random"
    assert "squeezenet1_1-b8a52dc0.pth" in network.source
    assert "`~/.cache/torch/hub/checkpoints`" in network.source
    assert str(no_files.parent) not in network.source, "where it is on this machine is nobody's business"
    assert not no_files.exists()
    assert network.labels[0] == "tench"
    assert len(network.labels) == 1000


@pytest.mark.usefixtures("no_files")
def test_random_weights_are_the_same_each_time_and_leave_other_random_numbers_alone():
    torch.manual_seed(5)
    expected = torch.rand(3)
    torch.manual_seed(5)
    first, second = (catalogue.load("shufflenet_v2_x0_5").module.state_dict() for _ in range(2))
    assert torch.equal(torch.rand(3), expected)
    assert all(torch.equal(first[key], second[key]) for key in first)


def test_a_published_file_is_used_and_a_damaged_one_is_not(no_files, monkeypatch):
    other = published.build("densenet121").state_dict()
    old_names = {key.replace("norm1", "norm.1").replace("conv2", "conv.2"): value for key, value in other.items()}
    file = no_files / "densenet121-a639ec97.pth"
    file.parent.mkdir()
    torch.save(old_names, file)
    assert "densenet121-a639ec97.pth" in (said := catalogue.load("densenet121").source)
    assert "damaged and has been removed" in said
    assert str(no_files.parent) not in said
    assert not file.exists()
    assert "damaged and has been removed" in catalogue.load("densenet121").source
    torch.save(old_names, file)
    monkeypatch.setattr(download_files, "FINGERPRINT", re.compile("no fingerprint"))
    network = catalogue.load("densenet121")
    assert (network.weights, "DenseNet121_Weights" in network.source) == ("trained", True)
    assert all(torch.equal(value, other[key]) for key, value in network.module.state_dict().items())


def test_the_side_exits_of_googlenet_in_the_published_file_are_left_out(no_files, monkeypatch):
    monkeypatch.setattr(download_files, "FINGERPRINT", re.compile("no fingerprint"))
    with_exits = torchvision.models.GoogLeNet(init_weights=False).state_dict()
    no_files.mkdir()
    torch.save(with_exits, no_files / "googlenet-1378be20.pth")
    network = catalogue.load("googlenet")
    assert network.weights == "trained"
    assert network.module.transform_input


def test_a_picture_of_the_right_size_passes_unchanged(cifar_network):
    noise = np.random.default_rng(0).integers(0, 256, (32, 32, 3), dtype=np.uint8)
    assert np.array_equal(cifar_network.picture(Image.fromarray(noise)), noise)


@pytest.mark.parametrize("size", [(64, 32), (32, 64), (33, 32), (500, 8), (8, 8)])
def test_the_centred_square_is_seen(cifar_network, size):
    picture = cifar_network.picture(gradient(*size))
    assert picture.shape == (32, 32, 3)
    assert not picture.flags.writeable
    if size == (64, 32):
        assert np.array_equal(picture, np.asarray(gradient(64, 32))[:, 16:48])


@pytest.mark.parametrize("wanted", [(48, 96), (96, 48), (7, 31), (224, 224), (1, 50)])
@pytest.mark.parametrize("size", [(200, 100), (100, 200), (33, 32), (500, 8), (8, 8), (96, 48)])
def test_what_is_seen_has_the_proportions_of_the_picture(cifar_network, wanted, size):
    """A disc would stay a disc: a pixel of the network's input is as wide a part of the picture as it is high."""
    rows, columns = wanted
    width, height = size
    cut = part_seen(gradient(width, height), wanted)
    across, down = cut.width / columns, cut.height / rows
    assert abs(across - down) <= 0.5 / min(wanted) + 1e-9 or 1 in cut.size  # half a pixel, for whole ones are cut
    assert cut.width == width or cut.height == height
    seen = replace(cifar_network, input_size=wanted).picture(gradient(width, height))
    assert seen.shape == (rows, columns, 3)
    assert np.array_equal(np.asarray(cut), np.asarray(middle(gradient(width, height), wanted)))


def test_a_wide_network_sees_a_disc_round(cifar_network):
    rows, columns = np.indices((240, 320))
    disc = (255 * ((rows - 119.5) ** 2 + (columns - 159.5) ** 2 < 60**2)).astype(np.uint8)
    seen = replace(cifar_network, input_size=(48, 96)).picture(Image.fromarray(disc).convert("RGB"))[..., 0] > 127
    high, wide = seen.any(axis=1).sum(), seen.any(axis=0).sum()
    assert (high, wide) == (36, 36)  # 120 pixels, of which 320 go into 96
    assert seen.sum() == pytest.approx(np.pi * 18**2, rel=0.03)


def test_a_network_of_one_channel_is_given_the_brightness(cifar_network):
    grey = replace(cifar_network, channels=1, normalize=Scaling((0.5,), (0.25,)))
    image = gradient(64, 64)
    assert grey.prepare(image).shape == (1, 1, 32, 32)
    by_pillow = np.asarray(image.convert("L").resize((32, 32), Image.Resampling.BILINEAR))
    assert np.array_equal(grey.picture(image), np.repeat(by_pillow[..., None], 3, axis=2))
    np.testing.assert_allclose(grey.prepare(image)[0, 0], (by_pillow / 255 - 0.5) / 0.25, atol=1e-6)
    again = grey.prepare(Image.fromarray(grey.picture(image)))
    assert torch.equal(again, grey.prepare(image))  # what is seen is seen unchanged


def test_fine_stripes_are_averaged_and_not_skipped(cifar_network):
    stripes = np.zeros((320, 320, 3), dtype=np.uint8)
    stripes[:, ::2] = 255
    assert np.ptp(cifar_network.picture(Image.fromarray(stripes))[2:-2, 2:-2].astype(int)) <= 2


def test_the_input_is_the_picture_normalised(cifar_network):
    image = gradient(100, 60)
    prepared = cifar_network.prepare(image)
    assert prepared.shape == (1, 3, 32, 32)
    assert prepared.dtype == torch.float32
    mean, deviation = (np.array(values)[:, None, None] for values in (cifar10.MEAN, cifar10.DEVIATION))
    by_hand = (cifar_network.picture(image).transpose(2, 0, 1) / 255 - mean) / deviation
    np.testing.assert_allclose(prepared[0].numpy(), by_hand, atol=1e-5)


@pytest.mark.usefixtures("no_files")
def test_torchvision_networks_get_their_own_colours_and_size():
    network = catalogue.load("mnasnet0_5")
    grey = Image.new("RGB", (300, 250), (128, 128, 128))
    prepared = network.prepare(grey)
    assert prepared.shape == (1, 3, 224, 224)
    expected = (128 / 255 - np.array([0.485, 0.456, 0.406])) / np.array([0.229, 0.224, 0.225])
    np.testing.assert_allclose(prepared[0, :, 0, 0].numpy(), expected, atol=1e-5)


def test_every_entry_has_a_square_input():
    assert all(rows == columns for rows, columns in (entry.input_size for entry in ENTRIES))
