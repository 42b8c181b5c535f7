"""Figures that a line gives without stating them: conditions, limits, hopes, what others expect, what is taken back."""

from __future__ import annotations

import re

from kg.extract.facts.slots.line import VALUE, Item, Line

_TOLERANCE = re.compile(r"(?:plus or minus|\+/-|±|give or take)\s(?:\w+\s)?$", re.IGNORECASE)
# What analysts had expected is no figure of the company, nor what all together think a price will be.
_OTHERS_EXPECT = re.compile(
    r"\b(?:[Aa]nalysts?['’]?|First Call|FactSet|Zacks|[Cc]onsensus|Wall Street)\b(?:[^.;,\ue000-\ue002]{0,70}\b(?:expect\w*|estimat\w+|forecast\w*|predict\w*|look\w* for|call\w* for)\b|\s(?:estimates?|forecasts?|view|expectations?)\b|\s(?:[\w-]+\s){0,3}(?:prices?|pricing)\b)"
    r"[^.;\ue000-\ue002]{0,40}$"
)
_HYPOTHETIC = re.compile(
    r"\b(?:if|each|every|par value|minimum of|would be required|face amount|stated value|denominations?)\s[^,;]{0,30}$"
    r"|\bwould\shave\s[^;]{3,160}\bwhich\swould\s(?:be|represent|mark)\s(?:an?\s)?$|\b(?:could|might)\s(?!be\sworth\b)(?:(?:\w+|\ue004[\ue100-\uf8ff])\s){1,5}$",
    re.IGNORECASE,
)
# "could add $4 million in sales, along with $1 million in income": the second hangs on the same verb.
_MIGHT_TOO = re.compile(
    rf"\b(?:could|might)\s(?!be\sworth\b)(?:\w+\s){{1,4}}{VALUE}(?:\s?(?:-|–|to)\s?{VALUE})?[^.;\ue000-\ue002]{{0,50}}(?:-|–|\sto\s|\sand\s|\salong\swith\s|\sor\s|\splus\s)(?:[\w-]+\s){{0,3}}$"
)

# "If, at the closing, Marlow has debts of more than $2 million, ...": a condition tells no fact.
_CONDITION = re.compile(
    r"(?:^\W*|[.;,:]\s|\b(?:and|but|or)\s)(?:[Ii]f|[Uu]nless|[Pp]rovided that|[Ii]n the event(?: that)?|[Ss]hould (?:the|\ue005[\ue100-\uf8ff]))\b"
    r"(?:,\s[^,;]{2,50},)?(?:(?!,\s(?:then\s|\ue005|we\b|it\b|the\s|which\s|this\s|a\s|our\s|its\s|such\s|and\s|all\s|each\s|\w+\s(?:was|were|is|are)\b)|\b(?:will|shall|would|may|could)\s)[^;]){0,200}$"
)
_IF_WORD = re.compile(r"\b(?:[Ii]f|[Uu]nless|[Pp]rovided that|[Ii]n the event|[Ss]hould)\b")

# "$2 million of support revenue will not be recognized": what a figure leaves out is no figure of the period.
_NOT_COUNTED = re.compile(
    r"[^.;,\ue000-\ue002]{0,110}\b(?:will|would|was|were|is|are|has|have|had)\snot\s(?:yet\s)?(?:be\s|been\s)?(?:recogni[sz]ed|included|recorded|reported|reflected|counted)\b"
)

