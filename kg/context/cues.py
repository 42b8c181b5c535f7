"""Closed lists of the words that tell whether something has happened, goes on, will, may or will not.

Each list holds regular expressions that are tried at word boundaries, case folded. A cue stands before
the words it governs (BEFORE) or after a noun it speaks of (AFTER). Words that only look like cues stand
in PSEUDO: they are read first and mean nothing.
"""

from __future__ import annotations

from typing import Final

from kg.model import Status

_NOT = r"(?:not|never|n't|n’t)"
_ADVERB = (
    r"(?: (?:also|now|soon|currently|presently|still|then|further|actively|already|eventually|ultimately|\w{3,12}ly))?"
)
_BE = r"(?:am|is|are|was|were|be|been|being|'s|’s|'re|’re|'m|’m)"
_HAVE = r"(?:has|have|had|'ve|’ve)"
_INTEND = (
    r"(?:plans?|planned|planning|intends?|intended|intending|expects?|expected|expecting|anticipates?|anticipated"
    r"|anticipating|aims?|aimed|aiming|hopes?|hoped|hoping|agrees?|agreed|agreeing|seeks?|sought|proposes?|proposed"
    r"|proposing|scheduled|slated|set|poised|projected|targeted|targets?|committed|commits|decides?|decided"
    r"|elected|elects|prepares?|preparing|prepared|promised|promises?|pledged|pledges|wants?|wishes"
    r"|ready|about|determined|resolved|on track|in a position|obligated|required|contracted|undertook|vowed|estimated)"
)

