"""The chat as a page: a form that posts, and what came of it. Works without any script.

It stands twice: at ``/`` with its session in a cookie, and at ``/embed`` inside another site's frame,
where browsers refuse cookies: there the signed session travels in the forms.
"""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.web.chat import Answer, Refused
from bot.web.door import Door
from bot.web.reading import read_form
from bot.web.security import EMBED
from bot.web.sessions import Session
from bot.web.shared import share_link
from bot.web.transcript import Exchange
from bot.web.views import groups, reply_view
from bot.web.words import EXPIRED, EXPIRED_SENT, FORGET_PENDING, FORGOTTEN

Form = dict[str, str]

_SCRIPT_HEADER = "X-Signpost"  # the page's script asks for the newest exchange only
_LONGEST_KEY = 64
_CLEARED = {"all": FORGOTTEN, "soon": FORGET_PENDING}


@dataclass(frozen=True)
class State:
    """What a page is drawn from, besides the transcript."""

    error: str | None = None
    draft: str = ""
    notice: str | None = None
    status: int = 200
    exchanges: tuple[Exchange, ...] | None = None  # None: all of the transcript


class Talk:
    """The handlers of one of the two places."""

    def __init__(self, door: Door, base: str) -> None:
        self._door = door
        self._base = base
        self._cookies = base != EMBED
        self._cookie = "__Host-signpost" if door.settings.https else "signpost"
        self._under_way: dict[str, asyncio.Task[Exchange]] = {}

    def routes(self) -> list[web.RouteDef]:
        """Where the handlers stand."""
        home = self._base or "/"
        routes = [
            web.get(home, self.show),
            web.post(home, self.say),
            web.post(f"{self._base}/forget", self.forget),
            web.post(f"{self._base}/start-again", self.start_again),
            web.post(f"{self._base}/exit", self.leave),
            web.post(f"{self._base}/keep", self.keep),
            web.post(f"{self._base}/list", self.show_list),
        ]
        return [*routes, web.get(f"{self._base}/list", self.show_list)] if self._cookies else routes

    async def show(self, request: web.Request) -> web.Response:
        """The chat, with what was said before."""
        notice = _CLEARED.get(request.query.get("cleared", ""))
        return self._page(request, self._session(request, {}), State(notice=notice))

    async def say(self, request: web.Request) -> web.Response:
        """Answer a posted message; on any refusal the message stays in the box."""
        form = await read_form(request)
        session = self._session(request, form)
        if not self._cookies and not {"message", "say"} & form.keys():
            return self._page(request, session, State())  # a frame that was loaded again asks for its chat
        raw = form.get("say") or form.get("message", "")
        try:
            self._require_own_form(request, session, form)
        except Refused as refused:
            return self._answered_in_danger(request, session, raw) or self._refused(request, session, refused, raw)
        try:
            exchange = await self._exchange(request, session, raw, form)
        except Refused as refused:
            return self._refused(request, session, refused, raw)
        if _SCRIPT_HEADER in request.headers:
            return self._page(request, session, State(exchanges=(exchange,)))
        if self._cookies and not session.fresh:
            return self._redirect(session, "/#newest")
        return self._page(request, session, State())  # a redirect would lose a session that no cookie holds

    async def forget(self, request: web.Request) -> web.Response:
        """Delete the conversation, here and at the assistant, and say so."""
        gone, session = await self._drop(request)
        if self._cookies:
            return self._redirect(session, "/?cleared=all" if gone else "/?cleared=soon")
        return self._page(request, session, State(notice=_CLEARED["all" if gone else "soon"]))

    async def start_again(self, request: web.Request) -> web.Response:
        """Delete the conversation and begin another."""
        _, session = await self._drop(request)
        return self._redirect(session, "/") if self._cookies else self._page(request, session, State())

    async def leave(self, request: web.Request) -> web.Response:
        """Exit this page: delete the conversation, drop the session, go somewhere harmless."""
        await self._drop(request, wait=False)
        response = web.Response(status=303, headers={"Location": self._door.settings.exit_url})
        if _SCRIPT_HEADER in request.headers:
            response = web.Response(status=204)  # the script has already gone there
        # Browsers ignore an order about a "__Host-" cookie that is not itself secure.
        response.del_cookie(
            self._cookie, path="/", secure=self._door.settings.https, httponly=True, samesite="Lax"
        )
        return response

    async def keep(self, request: web.Request) -> web.Response:
        """Put a service on the visitor's list, or take it off."""
        form = await read_form(request)
        session = self._session(request, form)
        self._require_own_form(request, session, form)
        service, wanted = form.get("service", ""), form.get("wanted") == "yes"
        self._door.transcripts.keep(session.id, service, wanted)
        from_list = form.get("from") == "list"
        if self._cookies and _SCRIPT_HEADER not in request.headers:
            return self._redirect(session, "/list" if from_list else "/#newest")
        return self._list(request, session) if from_list else self._page(request, session, State())

    async def show_list(self, request: web.Request) -> web.Response:
        """The services that the visitor kept, to print or to share."""
        form = await read_form(request) if request.method == "POST" else {}
        return self._list(request, self._session(request, form))

    async def _exchange(self, request: web.Request, session: Session, raw: str, form: Form) -> Exchange:
        text = self._door.chat.check(raw)
        key = _key(form.get("key", ""), text)
        known = self._door.transcripts.find(session.id, key)
        if known:
            return known
        name = f"{session.id}:{key}"
        if name not in self._under_way:
            task = asyncio.create_task(self._answer(request, session, text, key, form))
            self._under_way[name] = task
            task.add_done_callback(lambda _: self._under_way.pop(name, None))
        # Shielded: a browser that gives up must not stop an answer that a second click waits for.
        return await asyncio.shield(self._under_way[name])

    async def _answer(
        self, request: web.Request, session: Session, text: str, key: str, form: Form
    ) -> Exchange:
        wait = self._door.limits.wait(request, session.id)
        answer = await self._door.chat.answer(session, text, wait=wait)
        expired = session.fresh and bool(form.get("token"))
        exchange = Exchange(key, answer, EXPIRED_SENT if expired else None)
        self._door.transcripts.add(session.id, exchange)
        return exchange

    async def _drop(self, request: web.Request, *, wait: bool = True) -> tuple[bool, Session]:
        form = await read_form(request)
        session = self._session(request, form)
        self._require_own_form(request, session, form)
        gone = session.fresh or await self._door.forgetting.forget(session, wait=wait)
        return gone, self._door.sessions.open(None)

    def _session(self, request: web.Request, form: Form) -> Session:
        token = request.cookies.get(self._cookie) if self._cookies else form.get("session")
        return self._door.sessions.open(token)

    def _require_own_form(self, request: web.Request, session: Session, form: Form) -> None:
        """Either the browser vouches for the page, or the form carries the session's token."""
        if self._door.security.is_from_elsewhere(request):
            raise Refused(403, "forbidden", "That was not sent from this site, so we did not use it.")
        if not self._door.security.is_from_here(request) and not self._door.sessions.is_form_token(
            session, form.get("token", "")
        ):
            raise Refused(403, "session_expired", EXPIRED)

    def _answered_in_danger(self, request: web.Request, session: Session, raw: str) -> web.Response | None:
        """The vetted words for a form that nobody vouches for: a lost cookie or an old page shuts nobody in danger out.

        It goes into no transcript, since another site could have sent it.
        """
        answer = self._door.chat.answer_danger(raw)
        return self._page(request, session, State(exchanges=(Exchange("", answer),))) if answer else None

    def _refused(self, request: web.Request, session: Session, refused: Refused, raw: str) -> web.Response:
        error = self._door.chat.words_of(refused)
        page = self._page(request, session, State(error=error, draft=raw, status=refused.status))
        if refused.retry_after is not None:
            page.headers["Retry-After"] = str(refused.retry_after)
        return page

    def _page(self, request: web.Request, session: Session, state: State) -> web.Response:
        door = self._door
        exchanges = list(state.exchanges or door.transcripts.exchanges(session.id))
        if state.error and _SCRIPT_HEADER in request.headers:
            exchanges = []
        newest = exchanges[-1].answer if exchanges else None
        response = door.renderer.page(
            "chat.html",
            status=state.status,
            base=self._base,
            exchanges=[_drawn(exchange) for exchange in exchanges],
            summary=newest.summary if newest else "",
            share=self._share(newest),
            kept=frozenset(card["id"] for card in door.transcripts.kept(session.id)),
            error=state.error,
            draft=state.draft,
            notice=state.notice,
            hidden=self._hidden(session),
        )
        return self._with_cookie(response, session)

    def _list(self, request: web.Request, session: Session) -> web.Response:
        kept = self._door.transcripts.kept(session.id)
        exchanges = self._door.transcripts.exchanges(session.id)
        response = self._door.renderer.page(
            "list.html",
            base=self._base,
            groups=groups(kept, at_once=len(kept)),
            share=self._share(exchanges[-1].answer if exchanges else None),
            kept=frozenset(card["id"] for card in kept),
            hidden=self._hidden(session),
        )
        return self._with_cookie(response, session)

    def _share(self, newest: Answer | None) -> str | None:
        """The link to share, where there is something to share: nobody is asked to pass an alarm on."""
        if newest is None or newest.safety != "none" or self._door.parts.plan_for is None:
            return None
        return share_link(newest.understood)

    def _hidden(self, session: Session) -> dict[str, str]:
        sessions = self._door.sessions
        carried = {} if self._cookies else {"session": sessions.token(session)}
        return {"token": sessions.form_token(session), "key": secrets.token_hex(8), **carried}

    def _redirect(self, session: Session, address: str) -> web.Response:
        return self._with_cookie(web.Response(status=303, headers={"Location": address}), session)

    def _with_cookie(self, response: web.Response, session: Session) -> web.Response:
        if self._cookies:
            response.set_cookie(
                self._cookie,
                self._door.sessions.token(session),
                max_age=self._door.settings.session_idle,
                httponly=True,
                samesite="Lax",
                secure=self._door.settings.https,
                path="/",
            )
        return response


def _drawn(exchange: Exchange) -> dict[str, Any]:
    answer = exchange.answer
    return {
        "notice": exchange.notice,
        "said": answer.said,
        "safety": answer.safety,
        "replies": [reply_view(reply) for reply in answer.replies],
    }


def _key(given: str, text: str) -> str:
    """One sending: the form's own key and a fingerprint of the words, which are not kept."""
    form = given[:_LONGEST_KEY] or secrets.token_hex(8)
    return f"{form}:{hashlib.sha256(text.encode()).hexdigest()[:16]}"
