"""The page for one's own network, without a browser: what is understood, refused, shown, and forgotten."""

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save
from torchvision.models import get_model

from models.images import sample
from models.nets.bundled import cifar10
from models.nets.own.file import examples, opening
from pages.shell.routes import ROUTES
from tests.pages.own import EXAMPLE, page, shown, uploaded, uploader
from tests.pages.snippets import ROOT, ran
from tests.pages.test_pages import words


def test_without_a_file_it_says_what_is_possible():
    said = words(page())
    assert "torchvision's convolutional ones and our own" in said
    assert "the architecture they fit will stand here" in said


def test_what_is_in_the_file_is_said_in_numbers():
    said = words(uploaded(EXAMPLE["three"]))
    assert "**32** tensors, **647,379** numbers kept as float16" in said
    assert "646,035 are parameters, 1,344 running means" in said
    assert "Its keys stand behind `module.`" in said
    assert "**It is cifar10**: all 32 tensors fit by key and shape, and the last layer has **3 outputs**" in said


def test_the_network_becomes_that_of_every_page_and_answers_as_itself():
    app = uploaded(EXAMPLE["whole"])
    assert app.text_area[0].value.splitlines()[3] == "cat"
    shown(app)
    assert app.selectbox(key="network").value == "own 1"
    assert "own 1" in app.query_params["network"]
    said = words(app)
    assert "10 classes, 32 × 32 pixels, 647,386 parameters" in said
    assert float(said.split("Difference: ")[1].split(".\n")[0].strip(".")) < 1e-5
    app.switch_page("../feature_maps/page.py").run()
    assert not app.exception
    assert app.selectbox(key="network").value == "own 1"
    assert "stage1.conv1" in words(app)
    assert "`mine.safetensors`, as cifar10, 10 classes" in words(app)
    assert app.sidebar.get("progress")


@pytest.mark.parametrize("route", ROUTES[1:], ids=lambda route: route.topic)
def test_every_page_looks_into_it(route):
    app = shown(uploaded(EXAMPLE["three"]))
    app.switch_page(f"../{route.topic}/page.py").run()
    assert not app.exception
    assert not app.error
    assert app.selectbox(key="network").value == "own 1"


def test_names_are_typed_and_must_be_as_many_as_outputs():
    app = uploaded(EXAMPLE["three"])
    app.text_area[0].set_value("cat\ndog").run()
    assert "These are 2 names, and the network has 3 outputs" in app.warning[0].value
    assert next(button for button in app.button if button.label == "Show this network").disabled
    app.text_area[0].set_value("cat\ndog\n:red[ship]").run()
    app = shown(app)
    assert app.session_state["own_networks"]["own 1"].network.labels == ("cat", "dog", ": redship")


@pytest.mark.parametrize(
    ("name", "text", "first"), [("n.txt", "a\nb\nc", "a"), ("n.json", '{"2":"c","1":"b","0":"a"}', "a")]
)
def test_names_come_from_a_file(name, text, first):
    app = uploaded(EXAMPLE["three"])
    app.file_uploader(key="own names file").upload(name, text.encode()).run()
    app = shown(app)
    assert app.session_state["own_networks"]["own 1"].network.labels[0] == first


def test_a_bad_file_of_names_is_told():
    app = uploaded(EXAMPLE["three"])
    app.file_uploader(key="own names file").upload("n.json", b'{"5": "a"}').run()
    assert "no dictionary by number" in app.warning[0].value
    assert not app.exception


def test_a_pickle_is_answered_with_lines_that_convert_it(tmp_path):
    state = {"a": torch.arange(6.0).reshape(2, 3)}
    torch.save(state, tmp_path / 'my "net" (1).pt')
    app = uploaded((tmp_path / 'my "net" (1).pt').read_bytes(), 'my "net" (1).pt')
    assert "This file is a pickle, as" in app.error[0].value
    lines = [code.value for code in app.code if "torch.load" in code.value]
    assert ["weights_only=True" in each for each in lines] == [True, False]
    ran(lines[0], tmp_path)
    made = opening.read((tmp_path / 'my "net" (1).safetensors').read_bytes(), "x")
    assert np.array_equal(made.tensors["a"], state["a"].numpy())


