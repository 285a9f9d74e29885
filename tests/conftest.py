"""Shapes in signatures are checked while the tests run; hypothesis has no deadline, since machines differ."""

from hypothesis import settings
from jaxtyping import install_import_hook

settings.register_profile("convoscope", deadline=None, print_blob=True)
settings.load_profile("convoscope")

install_import_hook(["models.ops", "models.records", "models.nets", "models.images", "viz"], "beartype.beartype")
