"""The page on which a network of one's own is opened, and what is opened there."""

from models.nets.own.file import examples
from tests.pages.test_pages import opened

EXAMPLE = {name: examples.example(name) for name in examples.NAMES}


def page(**query):
    return opened("networks", part="own", **query)


def uploader(app):
    return next(each for each in app.file_uploader if (each.key or "").startswith("own file"))


def uploaded(data, name="mine.safetensors"):
    app = page()
    uploader(app).upload(name, data).run()
    assert not app.exception
    return app


def shown(app):
    """After the button."""
    next(button for button in app.button if button.label == "Show this network").click().run()
    assert not app.exception
    assert not app.error
    return app
