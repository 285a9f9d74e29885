"""The page for one's own network, without a browser: what is understood, refused, shown, and forgotten."""

import numpy as np
import pytest
import torch
from safetensors.torch import save
from torchvision.models import get_model

from models.images import sample
from models.nets.own import examples, opening
from pages.shell.cached import own_networks, own_weights
from pages.shell.routes import ROUTES
from tests.pages.snippets import ran
from tests.pages.test_pages import opened, words

EXAMPLE = {name: examples.example(name) for name in examples.NAMES}


def page(**query):
    return opened("networks", part="own", **query)


def uploader(app):
    return next(each for each in app.file_uploader if (each.key or "").startswith("own file"))


def uploaded(data, name="mine.safetensors"):
    app = page()
    uploader(app).upload(name, data).run()
    assert not app.exception
    return app


def shown(app):
    """After the button."""
    next(button for button in app.button if button.label == "Show this network").click().run()
    assert not app.exception
    assert not app.error
    return app


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
    app.switch_page("../feature_maps.py").run()
    assert not app.exception
    assert app.selectbox(key="network").value == "own 1"
    assert "stage1.conv1" in words(app)
    assert "`mine.safetensors`, as cifar10, 10 classes" in words(app)
    assert app.sidebar.get("progress")


@pytest.mark.parametrize("route", ROUTES[1:], ids=lambda route: route.topic)
def test_every_page_looks_into_it(route):
    app = shown(uploaded(EXAMPLE["three"]))
    app.switch_page(f"../{route.topic}.py").run()
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


def test_a_pickle_is_answered_with_two_lines_that_convert_it(tmp_path):
    state = {"a": torch.arange(6.0).reshape(2, 3)}
    torch.save(state, tmp_path / "my-net.pt")
    app = uploaded((tmp_path / "my-net.pt").read_bytes(), "my-net.pt")
    assert "This file is a pickle" in app.error[0].value
    lines = next(code.value for code in app.code if "torch.load" in code.value)
    assert len(lines.strip().splitlines()) == 2
    ran(lines, tmp_path)
    made = opening.read((tmp_path / "my-net.safetensors").read_bytes(), "x")
    assert np.array_equal(made.tensors["a"], state["a"].numpy())


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


def test_removing_it_leads_back_and_nothing_is_left():
    app = shown(uploaded(EXAMPLE["three"]))
    app.button(key="remove own 1").click().run()
    assert app.selectbox(key="network").value == "cifar10"
    assert app.session_state["own_networks"] == {}
    assert "own 1" not in app.selectbox(key="network").options


def test_another_visit_neither_sees_nor_finds_it():
    mine = shown(uploaded(EXAMPLE["three"]))
    token = mine.session_state["own_networks"]["own 1"].token
    other = page(network="own 1")
    assert other.selectbox(key="network").value == "cifar10"
    assert "own 1" not in other.selectbox(key="network").options
    assert "own_networks" not in other.session_state or token not in str(other.session_state["own_networks"])


def test_at_most_two_are_kept():
    app = shown(uploaded(EXAMPLE["three"]))
    for _ in range(2):
        app = shown(app)
    assert list(app.session_state["own_networks"]) == ["own 2", "own 3"]


def test_a_full_house_says_so(monkeypatch):
    monkeypatch.setenv("CONVOSCOPE_MOST_OWN_MB", "1")
    assert "as many networks as it can hold" in uploaded(EXAMPLE["three"]).error[0].value


def test_weights_count_as_long_as_somebody_holds_them(monkeypatch):
    monkeypatch.setattr(own_networks, "_held", type(own_networks._held)())
    monkeypatch.setenv("CONVOSCOPE_MOST_OWN_MB", "4")
    held = own_weights.read_weights(EXAMPLE["whole"], "x")
    with pytest.raises(own_weights.UnreadableWeights, match="as many networks"):
        own_weights.read_weights(EXAMPLE["whole"], "x")
    del held
    own_weights.read_weights(EXAMPLE["whole"], "x")


def test_the_same_in_pytorch_prints_the_numbers_on_screen(tmp_path):
    app = uploaded(EXAMPLE["three"], "mine.safetensors")
    (tmp_path / "mine.safetensors").write_bytes(EXAMPLE["three"])
    snippet = next(code.value for code in app.code if "load_file" in code.value)
    assert ran(snippet, tmp_path).strip() == "32 tensors, 647,379 numbers"


def test_the_lines_of_other_pages_load_ones_own_from_its_file(tmp_path):
    app = shown(uploaded(EXAMPLE["three"]))
    app.switch_page("../feature_maps.py").run()
    snippet = next(code.value for code in app.code if "own_network(" in code.value)
    file = tmp_path / "x.safetensors"
    file.write_bytes(EXAMPLE["three"])
    snippet = snippet.replace("your-network.safetensors", str(file))
    assert "shape (48, 32, 32)" in ran(snippet)
