"""A language that is only files of texts has its numbers, plurals and lists on every page; what lacks is English."""

import json
import re
import shutil

import pytest

from models.nets.catalogue import load
from pages.text import catalogue
from tests.pages.test_pages import opened, words

GERMAN = {
    "text/de/frame.toml": """
[language]
name = "Deutsch"
[page]
percent = "{number}\\u00a0%"
""",
    "batch_norm/groups/de.toml": """
[batch_norm_groups]
reading = "Zusammen {all} Werte. Je Kanal **{channel_means}** aus **{channel_count}**, je Ort **{location_means}**."
[batch_norm_groups.means]
one = "{number} Mittelwert"
other = "{number} Mittelwerte"
[batch_norm_groups.values]
one = "einem einzigen Wert"
other = "{number} Werten"
""",
    "feature_maps/de.toml": """
[feature_maps]
reading = "{zeros} % aller Werte sind null; am stärksten ist Karte {channel}: {value}."
""",
}


@pytest.fixture
def german(tmp_path, monkeypatch):
    """The catalogue with another language beside English, of which a few texts are there."""
    pages = tmp_path / "pages"
    for file in catalogue.PAGES.rglob("*.toml"):
        copy = pages / file.relative_to(catalogue.PAGES)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copy)
    for name, text in GERMAN.items():
        (pages / name).parent.mkdir(parents=True, exist_ok=True)
        (pages / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(catalogue, "PAGES", pages)
    monkeypatch.setattr(catalogue, "FOLDER", pages / "text")
    forget()
    yield
    monkeypatch.undo()
    forget()


def forget():
    catalogue.languages.cache_clear()
    catalogue._entries.cache_clear()
    catalogue._group.cache_clear()


@pytest.mark.usefixtures("german")
def test_a_language_is_its_files():
    assert catalogue.languages() == {"en": "English", "de": "Deutsch"}
    assert catalogue.counted("de", "batch_norm_groups.values", 1) == "einem einzigen Wert"
    assert catalogue.counted("de", "batch_norm_groups.values", 4096) == "4.096 Werten"


@pytest.mark.usefixtures("german")
def test_a_plural_that_lacks_is_in_english_with_the_numbers_of_the_language():
    assert catalogue.counted("de", "feature_maps.numbers", 1234) == "1.234 numbers"
    assert catalogue.counted("de", "feature_maps.numbers", 1) == "1 number"


@pytest.mark.usefixtures("german")
def test_batch_norm_counts_in_the_language():
    said = words(opened("batch_norm", part="groups", lang="de"))
    assert "Zusammen 393.216 Werte. Je Kanal **96 Mittelwerte** aus **4.096 Werten**" in said
    assert "je Ort **24.576 Mittelwerte**" in said


@pytest.mark.usefixtures("german")
def test_feature_maps_have_the_languages_marks():
    said = words(opened("feature_maps", lang="de", layer="stage2.relu1"))
    english = words(opened("feature_maps", layer="stage2.relu1"))
    share = next(line for line in english.splitlines() if "of all values" in line).split(" % of all")[0].split()[-1]
    assert f"{share.replace('.', ',')} % aller Werte" in said


@pytest.mark.usefixtures("german")
def test_the_first_page_says_large_numbers_in_groups_of_the_language():
    english, german_ = (words(opened("home", **query)) for query in ({}, {"lang": "de"}))
    numbers = re.findall(r"\b\d{1,3}(?:,\d{3})+\b", english)
    assert len(numbers) > 5
    assert all(number.replace(",", ".") in german_ for number in numbers)


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(("lang", "separators"), [("en", ".,"), ("de", ",.")])
def test_charts_have_the_languages_marks(lang, separators):
    drawn = opened("home", lang=lang).get("plotly_chart")
    assert [json.loads(chart.proto.spec)["layout"]["separators"] for chart in drawn] == [separators]


@pytest.mark.parametrize(
    ("topic", "part"),
    [
        *(("convolution", part) for part in ("slide", "inside", "sharing")),
        *(("pooling", part) for part in ("invariance", "unpooling")),
        *(("receptive_field", part) for part in ("point", "build")),
        *(("batch_norm", part) for part in ("statistics", "inference")),
        *(("prediction", part) for part in ("answer", "probe")),
        ("training", "rate"),
        ("training", "edges"),
        ("networks", "zoo"),
        ("training", "update"),
    ],
)
@pytest.mark.usefixtures("german")
def test_no_number_that_is_worked_out_has_an_english_mark(topic, part):
    """What stands in the texts themselves, as the number of a paper's section, and in a file's licence, may."""
    written = {*english_marks("\n".join(texts())), *english_marks(load("cifar10").source)}
    said = words(opened(topic, part=part, lang="de"))
    assert not set(english_marks(said)) - written, said


def english_marks(text):
    """Numbers with a decimal point or with commas between groups, in no code, formula or file name."""
    plain = re.sub(r"`[^`]*`|\$[^$]*\$|<[^>]*>|\w+\.\w*[a-z_]\w*", "", text)
    return re.findall(r"(?<![\w.])\d+\.\d{1,2}(?![\d.])|\d+\.\d{4,}|\d{1,3},\d{3},\d{3}", plain)


def texts():
    for entry in catalogue._entries("en").values():
        yield from entry.values() if isinstance(entry, dict) else [entry]


def test_english_marks_are_found():
    assert english_marks("3.14 and 0.12345 of 1,234,567 in `1.5` and conv1.0a") == ["3.14", "0.12345", "1,234,567"]
