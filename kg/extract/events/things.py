"""Products that bear a name of their own: what is said of one is said of the company that makes it."""

from __future__ import annotations

import re

from kg.extract.events.scenes import Scene
from kg.mentions.runs import is_form
from kg.model import Mention, Party

_KIND = (
    r"(?:device|product|platform|app|application|software|system|solution|tool|drug|treatment|therapy|vaccine|game|wearable|vehicle|drone|robot|sensor|"
    r"scanner|headset|model|website|service|formulation|gauge|engine|suite|technology)"
)
_NOT_ITS_MAKER = r"(?! (?:and [a-z]+ )?(?:maker|compan|provider|developer|manufacturer|firm|business|vendor|specialist|startup|start-up|operator|leader))"
_OF_THINGS = frozenset({"Award", "Certification", "RegulatoryMilestone", "ProductLaunch", "PatentGrant"})


def made_by_home(scene: Scene, mention: Mention) -> bool:
    """Whether a subject is no company: the release calls it a product ("Lumo is a wearable device")."""
    value, home = mention.value, scene.home
    if scene.reading.type not in _OF_THINGS or not isinstance(value, Party) or home is None or value.name == home.name:
        return False
    if value.listings or is_form(value.name.split()[-1]):
        return False
    called = re.compile(
        rf"\b{re.escape(mention.text)}[®™]? is (?:an?|the|our|its) (?:(?!(?:of|for|that|which|by)\b)[\w’'-]+,? ){{0,6}}?{_KIND}\b{_NOT_ITS_MAKER}"
    )
    return called.search(scene.context.document.text) is not None
