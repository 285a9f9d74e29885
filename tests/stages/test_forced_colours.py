"""Where the visitor's own few colours replace all others, what stands for a value is still seen, and what is chosen."""

import pytest

pytestmark = pytest.mark.browser

VIEWS = {
    "prediction/probe": "prediction?part=probe",
    "prediction/answer": "prediction?part=answer",
    "prediction/where": "prediction?part=where",
    "convolution/slide": "convolution?part=slide",
    "convolution/areas": "convolution?part=sharing",
    "convolution/inside": "convolution?part=inside",
    "batch_norm/result": "batch_norm?part=result",
    "batch_norm/groups": "batch_norm?part=groups",
    "batch_norm/statistics": "batch_norm?part=statistics",
    "feature_maps/maps": "feature_maps",
    "frame/network_strip": "feature_maps",
    "frame/thumbnails": "home",
    "receptive_field/build": "receptive_field?part=build",
    "receptive_field/growth": "receptive_field?part=growth",
    "receptive_field/point": "receptive_field?part=point",
    "receptive_field/top_patches": "receptive_field?part=top_patches",
    "pooling/unpooling": "pooling?part=unpooling",
    "training/update": "training?part=update",
    "training/train": "training?part=train",
    "training/rate": "training?part=rate&predicted=swings",
    "training/rates": "training?part=rate&favourite=0.1",
    "training/edges": "training?part=edges&moment=30",
}

# What a script has given a colour of its own, and probability bars, with the colour they have.
COLOURED = """() => [...document.querySelectorAll("main *")].flatMap(({ shadowRoot }) =>
    shadowRoot ? [...shadowRoot.querySelectorAll("[style*=background], .track, .track .after, .track .rest")] : [])
    .map((node) => [getComputedStyle(node).backgroundColor, getComputedStyle(node).backgroundImage].join())"""

# What is chosen and what isn't, of each kind: colour of ground and border.
CHOSEN = """() => {
    const states = ["aria-pressed", "aria-checked", "aria-selected", "aria-current"];
    const all = [...document.querySelectorAll("main *")]
        .flatMap(({ shadowRoot }) => (shadowRoot ? [...shadowRoot.querySelectorAll("*")] : []));
    const look = (node) => {
        const { backgroundColor, borderTopColor, outlineColor, outlineStyle } = getComputedStyle(node);
        return [backgroundColor, borderTopColor, outlineStyle === "none" ? "" : outlineColor].join(" ");
    };
    return states.flatMap((state) => {
        const nodes = all.filter((node) => node.hasAttribute(state) && node.offsetWidth > 0);
        const on = nodes.filter((node) => node.getAttribute(state) !== "false");
        return on.map((node) => {
            const others = nodes.filter((other) => !on.includes(other) && other.tagName === node.tagName).map(look);
            return [`${state} ${node.outerHTML.slice(0, 80)}`, look(node), others];
        });
    });
}"""


@pytest.fixture
def forced(bench):
    yield bench
    bench.page.emulate_media(forced_colors="none")


@pytest.mark.parametrize("stage", VIEWS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_that_stand_for_values_stay_and_what_is_chosen_is_seen(stage, theme, forced):
    page = forced.open(stage, VIEWS[stage], theme=theme)
    before = page.evaluate(COLOURED)
    page.emulate_media(forced_colors="active")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert page.evaluate(COLOURED) == before
    for what, look, others in page.evaluate(CHOSEN):
        assert look not in others, what


def test_words_on_a_canvas_have_the_colour_of_words(forced):
    """The bars of the spread have their ends written below them: by the page's theme they would be black on black."""
    forced.page.emulate_media(forced_colors="active", color_scheme="dark")
    page = forced.open("batch_norm/groups", VIEWS["batch_norm/groups"], theme="light")
    words, ground = page.evaluate(
        """() => {
            const probe = document.body.appendChild(document.createElement("p"));
            const seen = (colour) => {
                probe.style.color = colour;
                return getComputedStyle(probe).color.match(/\\d+/g).slice(0, 3).map(Number);
            };
            return [seen("CanvasText"), seen("Canvas")];
        }"""
    )
    assert words != ground
    ink = page.locator(".spread canvas").evaluate(
        """(canvas) => {
            const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
            const found = new Set();
            for (let at = 0; at < data.length; at += 4) {
                if (data[at + 3] === 255) found.add([...data.slice(at, at + 3)].join());
            }
            return [...found];
        }"""
    )
    assert ",".join(map(str, words)) in ink
