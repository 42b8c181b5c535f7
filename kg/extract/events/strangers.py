"""A sentence or paragraph that tells of another company than the one that releases: what it says without a subject is no deed of the issuer's."""

from __future__ import annotations

from kg.extract.events.scenes import Scene
from kg.model import MentionKind, Participant, Party, Sentence
from kg.text.patterns import compile_pattern

_OPENS = compile_pattern(
    r"\A(?:(?:in|on|during|since|earlier|last|late|early|separately|meanwhile|also)[^,;.]{0,40}, )?"
    r"(?:the )?(?:board(?: of (?:{title}|directors))? of )?{who:org}"
    r"(?: ?\([^()]{1,80}\)){0,2}(?:,[^;:]{3,200}?,)? (?:(?:also|recently|has|have|had|is|was|will) ){0,3}[a-z]"
)
_SERVES = compile_pattern(r"\b(?:act(?:s|ed|ing)|serv(?:es|ed|ing)|advis(?:es|ed|ing)|represent\w*|underwrit\w*)(?!\w)")


def opener(scene: Scene, filled: list[Participant]) -> Party | None:
    """The other company that the sentence opens with, unless it takes part already or the issuer is spoken of."""
    found = None if _speaks_of_issuer(scene) else _opens(scene, scene.sentence)
    return found if found and all(part.name != found.name for part in filled) else None


def stranger(scene: Scene) -> Party | None:
    """The other company that the sentence before, in the same paragraph, opens with, unless the issuer is spoken of."""
    number = scene.sentence.number - 1
    before = next((one for one in scene.context.document.sentences if one.number == number), None)
    if before is None or before.block != scene.sentence.block or _speaks_of_issuer(scene):
        return None
    return _opens(scene, before)


def _speaks_of_issuer(scene: Scene) -> bool:
    issuer = scene.context.issuer
    if issuer is None or scene.context.speaker_at(scene.origin):
        return True
    return any(isinstance(m.value, Party) and m.value.name == issuer.name for m in scene.match.annotated.mentions)


def _opens(scene: Scene, sentence: Sentence) -> Party | None:
    annotated, issuer = scene.context.annotated(sentence), scene.context.issuer
    opening = _OPENS.search(annotated.coded)
    if opening is None or _SERVES.search(annotated.coded):
        return None
    value = annotated.filler(opening["who"]).value
    other = isinstance(value, Party) and value.nature == "company" and (issuer is None or value.name != issuer.name)
    ours = any(mention.kind in (MentionKind.WE, MentionKind.OUR) for mention in annotated.mentions)
    return value if isinstance(value, Party) and other and not ours else None
