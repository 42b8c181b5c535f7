"""The wordings of lasting ties, as rules over annotated sentences.

Each rule's fields: relation, subject and object (a slot or group of the pattern, or "home": the
company that speaks), and `tie` where the words fix the status themselves.
"""

from __future__ import annotations

from kg.text.patterns import Rule, Rules

_ONE = r"{org}(?: ?\([^)]{1,40}\))?"
_LIST = rf"{{org}}(?: ?\([^)]{{1,40}}\))?(?:(?:(?:, an? [^,;.]{{1,60}}?)?, {_ONE}){{0,7}}(?:, an? [^,;.]{{1,60}}?)?,? (?:and|or|&) {{org}})?"
_WHOSE = r"(?:\bits|{our}|{owner:org}(?:['\u2019]s?)?)"
_OWN = r"(?:wholly[- ]owned |majority[- ]owned |newly formed |U\.S\. |[\w-]+ ){0,3}"
_ADVICE = (
    r"(?:exclusive |sole |lead |joint |co-|independent |outside |legal |financial |strategic |tax |special |U\.?S\.? |"
    r"corporate |investor relations |public relations |M&A |placement |and )*"
    r"(?:advis[eo]rs?|counsel|auditors?|accountants?|underwriters?|book-?running managers?|bookrunners?|managers?|"
    r"placement agents?|transfer agent|distribution agent|information agent|agents?|consultants?|dealer managers?|bankers?|"
    r"{post:title})"
)


def _rule(name: str, relation: str, subject: str, target: str, pattern: str, *triggers: str, tie: str = "") -> Rule:
    fields: dict[str, object] = {"relation": relation, "subject": subject, "object": target, "tie": tie}
    return Rule(f"relations/{name}", pattern, triggers, fields)


_OWNERSHIP = [
    _rule("subsidiary-apposition", "subsidiary-of", "s", "o",
          rf"{{s:org}},? (?:\([^)]{{1,40}}\),? )?(?:(?:which )?(?:is|was) )?(?:now |itself |also )?an? {_OWN}(?:subsidiary|unit|division|affiliate company|business unit|business) of {{o:org|we}}",
          "subsidiary", "unit", "division", "business", "affiliate"),
    _rule("subsidiary-it", "subsidiary-of", "home", "o",
          rf"^It is (?:now |also )?an? {_OWN}(?:subsidiary|unit|division) of {{o:org}}", "subsidiary", "unit", "division"),
    _rule("subsidiary-possessive", "subsidiary-of", "s", "o",
          rf"{{o:org|our}}(?:['\u2019]s?)? {_OWN}(?:subsidiary|subsidiaries|unit|division),? (?P<s>{_LIST})", "subsidiar*", "unit", "division"),
    _rule("subsidiary-its", "subsidiary-of", "s", "owner",
          rf"{_WHOSE} {_OWN}(?:subsidiary|subsidiaries),? (?P<s>{_LIST})", "subsidiar*"),
    _rule("subsidiary-named-business", "subsidiary-of", "s", "o", r"{s:org},? an {o:org}(?: \([^)]{1,40}\))? (?:business|company|subsidiary|brand)\b", "business", "company", "subsidiary", "brand"),
    _rule("subsidiary-compound", "subsidiary-of", "s", "o", r"{o:org|our}(?:['\u2019]s?)? {s:org} (?:subsidiary|unit|division)\b", "subsidiary", "unit", "division"),
    _rule("parent-of", "subsidiary-of", "s", "o",
          rf"{{o:org}}(?: \([^)]{{1,60}}\))?(?:, [^;]{{0,60}}?)?,? (?:is )?(?:the |a )?(?:parent|holding) (?:company|corporation|organization)? ?(?:of|for) (?P<s>{_LIST})", "parent", "holding"),
    _rule("which-owns", "subsidiary-of", "s", "o", rf"{{o:org}},? which (?:wholly )?owns (?P<s>{_LIST})", "owns"),
    _rule("wholly-owned", "subsidiary-of", "s", "o", r"{s:org},? (?:which )?(?:is|was) (?:wholly|majority)[- ]owned by {o:org|we}", "owned"),
    _rule("remain-subsidiary", "subsidiary-of", "s", "o",
          rf"(?P<s>{_LIST}) will (?:become|continue|remain|operate|be operated|continue to (?:be|operate|be operated))(?: as)? ..3 (?:subsidiary|subsidiaries|units?|divisions?) of {{o:org|we}}",
          "subsidiar*", "unit", "division", tie="expected"),
]

