"""People's own networks: from Python or from a file of weights, tried before anybody is shown them."""
