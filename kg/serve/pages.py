"""Pages to read. Everything that comes from a release or a request is escaped; no page holds a script."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from kg import __version__
from kg.explain import Statement, Words
from kg.query import Question

SAFE = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
    "X-Content-Type-Options": "nosniff",
}  # what every page is sent with
_AROUND = 160  # characters of a release shown before and after a claim's words
_LINKED = re.compile(r"(?P<label>.*) <(?P<iri>https?://[^<>]*)>", re.DOTALL)
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}"
    "mark{background:#fe9}pre{white-space:pre-wrap;font:inherit}table{border-collapse:collapse}"
    "td,th{border:1px solid #ccc;padding:.2rem .5rem;text-align:left;vertical-align:top}"
    "blockquote{border-left:4px solid #ccc;margin:.5rem 0;padding-left:1rem}section{margin:1.5rem 0}"
)


def page(title: str, body: str) -> str:
    """A whole page; the body is HTML, the title is not."""
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{html.escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style>'
        f'<p><a href="/">kg {__version__}</a></p>{body}</html>\n'
    )


def address(iri: str, base: str) -> str:
    """Where this server tells of a thing: the path of its IRI, or /resource for the IRIs of others."""
    rest = iri.removeprefix(base)
    path, _, fragment = rest.partition("#")
    if rest != iri and re.match(r"(?:id|release|merged|identity|program)/", rest):
        return f"/{quote(path)}" + (f"#{quote(fragment, safe='=,')}" if fragment else "")
    return f"/resource?iri={quote(iri, safe='')}"


def home(questions: Iterable[Question], *, writable: bool) -> str:
    """The start page."""
    rows = "".join(
        f'<li><a href="/queries/{each.name}.html">{html.escape(each.name)}</a>: {html.escape(each.question)}'
        f" {html.escape(', '.join(parameter.name for parameter in each.parameters))}</li>"
        for each in questions
    )
    writing = "takes queries, and updates with the token" if writable else "is read-only"
    body = (
        f"<h1>kg</h1><p>The SPARQL 1.1 endpoint at <a href='/sparql'>/sparql</a> {writing}."
        f"{_asking('SELECT * { ?claim a ?kind } LIMIT 10')}"
        "<p>The named queries, as .html, .csv, .tsv, .json and .xml, take their parameters in the address: "
        "<code>/queries/customers-of.csv?supplier=alder</code> (<a href='/openapi.json'>OpenAPI</a>).</p>"
        f"<ul>{rows}</ul>"
    )
    return page("kg", body)


def _asking(query: str) -> str:
    area = f"<textarea name='query' rows='6' cols='80'>{html.escape(query)}</textarea>"
    return f"<form action='/sparql'>{area}<br><button>Ask</button></form>"


def answer(query: str, content: str, base: str) -> str:
    """The answer to a query of somebody's own, given as CSV, below the query to be changed."""
    return page("Answer", f"<h1>Answer</h1>{_asking(query)}{_rows(content, base)}")


def _rows(content: str, base: str) -> str:
    names, *rows = csv.reader(io.StringIO(content, newline=""))
    head = "".join(f"<th>{html.escape(name)}</th>" for name in names)
    body = "".join(f"<tr>{''.join(f'<td>{_cell(cell, base)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{body}</table><p>{len(rows)} rows</p>"


def table(question: Question, content: str, base: str) -> str:
    """The answer to a named query, given as CSV; cells that are IRIs are links."""
    fields = "".join(
        f"<label>{html.escape(each.name)} <input name='{html.escape(each.name)}' "
        f"placeholder='{html.escape(each.meaning, quote=True)}'></label> "
        for each in question.parameters
    )
    form = f"<form>{fields}<button>Ask</button></form>" if fields else ""
    told = f"<h1>{html.escape(question.name)}</h1><p>{html.escape(question.question)}</p>{form}"
    return page(question.name, f"{told}{_rows(content, base)}")


def _cell(value: str, base: str) -> str:
    if value.startswith(("http://", "https://")):
        return f'<a href="{html.escape(address(value, base))}">{html.escape(value.removeprefix(base))}</a>'
    return html.escape(value)


def thing(
    iri: str,
    base: str,
    labels: Sequence[str],
    merged: Sequence[str],
    statements: Sequence[Statement],
    texts: Mapping[str, str],
) -> str:
    """What is known of an entity or a claim, each claim beside its words."""
    names = html.escape(" · ".join(labels) or iri)
    also = "".join(f"<p>The same as {_cell(other, base)}</p>" for other in merged)
    claims = "".join(_claim(each, base, texts) for each in statements)
    return page(labels[0] if labels else iri, f"<h1>{names}</h1><p><code>{html.escape(iri)}</code></p>{also}{claims}")


def release(iri: str, base: str, text: str, statements: Sequence[Statement]) -> str:
    """A release: its text with the words of its claims marked, and its claims."""
    spans = sorted({(words.start, words.end) for each in statements for words in each.words if words.release == iri})
    identifier = html.escape(iri.rpartition("/")[2])
    told = f"<h1>Release {identifier}</h1><p><a href='/release/{identifier}.txt'>text</a></p><pre>"
    claims = "".join(_claim(each, base, {}) for each in statements)
    return page(f"Release {identifier}", f"{told}{marked(text, spans)}</pre>{claims}")


def marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """A text in HTML with half-open spans of it marked; where spans overlap, they are marked as one."""
    out: list[str] = []
    at = 0
    for start, end in sorted(spans):
        begin = max(start, at)  # what is marked already is not marked again
        out.append(f'{html.escape(text[at:begin])}<a id="char={start},{end}"></a>')
        if end > begin:
            out.append(f"<mark>{html.escape(text[begin:end])}</mark>")
        at = max(begin, end)
    return "".join([*out, html.escape(text[at:])])


def _claim(claim: Statement, base: str, texts: Mapping[str, str]) -> str:
    rows = "".join(f"<tr><th>{html.escape(name)}</th><td>{_said(value, base)}</td></tr>" for name, value in claim.says)
    sure = f"{claim.modality}, confidence {claim.confidence}, by {claim.rule}"
    kept = "" if claim.published else " (quarantined: it violates a shape)"
    link = f'<a href="{html.escape(address(claim.claim, base))}">{html.escape(claim.kind)}</a>'
    words = "".join(_quoted(each, base, texts.get(each.release, "")) for each in claim.words)
    return f"<section><h2>{link}</h2><p>{html.escape(sure)}{kept}</p>{words}<table>{rows}</table></section>"


def _said(value: str, base: str) -> str:
    match = _LINKED.fullmatch(value)
    if match is None:
        return _cell(value, base)
    return f'<a href="{html.escape(address(match["iri"], base))}">{html.escape(match["label"])}</a>'


def _quoted(words: Words, base: str, text: str) -> str:
    """The words of a claim, marked in what stands around them."""
    start, end = max(0, words.start - _AROUND), min(len(text), words.end + _AROUND)
    shown = (
        marked(text[start:end], [(words.start - start, words.end - start)])
        if text[words.start : words.end] == words.quote
        else f"<mark>{html.escape(words.quote)}</mark>"
    )
    shown = re.sub(r'<a id="[^"]*"></a>', "", shown)
    where = address(f"{words.release}#char={words.start},{words.end}", base)
    place = f"{words.source}, characters {words.start} to {words.end}"
    return f'<blockquote>{shown}<br><a href="{html.escape(where)}">{html.escape(place)}</a></blockquote>'
