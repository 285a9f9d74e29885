"""Pages keep what they work out as they do when served, whichever test comes first."""

from pages.shell import streamlit_host

streamlit_host.arrive()
