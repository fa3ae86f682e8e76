"""Headers on every answer, and who may post."""

from __future__ import annotations

from urllib.parse import urlsplit

from aiohttp import web

from bot.web.settings import Settings

_PERMISSIONS = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation",
    "gyroscope", "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "screen-wake-lock",
    "usb", "xr-spatial-tracking",
)  # fmt: skip
EMBED = "/embed"  # the pages that may stand in a frame are this one and those below it


class Security:
    """The rules of one deployment."""

    def __init__(self, settings: Settings) -> None:
        self._public_origin = settings.public_origin
        self._https = settings.https
        exit_parts = urlsplit(settings.exit_url)
        # Browsers apply form-action to where a posted form redirects, too: "Exit this page" leaves.
        self._policy = "; ".join(
            (
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self'",
                "connect-src 'self'",
                "frame-src 'self'",
                f"form-action 'self' {exit_parts.scheme}://{exit_parts.netloc}",
                "base-uri 'none'",
            )
        )
        self._embedders = " ".join(("'self'", *settings.embed_origins))

    async def add_headers(self, request: web.Request, response: web.StreamResponse) -> None:
        """Put the headers on; a route's own value stays."""
        embedded = request.path == EMBED or request.path.startswith(f"{EMBED}/")
        ancestors = self._embedders if embedded else "'none'"
        headers = {
            "Content-Security-Policy": f"{self._policy}; frame-ancestors {ancestors}",
            "X-Content-Type-Options": "nosniff",
            # Other sites learn nothing. "no-referrer" would also blank the Origin of the page's own forms,
            # and with it the check that a post comes from here.
            "Referrer-Policy": "same-origin",
            "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _PERMISSIONS),
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cache-Control": "no-store",
        }
        if not embedded:
            headers["X-Frame-Options"] = "DENY"
        if self._https:
            headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
        for name, value in headers.items():
            response.headers.setdefault(name, value)
        response.headers.pop("Server", None)

    def is_from_elsewhere(self, request: web.Request) -> bool:
        """Whether the browser says that another site sent this request. Programs say nothing, and pass."""
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
            return True
        return "Origin" in request.headers and not self._names_us(request)

    def is_from_here(self, request: web.Request) -> bool:
        """Whether the browser vouches that a page of this site sent this request."""
        return self._names_us(request) or request.headers.get("Sec-Fetch-Site") == "same-origin"

    def _names_us(self, request: web.Request) -> bool:
        origin = request.headers.get("Origin", "")
        if self._public_origin is not None:
            return origin == self._public_origin
        return bool(request.host) and origin in (f"http://{request.host}", f"https://{request.host}")
