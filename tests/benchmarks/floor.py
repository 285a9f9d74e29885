"""The floor of every measurement: an application of one slider and one line of text."""

import streamlit as st

value = st.slider("value", 0, 100, 50)
st.text(f"value {value}")
