"""What is said of the name before a comma: "the formation of Ashford Edge, a new business dedicated to"."""

from __future__ import annotations

import re
from typing import Final

from kg.model import Mention

_SAID_OF_IT: Final = re.compile(
    r"(?: \([^)]{0,80}\))?, (?:an?|the|its) (?:(?:[\w-]+,? ){0,5}?(?:business|company|subsidiary|unit|division|firm|venture|start-?up|operation|arm)"
    r"(?: (?:that|which|dedicated to|focused on|specializing in|established to|created to|set up to))? ?|(?:(?:leading|global|major|premier|top|independent|specialty|provider|new|[a-z]+-based|[a-z]+ly),? )*)|, which (?:also |currently |now |\w+ly )?"
)
_ARM_OF: Final = re.compile(r"\b(?:subsidiary|unit|division|affiliate|part|arm|member|customer|supplier) of (?:the )?$")


def said_of_it(text: str, mention: Mention, at: int) -> bool:
    """Whether the words at a position are said of the name of a mention, by an apposition or "which" right behind it."""
    return _SAID_OF_IT.fullmatch(text, mention.end, at) is not None and not _ARM_OF.search(text, 0, mention.start)
