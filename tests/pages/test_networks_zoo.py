"""The networks as a script: what the table says and sieves, what is chosen, what is offered and what isn't, and why."""

import csv
import io

import pytest
from torchvision.models import get_model_weights

from models.nets import entries
from models.nets.catalogue import names
from models.nets.entries import ENTRIES, TORCHVISION
from models.nets.weights import published
from pages.networks.zoo import part as networks_zoo
from pages.networks.zoo import table as networks_zoo_table
from pages.shell.cached import downloads as cached_downloads
from tests.pages.snippets import ran
from tests.pages.test_pages import opened, words
from tests.pages.zoo import lines, table, without_files, zoo


@pytest.fixture(autouse=True)
def no_files(tmp_path, monkeypatch):
    return without_files(tmp_path, monkeypatch)


def test_all_networks_stand_in_the_table_with_torchvisions_numbers():
    told = lines(table(zoo()))
    assert set(told) == set(names())
    for entry in TORCHVISION:
        record = get_model_weights(entry.name).DEFAULT
        read, by = told[entry.name]
        top1, size = record.meta["_metrics"]["ImageNet-1K"]["acc@1"], record.meta["_file_size"] * 1.048576
        assert (by["top-1 %"], by["weights"]) == (top1, record.meta["num_params"])
        assert by["file, MB"] == pytest.approx(size)
        assert (float(read["top-1 %"]), float(read["file, MB"].replace(",", ""))) == pytest.approx(
            (top1, size), abs=0.06
        )
        assert read["weights"] == f"{record.meta['num_params']:,}"
        assert (read["name"], read["batch norm"]) == (entry.name, "with" if entry.has_batch_norm else "without")
    assert (told["cifar10"][1]["top-1 %"], told["imagenette"][1]["top-1 %"]) == (89.15, 90.73)
    assert told["regnet_y_128gf"][0]["trained weights"] == "too heavy here"
    assert told["resnet18"][0]["trained weights"] == "to download"
    assert told["cifar10"][0]["trained weights"] == "included"


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ({"family": "resnet"}, lambda entry: entry.family == "resnet"),
        ({"norm": "without"}, lambda entry: not entry.has_batch_norm),
        ({"norm": "with", "family": "vgg"}, lambda entry: entry.name.endswith("_bn")),
        ({"find": "50_"}, lambda entry: "50_" in entry.name),
        ({"find": " SqueezeNet "}, lambda entry: entry.family == "squeezenet"),
        ({"here": "here"}, lambda entry: entry.published is None),
        ({"family": "nobody", "norm": "2", "here": "{}", "find": ""}, lambda _: True),
    ],
    ids=["family", "without", "two", "name", "spaces", "here", "tampered"],
)
def test_sieves_let_through_what_they_say(query, holds):
    assert set(lines(table(zoo(**query)))) == {entry.name for entry in ENTRIES if holds(entry)}


def test_a_sieve_that_lets_nothing_through_says_so():
    app = zoo(find="no such network")
    assert table(app) is None
    assert "No network of that name" in app.info[0].value


def test_the_network_somebody_comes_with_stands_on_top():
    assert next(iter(lines(table(zoo(network="resnet18"))))) == "resnet18"
    assert next(iter(lines(table(zoo())))) == "cifar10"


def test_the_reading_counts_who_is_smaller_and_better():
    said = words(zoo(network="vgg16"))
    mine = next(entry for entry in TORCHVISION if entry.name == "vgg16")
    better = [
        entry
        for entry in TORCHVISION
        if entry.parameters < mine.parameters and entry.published.top1 > mine.published.top1
    ]
    best = max(better, key=lambda entry: entry.published.top1)
    assert "138,357,544 weights in 16 convolutions and linear layers" in said
    assert f"{len(better)} of them are both smaller and more accurate" in said
    assert f"{best.name}, with {best.parameters:,} weights and {best.published.top1} %" in said
    assert "None of the others is both smaller" in words(zoo(network="squeezenet1_1"))


