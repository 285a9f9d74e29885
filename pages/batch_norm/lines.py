"""How lines of Python get at the batch and its tensor: what they import, what they read, what they watch."""

from __future__ import annotations

from pages.shell import pictures
from pages.shell.records import Member, Now


def batch_code(now: Now) -> dict[str, str]:
    """How lines of Python get at the batch and the tensor."""
    return {
        "network": now.network,
        "images_from": readers(now),
        "images": "\n".join(f"    {_image(member)}," for member in now.members),
        "watch": _watch(now.tensor),
    }


def readers(now: Now) -> str:
    """What such lines import from `convoscope.images`."""
    own = any(member.picture.key.startswith(pictures.OWN) for member in now.members)
    smaller = any(member.picture.most for member in now.members)
    return ", ".join([*(["decode"] if own else ()), *(["reduced"] if smaller else ()), "sample"])


def _image(member: Member) -> str:
    key = member.picture.key
    own = key.startswith(pictures.OWN)
    image = f'decode(open("{key}.jpg", "rb").read())' if own else f'sample("{key.replace(" ", "_")}")'
    image = f"reduced({image}, {member.picture.most})" if member.picture.most else image
    return f'vary({image}, "{member.variation}", network.input_size)' if member.variation else image


def _watch(tensor: str) -> str:
    if tensor == "input":
        return "seen.append(batch)"
    path = f'network.module.get_submodule("{tensor.removeprefix("bn:")}")'
    if tensor.startswith("bn:"):
        return f"{path}.register_forward_pre_hook(lambda layer, inputs: seen.append(inputs[0].clone()))"
    return f"{path}.register_forward_hook(lambda layer, inputs, output: seen.append(output.clone()))"
