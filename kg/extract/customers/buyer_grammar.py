"""The phrases that name or describe a buyer, a deal, a share or a good, as parts of patterns."""

from __future__ import annotations

from typing import Final

from kg.text.rules import Rule

# Nouns of those who buy, when only a description is given.
BUYERS: Final = (
    r"(?:manufacturers?|makers?|producers?|providers?|retailers?|customers?|clients?|accounts?|oems?|compan(?:y|ies)|banks?"
    r"|institutions?|operators?|utilit(?:y|ies)|carriers?|airlines?|hospitals?|distributors?|agenc(?:y|ies)|organi[sz]ations?"
    r"|contractors?|firms?|universit(?:y|ies)|corporations?|governments?|ministr(?:y|ies)|municipalit(?:y|ies)|chains?"
    r"|integrators?|insurers?|automakers?|brands?|conglomerates?|builders?|authorit(?:y|ies)|wholesalers?|resellers?"
    r"|health systems?|school districts?|publishers?|broadcasters?|processors?|refiners?|miners?|restaurants?|responders?"
    r"|laborator(?:y|ies)|physicians|clinics|schools|pharmac(?:y|ies)|dealers?|developers|farmers|growers|employers"
    r"|portals|merchants|businesses|enterprises|navy|army|air force|military|channel partners|(?:oil|energy|pharma|tech|telecom|e-commerce|industry|retail|automotive|technology|internet) (?:majors?|giants?|players?)|communities|counties|cities|dairies|(?:railway|rail|retail|hospital|automotive|energy|media|hotel|industrial|banking|insurance|utility|food|telecom|shipping) groups?"
    r"|shipyards?|(?:shipping|cruise|bus|air|rail) lines?|police forces?|credit unions?|networks? operators?|(?<=automotive )suppliers?|(?<=aerospace )suppliers?|shipbuilders?|chipmakers?|shippers?|departments?|practices|professionals|{facility})"
)
# Of a class that is served only the plural, and a few words that are many by themselves.
BUYERS_MANY: Final = (
    r"(?:[a-z-]*(?:makers|manufacturers|producers|providers|retailers|operators|carriers|lines|distributors|contractors|builders|integrators"
    r"|insurers|wholesalers|resellers|publishers|broadcasters|(?:food|meat|poultry|payment|grain|seafood|oil|gas|milk) processors|refiners|growers|farmers|employers|merchants|dealers|developers)"
    r"|oems|companies|banks|institutions|utilities|hospitals|agencies|organi[sz]ations|firms|universities|corporations|governments"
    r"|municipalities|chains|brands|authorities|health systems|school districts|miners|restaurants|responders|laboratories|physicians"
    r"|clinics|schools|pharmacies|portals|businesses|enterprises|military|customers|clients|government|retailers|hotels|casinos"
    r"|automakers|refineries|shippers|brokers|advisors|homebuilders|foundries|fabs|mills|studios|airports|ports|railroads|farms|{facility}"
    r"|communities|cities|counties|professionals|practices|dentists|veterinarians|nonprofits|landlords|advertisers|marketers|programmers|writers|technicians|metrologists|operators"
    r"|artists|videographers|musicians|photographers|engineers|architects|scientists|researchers|educators|teachers|pharmacists|surgeons|nurses"
    r"|electricians|plumbers|law enforcement|credit unions|specialists|clinicians|doctors|practitioners|installers|creators|owners|telecoms|telcos|dispensaries|fleets|departments|clientele|towns|villages|start-?ups|venues|teams|dairies|users|tenants|smbs|smes|advertisers|homeowners|lenders|traders|families|attorneys|accountants|lawyers|hobbyists|gamers|franchisees|(?:accredited|institutional|individual|high-net-worth|qualified|professional|private) investors)"
)
# A word of a description; "U.S." has full stops of its own.
_WORD: Final = r"(?:u\.s\.|u\.k\.|[^\s;:.()]+)"
NOT: Final = (
    r"(?!(?:to|from|by|with|that|which|who|has|have|had|is|was|are|were|will|would|at|on|as|than|its|our|their|in|into|via"
    r"|through|under|after|before|during|while|when|if|because|due|including|said|announced)(?![\w-]))"
    r"(?!{org}|{we}|{our}|{person})"
)
TAIL: Final = (
    r"(?: (?:of|in|based in|located in|serving|throughout|across|within) (?:(?!{date}|{period}|(?:january|february|march|april|june|july|august|september|october|november|december|fiscal|to|by|with|that|which|has|is|was|are|will|for|from|said|as|at|utili[sz]es|uses|using|has|have|today|worth|valued|totaling|placed|selected|chose|under)\b)"
    r"[^\s;:.,()]+(?:,? |$|(?=[.,;:)]))){1,8}|(?: for the [^\s;:.,()]+(?: [^\s;:.,()]+)? (?:market|industry|sector)))?"
)
# Up to the last of several nouns of buyers in a row, "restaurant chains".
BUYER_RUN: Final = rf"(?>(?: ?{BUYERS}(?!\w))+)"
DESCRIBED: Final = (
    rf"(?:(?:a|an|one|one of|another|the|several|multiple|{{count}} of|{{count}}|more than {{count}}|over {{count}}) )?(?:of )?(?:(?:the|our|its) )?"
    rf"(?:{NOT}{_WORD} ){{0,10}}?{BUYER_RUN}(?:(?:(?<=contractor)|(?<=supplier)|(?<=vendor)|(?<=distributor)) to (?:an?|the) (?:[\w-]+ ){{0,4}}?{BUYER_RUN})?{TAIL}"
)
VERBAL: Final = (
    r"(?:help|serve|support|manage|retain|accelerate|innovate|improve|meet|attract|enable|ensure|provide|reach|assist|allow|protect|grow"
    r"|expand|build|create|make|let|give|deliver|maximi[sz]e|drive|ultimately|become|increase|reduce|better|address|optimi[sz]e|connect"
    r"|bring|empower|transform|solve|boost|keep|sell|offer|develop|further|continue|use|purchase|satisfy|shareholders|stockholders|investors"
    r"|employees|share|fund|finance|acquire|promote|identify|secure|complement|strengthen|enhance|power|unlock)"
)
_PLACES = r"(?: (?:in|throughout|across|around|within) (?!(?:its|our|their)\b)(?:(?!(?:to|by|with|that|which|has|is|was|are|will|for|from|said|as|at|announced|today|through)\b)[^\s;:.,()]+(?: |$|(?=[.,;:)]))){1,8})?"
_CLASS_ENDS = (
    r"(?=[,.;:)]|$| (?:and|or|&|as|in|across|throughout|around|within|worldwide|globally|nationwide|by|through|with|to|for|on|from|at|while|who|that|which"
    r"|using|including|such|looking|seeking|operating|based)(?![\w-]))"
)
# Words that begin a new clause after "and" or a comma, not one more of those served.
_NO_ITEM = (
    r"(?![a-z]+ed (?:an?|the|its)\b)(?!(?:and|or|these|those|such|this|the (?:sale|supply|design|development|production|purchase|provision|delivery|operation|management)|helps?|helping|provid\w+|offer\w*|deliver(?:s|ing|ed)?|mak(?:es|ing)|enabl\w+|allow\w*|giv(?:es|ing)|creat\w+|operates|employs|ensur\w+"
    r"|includ\w+|leverag\w+|us(?:es|ing)|is|are|was|were|generat\w+|reduc\w+|improv\w+|increas\w+|driv(?:es|ing)|support(?:s|ing)|serv(?:es|ing)|combin\w+"
    r"|focus\w*|bring\w*|develop(?:s|ing)|manufactures|produces|sell(?:s|ing)|maintain\w*|speciali[sz]\w+|based|organi[sz]ed|supported|backed|known|led|said"
    r"|announced|today|more|other (?:important|key)|empower\w*|strengthen\w*|grow\w*|expand\w*|continu\w+|accelerat\w+|whether|whose|how|why|while|for|across|you|your|my|strengthens)\b)"
)
_ITEM = rf"{_NO_ITEM}{NOT}(?-i:(?![A-Z]\w+ [A-Z]))(?:[^\s;:.,()]+ (?:{NOT}(?!(?:or|for|across|in)\b)[^\s;:.,()]+ ){{0,4}}?)?(?:[a-z-]{{3,}}s|military|military community|government|police|{{facility}}){_CLASS_ENDS}"
# What follows the first noun of a class: further nouns, and where they are.
CLASS_TAIL: Final = (
    rf"(?:(?:,? (?:and|or|&|as well as) |, ){_ITEM}){{0,7}}(?: worldwide| nationwide| globally)?{_PLACES}"
)
_FIELD = r"(?: (?:in|within|of|across) (?:the )?(?:(?!(?:its|their|our|with|by|that|which)\b)[\w&-]+,? ){1,9}?(?:industr(?:y|ies)|sectors?|markets?|segments?|fields|verticals)(?!\w))?"
# A class of buyers, "small banks and credit unions in Ohio".
CLASS: Final = (
    rf"(?P<class>(?!(?:our|its|their|{VERBAL})\b|{{our}}|{{org}}[’'])(?:primarily |mainly |both |leading |major |principally |largely |the )*(?:small[- ]to[- ](?:mid|medium)[- ]?(?:sized?|market)? )?{_NO_ITEM}(?:(?!(?:for|across|how|helping|providing|offering|that|revolutioni[sz]ing)\b){NOT}{_WORD} ){{0,6}}?"
    rf"{BUYERS_MANY}(?!\w)(?![-’'])(?! (?:agencies|contractors|companies|providers|operators|manufacturers|customers|clients|organizations|institutions)\b)(?! (?:growth|needs|service|support|base|relations|programs?|markets?|use|settings?|environments?|sectors?|industries|industry|segments?|space|arena|bodies|officials|funding|contracts?|sources|regulations?|approvals?|projects?)\b)(?!(?<=owners) of\b)(?-i:(?=[,.;)]| [a-z&(\ue000-\uf8ff]|$)){_FIELD}(?: supporting (?:the )?{{org}}(?:,? (?:and )?(?:the )?{{org}}){{0,4}})?{CLASS_TAIL})"
)
# A public body by the place it belongs to: "the City of Calder", "U.S. Navy".
_PUBLIC = r"{place}\.?['’]s (?-i:(?:[A-Z][\w-]+ ){0,2}(?:Department|Ministry|Office|Agency|Authority|Bureau)(?: (?:of|for) (?:the )?[A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+){0,3})?)(?!\w)|{place} (?-i:(?:[A-Z][\w-]+ ){0,3}(?:Army|Navy|Command|Department|Ministry|Agency|Service|Guard|Corps|Force|Administration|Authority|Council|Commission|Bureau|Institute))(?!\w)|(?:{place} )?(?-i:(?:State )?(?:Department|Ministry|Office|Bureau|Division|Agency|Authority|City|County|Port|University)) (?:of|for) (?:the )?(?-i:[A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+){0,3})|(?:city|state|county|town|port|ministry|department|government|kingdom|province|university) of (?:the )?(?:{place}|(?-i:[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}))|(?:{place}|u\.s\.|us|federal) (?:government|navy|army|air force|military|department of defense)(?! (?:base|bases|personnel|agencies|agency|officials|contractor|contractors|contracts?|business|customers|programs?)\b)"
# A name of a list: an organisation, or a capitalised phrase where a list of buyers goes on.
_NAME = (
    rf"(?:{{org}}|{_PUBLIC}|{{title}}|(?-i:[A-Z0-9][\w&.'’+-]*(?: (?:of |de |& )?(?:[A-Z0-9][\w&.'’+-]*|{{facility}})){{0,4}})"
    r"(?=[,.;)]| ,| (?:and|or|&|among|as well|to name|in|for|with|to|at|who|which|by)(?![\w-])|$))"
)
# A buyer by name: an organisation, or capitalised words where only a name of one can stand.
NAMED: Final = (
    rf"(?:(?:(?:{{org}}|{{place}}\.?)['’]s (?={{org}}))?{{org}}|{_PUBLIC}|(?-i:(?!(?:The|Our|Its|A|An|In|This|These|Those|Phase|Fortune|Tier|Q[1-4]|New|Major|Leading|Large|Additional|Its|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|Fiscal|Class|Series|Inc|Corp|No|Excluding|Including|Besides|Other|With|Without|Since|When|While|For|From|At|On|By|To|As|We|It|Both|Each"
    r"|All|Only|Two|Three|Four|Five|Ten|One|If|After|Before|Following|Under|Sales|Revenue|Revenues|Orders|Shipments|Demand|Total|Net) )"
    r"(?:(?:St|Mt|Ft)\. )?[A-Z][\w&.'’+-]*[\w+](?: (?:(?:of|&|de|for) )?(?:[A-Z0-9][\w&.'’+-]*[\w+]|{facility})){0,5})"
    r"(?=[,.;:)]|$|['’]s?\b| (?:and|or|&|as|in|for|to|at|under|with|on|over|by|that|which|who|has|have|had|is|are|was|were|will|through"
    r"|since|during|beginning|accounted|represented|comprised|contributed|representing|accounting|comprising|exercised|range|selects?|selected|chose|placed|awarded|ordered|renewed"
    r"|terminated|cancelled|did|said|after|following|because|recently|also|each|together|remains?|became|becomes|becoming|totaling|valued|uses?|using|used|chooses|picks|picked|taps|tapped|adopts|adopted|deploys|deployed|implements|implemented"
    r"|buys|bought|purchases|purchased|signs|signed|renews|extends|extended|expands|orders|goes|went|gone|agreed|agrees|plans|intends|announced|today|reduced|informed"
    r"|notified|advised|told|expects|installs|installed|standardizes|standardized|rolls|rolled|relies|turned|turns|supplies|since|supplying|now|expired|ended|first|when"
    r"|may|continues|continued|ceased|stopped|shifted|shifts|switches|transferred|transfers|leased|decided|discontinued|moved|switched|migrated|completed|began|begins|increased|decreased|accounts|represents|hires|hired|awards|terminates|cancels|ends|declines|declined|elects|elected|opts|opted|withdraws|withdrew|gave|gives|cut|saved|boosted|improved)(?![\w-])))"
)
# The last of a list may be described only: "Ashford Foods and an undisclosed Japanese retailer". Behind a bare comma it would be an apposition.
_AND_SOME = (
    rf"(?:,? (?:and|as well as) (?:an?|another|one of the) (?:(?!(?:and|or|of)\b){NOT}{_WORD} ){{0,7}}?(?!(?:customers?|clients?)\b){BUYER_RUN}"
    r"(?: of (?:(?!(?:and|or|that|which|to|for|with)\b)[^\s;:.,()]+(?: |(?=[.,;:)]|$))){1,4})?)?"
)
# One name or several; the name stands in the pattern once, which halves the time to compile it.
ORGS: Final = rf"(?<!\w)(?![ ,])(?:(?:,? (?:and|or|&|as well as) |, )?(?:the )?{NAMED}){{1,25}}"
LIST: Final = rf"(?<!\w)(?![ ,])(?:(?:,? (?:and|or|&|as well as) | ?, )?(?:the )?{_NAME}){{1,25}}{_AND_SOME}"
ORGS_TOO: Final = ORGS + _AND_SOME
SUP: Final = r"{sup:org|we|our}(?:['’]s?)?"
HAS: Final = r"(?:has |have |had |is |are |was |were |been |being |also |recently |now |just |today |will be |to be )*"
# A buyer described and then named: "from Saudi telecom operator Brightline".
_KIND = rf"(?:(?-i:[A-Z][\w.]+(?: [A-Z][\w.]+){{0,2}})['’]s (?={{org}})|(?:a |an |the )?(?:{{place}} |(?-i:[A-Z][a-z]+) )?(?:(?-i:[a-z][a-z-]+) ){{0,4}}?(?-i:{BUYERS}),? )?"
CUST: Final = rf"(?:{_KIND}(?P<orgs>{ORGS_TOO})|(?P<desc>{DESCRIBED}))"
ONE: Final = rf"(?<!\w)(?:the )?(?P<orgs>{NAMED})"
MONEYED: Final = (
    r"(?:net |total |consolidated |gross |annual |quarterly |product |our |its |their |the |company['’]s |{whose:org}['’]s? |{our} |fiscal |overall |first |second |third |fourth |{period} |(?:19|20)\d\d |year['’]s |{date} |of |quarter['’]?s? |trade |outstanding |group |group[’']s )*(?:(?!cost|costs|expens|our|its|selling|operating)[a-z-]+ ){0,2}?"
    r"(?P<of>revenues?|sales|receivables?|accounts receivable|backlog|orders|bookings|billings|turnover|business|production|volume|rental income|base rents?|rents?)"
)
QUALIFIED: Final = r"(?P<bound>(?:approximately |about |roughly |nearly |almost |more than |over |less than |up to |at least |under |in excess of |greater than |an aggregate of |only |a combined |around |some |(?:(?:a|one)[- ](?:third|quarter|half|fifth)|half),? or )*)"
SHARE: Final = (
    rf"{QUALIFIED}{{share:percent}}(?:, (?:approximately |about )?{{share2:percent}},?)?(?: (?:and|or) (?:approximately |about )?{{share3:percent}})?"
    rf"(?P<more> or (?:more|greater|less))?,?(?: respectively,?)?(?: each)? (?:of|to) {MONEYED}"
)
_BUYER = (
    r"(?P<cust>(?<!\w)(?:no |not one |no single |no one |no {count} |one |two |three |four |five |ten |{count} |{our} |{buyerof:org}[’']s? |our |its |the |a |single |any |each |both |these |of |top |largest |largest single |"
    r"(?:(?!(?:to|from|by|with|that|which|has|have|had|is|was|are|were|will|in|on|for|and|expects?|anticipates?|believes?|estimates?|said|says|when|if|where|while)\b)[a-z-]+ )){0,7}(?:customers?|clients?|accounts?|oems?|distributors?|tenants?|lessees?)(?:,? (?:other than|besides|except(?: for)?|apart from|aside from) [^;:.]{2,60}?(?=,? (?:account|represent|exceed|compris|contribut|generat|made|ha[sd]|was|were)))?)"
)
_BUYER_TOO = "(?!no |not |none |only )" + _BUYER.replace("<cust>", "<ranked>").replace("{buyerof:", "{ranker:")
OF_WHOM: Final = rf"(?:(?:sales|revenues?|shipments|deliveries|business|billings|orders|work) (?:to|from|for|with) )?(?:(?P<orgs>{ORGS})(?:, {_BUYER_TOO})?|{_BUYER}(?: in (?:{{place}}|(?:the )?[a-z-]+ (?:industry|sector|market))(?= ))?(?:, (?P<orgs2>{NAMED})|, (?P<appos>an? [^,;:.]{{3,70}}),)?|(?P<desc>(?:a|an|one) (?:(?!(?:to|from|by|with|that|which|segment|division)\b)[a-z.-]+ ){{0,5}}(?:company|retailer|manufacturer|maker|producer|distributor|operator|utility|airline|carrier|agency|bank|automaker|contractor|customer)(?: (?:of|in) [a-z-]+(?: (?!(?:has|have|account|represent|compris|contribut)\w*)[a-z-]+){{0,3}})?))"
ACCOUNT: Final = r"(?:each |together |collectively |individually |combined |alone |now |currently |still |which |who |that |have |has |had |also |(?:(?:is|are) (?:expected|likely|projected) )?to |will |would )*(?:account(?:ed|s|ing)? for|represent(?:s|ed|ing)?|compris(?:ed|es|ing)|contribut(?:ed?|es|ing)|generat(?:ed|es|ing)|constitut(?:ed|es|ing)|made up|provid(?:ed|es)|exceed(?:ed|s)?|ma(?:k|d)es? up|(?:is|are|was|were) responsible for|were|was|totaled|(?:declin|decreas|increas)ed to|fell to|rose to|grew to|dropped to)"
CLIENTS: Final = r"(?:customers?|clients?|clientele|customer base|client base|customer list|client list|client roster|customer roster|accounts|subscribers|tenants?|tenant roster)"
ADJ: Final = (
    r"(?:(?:new|newest|existing|large|larger|(?-i:[A-Z][a-z]{2,}(?:an|ese|ish))|largest|key|valued|long-?time|long-term|long-?standing|principal|major|first|second|third|biggest"
    r"|important|top|current|former|anchor|lead|leading|single|primary|main|core|big|oldest|marquee|flagship|strategic|loyal|global"
    r"|international|domestic|commercial|industrial|enterprise|corporate|government|oem|retail|wholesale|end|potential|significant"
    r"|most|of|the|{count}|prospective|initial|launch|inaugural|founding|debut|original|other|recent|many|notable|prominent|wireless|automotive|telecom"
    r"|aerospace|medical|semiconductor|foundry|utility|charter|paying|beta|pilot),? ){0,4}"
)
# A customer that no more than its tie names, as the subject of leaving: "one of its principal customers, a maker of pumps,".
LEAVING: Final = rf"(?<![\w\ue100-\uf8ff])(?P<desc2>(?:(?:one|two|another|{{count}}) of |an? |another |{{count}} )?(?:{{our}} |our |its |the )?{ADJ}(?:customers?|clients?)(?! (?:base|service|support)\b)(?: (?:in|from) (?:the )?(?:(?!(?:has|have|had|will|is|are|and)\b)[a-z-]+(?: |(?![a-z-]))){{1,3}}(?= ))?)(?:, (?P<appos>an? [^;:.]{{4,90}}?),)?"
DEAL: Final = (
    r"(?:(?:purchase |sales |work |delivery |change )?orders?|(?:sub)?contracts?(?: awards?| extensions?| renewals?| modifications?)?|purchase commitments?"
    r"|(?:[a-z-]+ )?(?:supply|services?|sales|commercial|master services?|procurement|framework|delivery|offtake|off-take|manufacturing|production|maintenance|software|hosting|saas|subscription|outsourcing|purchase|energy|tolling|licensing and services) (?:agreements?|contracts?|arrangements?)"
    r"|task orders?|(?:long-term|multi-?year|{count}[- ]year) agreements?|design wins?|letters? of intent|statements? of work)"
)
GOT: Final = (
    r"(?:conclud(?:ed|es|ing)|receiv(?:ed|es|ing)|won|wins|winning|secur(?:ed|es|ing)|land(?:ed|s)|book(?:ed|s)|sign(?:ed|s|ing)|obtain(?:ed|s)|inked|entered into|awarded"
    r"|announc(?:ed|es|ing)|finali[sz]ed|execut(?:ed|es)|renew(?:ed|s|ing)|extend(?:ed|s|ing)|complet(?:ed|es|ing)|deliver(?:ed|s|ing)|clos(?:ed|es)|captur(?:ed|es)|(?:execution|signing|receipt|award) of|receive|win|secure|under|through|of)"
)
WORDS: Final = r"(?:(?!(?:from|which|that|said)\b)[^\s;:.]+ )"
VERBS: Final = r"(?:suppl(?:y(?! (?:contracts?|agreements?|orders?|deals?|chain|arrangements?)\b)|ies|ied|ying)|furnish(?:es|ed|ing)?|install(?:s|ed|ing)?|provid(?:e|es|ed|ing)|ship(?:s|ped|ping)?|sells?|sold|deliver(?:s|ed|ing)?|manufactur(?:e|es|ed|ing)|produc(?:e|es|ed|ing)|distribut(?:es|ed|ing|e))"
GOODS: Final = r"(?P<prod>(?:(?!(?:to|from|by|with|without|entitlement|related(?= to)|due|prior|subject|according|that|which|has|is|was|were|been|are|will|support(?!,| services)|funding(?! (?:solutions|products|services|platforms?))|financing(?! (?:solutions|products|services))|information|guidance|returns|updates|notice|value|loans?|capital(?! and [a-z]+ services\b| markets?\b)|liquidity|access|benefits?|opportunit(?:y|ies)|(?<!and )(?<!, )licenses)\b)[^\s;:.()]+ ){1,16}?)"
# What a buyer does with the goods or with who sells them, in each form of the verb.
_TOOK: Final = (
    r"select(?:s|ed)?|choos(?:e|es)|chose|picks?|picked|deploy(?:s|ed)?|install(?:s|ed)?|implement(?:s|ed)?|adopt(?:s|ed)?|order(?:s|ed)?|licen[sc]e[sd]?"
    r"|roll(?:s|ed)? out|us(?:es|ed)|utili[sz]e[sd]|engag(?:es|ed)|commission(?:s|ed)|hire[sd]|retain(?:s|ed)|tap(?:s|ped)|contract(?:s|ed) with"
)
_ONTO: Final = (
    r"(?:go(?:es)?|went|gone|going|is|are|now|running) live (?:on|with)|standardi[sz](?:es?|ed|ing) on|migrat(?:es?|ed|ing) to|switch(?:es|ed|ing)? to|upgrad(?:es?|ed|ing) to|convert(?:s|ed|ing)? to"
    r"|mov(?:es|ed) to|sign(?:s|ed) up for|subscrib(?:es?|ed|ing) to|turn(?:s|ed) to|rel(?:y|ies|ied|ying) (?:up)?on|depends? (?:up)?on|run(?:s|ning)? on|purchas(?:es|ed) from|renew(?:ed|s) with"
    r"|(?:beg(?:an|ins|un)|start(?:s|ed)) (?:using|to use|deploying|installing|rolling out)"
)
TAKING: Final = r"(?:selecting|choosing|deploying|installing|implementing|adopting|ordering|licensing|rolling out|using|utili[sz]ing|leveraging|switching to|moving to|migrating to|upgrading to|going live (?:on|with)|standardi[sz]ing on)"
TAKEN: Final = r"(?:selected|chosen|picked|deployed|installed|implemented|adopted|purchased|ordered|licensed|rolled out|used|utili[sz]ed|commissioned|specified|trusted|relied (?:up)?on|put (?:into|in) (?:use|service|operation))"
TAKING_OF: Final = r"(?:adoption|deployment|roll-?out|implementation|selection|choice|purchase|use|installation|acceptance|order|trial|pilot)"
_PLAIN: Final = r"use|deploy|install|adopt|implement|select|choose|license|roll out|utili[sz]e"
TAKES: Final = rf"(?:{_TOOK}|chosen|{TAKING}|{_ONTO}|(?<=will )(?:{_PLAIN})|(?<= to )(?:{_PLAIN}))"
TAKES_TRIGGERS: Final = "roll* began begins begun started start* select* cho* pick* tap* contract* hire* order* adopt* deploy* implement* standardi* renew* purchas* turn* use uses used using utili* install* bought rel* depend* run* live go goes went gone migrat* switch* upgrad* convert* mov* sign* subscrib* licens* licenc* leverag* engag* commission* retain*"
# What stands between a buyer and its verb: an apposition, "said it", helping verbs; of the verb in -ing "is" too.
_APART: Final = (
    r"(?: \([^()]{1,60}\))?(?:,? (?:which|who)|, (?:an?|one of|{count} of|the|its|our) [^;:.]{3,90}?,|,)? "
    r"(?:(?:today |also )?(?:announced|announces|said|says|reported|confirmed)(?: today)?(?: that)? (?:it|they) )?"
    r"(?:(?:also |today )?(?:announced plans|plans|intends|expects|has agreed|agreed|committed|contracted|decided|elected) to )?"
)
BETWEEN: Final = (
    _APART
    + r"(?:has |have |had |recently |also |will |now |today |already |successfully |currently |both |all |then |first |to )*"
)
BEING: Final = (
    _APART
    + r"(?:has |have |had |been |recently |also |will |is |are |was |now |today |already |successfully |currently |both |all |then |first |to )*"
)
TRADE: Final = (
    r"(?:restaurant|foodservice|automotive|semiconductor|aerospace|oem|utility|hospital|airline|telecom|telecommunications|medical"
    r"|pharmaceutical|mining|municipal|military|defense|banking|insurance|refinery|refining|biotech|healthcare|dairy|grocery|chemical"
    r"|marine|railroad|rail|steel|paper|packaging|wireless|cable|broadcast|education|homebuilder|agricultural|trucking|logistics)"
)
# Goods by their own name: "Beacon Vision Pro".
MADE: Final = r"(?P<made>(?-i:[A-Z][\w™®/-]*(?: (?:[A-Z0-9][\w™®-]*|{count})){0,4}))"
OWN: Final = r"(?:{own:our}|our|its|their|{own2:org}['’]s?)"


def rule(name: str, pattern: str, triggers: str, status: str = "existing") -> Rule:
    """A pattern with its triggers and how the tie stands that it tells."""
    return Rule(name, pattern, tuple(triggers.split()), {"status": status})
