"""The page's own files, held in memory, each under an address that changes with its content."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

FOLDER = Path(__file__).parent / "static"
_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_FOR_A_YEAR = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class Asset:
    """One file."""

    body: bytes
    packed: bytes
    content_type: str
    version: str


class Assets:
    """Reads the folder once."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._assets = {path.name: _read(path) for path in sorted(folder.iterdir()) if path.suffix in _TYPES}

    def address(self, name: str) -> str:
        """Where the page finds a file; it may be kept for a year, because a change gives another address."""
        return f"/static/{name}?v={self._assets[name].version}"

    async def serve(self, request: web.Request) -> web.Response:
        """``GET /static/{name}``."""
        return self.response(request, request.match_info["name"])

    async def loader(self, request: web.Request) -> web.Response:
        """``GET /embed.js``: the one file that other sites load."""
        response = self.response(request, "embed.js")
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        response.headers["Cache-Control"] = "public, max-age=3600"
        return response

    def response(self, request: web.Request, name: str) -> web.Response:
        """The file, packed where the browser can unpack it."""
        asset = self._assets.get(name)
        if asset is None:
            raise web.HTTPNotFound
        fits = request.query.get("v") == asset.version
        headers = {
            "Content-Type": f"{asset.content_type}; charset=utf-8",
            "Cache-Control": _FOR_A_YEAR if fits else "no-cache",
            "Vary": "Accept-Encoding",
        }
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            return web.Response(body=asset.packed, headers=headers | {"Content-Encoding": "gzip"})
        return web.Response(body=asset.body, headers=headers)


def _read(path: Path) -> Asset:
    body = path.read_bytes()
    return Asset(
        body, gzip.compress(body, 9, mtime=0), _TYPES[path.suffix], hashlib.sha256(body).hexdigest()[:12]
    )
