"""Counts of what was asked and how it went, in the text format of Prometheus."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_BOUNDS = (0.01, 0.1, 1.0, 10.0)  # seconds


class Metrics:
    """What has been counted since the start."""

    def __init__(self) -> None:
        self.requests: Counter[tuple[str, int]] = Counter()
        self._times: Counter[float] = Counter()
        self._seconds = 0.0

    def note(self, route: str, status: int, seconds: float) -> None:
        """One more request, answered with that status."""
        self.requests[route, status] += 1
        self._seconds += seconds
        self._times[next((bound for bound in _BOUNDS if seconds <= bound), float("inf"))] += 1

    def text(self, **gauges: int) -> str:
        """All counts, and the gauges given."""
        return "".join(f"{line}\n" for line in self._lines(gauges))

    def _lines(self, gauges: dict[str, int]) -> Iterator[str]:
        yield "# HELP kg_requests_total Requests by address and status."
        yield "# TYPE kg_requests_total counter"
        for (route, status), count in sorted(self.requests.items()):
            yield f'kg_requests_total{{route="{route}",status="{status}"}} {count}'
        yield "# HELP kg_request_seconds How long requests took."
        yield "# TYPE kg_request_seconds histogram"
        total = 0
        for bound in (*_BOUNDS, float("inf")):
            total += self._times[bound]
            yield f'kg_request_seconds_bucket{{le="{"+Inf" if bound == float("inf") else bound}"}} {total}'
        yield f"kg_request_seconds_sum {self._seconds:.6f}"
        yield f"kg_request_seconds_count {total}"
        for name, value in sorted(gauges.items()):
            yield f"# TYPE kg_{name} {'counter' if name.endswith('_total') else 'gauge'}"
            yield f"kg_{name} {value}"


class Counting:
    """The application with every request counted under the first part of its address, if that is known."""

    def __init__(self, app: ASGIApp, metrics: Metrics, routes: frozenset[str]) -> None:
        self._app = app
        self._metrics = metrics
        self._routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = time.perf_counter()
        status = 500

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        first = f"/{scope['path'].split('/')[1] if '/' in scope['path'] else ''}"
        try:
            await self._app(scope, receive, noting)
        finally:
            route = first if first in self._routes else "other"
            self._metrics.note(route, status, time.perf_counter() - begun)
