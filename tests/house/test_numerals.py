"""Numbers, plurals and lists that a visitor reads go through `pages/shell/language.py`: off the syntax trees."""

import ast
import re
import string
import tomllib
from pathlib import Path

import pytest

from pages.text import catalogue, numerals

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted((ROOT / "pages").rglob("*.py"))
TEXTS = sorted((ROOT / "pages").rglob("*.toml"))

# Where numbers get their language.
WRITERS = {"pages/shell/language.py", "pages/text/numerals.py"}
# What these write is read by programs: Python's own formats are right.
MACHINES = {
    "pages/prediction/answer/files.py": "the temperature within a CSV and in lines of PyTorch",
    "pages/batch_norm/lines.py": "lines of PyTorch to copy",
    "pages/shell/cached/own_networks.py": "lines of PyTorch to copy",
    "pages/shell/export.py": "lines of PyTorch to copy, names of files",
}
ROWS = {"writerow", "writerows"}  # of CSV
NUMBERS_AGAIN = {"float", "Decimal"}  # a format that only rounds
MARKED = {"written"}


def called(node):
    """By what name a call calls; of `map`, what it maps."""
    if not isinstance(node, ast.Call):
        return ""
    name = ast.unparse(node.func).split(".")[-1]
    return ast.unparse(node.args[0]).split(".")[-1] if name == "map" and node.args else name


def formats(tree):
    """Every number format whose text isn't a row of a CSV, a number again, or given the language's marks."""
    safe = ROWS | NUMBERS_AGAIN | MARKED

    def walk(node, *, covered):
        covered = covered or called(node) in safe
        spec = isinstance(node, ast.FormattedValue) and node.format_spec is not None
        if not covered and (spec or (isinstance(node, ast.Call) and ast.unparse(node.func) == "format")):
            yield ast.unparse(node)
        for child in ast.iter_child_nodes(node):
            yield from walk(child, covered=covered)

    return list(walk(tree, covered=False))


def plurals_by_hand(tree):
    """Every choice between two endings or words by whether a number is 1."""
    for node in ast.walk(tree):
        if isinstance(node, ast.IfExp) and isinstance(node.test, ast.Compare):
            one = [each for each in node.test.comparators if isinstance(each, ast.Constant) and each.value == 1]
            words = {each.value for each in (node.body, node.orelse) if isinstance(each, ast.Constant)}
            if one and words & {"s", "one", "many", "several", "plural", "singular"}:
                yield ast.unparse(node)


def lists_by_hand(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "join":
            joint = node.func.value
            if isinstance(joint, ast.Constant) and joint.value in {", ", " and ", " or ", "; "}:
                yield ast.unparse(node)


def minus_by_hand(tree):
    for node in ast.walk(tree):
        replaces = isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".replace") and len(node.args) > 1
        if replaces and ast.unparse(node.args[1]) in {"'−'", "MINUS"}:
            yield ast.unparse(node)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_numbers_plurals_and_lists_go_through_the_language(path):
    name = path.relative_to(ROOT).as_posix()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if name in WRITERS:
        return
    assert not list(plurals_by_hand(tree)), "`counted` chooses among plural forms"
    assert not list(minus_by_hand(tree)), "the sign comes with the number"
    asked = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert "models.ops.digits" not in asked, "its digits get their marks in pages/shell/language.py"
    if name not in MACHINES:
        assert not formats(tree), "`whole`, `decimal` and their like know the language"
        assert not list(lists_by_hand(tree)), "`listed` knows the language"


def test_charts_are_drawn_in_one_place_which_knows_the_marks():
    drawing = [path.stem for path in PAGES if "st.plotly_chart(" in path.read_text(encoding="utf-8")]
    assert drawing == ["charts"]


def test_what_programs_read_is_still_written_there():
    for name in MACHINES:
        tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
        written = [*formats(tree), *lists_by_hand(tree)]
        assert written or name == "pages/shell/export.py", f"{name} is no exception any more"