_INVESTMENT = [
    _rule("backed-by", "investor-in", "o", "s", rf"{{s:org}}(?:,| is| are)? ..2 backed by (?P<o>{_LIST})", "backed"),
    _rule("stake", "investor-in", "s", "o",
          r"{s:org|we} (?:currently |also |will |beneficially )?(?:owns?|holds?|retains?|acquired|has acquired) ..6 (?:stake|interest|shares|ownership)\b ..6 (?:in|of) {o:org}",
          "stake", "interest", "shares", "ownership"),
    _rule("sole-investor", "investor-in", "s", "home", r"{s:org} (?:was|is) the (?:sole|lead|only|largest) investor", "investor", tie="existing"),
    _rule("invested-in", "investor-in", "s", "o", r"{s:org} (?:has )?invested ..5 in {o:org|we}", "invested"),
    _rule("investor", "investor-in", "s", "o", r"{s:org},? (?:is )?(?:an?|the) (?:\w+ ){0,3}(?:investor in|shareholder of|shareholder in|stockholder of) {o:org|we}", "investor", "shareholder", "stockholder"),
    _rule("round-led", "investor-in", "s", "home", rf"\b(?:round|financing|placement|investment) (?:was |is )?(?:co-)?led by (?P<s>{_LIST})", "led", tie="existing"),
    _rule("round-joined", "investor-in", "s", "home",
          rf"\b(?:round|financing|placement|investment) ..10 (?:and included|(?:with|included) (?:the )?participation (?:from|by|of)) (?P<s>{_LIST})",
          "participation", "included", tie="existing"),
    _rule("venture-parents", "investor-in", "s", "o",
          r"{o:org},? (?:is |a |an ){1,2}(?:[\w-]+ ){0,4}joint venture (?:between|of) (?P<s>{org}(?: \([^)]{1,60}\)){0,2} and {org})",
          "venture", tie="existing"),
    _rule("joint-venture", "partner-of", "s", "o", r"joint venture (?:between|of|with) {s:org|we}(?: \([^)]{1,60}\)){0,2} and {o:org}", "venture"),
]

_ALLIANCE = [
    _rule("partnered", "partner-of", "s", "o",
          r"{s:org|we} (?:has |have |is |are )?(?:also |recently |today )?(?:partner(?:s|ed|ing)|team(?:s|ed|ing) up|collaborat(?:es|ed|ing)|join(?:s|ed) forces) (?:up )?with {o:org|we}",
          "partner*", "team*", "collaborat*", "forces"),
    _rule("partnership-with", "partner-of", "s", "o",
          r"{s:org|we} ..8 (?:strategic |long-term |global |exclusive |commercial |multi-year )*(?:partnership|alliance|collaboration|joint venture)(?: agreement)? with {o:org|we}",
          "partnership", "alliance", "collaboration", "venture"),
    _rule("partnership-home", "partner-of", "owner", "o",
          rf"{_WHOSE} (?:\w+[ -]){{0,3}}(?:partnership|alliance|collaboration|joint venture)(?: agreement)? with {{o:org}}",
          "partnership", "alliance", "collaboration", "venture"),
    _rule("partnership-between", "partner-of", "s", "o",
          r"(?:partnership|alliance|collaboration) between {s:org|we}(?: \([^)]{1,60}\)){0,2} and {o:org|we}", "partnership", "alliance", "collaboration"),
    _rule("partner-home", "partner-of", "o", "owner", rf"{_WHOSE} (?:\w+[ -]){{0,3}}partners?,? (?P<o>{_LIST})", "partner", "partners"),
    _rule("competitors", "competitor-of", "owner", "o", rf"{_WHOSE} (?:\w+ ){{0,3}}(?:competitors?|rivals?)(?:,| such as| including| like)? (?P<o>{_LIST})", "competitor*", "rival", "rivals"),
    _rule("competes", "competitor-of", "s", "o", r"{s:org|we} (?:directly )?competes? with {o:org|we}", "compete", "competes"),
    _rule("licensee", "licensee-of", "s", "o",
          r"{s:org|we} (?:has |have )?(?:licen[sc]es|licen[sc]ed|in-licensed|exclusively licensed|obtained an? ..3 licen[sc]e|acquired an? ..3 licen[sc]e) ..10 from {o:org|we}",
          "licens*", "licenc*", "in-licensed"),
    _rule("license-granted", "licensee-of", "o", "s", r"{s:org|we} (?:has |have )?(?:granted|licensed) {o:org|we} ..6 (?:licen[sc]e|rights)", "licens*", "licence", "granted"),
    _rule("distributor", "distributor-of", "s", "o",
          r"{s:org|we},? (?:is |an? |the |as ){0,3}(?:\w+ ){0,3}(?:distributor|reseller|dealer) (?:of|for) {o:org|our|we}", "distributor", "reseller", "dealer"),
    _rule("distributor-home", "distributor-of", "s", "owner",
          rf"{{s:org}}, (?:an?|the|{_WHOSE}) (?:\w+ ){{0,3}}(?:distributor|reseller)(?! (?:of|for)\b)", "distributor", "reseller"),
    _rule("distribute-agreement", "distributor-of", "s", "o",
          r"{s:org|we} (?:has |have )?(?:signed|entered into) an? ..4 with {o:org} (?:to|under which it will) (?:distribute|resell)", "distribute", "resell"),
    _rule("businesses", "subsidiary-of", "s", "home",
          rf"\b(?:businesses|operating companies|subsidiaries)(?: ?[\u2013\u2014:,-]+| such as| including|, including|, such as| are) (?P<s>{_LIST})",
          "businesses", "companies", "subsidiaries"),
    _rule("distribute-for", "distributor-of", "s", "o",
          r"{s:org} (?:will|has agreed to|to) (?:\w+ )?(?:distribute|resell) {o:org|our}(?:['\u2019]s?)?\b", "distribute", "resell"),
    _rule("supplier", "supplier-of", "s", "owner", rf"{_WHOSE} (?:\w+ ){{0,3}}(?:suppliers?|vendors?),? (?P<s>{_LIST})", "supplier", "suppliers", "vendor", "vendors"),
]

