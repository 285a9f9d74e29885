"""One unit of each kind of layer, worked out by hand: the rules, what they are given, and what they answer."""

from models.nets.by_hand.case import Case, Maps, NotByHand
from models.nets.by_hand.rules import RULES
from models.nets.by_hand.windows import even_padding, over_places

__all__ = ["RULES", "Case", "Maps", "NotByHand", "even_padding", "over_places"]
