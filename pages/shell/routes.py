"""Which pages there are, in which group, behind which address. A page's folder is its address and topic."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent.parent


@dataclass(frozen=True)
class Route:
    """One page. `topic` is its folder, its address, and the key of its words; the first one is the start."""

    topic: str
    group: str
    icon: str

    @property
    def file(self) -> Path:
        """The page's script."""
        return FOLDER / self.topic / "page.py"


ROUTES = (
    Route("home", "start", ":material/home:"),
    Route("convolution", "by_hand", ":material/apps:"),
    Route("pooling", "by_hand", ":material/compress:"),
    Route("feature_maps", "look_inside", ":material/grid_view:"),
    Route("receptive_field", "look_inside", ":material/center_focus_strong:"),
    Route("batch_norm", "look_inside", ":material/equalizer:"),
    Route("prediction", "look_inside", ":material/psychology_alt:"),
    Route("training", "train", ":material/trending_down:"),
    Route("networks", "choose", ":material/account_tree:"),
)