_SERVICE = [
    _rule("advised", "advisor-to", "s", "o",
          rf"(?<!\bto )(?<!\bfor )(?P<s>{_LIST})(?:,? (?:LLP|LLC))? (?:is|are|was|were|has|have)? ?(?:acted|acting|served|serving|serves|acts|advised|been retained|been engaged|retained) as (?:the |its |our |an? )?{{o:org|our}}(?:['\u2019]s?)? {_ADVICE}",
          "acted", "acting", "served", "serving", "serves", "acts", "retained", "engaged"),
    _rule("advisor-to", "advisor-to", "s", "o",
          rf"(?<!\bto )(?<!\bfor )(?P<s>{_LIST}) (?:is |are |was |were |has |have )?(?:acted|acting|served|serving|serves|acts|been retained|been engaged) as (?:the |an? )?(?:\w+ ){{0,2}}?{_ADVICE}(?: [^.;]{{0,40}})? (?:to|for) {{o:org|we}}",
          "acted", "acting", "served", "serving", "serves", "acts", "retained", "engaged"),
    _rule("advisor-home", "advisor-to", "s", "home",
          rf"(?<!\bto )(?<!\bfor )(?P<s>{_LIST}) (?:is |are |was |were )?(?:acted|acting|served|serving|serves|acts) as (?:the |an? |sole |lead |exclusive )*{_ADVICE}(?! (?:to|for) )",
          "acted", "acting", "served", "serving", "serves", "acts"),
    _rule("agent-named", "advisor-to", "s", "home", rf"(?:\b(?:its|the)|{{our}}) {_ADVICE}, (?P<s>{{org}})", "agent", "counsel", "advisor", "adviser", "auditor", "auditors"),
    _rule("retained", "advisor-to", "s", "o", rf"{{o:org|we}} (?:has |have )?(?:retained|engaged|hired) (?P<s>{_LIST}),? ..6 (?:as (?:its|our|an?|the) )?{_ADVICE}", "retained", "engaged", "hired"),
    _rule("advisor-is", "advisor-to", "s", "owner", rf"(?P<s>{_LIST}) (?:is|are) {_WHOSE} {_ADVICE}",
          "counsel", "advis*", "auditor*", "agent", "underwriter*", "accountant*", "banker*"),
    _rule("lenders-led", "lender-to", "s", "home", r"(?:lenders?|bank group|banks|syndicate|bank syndicate),? (?:which (?:is|are) )?led by {s:org}", "led"),
    _rule("lender", "lender-to", "s", "o", r"{s:org} (?:has |have )?(?:provided|extended|loaned|lent|agreed to (?:provide|lend)) ..4 {o:org|we} ..10 (?:loan|credit|financing|facility)", "loan*", "lent", "credit", "financing"),
    _rule("credit-from", "lender-to", "s", "o",
          r"{o:org|we} ..12 (?:loan|credit facility|line of credit|credit agreement|revolving credit|term loan|mortgage)(?: agreement)? (?:with|from) {s:org}", "loan", "credit", "mortgage"),
    _rule("note-receivable", "lender-to", "home", "o", r"(?:note|notes|loan) receivable (?:due )?from {o:org}", "receivable"),
    _rule("successor", "successor-of", "s", "o", r"{s:org},? (?:is )?(?:the )?successor (?:company |in interest )?(?:to|of) {o:org}", "successor"),
    _rule("applied-listing", "listed-on", "s", "o", r"{s:org|we} (?:has |have )?applied to list ..10 on (?:the )?{o:org}", "applied", tie="expected"),
]

RULES = Rules([*_OWNERSHIP, *_INVESTMENT, *_ALLIANCE, *_SERVICE])
