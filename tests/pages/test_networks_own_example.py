"""The examples of files with weights: shown by the address alone, beside what a visitor sent."""

from tests.pages.own import EXAMPLE, page, shown, uploader
from tests.pages.test_pages import words


def test_an_example_is_shown_as_long_as_the_address_names_it_and_ones_own_file_stays_beside_it():
    app = page(example="three")
    del app.query_params["example"]
    assert "example three" not in words(app.run())
    uploader(app).upload("mine.safetensors", EXAMPLE["whole"]).run()
    assert "mine.safetensors" in words(app)
    app.query_params["example"] = "three"
    said = words(app.run())
    assert "example three.safetensors" in said
    assert "mine.safetensors" not in said
    del app.query_params["example"]
    said = words(app.run())
    assert "mine.safetensors" in said
    assert "example three" not in said
    assert not app.exception


def test_a_refused_example_is_told_as_long_as_the_address_names_it():
    app = page(example="broken")
    refused = len(app.error)
    del app.query_params["example"]
    app.run()
    assert not app.error
    assert uploader(app)
    app.query_params["example"] = "broken"
    assert len(app.run().error) == refused


def test_the_network_made_of_an_example_leaves_the_example_shown():
    app = shown(page(example="three"))
    assert (app.query_params["example"], app.query_params["network"]) == ("three", "own 1")
    assert "example three.safetensors" in words(app)
