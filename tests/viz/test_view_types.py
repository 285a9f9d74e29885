"""What the scripts are checked with says the same as the views that the stages declare."""

from collections import Counter
from dataclasses import dataclass

from models.ops.groupings import GROUPINGS
from viz.stages.batch_norm.groups.stage import GroupsView
from viz.stages.kernel import view_types
from viz.stages.kernel.view import View, among, below, between, nearest, one_of, real, spelled, switch


@dataclass(frozen=True)
class Stand(View):
    """A stand on a "market", which
    has fruit.
    """

    fruit: str = one_of({"pear": 1, "Kürbis": 2})
    count: int = one_of((6, 9))
    at: str = among("places", start="")
    row: int = below("rows")
    size: int = between(8, 64)
    price: float = real(9.5)
    heat: float = nearest((0.5, 1.0), start=1.0, called="temperature")
    open: bool = switch()
    name: str = spelled(str)


EXPECTED = """\
/** A stand on a "market", which has fruit. */
export interface Stand {
  fruit: "pear" | "Kürbis";
  count: 6 | 9;
  at: string;
  row: number;
  size: number;
  price: number;
  heat: number;
  open: boolean;
  name: string;
}
"""


def test_a_view_becomes_a_type():
    assert view_types.interface(Stand) == EXPECTED


def test_the_types_are_those_of_the_views():
    """Whoever changes a view writes them anew: python -m viz.stages.kernel.view_types."""
    assert view_types.FILE.read_text(encoding="utf-8") == view_types.written()


def test_every_view_has_a_name_of_its_own():
    counted = Counter(kind.__name__ for kind in view_types.views())
    assert counted["View"] == 0
    assert set(counted.values()) == {1}
    assert {"GroupsView", "ConvolutionView", "PoolingView", "UnpoolingView", "OverviewView"} <= counted.keys()


def test_another_way_of_grouping_reaches_the_scripts():
    assert " | ".join(f'"{name}"' for name in GROUPINGS) in view_types.interface(GroupsView)

    @dataclass(frozen=True)
    class More(GroupsView):
        """With another row in the table."""

        over: str = one_of([*GROUPINGS, "batch_renorm"])

    assert '"group" | "batch_renorm";' in view_types.interface(More)