# What the words mean for the thing they govern; within a status the longer reading is listed first.
BEFORE: Final[tuple[tuple[Status, tuple[str, ...]], ...]] = (
    (
        Status.DENIED,
        (
            (
                rf"(?:do|does|did|has|have|had|will|would|can|could|should|{_BE}){_ADVERB} {_NOT}"
                rf"(?: be| been| yet| currently| presently| now)?(?: {_INTEND}(?: that)?(?: to| on)?)?(?: be)?"
            ),
            (
                rf"(?:do|does|did|has|have|had|would|ca|could|should|is|are|was|were|wo)n['’]t"
                rf"(?: be| been| yet)?(?: {_INTEND}(?: to| on)?)?(?: be)?"
            ),
            r"cannot(?: be)?",
            r"no longer(?: \w+ (?:to|on)| be| being)?",
            r"unable to(?: be)?",
            r"unsuccessful in",
            r"inability to",
            r"fail(?:s|ed|ure|ing)? to(?: be)?",
            r"no(?: \w+){0,2} (?:plans?|intentions?|intent|commitments?|obligations?|agreements?|decisions?|need|proposals?)",
            r"never(?: be| been)?",
            r"neither",
            r"nor",
            r"without(?: having)?",
            r"instead of",
            r"rather than",
            r"in lieu of",
            r"rul(?:es?|ed|ing) out",
            r"refus(?:es?|ed|al|ing) to",
            r"declin(?:es?|ed|ing) to",
            r"den(?:y|ies|ied|ying)(?: \w+){0,3} (?:that|of)",
            (
                r"(?:cancel(?:l?ed|s|l?ing|lation of)|abandon(?:ed|s|ing|ment of)?|scrap(?:ped|s|ping)?"
                r"|drop(?:ped|s|ping)|shelv(?:ed|es|ing)|call(?:ed|s|ing) off|withdr(?:ew|awn|aws?|awing|awal of)"
                r"|revers(?:ed|es|ing)|rescind(?:ed|s|ing)|reject(?:ed|s|ing)?|vot(?:ed|es?|ing) against"
                r"|decid(?:ed|es|ing) against|elect(?:ed|s|ing) not to|decid(?:ed|es|ing) not to|chos(?:e|en) not to"
                r"|agree(?:d|s|ing)? not to|halt(?:ed|s|ing)|terminat(?:ed|es|ing|ion of)|avoid(?:ed|s|ing)?|averted|prevent(?:ed|s|ing)?)"
            ),
            r"not to(?: be)?",
            r"no(?: further| additional| new| other| more)?$",
        ),
    ),
    (
        Status.POSSIBLE,
        (
            r"may(?: also| yet| eventually| ultimately| soon| be| have| not| seek to| elect to| choose to| need to| have to| consider)*",
            r"might(?: also| yet| eventually| be| have| not| seek to| need to| consider)*",
            r"could(?: also| eventually| ultimately| potentially| be| have| possibly| lead to| result in)*",
            r"would(?: also| then| eventually| likely| be| have| not| require| involve| allow \w+ to| enable \w+ to)*",
            r"can(?: also| be)*",
            r"should (?:it|the|we|they|this|these|any|such|its|our)",
            (
                r"(?:explor(?:es?|ed|ing)|consider(?:s|ed|ing)?|evaluat(?:es?|ed|ing)|stud(?:ied|ying)|(?:to|will|would|also|we|it|they|currently) stud(?:y|ies)|weigh(?:s|ed|ing)?"
                r"|investigat(?:es?|ed|ing)|contemplat(?:es?|ed|ing)|review(?:s|ed|ing)|assess(?:es|ed|ing)?"
                r"|examin(?:es?|ed|ing)|discuss(?:es|ed|ing)|look(?:s|ed|ing)? (?:at|into|for))"
                r"(?: (?:the|a|an|its|our|their|whether|strategic|various|possible|potential|alternatives?|options?|possibilit(?:y|ies)|opportunit(?:y|ies)|feasibility|sites?|locations?|proposals?|plans?|ways?|of|for|to|including|such|as))*"
            ),
            r"consideration of|in talks|in discussions|in negotiations|negotiat(?:ing|es?|ions)(?: \w+){0,4}",
            r"in (?:preliminary|early|advanced|exclusive|active) (?:talks|discussions|negotiations)",
            r"whether(?: or not)?(?: to)?",
            r"if",
            r"unless",
            r"in the event (?:that|of)",
            r"in case",
            r"provided that",
            r"assuming",
            r"contingent (?:up)?on",
            r"(?:the )?(?:possib(?:le|ly|ility of)|potential(?:ly)?|hypothetical(?:ly)?|conceivabl[ey]|perhaps|rumou?red)",
            r"option(?:s|al)? to|(?:the )?right to|opportunity to|ability to|able to|authority to|authorized to|permitted to|flexibility to|proposals? to|proposals? for",
            r"(?:letter|letters|memorandum|memoranda) of (?:intent|understanding)",
            r"expressed (?:an )?interest in|(?:reports?|rumou?rs?|speculation|talk) of",
            rf"(?:{_HAVE}|{_BE}|do|does|did)? ?not (?:yet |been )?(?:rul(?:e|ed|ing) out|(?:decided|determined|concluded) (?:whether|if|on|when))",
            r"threaten(?:s|ed|ing)? to",
        ),
    ),
    (
        Status.PLANNED,
        (
            r"will(?: also| now| then| soon| eventually| ultimately| continue to| be able to| begin to| again| be| have| have been| \w{3,12}ly)*",
            r"(?:'ll|’ll)(?: be)?",
            r"(?:shall|should|must)(?: be)?",
            r"(?:said|says|announced|stated|indicated|disclosed|reported|confirmed|disclosing)(?: [\w'’.,-]+){0,8} would(?: also| be| then)*",
            rf"{_BE} due to(?: be)?$",
            rf"(?:{_BE}|{_HAVE}(?: been)?){_ADVERB} {_INTEND}(?! (?:not|against)\b)(?: that| for| to| on| upon| of)?(?: (?:be|have|commence|complete|begin|start|finish))*",
            rf"{_INTEND} (?:to|on|for|that)(?: (?:be|have|begin|start|commence|complete|finish|finalize))*",
            r"(?:plans?|intentions?|decisions?|agreements?|commitments?|intent|program|programme|proposal|pact|contract|deal|goal|effort|efforts|initiative|project|need|order|orders|strategy|move|steps|time|way) (?:to|of|for|under which|that (?:will|would))(?: be)?",
            r"call(?:s|ed|ing)? for(?: the)?|provid(?:es|ing) for(?: the)?",
            r"expect(?:s|ed|ing)?|anticipat(?:es?|ed|ing)|projects|envisions?|foresees?",
            r"plan(?:s|ning)(?! (?:that )?(?:was|were))",
            r"(?:previously )?(?:planned|proposed|pending|intended|scheduled|upcoming|forthcoming|anticipated|expected|future(?![,.;:])|impending|eventual|prospective)",
            r"postpon(?:ed|es|ing)|delay(?:ed|s|ing)|deferr(?:ed|ing)|push(?:ed|es|ing) back",
            r"approv(?:ed|es|al of|al for|al to)|authoriz(?:ed|es|ation to)",
            r"(?:announc(?:ed|es|ing)|unveil(?:ed|s|ing)) (?:its |their |his |her )?(?:plans?|intentions?|intent)(?: (?:to|for|of))?",
            r"(?:definitive |binding |purchase |sale |merger |preliminary )*agreement(?:s)?(?: (?:to|for|under which|pursuant to which|with))",
            r"subject to",
            r"look(?:s|ed|ing)? forward to(?: (?:see|witness|continu|celebrat)ing)?",
            r"pending",
            r"ahead of|in preparation for|in advance of|in anticipation of|preparations for|awaiting|pursu(?:e|es|ing)",
            r"going to(?: be)?|look(?:s|ing) to",
            r"to(?: be| have)?$",
            r"to (?:begin|start|commence|complete|finalize|finish|continue)(?: the| to)?$",
        ),
    ),
    (
        Status.IN_PROGRESS,
        (
            r"in the (?:process|midst|middle|course) of",
            (
                rf"{_BE}{_ADVERB} (?:proceeding|continuing|undergoing|implementing|executing|carrying out|beginning|starting|completing|finalizing|working on|engaged in|building|constructing|phasing|winding|moving forward|progressing)"
                r"(?: (?:with|on|to|of|the|its|our|their|a|an))*"
            ),
            r"(?:has|have|had|having|'ve|’ve)?(?: (?:already|now|recently|just|also))? ?(?:begun|began|begins|begin|started|starts|commenced|commences|initiated|initiates|undertaken|embarked on)(?: (?:the|its|our|a|an|to|work on|on))*(?! with)",
            r"continu(?:es?|ed|ing)(?: (?:to|with|the|its))*",
            r"ongoing|on-going|underway|under way",
            r"(?:is|are) on schedule (?:to|for|with)|progress (?:on|in|toward|towards|with)|work(?:ing)? (?:on|to|toward)",
        ),
    ),
    (
        Status.ACTUAL,
        (
            r"(?:has |have |had |having |was |were |been )?(?:completed|completes|concludes|finished|concluded|finalized|finalised|consummated|accomplished|effected|carried out|executed|wrapped up)(?! (?:(?:a|an|its|the|definitive) )*(?:agreement|contract|letter))(?: (?:the|its|our|their|previously|announced|planned|a|an|of))*",
            r"(?:the )?(?:completion|conclusion|consummation|finalization) of|(?:clos(?:es|ed|ing)|closure) (?:on|of) (?:the |its |our )?(?=(?:acquisition|purchase|sale))",
            r"succe(?:ssfully|eded in)|managed to",
            r"(?:was|were|been) (?:forced|obliged|compelled|able) to(?: be)?",
        ),
    ),
)

