"""The forms of the verbs that a pattern begins with: who "acquired" it will also "acquire" it, or grew "by acquiring" it.

Which form tells a deed, and whose, the words before it decide (`phases.py`). A participle written out ("named",
"granted") has no present here: it tells what was done to somebody.
"""

from __future__ import annotations

import re

from kg.text.heads import first_word

_ENDINGS = re.compile(
    r"(?P<stem>[a-z]+)\(\?:(?P<ends>(?:[a-z]?ed|es|e|s|[a-z]?ing)(?:\|(?:[a-z]?ed|es|e|s|[a-z]?ing))*)\)\??"
)
_HISSED = re.compile(r"(?:ch|sh|ss|x|zz|o)\Z")  # stems with "es" and no silent "e"
_TAKEN = {  # verbs that nobody is the object of, in their past, presents and gerund
    line.split()[0]: line.split()[1:]
    for line in """
    won win wins winning
    took take takes taking
    made make makes making
    began begin begins beginning
    brought bring brings bringing
    held hold holds holding
    paid pay pays paying
    received receive receives receiving
    obtained obtain obtains obtaining
    earned earn earns earning
    gained gain gains gaining
    achieved achieve achieves achieving
    captured capture captures capturing
    secured secure secures securing
    put put puts putting
    laid lay lays laying
    let let lets letting
    lost lose loses losing
    """.strip().splitlines()
}
_IRREGULAR = {
    "bought": "buying",
    "sold": "selling",
    "spun": "spinning",
    "sought": "seeking",
    "repaid": "repaying",
    "prepaid": "prepaying",
    "got": "getting",
    "built": "building",
    "gave": "giving",
    "drew": "drawing",
    "split": "splitting",
}
_REGULAR = r"[a-z]{3,}(?<!e)ed"
_PAIRED = re.compile(  # "added|adds", a verb in its tenses
    r"(?<=[|:(])(?:(?P<past>[a-z]{3,}ed)\|(?P<now>[a-z]{3,}s)|(?P<now2>[a-z]{3,}s)\|(?P<past2>[a-z]{3,}ed))(?=[|)])"
)
_PAST = re.compile(
    rf"(?<=[|:(])(?:(?P<taken>{'|'.join(_TAKEN)})|(?P<odd>{'|'.join(_IRREGULAR)})|(?P<plain>{_REGULAR}))(?=[|)( ]|$)"
)


def in_all_forms(match: str, *, gerunds: bool) -> str:
    """The pattern, whose first word, where it is a verb, may stand in any of its forms."""
    end = first_word(match)
    head = _PAIRED.sub(_with_base, f"(?:{match[:end]})")
    head = _ENDINGS.sub(lambda found: _ended(found, gerunds=gerunds), head)
    return _PAST.sub(lambda found: _either(found, gerunds=gerunds), head)[3:-1] + match[end:]


def _ended(found: re.Match[str], *, gerunds: bool) -> str:
    stem, ends = found["stem"], set(found["ends"].split("|"))
    past = next((end for end in ends if end.endswith("ed")), None)
    if past is None:
        return found[0]
    if gerunds:
        ends.add(f"{past[:-2]}ing")
    if "s" in ends:
        ends.add("")
    elif "es" in ends:
        ends.add("" if _HISSED.search(stem) else "e")
    optional = found[0].endswith("?")
    return f"{stem}(?:{'|'.join(sorted(ends - {''}, reverse=True))}){'?' if optional or '' in ends else ''}"


def _with_base(found: re.Match[str]) -> str:
    past, now = found["past"] or found["past2"], found["now"] or found["now2"]
    base = now[:-2] if now.endswith("es") and _HISSED.search(now[:-2]) else now[:-1]
    return f"{found[0]}|{base}" if past in (f"{base}ed", f"{base}d", f"{base}{base[-1]}ed") else found[0]


def _either(found: re.Match[str], *, gerunds: bool) -> str:
    if found["taken"]:
        *present, gerund = _TAKEN[found["taken"]]
        return f"(?:{'|'.join([found[0], *present, *([gerund] if gerunds else [])])})"
    gerund = _IRREGULAR[found["odd"]] if found["odd"] else f"{found['plain'][:-2]}ing"
    return f"(?:{found[0]}|{gerund})" if gerunds else found[0]
