"""A stranger's file of weights, opened without trust, and matched with an architecture."""