# "erroneously reported a depth of 950 feet": the release itself takes it back.
_WITHDRAWN = re.compile(
    r"\b(?:errantly|erroneously|incorrectly|mistakenly|inadvertently)\s(?:[a-z]+\s){0,3}?(?:reported|stated|listed|indicated|announced|disclosed|said|gave|showed|printed|published|referred|noted)\b"
    r"(?:(?!\b(?:instead|rather|actual|correct|actually|should)\b)[^.;]){0,90}$"
)
# "subject to the vote of holders of more than 50% of the shares": what is asked for, nobody's holding.
_BALLOT = re.compile(
    r"\b(?:subject\sto|requir\w+|condition\w*|must|needs?|threshold|quorum)\b[^;]{0,240}\b(?:vot(?:e|es|ing)|approv\w+|consents?|tender\w*|acceptances?|quorum|resolution)\b[^;]{0,140}"
    r"\b(?:at\sleast|more\sthan|(?:not|no)\s(?:less|fewer)\sthan|in\sexcess\sof|minimum\sof|greater\sthan|exceeding|holders\sof|approval\s(?:of|by))\s(?:an?\s|the\s)?$"
    r"|(?<!received the )(?<!obtained the )(?<!with the )\baffirmative\svotes?\sof\s[^.;]{0,80}\b(?:at\sleast|more\sthan|(?:not|no)\s(?:less|fewer)\sthan|in\sexcess\sof|greater\sthan)\s$"
)
# "limits a shareholder to a maximum investment of $15,000"
_LIMIT = re.compile(
    r"\blimit(?:s|ed|ing)?\s(?:an?|any|each|every|such|individual|eligible)\s(?:[a-z]+\s){1,3}to\s(?:[a-z]+\s){0,6}$"
)
_CLASSES = r"(?:companies|businesses|firms|individuals|families|households|borrowers|clients|customers|investors|institutions|employers|organi[sz]ations|people|consumers)"
# "audits for companies with revenues below $50 million": the class of those who are served.
_SERVED = re.compile(
    rf"\b(?:for|to|serv\w+|target\w*|help\w*|among|small|mid-?sized?|middle-market|private|advis\w+|financ\w+|lend\w*|in)\s(?:[a-z-]+\s){{0,3}}?{_CLASSES}\s(?:with|having|whose|earning|generating|that\s(?:have|generate|earn))\s"
    r"(?:[a-z-]+\s|\ue004[\ue100-\uf8ff]\s){0,4}?(?:below|under|over|above|between|of|from|up\sto|less\sthan|more\sthan|at\sleast|exceed\w*|in\sexcess\sof|greater\sthan)\s(?:[a-z]+\s){0,3}$"
)
_BETTER = r"(?:increase|reduce|improve|boost|raise|cut|lower|save|grow|lift|double|achieve|generate|drive)"
# "proven to increase sales by over 25%": what a product does for those who buy it.
_CLAIMED = re.compile(
    rf"\b(?:proven|shown|demonstrated|known)\s(?:[a-z]+\s){{0,2}}?to\s(?:[a-z]+ly\s)?{_BETTER}\b[^.;]{{0,60}}$"
    rf"|\b(?:help(?:s|ed|ing)?|enabl(?:es?|ed|ing)|allow(?:s|ed|ing)?)\s(?:[a-z]+\s){{0,2}}?(?:{_CLASSES}|retailers?|merchants?|users?|brands?|operators?|advertisers?|owners?|farmers?|growers?|manufacturers?|enterprises|marketers|stores|hospitals)\s(?:to\s)?{_BETTER}\b[^.;]{{0,70}}$"
)
# "markets of $5 trillion (cloud $1.5T, storage assets $700B)": a list of markets.
_MARKETS_LISTED = re.compile(
    r"\b(?:TAMs?|SAM|addressable\smarkets?|market\s(?:size|opportunity))\b[^();]{0,120}\([^()]{0,200}$"
)
# "Capturing just 1% of the market generates $10 billion": nobody has it.
_A_MERE_SHARE = re.compile(
    r"\b(?:[Cc]aptur\w+|[Pp]enetrat\w+|[Ss]ecuring)\s(?:just|only|even|as\slittle\sas|a\smere)\s[^.;]{0,160}$"
)
# "At a planned price of $26, 100,000 boxes represent $2.6 million": a sum, no sales.
_SUM = re.compile(
    r"^\W*(?:At|Assuming)\san?\s(?:planned|assumed|hypothetical|suggested|expected|projected|estimated|target)\s[^;]{3,140}\b(?:represents?|equals?|equates?\sto|translates?\s(?:in)?to|implies)\b[^.;]{0,50}$"
)
# "upsized from 10 million units to 11 million": the first number is the plan that was given up.
_RESIZED = re.compile(r"\b(?:[Uu]p|[Dd]own)-?siz\w+\b[^.;]{0,140}\bfrom\s(?:[a-z]+\s){0,3}$")
# "Revenues came from the agreement with Corvane in the amount of $2 million": not what the agreement is worth.
_REVENUE_FROM = re.compile(
    r"\ue004[\ue100-\uf8ff]\s(?:was|were|is|are)\s(?:\w+\s)?(?:generated|derived|earned)\s[^.;]{0,300}\bin\sthe\samount\sof\s$"
)
# "must maintain a net worth of $20 million": what a covenant or a rule asks for.
_ASKED = re.compile(
    r"\b(?:must|required\sto|ha(?:s|d|ve)\sto|requires?\s(?:[a-z]+\s){1,3}to|requirement\sto|obliged\sto)\s(?:[a-z]+ly\s)?(?:maintain|have|hold|keep|meet|retain)\b[^.;\ue000-\ue002]{0,70}$"
    r"|\b(?:covenants?|rules?|requirements?|regulat\w+)\b[^.;]{0,60}\b(?:minimum|at\sleast)\s(?:(?:[a-z]+|\ue004[\ue100-\uf8ff])\s){0,4}$"
)
# "The drug consists of two agents": what a product is made of.
_MADE_OF = re.compile(
    r"\b(?:drug|medicine|therapy|treatment|formulation|product|vaccine|molecule|compound|regimen|tablet|capsule|candidate|kit|device|engine|alloy|blend|cocktail|combination|test|assay)\s(?:candidate\s|itself\s)?"
    r"(?:consists?\sof|comprises?|(?:is\s)?(?:comprised|composed|made(?:\sup)?)\sof|contains?|combines?|includes?)\s(?:[a-z]+\s){0,2}$"
)
# "company sizes from twelve employees": the sizes of any firms.
_SIZES = re.compile(
    r"\b(?:(?:compan(?:y|ies)|firms?|organi[sz]ations?|business(?:es)?|employers?|teams?)(?:['’]s?)?\s(?:(?:of\s)?sizes?\s|(?:that\s)?(?:rang(?:ed?|es|ing)|vary(?:ing)?|var(?:y|ied))\s(?:in\ssize\s)?)(?:ranging\s)?"
    r"|sizes?\srang(?:ed?|es|ing)\s)(?:from|between)\s(?:[a-z]+\s){0,2}$"
)
# "enabling us to reduce costs by over 50%": hoped of what is bought or built.
_HOPED = re.compile(
    rf"\b(?:enabl|allow)ing\s(?:us|it|them|the\s[Cc]ompany|\ue005[\ue100-\uf8ff])\s(?:to\s)?(?:[^.;\ue000-\ue003]{{0,90}}\s)?(?:{_BETTER}|\ue004[\ue100-\uf8ff])\s[^.;\ue000-\ue002]{{0,40}}?\bby\s(?:up\sto\s|over\s|more\sthan\s|as\smuch\sas\s|about\s|approximately\s|at\sleast\s)?$"
)
_FAR = 100_000  # characters: from the beginning of the line
# The words that call for a pattern, the pattern, how far it looks back, and the kinds of figures that it is for.
_RULES: tuple[tuple[tuple[str, ...], re.Pattern[str], int, frozenset[str]], ...] = (
    (("could ", "might "), _MIGHT_TOO, 120, frozenset(("money", "percent", "count"))),
    (("rrantly ", "rroneously ", "ncorrectly ", "istakenly ", "nadvertently "), _WITHDRAWN, 180, frozenset(("money", "percent", "count"))),
    (("vote", "voting", "approv", "consent", "tender", "quorum"), _BALLOT, 500, frozenset(("percent",))),
    (("must ", "has to ", "had to ", "have to ", "equire", "ovenant", " rule"), _ASKED, 150, frozenset(("money", "percent", "count"))),
    (("limit",), _LIMIT, 110, frozenset(("money", "percent", "count"))),
    (("companies ", "businesses ", "firms ", "individuals ", "families ", "households ", "borrowers ", "clients ", "customers ", "investors ", "institutions ", "employers ", "organi", "people ", "consumers "), _SERVED, 150, frozenset(("money",))),
    (("proven ", "shown ", "demonstrated ", "known ", "help", "enabl", "allow"), _CLAIMED, 200, frozenset(("money", "percent"))),
    (("TAM", "SAM", "arket size", "arket opportunity", "ddressable market"), _MARKETS_LISTED, 330, frozenset(("money",))),
    (("aptur", "enetrat", "ecuring"), _A_MERE_SHARE, 200, frozenset(("money",))),
    (("size", "ranging ", "ranged ", "varying "), _SIZES, 90, frozenset(("count",))),
    (("enabling ", "allowing "), _HOPED, 200, frozenset(("percent",))),
    (("At a", "Assuming a"), _SUM, _FAR, frozenset(("money",))),
    (("psiz", "p-siz", "wnsiz", "wn-siz"), _RESIZED, 200, frozenset(("money", "count"))),
    (("in the amount of",), _REVENUE_FROM, 400, frozenset(("money",))),
    (("consist", "compris", "composed of", "made ", "contain", "combine", "include"), _MADE_OF, 80, frozenset(("count",))),
)  # fmt: skip


def withheld(line: Line, item: Item) -> bool:
    """Whether a line gives a figure without stating it of anybody."""
    head = line.coded[max(0, item.at - (50 if "would have" not in line.coded else 200)) : item.at]
    if _HYPOTHETIC.search(head) or _TOLERANCE.search(head) or _conditional(line, item):
        return True
    if _OTHERS_EXPECT.search(line.coded, max(0, item.at - 110), item.at):
        return True
    return any(
        item.kind in kinds
        and any(word in line.text for word in words)
        and pattern.search(line.coded, max(0, item.at - far), item.at) is not None
        for words, pattern, far, kinds in _RULES
    )


def left_out(line: Line, to: int) -> bool:
    """Whether the words behind a figure that ends at `to` say that it was not counted."""
    return _NOT_COUNTED.match(line.coded, to) is not None


def _conditional(line: Line, item: Item) -> bool:
    """Whether a figure stands in the clause of a condition."""
    lead = line.coded[max(0, item.at - 240) : item.at]
    return bool(_IF_WORD.search(lead)) and _CONDITION.search(lead) is not None
