"""Every word a visitor reads stands in the catalogue, every key that is asked for exists, and none is left over."""

import ast
import re
import string
from pathlib import Path

import pytest

from pages.text import catalogue

ROOT = Path(__file__).parent.parent.parent
PAGES = [ROOT / "app.py", *(file for file in sorted((ROOT / "pages").rglob("*.py")) if "text" not in file.parts)]
STAGES = ROOT / "viz" / "stages"
ENGLISH = catalogue._entries("en")

# Arguments of Streamlit's commands that name things rather than say something.
NAMING = {
    *("key", "bind", "width", "height", "gap", "type", "mime", "icon", "page_icon", "layout", "language", "url_path"),
    *("args", "label_visibility", "vertical_alignment", "selection_mode", "initial_sidebar_state", "on_change"),
    *("on_click", "position"),
}
WORDS = re.compile(r"[A-Za-z]{2,}")


def spoken(tree):
    """Every literal text that is handed to a command of Streamlit's as something to show."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and ast.unparse(node.func).startswith("st.")):
            continue
        if re.match(r"st\.(session_state|query_params|cache_|fragment|App|components|context)", ast.unparse(node.func)):
            continue
        shown = [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg not in NAMING)]
        for argument in shown:
            yield from literals(argument)


def literals(node):
    """Literal texts in an expression, without those inside calls of our own, which take keys."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield from (part.value for part in node.values if isinstance(part, ast.Constant))
    elif isinstance(node, (ast.BinOp, ast.IfExp, ast.List, ast.Tuple)):
        yield from (text for child in ast.iter_child_nodes(node) for text in literals(child))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_pages_speak_through_the_catalogue(path):
    assert not [text for text in spoken(ast.parse(path.read_text(encoding="utf-8"))) if WORDS.search(text)]


def test_a_visible_literal_is_found():
    found = list(spoken(ast.parse('import streamlit as st\nst.title("Hello there", key="x")\nst.info(f"No {1} way")')))
    assert found == ["Hello there", "No ", " way"]


@pytest.mark.parametrize("path", sorted(STAGES.rglob("*.html")), ids=lambda path: path.parent.name)
def test_stages_bring_no_words_of_their_own(path):
    assert not WORDS.search(re.sub(r"<[^>]*>", "", path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", sorted(STAGES.rglob("*.js")), ids=lambda path: path.name)
def test_scripts_bring_no_words_of_their_own(path):
    code = re.sub(r"//.*|/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    assert not re.search(r"""(textContent|title|ariaLabel)\s*=\s*["'`][^"'`{]*[A-Za-z]{3}""", code)


def keys_asked_for():
    """Keys and beginnings of keys in calls of `say` and `group`."""
    for path in PAGES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
            elif isinstance(node, ast.JoinedStr):
                yield "".join(part.value if isinstance(part, ast.Constant) else "*" for part in node.values)


def test_every_key_in_the_pages_exists():
    for path in PAGES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "say" and node.args
            if not named:
                continue
            for argument in node.args[:2]:
                if isinstance(argument, ast.Constant) and "." in argument.value:
                    assert argument.value in ENGLISH, f"{path.name}: {argument.value}"


def test_no_words_are_left_over():
    asked = {text for text in keys_asked_for() if "." in text or "_" in text or text.isalpha()}
    patterns = [re.compile(re.escape(text).replace(r"\*", "[^.]+") + r"(\..+)?") for text in asked if "." in text]
    composed = {"name", "help"}  # of every page, by its topic
    left = [
        key
        for key in ENGLISH
        if not any(pattern.fullmatch(key) for pattern in patterns) and key.split(".")[-1] not in composed
    ]
    assert not left


def test_placeholders_are_names():
    for key, text in ENGLISH.items():
        if "depths" in key:
            continue
        for form in text.values() if isinstance(text, dict) else [text]:
            assert all(name is None or name.isidentifier() for _, name, _, _ in string.Formatter().parse(form)), key


def test_a_language_without_a_key_falls_back_to_english():
    assert catalogue.say("xx", "app.name") == "Convoscope"