@pytest.mark.parametrize("network", ["cifar10", "imagenette", "squeezenet1_1", "resnet18", "googlenet"])
def test_the_proof_and_the_snippet_count_the_same_weights(network):
    app = zoo(network=network)
    count = f"{next(entry.parameters for entry in ENTRIES if entry.name == network):,}"
    line = next(line for line in words(app).splitlines() if "Counted by hand" in line)
    assert line.count(f"**{count}**") == 3
    assert "difference: **0**" in line
    said = ran(next(code.value for code in app.code if "import" in code.value))
    assert f"weights: {count.replace(',', '')}" in said
    if network not in ("cifar10", "imagenette"):
        assert f"top-1: {get_model_weights(network).DEFAULT.meta['_metrics']['ImageNet-1K']['acc@1']} %" in said


def test_the_csv_is_the_table():
    found = list(csv.reader(io.StringIO(networks_zoo_table.lines(list(cached_downloads.all_facts())))))
    assert len(found) == 1 + len(ENTRIES)
    assert found[1][:2] == ["cifar10", "Convoscope"]


@pytest.mark.parametrize("network", ["cifar10", "resnet34"])
def test_the_chart_says_that_the_chosen_network_is_orange_where_it_is_in_it(network):
    caption = next(caption.value for caption in zoo(network=network).main.caption if "each a point" in caption.value)
    assert ("the chosen one is large and orange" in caption) == (network == "resnet34")
    assert (f"{network} is not among them" in caption) == (network == "cifar10")


@pytest.mark.parametrize("network", ["cifar10", "imagenette", "resnet34"])
def test_where_weights_come_from_shows_no_marks_and_no_folder_of_the_server(network, no_files):
    app = zoo(network=network)
    assert not any("`" in text.value for text in app.text)
    said = words(app) + " ".join(text.value for text in app.text)
    assert str(no_files.parent.parent) not in said
    if network == "resnet34":
        assert any("is not in $TORCH_HOME/hub/checkpoints" in text.value for text in app.text)


@pytest.mark.parametrize("state", range(3))
def test_things_to_try_lead_where_they_say(state):
    key = list(networks_zoo.TRY)[state]
    app = zoo()
    app.button(key=f"try {key}").click().run()
    query = networks_zoo.TRY[key]
    assert app.selectbox(key="network").value == query["network"]
    assert query["network"] in lines(table(app))


def test_the_sidebar_tells_the_facts_of_the_chosen_network():
    said = " ".join(caption.value for caption in zoo(network="resnet18").sidebar.caption)
    assert "top-1 69.8 % · 21 layers with weights · batch norm · 46.8 MB · **random weights**" in said
    said = " ".join(caption.value for caption in zoo(network="cifar10").sidebar.caption)
    assert "included · top-1 89.2 % (CIFAR-10 test set) · 7 layers with weights · batch norm · 2.6 MB" in said
    assert "random" not in said


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("vit_b_16", "vit_b_16 is a transformer"),
        ("swin_t", "swin_t is a transformer"),
        ("maxvit_t", "maxvit_t is a transformer"),
        (
            "regnet_y_128gf",
            "is too heavy for this server: its weights, or what its layers make of one picture, take 2,9",
        ),
        ("own 1", "somebody's own"),
        ("resnet81", "Close to it: resnet18"),
        ("qqqqq", "There is no network of that name (qqqqq). Here"),
        ("[x](javascript:y)", "There is no network of that name (what the link says)"),
        ("", "There is no network of that name"),
    ],
)
def test_a_link_to_what_isnt_offered_falls_back_and_says_why(wanted, said):
    app = opened("convolution", network=wanted)
    assert app.selectbox(key="network").value == "cifar10"
    assert any(said in info.value and "Here is cifar10 instead" in info.value for info in app.info)
    app.selectbox(key="network").set_value("imagenette").run()
    assert not app.info


def test_a_limit_is_kept_before_anything_is_loaded(monkeypatch):
    monkeypatch.setenv(entries.MOST, "20")
    monkeypatch.setattr(published, "build", lambda _: pytest.fail("nothing may be built"))
    app = opened("convolution", network="resnet18")
    assert "too heavy" in app.info[0].value
    assert "resnet18" not in app.selectbox(key="network").options
    assert set(lines(table(zoo()))) == set(names())
