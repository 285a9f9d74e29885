"""What a page opens on by itself is on the way through the network, and what is known of the included ones is said."""

from models.nets.bundled.imagenette import LABELS
from models.nets.bundled.provenance import percent, provenance
from models.nets.catalogue import load
from models.nets.entries import BUNDLED, bundled_accuracy, bundled_file
from models.nets.fields.chain import chain, main_path
from pages.networks.zoo import table as networks_zoo_table
from pages.shell.cached import downloads
from tests.pages.test_pages import opened, words


def test_the_main_path_leaves_shortcuts_out():
    network = load("imagenette")
    path = main_path(chain(network.module, network.input_size))
    assert (path[0], path[-1]) == ("stem.conv", "linear")
    assert not any("shortcut" in name for name in path)
    assert "stage2.block1.conv2" in path
    network = load("cifar10")
    links = chain(network.module, network.input_size)
    assert main_path(links) == tuple(links)


def test_pages_open_on_the_main_path():
    app = opened("batch_norm", network="imagenette")
    assert "shortcut" not in app.selectbox(key="picked tensor").value
    for part in ("point", "top_patches"):
        app = opened("receptive_field", network="imagenette", part=part)
        assert "shortcut" not in app.selectbox(key="picked layer").value


def test_the_first_picture_of_ones_own_meets_a_network_that_is_introduced():
    app = opened("home")
    app.session_state["tell_photographs"] = True
    app.selectbox(key="network").set_value("imagenette").run()
    assert any("trained on ten classes" in info.value and ", ".join(LABELS) in info.value for info in app.info)


def test_the_accuracy_of_the_included_networks_is_told_with_what_it_was_measured_on():
    rows = {}
    for entry in BUNDLED:
        noted = percent(float(provenance(bundled_file(entry.name))["test_accuracy"]))
        assert abs(bundled_accuracy(entry.name) - noted) < 1e-9
        facts = downloads.facts(entry.name)
        rows[entry.name] = networks_zoo_table.told(facts, "accuracy"), facts.top1
    assert rows == {"cifar10": (89.15, None), "imagenette": (90.73, None)}
    said = words(opened("networks", network="cifar10"))
    assert "89.15 % on the CIFAR-10 test set (JPEG copies)" in said
