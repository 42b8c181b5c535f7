"""The words that tell a site together with its place, as patterns over annotated text."""

from __future__ import annotations

from typing import Final

from kg.text.patterns import compile_pattern

_GAP = (
    r"(?:(?:the|downtown|midtown|uptown|greater|suburban|nearby|central|northern|southern|eastern|western|north|south|east"
    r"|west|metropolitan|both|city|cities|heart|town|village|state|county|country|of|and|outskirts|area|areas|region|near|places"
    r"|locations|as|such|including|in|,|{count}|(?-i:[A-Z0-9][^\s;:()\ue000-\uf8ff]*)) ){0,8}?"
)
_FAR = (
    r"(?P<far>(?:(?:some|about|approximately|roughly|only|within) )?(?:{count}|\d[\d.,]*|[a-z-]+) ?(?:km|kilomet(?:er|re)s?|miles?)(?: (?:by road|drive|due))? (?:north|south|east|west)[a-z-]*(?: (?:north|south|east|west)[a-z-]*)? of"
    r"|(?:just )?(?:north|south|east|west)[a-z-]* of)"
)
_MORE = r"(?P<more>(?:[,;]? (?:and |or |& )?(?:in |at )?{place}){0,30})"
SITE_IN: Final = compile_pattern(
    r"{site:facility}(?P<second>,? (?:and|or|&) (?:[a-z-]+ ){0,3}?{facility}){0,1}(?: and [\w'’\ue000-\uf8ff-]+(?: [\w'’\ue000-\uf8ff-]+){0,4}(?= located in)| and (?:an? |its )[\w'’-]+(?: [\w'’-]+){0,4}(?= in ))?,? (?:which (?:is|are) |that (?:is|are) |currently |also )?"
    r"(?:\((?:[^()]{0,60})\),? )?"
    rf"(?:(?:will |would )?(?:remain|stay|continue)s? |located |situated |based |headquartered |(?:will be|would be|is|are) (?:located|based|situated|headquartered) |is |are )?(?:just )?(?:in|at|near|outside(?: of)?|here in|{_FAR}|on|[,:](?= (?:{{count}} |{{place}}))) (?:(?:the )?{{place}} of (?:the )?)?{_GAP}{{where:place}}(?:(?:['’]s (?-i:[A-Z][\w-]+)(?: (?-i:[A-Z][\w-]+))?,?)? near {{near:place}})?{_MORE}"
)
PLACE_SITE: Final = compile_pattern(
    r"{where:place}(?:,(?! (?:this|the|that|its|our|their|these|his|her|whose|where|which|and)\b))?(?:-area| area|-based|['’]s)? (?:(?!(?:to|from|in|at|by|with|for|on|and|or|that|which|has|is|was|are|were|will|of|as)\b)[^\s;:.,()]+ ){0,4}?{site:facility}"
)
# Work at a place is a site there: "with manufacturing operations in Ashford, Ohio".
WORK_IN: Final = compile_pattern(
    rf"(?<!\w)(?P<site>(?:(?:engineering|design|refining|distribution|service|[Bb]itcoin|crypto\w*) (?:(?:and|&) )?)?(?:manufacturing|production|assembly|processing|fabrication|mining|refining|milling) operations|(?<=has )locations|(?<=have )locations|(?<=with )locations|(?<=operates )locations|(?<=maintains )locations) (?:located |based )?(?:in|at|near|outside(?: of)?) {_GAP}{{where:place}}{_MORE}"
)
# The town of each of several sites: "its Ashford and Brookton, Ohio plants".
PLACES_SITES: Final = compile_pattern(
    r"(?:['’]s?|\b(?:its|our|their|the|at|of)) (?P<more>{place}(?:, {place}){0,6}),? (?:and|&|or) {where:place},? (?:(?!(?:and|or|in|of)\b)[a-z-]+ ){0,3}?{site:facility}"
)
# "plants on three continents, including one in Ashford".
ONE_OF_THEM: Final = compile_pattern(
    rf"{{site:facility}}(?: (?:(?!(?:and|to|for|with|by|from)\b)[^\s;:.,()\ue000-\uf8ff]+|{{count}}|{{place}})){{0,6}},? (?:including|among them|with) (?:{{count}}|one|several|some|another|a second) (?:located )?(?:in|at|near|outside(?: of)?) {_GAP}{{where:place}}{_MORE}"
)
# "a plant in Ashford and another in Brookton": the next one of the same noun, told without it.
ANOTHER: Final = compile_pattern(
    rf",? (?:and|plus|as well as|while|&) (?:another|one|several|{{count}}|a (?:second|third|further|smaller|larger|similar|new) one|a (?:second|third|further)|others|the other)(?: (?:is|are))?(?: located)? (?:in|at|near|outside(?: of)?) {_GAP}{{where:place}}{_MORE}"
)