def test_a_whole_model_is_answered_with_the_lines_for_one(tmp_path):
    module = torch.nn.Sequential(torch.nn.Conv2d(3, 4, 3))
    torch.save(module, tmp_path / "net.pth")
    app = uploaded((tmp_path / "net.pth").read_bytes(), "net.pth")
    assert "a pickle of a whole model" in app.error[0].value
    (lines,) = [code.value for code in app.code if "torch.load" in code.value]
    ran(lines, tmp_path)
    made = opening.read((tmp_path / "net.safetensors").read_bytes(), "x")
    assert np.array_equal(made.tensors["0.weight"], module[0].weight.detach().numpy())


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"), (b"\x89PNG\r\n\x1a\n" + bytes(50), "a picture, not a network"),
        (EXAMPLE["whole"][:9999], "ends too early"), (save({"a b": torch.tensor([torch.nan])}), "The tensor a b holds"),
    ],
    ids=["empty", "picture", "truncated", "nan"],
)  # fmt: skip
def test_a_refused_file_is_told_and_changes_nothing(data, sentence):
    app = uploaded(data)
    assert sentence in app.error[0].value
    assert app.selectbox(key="network").value == "cifar10"
    uploader(app).upload("good.safetensors", EXAMPLE["three"]).run()
    assert not app.error
    assert "It is cifar10" in words(app)


def test_misfits_are_listed_at_most_twelve_of_each():
    app = uploaded(save(get_model("squeezenet1_1", weights=None, num_classes=3).state_dict()))
    assert "It is squeezenet1_1" in words(app)
    app.selectbox(key="picked architecture").set_value("resnet18").run()
    said = words(app)
    assert "**Not resnet18**: 0 of 154 tensors fit" in said
    assert {expander.label for expander in app.expander} >= {"Missing from the file: 102", "Not used: 52"}
    listed = next(text.value for text in app.text if "conv1.weight of 64 × 3 × 7 × 7" in text.value)
    assert listed.splitlines()[-1] == "and 90 more"
    assert len(listed.splitlines()) == 13


def test_a_foreign_file_gets_no_suggestion():
    app = uploaded(save({"encoder.weight": torch.ones(4, 4)}))
    assert "None of the 70 architectures here fits" in app.warning[0].value
    assert "suggested" not in "".join(app.selectbox(key="picked architecture").options)


def test_size_and_colours_are_the_networks():
    app = page(example="three", scale="typed")
    app.number_input[0].set_value(64).run()
    app.text_input(key="own mean").set_value("0.1, 0.2").run()
    assert "Three numbers are wanted" in app.warning[0].value
    app.text_input(key="own mean").set_value("0, 0, 0").run()
    app.text_input(key="own deviation").set_value("0.5, 0.5, 0.5").run()
    network = shown(app).session_state["own_networks"]["own 1"].network
    assert network.input_size == (64, 64)
    pixels = torch.tensor(network.picture(sample("cat"))).permute(2, 0, 1).float() / 255
    assert torch.allclose(network.prepare(sample("cat"))[0], pixels / 0.5)


@pytest.mark.parametrize("query", [{"example": "../x"}, {"architecture": "vit"}, {"scale": "{}"}, {"network": "own 7"}])
def test_a_tampered_address_falls_back(query):
    assert page(**query).selectbox(key="network").value == "cifar10"


@pytest.mark.parametrize("name", examples.NAMES)
def test_every_thing_to_try_is_a_state_of_the_page(name):
    app = page()
    app.button(key=f"try networks_own.try_{name}").click().run()
    assert not app.exception
    assert app.query_params["example"] == name
    assert f"example {name}.safetensors" in words(app)


