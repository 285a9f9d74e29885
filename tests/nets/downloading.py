"""A server of weights that does as it is told, and what a download from it leaves behind."""

import hashlib
import threading
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np

from models.nets.entries import Published
from models.nets.weights.downloads import Downloads

CONTENT = np.random.default_rng(6).bytes(300_000)


DIGEST = hashlib.sha256(CONTENT).hexdigest()


NET = Published(f"net-{DIGEST[:8]}.pth", len(CONTENT) / 2**20, 70.0)


PIECE = 20_000


class Server:
    """What it is asked for, what it answers: by default the content, with its length. `gate` holds it up half way."""

    def __init__(self):
        self.asked = []
        self.status = 200
        self.headers = {}
        self.content = CONTENT
        self.length = True
        self.gate = threading.Event()
        self.gate.set()
        self.stop_at = None
        self.address = ""

    def pieces(self):
        for start in range(0, len(self.content), PIECE):
            if self.stop_at is not None and start >= self.stop_at:
                return
            if start >= len(self.content) // 2:
                self.gate.wait(30)
            yield self.content[start : start + PIECE]


def handler(about):
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_):
            pass

        def do_GET(self):
            about.asked.append(self.path)
            self.close_connection = True
            self.send_response(about.status)
            length = {"Content-Length": str(len(about.content))} if about.length else {}
            for name, value in {**about.headers, **length, "Connection": "close"}.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(OSError):
                for piece in about.pieces():
                    self.wfile.write(piece)

    return Handler


@contextmanager
def serving():
    about = Server()
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(about))
    server.daemon_threads = True
    about.address = f"http://127.0.0.1:{server.server_port}/models/"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield about
    finally:
        about.gate.set()
        server.shutdown()
        server.server_close()


def until(holds, seconds=15):
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.005)


def ended(download):
    until(lambda: not download.going)
    return download


def nothing_half(folder):
    until(lambda: not list(folder.glob("*.part")))
    return not list(folder.iterdir())


def ask(server, folder, published=NET, **more):
    return Downloads().ask(published, folder, server.address, **more)
