"""The frame around every page, run at each visit: navigation, the shared choices, then the page itself.

What takes time in the sidebar (thumbnails, the network's answers) comes last: the page's words are on screen first.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages.shell import choice, colours, language, links, presets, sent, streamlit_host, titles, warm_up
from pages.shell.routes import ROUTES
from viz.hosts.streamlit.mount import keep_to_the_visit, speak_with
from viz.ink import tiles

STYLE = Path(__file__).parent / "frame.css"

streamlit_host.arrive()
language.arrive()
st.set_page_config(page_title=language.say("app.name"), page_icon=tiles.emblem(), layout="wide")
st.html(STYLE)
presets.arrive()
sent.notice()
colours.arrive()
keep_to_the_visit(choice.has_own)
speak_with(language.group("stages"), language.marks())

# Its own list of pages can't take the picture and the network along.
chosen_page = st.navigation(list(links.pages().values()), position="hidden")
titles.put(chosen_page.url_path or ROUTES[0].topic)
links.leave()

with st.sidebar:
    links.all_pages()
    choice.picture_choice()
    choice.about_picture()
    # High up, as they are what most come for; their place is kept, so that nothing below it moves when they are there.
    answers = st.container(key="answers", gap=None)
    samples = st.container()
    choice.network_choice()
    below = st.container()
    choice.language_choice()
    colours.choice()

presets.follow()
choice.notes()
chosen_page.run()

with samples:
    choice.samples()
with answers:
    warm_up.wait()
    choice.what_it_answers()
with below:
    choice.what_the_network_sees()