@pytest.mark.parametrize(
    ("find", "line"),
    [
        (formats, 'say("a", number=f"{count:,}")'),
        (formats, 'text = f"{100 * share:.1f} %"'),
        (formats, 'say("a", number=format(count, ","))'),
        (
            plurals_by_hand,
            'say(f"a.{"one" if count == 1 else "several"}")'.replace('{"one"', "{'one'").replace(
                '"several"}', "'several'}"
            ),
        ),
        (plurals_by_hand, "text = 'map' + ('s' if count != 1 else '')"),
        (lists_by_hand, 'text = ", ".join(names)'),
        (minus_by_hand, 'text.replace("-", "−")'),
    ],
)
def test_a_number_that_knows_no_language_is_found(find, line):
    assert list(find(ast.parse(line)))


@pytest.mark.parametrize(
    "line",
    ["table.writerow([f'{x:.9g}'])", "float(f'{x:.3g}') >= 1", "written(f'{x:.1g}')", "f'{name} {unit}'"],
)
def test_what_programs_read_is_let_be(line):
    assert not formats(ast.parse(line))


def plural_tables(table, name=""):
    """The tables of plural forms in a file, by key."""
    for key, value in table.items():
        if isinstance(value, dict):
            if "other" in value and value.keys() <= set(numerals.CATEGORIES):
                yield f"{name}{key}", value
            else:
                yield from plural_tables(value, f"{name}{key}.")


def language_of(path):
    return path.parent.name if path.parent.parent.name == "text" else path.stem


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_plural_has_just_the_forms_of_its_language(path):
    for key, forms in plural_tables(tomllib.loads(path.read_text(encoding="utf-8"))):
        assert forms.keys() == numerals.categories(language_of(path)), key


def names(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_forms_of_one_plural_speak_of_the_same(path):
    """All but "one", which may say its number in a word, and leave out what there is only where there are several."""
    for key, forms in plural_tables(tomllib.loads(path.read_text(encoding="utf-8"))):
        several = names(forms["other"])
        assert several & {"number", "count"}, key
        assert all(names(form) <= several for form in forms.values()), key


def test_no_text_formats_a_number_by_itself():
    for key, entry in catalogue._entries("en").items():
        for text in entry.values() if isinstance(entry, dict) else [entry]:
            if "depths" not in key:
                assert not [spec for _, _, spec, _ in string.Formatter().parse(text) if spec], key


def test_no_two_texts_make_a_plural_by_their_names():
    keys = set(catalogue._entries("en"))
    for key in keys:
        for one, many in (("_one", "_several"), ("_one", "_many"), (".one_", ".many_"), (".one_", ".several_")):
            assert not (one in key and key.replace(one, many) in keys), key


STAGES = ROOT / "viz" / "stages"
SCRIPTS = sorted(path for path in STAGES.rglob("*.js") if "built" not in path.parts)
DIGITS = re.compile(r"\.to(Fixed|Exponential|Precision|LocaleString)\(")
AGAIN = re.compile(r"\b(Number|marked)\(")  # a number once more, or one that is given the marks
BY_HAND = re.compile(r"""replace(All)?\("-", "−"\)|\.join\((", "|" and ")\)""")
DRAWN = {
    "kernel/numerals.js": "where numbers get their language",
    "kernel/paint.js": "a gradient of CSS",
    "kernel/panels.js": "a name for those who hear the page, of texts",
    "frame/network_strip/volume.js": "a path of SVG",
    "prediction/answer/arithmetic.js": "digits that are searched for, and marked at the end",
}


def past_the_language(script):
    for line in script.splitlines():
        code = line.partition("//")[0]
        if BY_HAND.search(code) or (DIGITS.search(code) and not AGAIN.search(code)):
            yield line.strip()


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(STAGES).as_posix())
def test_scripts_write_numbers_in_the_visitors_language(path):
    if path.relative_to(STAGES).as_posix() not in DRAWN:
        assert not list(past_the_language(path.read_text(encoding="utf-8"))), "viz/stages/kernel/numerals.js"


def test_scripts_that_are_excepted_need_it():
    for name in DRAWN:
        assert list(past_the_language((STAGES / name).read_text(encoding="utf-8"))), f"{name} is no exception any more"


@pytest.mark.parametrize(
    "line",
    ["text = value.toFixed(2);", 'count.toLocaleString("en")', 'String(low).replace("-", "−")', 'names.join(", ")'],
)
def test_a_script_that_knows_no_language_is_found(line):
    assert list(past_the_language(line))
