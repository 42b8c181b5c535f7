"""Roles told in one plain way for every role: the noun beside the name ("the users are A and B") or the dealing that it ends."""

from __future__ import annotations

import re

from kg.mentions.parts import BEHIND
from kg.text.heads import ANY, heads

_NOUNS = {
    "customer": r"(?:customers?|clients?|(?:end )?users|tenants|subscribers)",
    "supplier": r"(?<!\bto )(?:suppliers?|vendors?|contractors?|subcontractors?|sole source|source of supply|contract manufacturers?|construction managers?)",
    "partner": r"(?:partners?|distributors?|licensees?|licensors?|collaborators?|co-owners?|sponsors)",
    "lender": r"(?:lenders?|lending banks|agent banks?|creditors)",
    "investor": r"(?:investors?|shareholders?|stockholders?|backers)",
    "competitor": r"(?:competitors?|rivals?)",
    "advisor": r"(?:underwriters?|bookrunners?|co-managers|advis[eo]rs?|counsel|auditors?|transfer agent|registrar|trustee|brokers?|information agent)",
    "regulator": r"(?:regulators?|watchdog)",
    "subsidiary": r"subsidiaries",
    "acquirer": r"(?:bidders?|buyers?|purchaser)",
    "seller": r"(?:sellers?|vendor of)",
}
_POINTS = {"partner": 4, "supplier": 5, "subsidiary": 4}
_WHICH = r" (?:of|for|in|on|to|at)(?: (?!(?:from|with|by|and|add|use|buy|find)\b)[\w’'-]+){1,5}?"
_VERB = r"(?:(?: (?:also|now|currently|today))?,? (?:is|are|was|were|include[sd]?|including|such as|like|namely|named|called|rang(?:e|es|ing) from|among them)|[,:]| [–—-])"
_DEALINGS = (
    ("customer", 5, r"\b(?:(?<!to )suppl(?:y|ies|ied|ying)|will supply|to supply) (?:both )?"),
    ("competitor", 6, r"\b(?:chose|chosen|selected|picked|preferred) [^;.]{2,60} over (?:its |the )?(?:rivals? )?"),
    ("customer", 5, r"\b(?:(?:installed|deployed|in use|used|implemented|operational|commissioned) (?:[\w-]+ ){0,3}?at|(?:in use|being used|adopted) (?:[\w-]+ ){0,3}?by)"),
    ("supplier", 5, r"\b(?:installed|implemented|fabricated) (?:[\w-]+ ){0,1}?by"),
    ("other", 4, r"\b(?:grants?|funding|funded|scholarships?) (?:[\w-]+ ){0,3}?(?:from|by|through)"),
    ("customer", 5, r"\b(?:sales|shipments|deliveries|shipped|the account of|account with) (?:[\w$’'.,%-]+ ){0,8}?(?:to|of|with)"),
    ("supplier", 5, r"\b(?:manufactured|made|built|developed|designed|written|engineered|supplied) for [\w’' ]{2,40}? by"),
    ("supplier", 4, r"\b(?:was|were|is|are|been) (?:manufactured|developed|designed|built|constructed|engineered) (?:[\w-]+ ){0,3}?by"),
    ("acquirer", 6, r"\b(?:taken private|takeover (?:bid|offer)|(?:acquisition )?proposal|tender offer|unsolicited offer) (?:[\w-]+ ){0,4}?(?:by|from)"),
    ("acquirer", 5, r"\b(?:divestiture|divestment|disposal|sale) of (?:[\w’'&-]+ ){1,8}?to"),
    ("acquirer", 6, r"\b(?:unit|business|division|subsidiary|operations|plant|stake|assets)\b[^.;]{0,30} (?:sold|divested|transferred) (?:[\w’'-]+ ){0,3}?(?:to|by)"),
    ("customer", 5, r"\b(?:(?<!note )(?<!notes )(?<!loan )(?<!loans )receivables?|amounts?|revenues?|accounts?) (?:\w+ ){0,2}?(?:from|owed by)"),
    ("customer", 4, r"\b(?:(?:went|shipped|goes) to|has been supplying|have been supplying|has supplied|have supplied)"),
    ("supplier", 5, r"\b(?:(?:is|are|was|were) (?:made|assembled|molded|cast|machined) by|rel(?:y|ies) on|materials? comes? from)"),
    ("partner", 5, r"\b(?:licensed (?:to (?:us|[\w ]{2,30}) )?by|royalt(?:y|ies) (?:\w+ ){0,2}?from)"),
    ("investor", 5, r"\b(?:activist|hedge|pension|mutual|investment) fund"),
    ("lender", 5, r"\b(?:loan|financing|facility|mortgage)\b[^.;]{0,20},? which"),
    ("subsidiary", 4, r"\b(?:operates?|conducts?|sells|trades) (?:[\w’'-]+ ){1,6}?through"),
    ("target", 5, r"\b(?:the addition|the integration|the takeover|the purchase|shareholders|stockholders) of"),
    ("subsidiary", 4, r"\b(?:its|our) (?:[\w-]+ ){0,2}(?:platforms?|units?|divisions?|operating companies)"),
    ("target", 5, r"\b(?:acquired|bought|purchased|acquisitions of) (?:[\w-]+ ){1,4}(?:firms|companies|businesses|banks|agencies)[:,]"),
    ("parent", 6, r"\b(?:spun (?:off|out) (?:from|of)|carved out of|(?:is|are|now) (?:a )?part of)"),
    ("lender", 6, r"\b(?:repa(?:id|ys?|ying|yment)|prepaid|borrowed) (?:[\w$’'.,%-]+ ){0,8}?(?:to|from)"),
    ("partner", 4, r"\b(?:optioned|licensed|assigned) (?:[\w’'-]+ ){0,8}?to"),
    ("partner", 3, r"\b(?:sponsored|co-sponsored|co-developed|jointly (?:run|owned|developed)) by"),
    ("partner", 4, r"\b(?:study|trial|programme|program|research|project|pilot)\b[^.;]{0,40} with"),
    ("advisor", 4, r"\b(?:prospectus|offering circular|prospectus supplement)\b[^.;]{0,60} from"),
    ("competitor", 5, r"\b(?:competition|compet(?:es?|ing)|competing products?) (?:[\w-]+ ){0,4}?(?:from|with|against)"),
    ("target", 5, r"\b(?:stake|minority interest|majority interest|equity interest) in"),
    ("target", 5, r"(?:%|\bpercent) (?:[\w-]+ )?interest in"),
    ("advisor", 6, r"\b(?:transfer agent|registrar|auditors?) from(?: [^.;]{3,60} to)?"),
    ("investor", 6, r"\b(?:equity line|subscription facility|drawdown facility|draw-down facility|standby equity)\b[^.;]{0,40} with"),
    ("partner", 5, r"\bas (?:an? |the |its |our )?(?:[\w-]+ ){0,3}(?:distributors?|dealers?|resellers?),? and"),
    ("other", 9, r"\bdonat(?:es?|ed|ing|ions?)\b[^.;]{0,60} to|\b(?:proceeds|portion|percent|funds raised|campaign)\b[^.;]{0,60} (?:(?:will|to) )?(?:benefit(?:s|ed|ing)?|support(?:s|ed|ing)?|go(?:es)? to)"),
    ("acquirer", 9, r"\b(?:sells?|selling|sold|divest(?:ed|s|ing)?|sale of|transferred) [^.;]{0,50}\b(?:mill|plant|business(?:es)?|division|unit|operations|assets|stores|branches|subsidiary|interests?|stake|facility|property|portfolio|segment|brands?|building|mines?|rights|line)\b[^.;]{0,60} to"),
    ("supplier", 6, r"\bsent for (?:\w+ ){1,3}to|\b(?:samples?|sampled|data|cores?|specimens?)\b[^.;]{0,60} (?:sent|submitted|delivered|shipped|transported)[^.;]{0,40} to"),
    ("advisor", 5, r"\b(?:consultants?|counsel|legal team|attorneys?|lawyers?|auditors?) (?:from|at|with|of)"),
    ("partner", 5, r"\b(?:alongside|(?:developed|owned|built|operated) (?:jointly )?with)"),
    ("supplier", 4, r"\b(?:engineers?|geologists?|technicians?|crews?|drillers?) (?:from|of|with)"),
    ("supplier", 4, r"\b(?:assays?|tests?|analys[ei]s|work|drilling|construction|maintenance|manufacturing|packaging)\b (?:is|are|was|were|will be|being|been) (?:[\w-]+ ){0,2}?(?:performed|conducted|carried out|completed|handled|done) by"),
    ("parent", 5, r"\bowned by (?:[\w-]+ ){0,3}(?:funds?|affiliates|entities|accounts|vehicles) (?:[\w-]+ (?:and )?){1,3}(?:by|with)"),
    ("investor", 5, r"\bbacked by (?:[\w-]+ ){0,3}(?:funds?|affiliates|entities|accounts|vehicles) (?:[\w-]+ (?:and )?){1,3}(?:by|with)"),
    ("supplier", 5, r"(?:\band|,) (?:built|constructed|designed|engineered|manufactured|fabricated) by"),
    ("supplier", 5, r"\b(?:made|manufactured|produced|processed|assayed|packaged|tested) under contract by"),
    ("customer", 6, r"\b(?:agency of record|preferred supplier|sole supplier|exclusive supplier|exclusive provider|supplier of choice) (?:for|to|of)"),
    ("investor", 6, r"\b(?:round|financing|funding|placement|Series [A-F])\b[^.;]{0,60} (?:co-)?led by"),
    ("investor", 6, r"\b(?:transferred|placed|allotted|sold)\b[^;]{0,40}(?:per ?cent|%)[^;]{0,60}\b(?:capital|shares|stock|stake)\b[^;]{0,30} to"),
    ("seller", 6, r"\b(?:acqui\w+|purchas\w+|bought)\b[^;]{3,100} from the (?:[\w-]+ ){1,4}"),
    ("advisor", 5, r"\b(?:study|report|assessment|estimate|analysis|survey|audit|valuation|appraisal|opinion)\b[^.;]{0,70} (?:prepared|authored|compiled|issued|performed|undertaken|carried out|written)[^.;]{0,60} by"),
    ("advisor", 6, r"\b(?:loan|financing|mortgage|facility)\b[^.;]{0,20} arranged (?:by|through)"),
    # Who owes money is no customer for that.
    ("counterparty", 7, r"\b(?:notes?|loans?|balances?|debts?|sums?|claims?),? (?:receivable|due|owed|owing) (?:to (?:us|it|the company) )?(?:from|by)"),
    ("counterparty", 5, r"\b(?:sued|suing|(?:lawsuit|suit|complaint|claims?|arbitration) (?:[\w-]+ ){0,4}?(?:against|by))"),
)  # fmt: skip
LEFT: tuple[tuple[str, int, frozenset[str], re.Pattern[str]], ...] = tuple(
    (role, points, heads(pattern) or ANY, re.compile(pattern + r" ?(?:the |its |our |a |an )?$", re.IGNORECASE))
    for role, points, pattern in (
        *((role, _POINTS.get(role, 6), rf"\b{noun}(?:{_WHICH}{_VERB}|(?:{_VERB})?)") for role, noun in _NOUNS.items()),
        *_DEALINGS,
    )
)
RIGHT: tuple[tuple[str, int, re.Pattern[str]], ...] = tuple(
    (role, points, re.compile(pattern, re.IGNORECASE))
    for role, points, pattern in (
        ("customer", 5, BEHIND % "(?:customers?|clients?|end users?|tenants?)"),
        ("supplier", 6, BEHIND % "(?:suppliers?|vendors?|(?:contract )?manufacturers?|(?:sub)?contractors?)"),
        ("lender", 8, r"(?: \([^()]{1,40}\))?,? (?:as |is |was )?(?:the |an? )?(?:administrative |collateral |facility )?agent (?:for|to|of) (?:its|the|our|a|their) (?:[\w-]+ ){0,3}(?:lenders|banks|bank group|syndicate|noteholders)\b"),
        ("counterparty", 6, r"(?:, (?:which|who|an?|the) (?:[^;.]|(?<=Inc)\.|(?<=Corp)\.|(?<=Co)\.|(?<=Ltd)\.){3,90},)? (?:was|were|is|are) (?:also )?named (?:also )?(?:as )?(?:an? )?(?:co-)?defendants?\b"),
        ("lender", 12, r"(?: \([^()]{1,40}\))?,? (?:(?:is|are|was|were|has|have|will|also) )*(?:act(?:s|ed|ing)?|serv(?:es?|ed|ing)|as)(?: as)? (?:[\w’'-]+ ){0,6}?(?:(?:administrative|syndication|documentation|collateral|facility|co-) ?agents?|arrangers?|co-agents?)\b"),
        ("advisor", 6, r"(?: \([^()]{1,40}\))? (?:is|are|was|were) (?:also )?(?:[\w’'-]+ ){0,3}?(?:(?:bankruptcy|restructuring|legal|special|outside|tax) counsel|financial advis[eo]rs?|(?:transfer|placement|claims|sales|paying|information|exchange|escrow) agent|(?:indenture )?trustee|(?:independent )?auditors?|underwriters?|registrar)\b"),
        ("advisor", 7, r"(?:, [^;:.]{3,70})?,? (?:has|have|was|were|had) (?:also )?(?:been )?(?:retained|engaged|hired) (?:by (?:[\w’'-]+ ){1,4})?to (?:assist|advise|help|explore|evaluate|represent)\b"),
        ("advisor", 6, r",? (?:has |have |also )*(?:rendered|delivered|provided|issued|gave) (?:an? |its )?(?:[\w-]+ ){0,3}(?:opinions?|valuation|appraisal|legal advice)\b"),
        ("other", 3, r",? (?:has |have |also )*(?:contributed|donated|pledged|gave|granted) (?:an? |its )?(?:[$€£]|[A-Z]{2}\$|[\d.]+ (?:million|acres))"),
        ("investor", 5, r",? (?:an? |the )?(?:[\w-]+ ){0,3}(?:holders?|owners?) of (?:(?:approximately|about|some|nearly|over|more than) )?[\d.]+ ?(?:%|percent) of\b"),
        ("investor", 5, r",? (?:also |currently |now |beneficially )*(?:owns?|owned|holds?|held) (?:(?:approximately|about|some|nearly|over|more than) )?[\d.]+ ?(?:%|percent) of (?:the company|our|its|the outstanding|the issued|the common)\b"),
        ("lender", 5, r" (?:holds?|held) (?:[\w$.,-]+ ){0,3}?(?:convertible |promissory |senior )*(?:notes?|debentures?)\b"),
        ("customer", 4, r",? (?:has |have |will |today )*(?:leased?|leases|signed (?:an? |its )?(?:[\w-]+ ){0,3}lease|renewed its lease|occupies|occupy|pre-?leased)\b(?! to\b)"),
        ("acquirer", 6, r"[’']s? (?:\([^()]{1,30}\) )?(?:[\w-]+ ){0,2}(?:unsolicited|takeover|tender|hostile|non-binding)\b[^.;]{0,50}\b(?:proposal|offer|bid)\b"),
        ("supplier", 4, r",? (?:for|on|covering) (?:the )?(?:construction|building|installation|fabrication|refurbishment) of\b"),
        ("advisor", 6, r" arranged the (?:[\w-]+ ){0,3}(?:loan|financing|mortgage|facility)\b"),
        ("target", 6, r",? (?:will|would|to|has|have|is expected to)? ?(?:become|became|becoming) (?:an?|the) (?:[\w-]+ ){0,3}(?:subsidiary|part|division|unit)\b"),
        ("customer", 5, r",? (?:has |have |will )?(?:tak(?:e|es|en)|took) delivery\b"),
        ("customer", 6, r" among (?:its|our|their) (?:[\w-]+ ){0,3}(?:customers|clients|users)\b"),
        ("supplier", 8, r",? (?:(?:is|was|has been|will be|will serve as|served as|serves as|acted as|as|to be) )?(?:the |our |its |an? )?(?:[\w-]+ ){0,2}(?:contractor|construction manager|builder|sole source|contract manufacturer)\b"),
        ("advisor", 6, r",? (?:(?:is|are|was|were) )(?:(?:the|sole|exclusive|joint|lead|our|its) ){0,3}(?:legal|financial|tax)? ?(?:advis[eo]rs?|counsel|underwriters?|bookrunners?|transfer agent)\b"),
        ("counterparty", 5, r",? (?:has |have )?(?:sued|accused)\b"),
        ("target", 6, r", which (?:\w+|the company) (?:\w+ )?(?:acquired|bought|purchased|acquires)\b"),
        ("investor", 5, r",? (?:has |have |now |had )*(?:built|holds?|held|own(?:s|ed)?|disclosed|took|taken|raised) (?:an? |its )?(?:[\w.%-]+ ){0,3}?(?:position|stake|holding|of the (?:shares|stock|common|outstanding))\b"),
        ("partner", 4, r" (?:has |have |will |to )?(?:distribut|market|resell)(?:e|es|ed|s)?\b"),
    )
)  # fmt: skip
APPOSED = re.compile(
    r"(?: \([^()]{1,60}\))?, (?:an?|the|one of|which|who|based|headquartered|part of)\b[^,;.()]{3,90},"
)
OWNED = re.compile(r"\b(?:its|our|their) $", re.IGNORECASE)
BRANCH = re.compile(r" (?:subsidiary|affiliate)\b")
_KINDS = {
    "customer": "customers|clients",
    "supplier": "suppliers|vendors",
    "partner": "partners|distributors|licensees|dealers",
    "competitor": "competitors|rivals",
    "lender": "lenders|creditors",
    "investor": "investors|shareholders|stockholders|backers",
    "subsidiary": "subsidiaries|divisions|(?:[A-Z][\\w’'&]*(?: &)? ){1,3}companies",
}
MANY = (
    ("partner", re.compile(r",? (?:are|were|is) among the first (?:to|\w+ing)\b")),
    *(
        (
            role,
            re.compile(
                rf",? (?:are|were|have been) (?:(?:all|among|its|our|the|of|main|major|new|key|long-time) ){{0,4}}(?:{nouns})\b"
            ),
        )
        for role, nouns in _KINDS.items()
    ),
)  # said of all of a list