NUMBERS = {"whole": "32 tensors, 648,730 numbers", "three": "32 tensors, 647,379 numbers", "broken": "31 tensors"}


@pytest.mark.parametrize("name", [None, *examples.NAMES])
def test_the_lines_of_every_state_run_in_an_empty_folder_as_they_are_shown(name, tmp_path, monkeypatch):
    """Convoscope is where Python finds it; nothing else is there."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    app = page(example=name) if name else page()
    (lines,) = [code.value for code in app.code if "numel" in code.value]
    said = ran(lines, tmp_path).strip()
    assert said.startswith(NUMBERS[name or "whole"])
    if name:
        tensors, _, numbers = said.partition(" tensors, ")
        assert f"**{tensors}** tensors, **{numbers.removesuffix(' numbers')}** numbers" in words(app)


def test_the_same_in_pytorch_prints_the_numbers_on_screen(tmp_path):
    app = uploaded(EXAMPLE["three"], "mine (2) [final].safetensors")
    (tmp_path / "mine (2) [final].safetensors").write_bytes(EXAMPLE["three"])
    snippet = next(code.value for code in app.code if "load_file" in code.value)
    assert ran(snippet, tmp_path).strip() == NUMBERS["three"]


@pytest.mark.parametrize("from_example", [True, False])
def test_the_lines_of_other_pages_load_ones_own_from_its_file(from_example, tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    app = shown(page(example="three") if from_example else uploaded(EXAMPLE["three"]))
    app.switch_page("../feature_maps/page.py").run()
    snippet = next(code.value for code in app.code if "own_network(" in code.value)
    if not from_example:
        (tmp_path / "mine.safetensors").write_bytes(EXAMPLE["three"])
    assert "shape (48, 32, 32)" in ran(snippet, tmp_path)


def test_what_differs_from_the_architecture_is_told_and_a_network_without_classes_is_shown():
    state = {f"encoder.{key}": values for key, values in load_file(cifar10.WEIGHTS).items() if "linear" not in key}
    app = uploaded(save(state | {"temperature": torch.tensor(1.5), "order": torch.arange(5)}))
    said = words(app)
    assert "**It is cifar10**: 30 of its 32 tensors fit" in said
    assert "Its keys stand behind `encoder.`" in said
    assert "ends before `linear`" in said
    assert "aren't used: **1**" in said
    assert "nothing is computed from: 7" in said
    assert {expander.label for expander in app.expander} >= {"Missing from the file: 2", "Not used: 1"}
    assert "no classes to name" in said
    network = shown(app).session_state["own_networks"]["own 1"].network
    assert network.labels[0] == "feature 0"
    for route in ROUTES:
        app.switch_page(f"../{route.topic}/page.py").run()
        assert not app.exception
        assert not app.error


def test_a_new_last_layer_and_a_single_channel_are_told():
    state = dict(load_file(cifar10.WEIGHTS))
    state |= {"linear.1.weight": state.pop("linear.weight")[:4], "linear.1.bias": state.pop("linear.bias")[:4]}
    state["stage1.conv1.weight"] = state["stage1.conv1.weight"].sum(1, keepdim=True)
    app = uploaded(save({key: values.contiguous() for key, values in state.items()}))
    said = words(app)
    assert "Its last layer is the file's `linear.1`, with **4 outputs** of 192 numbers" in said
    assert "given the picture's brightness" in said
    app = shown(app)
    assert app.session_state["own_networks"]["own 1"].network.channels == 1


def test_four_channels_are_refused_in_a_sentence():
    state = dict(load_file(cifar10.WEIGHTS)) | {"stage1.conv1.weight": torch.ones(48, 4, 3, 3)}
    app = uploaded(save(state))
    assert "**It is cifar10 for 4 channels**, and pictures have 3, or 1 in grey: it can't be shown." in words(app)
    assert not [button for button in app.button if button.label == "Show this network"]