# Stands right before a noun and settles that it has happened, whatever governs the sentence.
RECENT: Final = (
    r"(?:(?:most )?recent(?:ly)?|newly|previous(?!ly announced|ly planned|ly proposed)(?:ly)?|prior|earlier|completed"
    r"|successful|last (?:year|month|quarter|week|fall|spring|summer|winter)(?:['’]s)?"
    r"|(?:19|20)\d\d|(?:january|february|march|april|june|july|august|september|october|november|december)"
    r"(?: (?:19|20)\d\d)?)(?: (?!to\b|the\b)[\w-]+)?"
)

# Said of a noun that stands before the cue: "the move is expected to", "the sale was called off".
AFTER: Final[tuple[tuple[Status, tuple[str, ...]], ...]] = (
    (
        Status.DENIED,
        (
            r"(?:was|were|has been|have been|had been|is|are|being)(?: \w+ly)? (?:cancel+ed|untrue|false|unfounded|inaccurate|incorrect|called off|abandoned|scrapped|terminated|shelved|rejected|withdrawn|dropped|rescinded|halted|blocked|voted down|denied)",
            rf"(?:did|does|do|will|would|has|have|was|were|is|are|could|can){_ADVERB} (?:{_NOT}|never)",
            r"(?:didn|doesn|won|hasn|wasn|isn|couldn)['’]t",
            r"cannot|never|no longer|failed to|fell through|collapsed",
        ),
    ),
    (
        Status.POSSIBLE,
        (
            r"may|might|could|would",
            r"(?:is|are|was|were|remains?) (?:\w+ )?(?:being )?(?:under (?:consideration|review|study|evaluation)|considered|contemplated|possible|uncertain|discussed|explored|studied|evaluated|reviewed)",
        ),
    ),
    (
        Status.PLANNED,
        (
            r"will|shall|'ll|’ll",
            r"(?:is|are|was|were|has been|have been|remains?)(?: \w+ly)? (?:expected|anticipated|scheduled|planned|slated|due|set|targeted|proposed|subject|projected|intended|on (?:track|schedule)|to (?:be|begin|start|take|commence)|conditioned|contingent|dependent|pending|delayed|postponed|deferred|approved)",
            r"(?:expected|scheduled|slated|planned|set|due|anticipated|projected|targeted) (?:to|for|in|by|at|on)",
            r"(?:remains |which is |is |are |,? ?)?subject to",
            r"begins|starts|takes effect|becomes effective|requires",
        ),
    ),
    (
        Status.IN_PROGRESS,
        (
            r"(?:is|are|was|were|has been|remains?)(?: \w+)? (?:under ?way|in progress|ongoing|on-going|proceeding|progressing|continuing|being (?:carried out|implemented|completed|phased in)|well advanced|advancing|nearing completion|nearly complete|partially complete|(?:now |well )?(?:in process|under construction|at an advanced stage)|(?:now |about |approximately |more than |over |nearly |almost |roughly )*(?:\d{1,2}(?:\.\d+)?(?:%| percent)|half|two[- ]thirds|halfway) (?:complete|completed|done|finished|through))",
            r"(?:has|have|had)(?: already| now)? (?:begun|started|commenced|(?:reached|entered) (?:an? |the |its )?(?:advanced|final|late|key|next|last|early|initial) (?:stages?|phases?))|began|started|commenced|continues?|proceeds",
        ),
    ),
    (
        Status.ACTUAL,
        (
            r"(?:was|were|has been|have been|is|are)(?: \w+)? (?:completed?|finished|concluded|finalized|consummated|final|done|effected|announced|made)",
            r"closed|occurred|took place|resulted|took effect|became effective",
        ),
    ),
)

# "not only closed", "Will County", "in May": no cue at all.
PSEUDO: Final[tuple[str, ...]] = (
    r"not only",
    r"not just",
    r"not surprisingly",
    r"without (?:interruption|delay|exception|incident|disruption)",
    r"no doubt",
    r"if any",
    r"if you",
    r"(?:in|of|since|by|last|this|on|and|early|late|mid-?) may\b(?= |,|\.|$)",
    r"may \d{1,2}\b",
    r"may(?:,)? (?:19|20)\d\d",
    r"when (?:we|it|the company) (?:opened|closed|moved|acquired)",
    r"after-tax",
    r"cannot overstate",
    r"(?:the|an?|its|our|their|two|three|both) (?:recently|newly|already|just|now)[- ](?:completed|finished|concluded)",
    r"no fewer than|no less than|no more than|nothing less than",
    r"well before|long before|as expected|than expected|than anticipated|as planned|as scheduled|as previously (?:announced|planned)",
)
