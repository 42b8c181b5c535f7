"""The words that stand between people, posts and companies where the one holds the other."""

from __future__ import annotations

import re

from kg.mentions.change_words import (
    CHOICE,
    CHOSEN,
    LEAVE,
    LEAVE_TAKING,
    LEAVES,
    LEAVING,
    LEFT,
    SENT_AWAY,
)
from kg.mentions.change_words import (
    CHOOSES as _GIVES,
)
from kg.mentions.people import DEGREE, LETTERS

_QUALIFIED = (
    r"(?:(?:current|new|newly[- ](?:appointed|named|elected|hired|created)|incoming|outgoing|former|then|longtime|long-time|retired|the late|late|"
    r"recently appointed|also|both|now|most recently|previous|prior|previously|currently|formerly|first|next|sole|second|majority)[ ,]+)*"
)
_DETERMINED = (
    r"(?:(?:the|a|an|one of|our|its|their|his|her|that company[’']s|(?:the|our) [a-z][a-z-]+[’']s|company|board) )?"
)
AFTER = re.compile(
    rf"(?: ?,)?(?:,? ?\(|,| ?[-–—]+|:)? ?(?:(?:who (?:is|was|serves as|has served as|served as|has been|will be|will serve as|will become|also serves as|currently serves as)|"
    rf"as|and|to) )?{_DETERMINED}{_QUALIFIED}{_DETERMINED}{_QUALIFIED}",
    re.IGNORECASE,
)
_CHANGE = (
    rf"(?:{CHOSEN}|given|nominated|{LEFT}|{LEAVES}|{LEAVING}|{LEAVE}|{SENT_AWAY}|com(?:e|es|ing) (?:aboard|on board)|came (?:aboard|on board)|sign(?:s|ed) on|fill(?:s|ed)?|mov(?:es?|ed|ing) (?:in)?to|(?<=will )lead(?= (?:the|our|its) (?:[a-z]+ )?(?:company|firm|bank|group|business|organization)\b)|"
    r"joins?|joined|joining|becom(?:e|es|ing)|became|assum(?:e|es|ed|ing)|(?:(?<=been )|(?<=was )|(?<=were ))made|tak(?:e|en|es|ing) (?:over|on|up|the helm)|took (?:over|on|up|the helm)|return(?:s|ed|ing)?|agreed to (?:join|serve|become)|relinquish(?:es|ed|ing)?|relieved|transition(?:s|ed|ing)?|accept(?:s|ed)|rejoin(?:s|ed)?|step(?:s|ped|ping)? into|"
    r"resign(?:s|ed|ing|ation)?|retir(?:e|es|ed|ing|ement)|step(?:s|ped|ping)? (?:down|aside)|depart(?:s|ed|ing|ure)?|leav(?:e|es|ing)|left|succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)|ceas(?:e|es|ed) to|quit(?:s|ting)?|not continue|terminated)"
)
_STATE = (
    r"(?:(?:is )?at the helm|is|was|are|were|employed|serves?|served|serving|been|be|acted|acts|acting|worked|works|remains?|remained|stays? on|continues?|continued|hold|holds|held|has|had|spent|began|begun|started|gave notice|"
    r"founded|co-founded|promoted)"
)
_FILLER = (
    r"(?:who|before|prior|thereto|earlier|first|sole|founding|inaugural|whose|that|and|but|also|currently|presently|previously|most|recently|formerly|now|then|will|would|has|have|had|having|is|are|was|were|be|been|to|serve|working|serving|"
    r"initially|later|subsequently|he|she|him|today|today’s|in|the|an?|its|our|their|his|her|as|role|roles|position|positions|post|posts|title|titles|capacity|of|from|for|by|with|"
    r"both|key|increasing|progressively|responsible|such|notably|namely|no|longer|informed|notified|advised|intention|intends|intend|decision|decided|plans|plan|announced|notice|tendered|submitted|formally|day-to-day|both|various|several|numerous|senior|leadership|management|executive|including|duties|responsibilities|company|firm|bank|corporation|group|team|newly|created|additional|set|slated|due|expected|scheduled|officially|tenure|service|term|employment|work|notice|on|at|since|until|"
    r"effective|immediately|career|years?|over|more|than|unanimously|been|job|joint|multiple|board|directors|interim|permanent|following|where|when|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|\d{1,2}(?:st|nd|rd|th)?,?|\d{4},?)"
)
VERBAL = re.compile(rf",?(?: {_FILLER},?){{0,12}} (?:{_CHANGE}|{_STATE})(?:,? {_FILLER},?){{0,12}} ?", re.IGNORECASE)
VERBAL_AS = re.compile(  # a change told at any length, its post named at the end: "took charge of the plants as director of"
    rf",?(?: {_FILLER},?){{0,8}} {_CHANGE} [a-z0-9’' -]{{0,60}}?\b(?:as|to become|(?:role|position|post|title|office|duties) (?:of|as)) "
    r"(?:(?:both|an?|the|its|our|their|interim|acting|new) )*",
    re.IGNORECASE,
)
SEATED = re.compile(
    r",? (?:to|on)(?: the| its| our| their)?(?: (?:(?:[\w’'-]+ ){0,4}board(?: of (?:directors|management))?|[\w’'-]+(?: [\w’'-]+){0,3}))?,? as (?:(?:an?|the|its|our|new) )*",
    re.IGNORECASE,
)
TO_LEAD = re.compile(
    r" to (?:lead|head|oversee|run|manage|direct)(?: [^,;.]{2,60})?,? as (?:(?:an?|the|its|our|new) )*"
)
TO_POST = re.compile(
    r" for (?:re-?)?(?:election|appointment) as (?:an? |the |its )?|,? (?:to|in|into|for) (?:(?:the|an?|its|our) )?(?:(?:newly[- ]created|new|vacant|combined|expanded|dual) )?(?:position|post|role|office|job|rank|title)s? of (?:(?:the|an?|its|our|new|both) )*"
)
CHOOSES = re.compile(  # right before a person: what is done to one who takes a post
    rf"\b(?:{_GIVES}|{CHOICE} of|ma(?:kes|de)) (?:[a-z-]+ ){{0,4}}(?:(?:Mr|Ms|Mrs|Dr)\. )?$"
)
NOUNED = re.compile(
    rf"(?:[’']s?)? (?:[\w-]+ ){{0,2}}(?:{LEAVE_TAKING}|{CHOICE}|nomination) (?:as|to the (?:position|role|post|office) of|to) "
    r"(?:(?:an?|the|its|our|their|interim|acting|new) )*",
    re.IGNORECASE,
)
IN_ROLE = re.compile(
    r"^(?:(?:Most recently|Previously|Prior to (?:this|that|joining[^,;:]{1,60}?|[A-Z][^,;:]{1,40}?)|Before (?:this|that|joining[^,;:]{1,60}?)|Earlier|Currently|Today|Now|Also|Additionally|Formerly),? )?"
    r"(?:as|(?:in|during) (?:his|her|this|that) (?:[\w-]+ ){0,4}?(?:role|position|capacity|job|tenure|post|time) as|(?:while )?serving as|acting as) "
    r"(?:(?:the|our|its|a|an|former|long-?standing|long-?time|current|new|then|newly appointed|founding|one of the) )*$",
    re.IGNORECASE,
)
ROLE_OF = re.compile(r"(?: [^;:.“”\"]{0,90}?)?, (?:(?:Mr|Ms|Mrs|Dr)\. )?")
HEIR = re.compile(
    r"\b(?:to succeed|succeeds|succeeding|will succeed|is succeeding|has succeeded|succeeded|to replace|replaces|replacing|will replace|has replaced|replaced|taking over from|takes over from|will take over from|took over from) "
    r"(?:(?:outgoing|retiring|longtime|former|interim|company|the late|current) )?(?:[\w-]+ ){0,3}(?:(?:Mr|Ms|Mrs|Dr)\. )?$",
    re.IGNORECASE,
)
PREFIX = re.compile(
    r" (?:is|will be|remains) (?:(?:Mr|Ms|Mrs|Dr)\. )?|(?:,|:|,? and)? |: ?|, (?:Mr|Ms|Mrs|Dr)\.? |[,:]? ?(?:Mr|Ms|Mrs|Dr)\.? ?"
)
OF = re.compile(
    r",? ?(?:of|at|for|with|,|@|\||[-–—]|in|to|by|from)? ?(?:(?-i:[A-Z])[\w&.’'-]* (?:[a-z-]+ ){0,2}(?:subsidiary|division|unit|affiliate),? |the |both |parent company |its parent,? |parent |its subsidiary,? |subsidiary |roles? (?:at|with|for) (?:the )?|positions? (?:at|with|for) (?:the )?|(?:U\.S\. )?investment bank |law firm |[a-z-]+ (?:company|firm|giant|maker|provider|startup) )?",
    re.IGNORECASE,
)
OWNED = re.compile(
    r"(?:[’']s?)?,? (?:(?:current|new|former|own|then|co-?founder and|newly appointed|longtime|U\.S\.|US|global) )*$",
    re.IGNORECASE,
)
CHAIN = re.compile(rf"[,;]?(?: {_FILLER},?){{0,9}} ?(?:,|;)? ?(?:{_FILLER} ){{0,5}}", re.IGNORECASE)
ASIDE = re.compile(
    rf",? (?:age[d]? )?\d\d(?: years old)?(?=,)|(?:,? {DEGREE}|, {LETTERS})(?=,| as\b| [-–—]| (?:has|have|had|is|was|will|who|to|joins|joined|serves|served|becomes|became)\b)"
)
SERVING = re.compile(
    r"^[^;:“”\"]{0,160}\b(?:serving|served|worked|working|led|leads|headed|heads|including work)(?: [\w’'-]+,?){0,8}? as (?:an? |the |its )?$"
)
RECENT = re.compile(
    r"^[^;:.“”\"]{0,160}, (?:(?:and|including|then) )?(?:most recently|previously|formerly|lately|ultimately) (?:serving |working )?as (?:an? |the |its )?$"
    r"|^[^;:.“”\"]{0,110}\b(?:positions|roles|posts|jobs|offices|capacities)\b[^;:.“”\"]{0,60}?,? including (?:(?:serving )?as )?(?:an? |the |its )?$"
)
NOW_SERVING = re.compile(
    r"^[^;:.“”\"]{0,160},? (?:and|who) (?:(?:also|currently|presently|now) ){1,2}(?:serves as|is|holds the (?:position|post|office) of|acts as) (?:an? |the |its )?$"
)
CAME = re.compile(
    r"^, who (?:joined|rejoined|came to|started (?:at|with)|has been with) [^,;:]{0,60},(?= (?:was|has|is|will)\b)"
    r"|^, an? [^,;:]{3,80},(?= (?:was|has|had|is|will)\b)"
)
UNIT = re.compile(r"(?:[’']s?)? (?:[\w-]+ ){0,3}(?:subsidiary|division|unit|affiliate|business),? ")
LISTED = re.compile(r",? and (?:the )?")
PLURAL = re.compile(
    r"\b(?:directors|co-founders|founders|partners|members|presidents|principals|officers|chairmen|trustees|managers)\b",
    re.IGNORECASE,
)
