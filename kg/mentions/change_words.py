"""The verbs and nouns of taking and leaving a post, once for every frame that tells with them of a change.

Each is a group for a pattern that ignores case: `CHOSEN` stands behind "has been", `CHOOSES` before the person,
`CHOICE` before "of" or behind "Lee's"; the words of leaving likewise.
"""

from __future__ import annotations

from typing import Final

_BROUGHT = r"(?:in|on(?: board)?|aboard|back)"

CHOSEN: Final = (
    r"(?:re-?)?(?:appointed|named|elected|promoted|elevated|advanced|hired|selected|chosen|picked|tapped|recruited|designated|installed|"
    rf"confirmed|engaged|retained|added|welcomed|brought {_BROUGHT})"
)
CHOOSES: Final = (
    r"(?:re-?)?(?:appoint(?:s|ed|ing)?|nam(?:es?|ed|ing)|elect(?:s|ed|ing)?|promot(?:es?|ed|ing)|elevat(?:es?|ed|ing)|hir(?:es?|ed|ing)|select(?:s|ed|ing)?|"
    r"cho(?:oses?|se|sen|osing)|pick(?:s|ed|ing)?|taps?|tapped|tapping|recruit(?:s|ed|ing)?|designat(?:es?|ed|ing)|install(?:s|ed|ing)?|"
    rf"engag(?:es?|ed|ing)|approv(?:es?|ed|ing)|add(?:s|ed|ing)?|welcom(?:es?|ed|ing)|introduc(?:es?|ed|ing)|turn(?:s|ed|ing)? to|br(?:ings?|ought|inging) {_BROUGHT})"
)
CHOICE: Final = (
    r"(?:re-?)?(?:appointments?|naming|elections?|promotions?|elevation|hir(?:es?|ings?)|selection|recruitment|designation|installation|confirmation|"
    r"engagement|addition|arrival|return)"
)

_TENURE = r"(?:(?:his|her|their|the) (?:[\w-]+ ){0,3}(?:tenure|service|employment|term|duties|post|position|role|responsibilities|career)|[\w-]+ years? (?:of service|with|at))"
_ONWARD = r"(?:other|new|personal|outside|different|entrepreneurial|private|additional|external|another|his own|her own|an?|his|her|academic|philanthropic)"
_FIRM = r"(?:the |our )?(?:company|firm|bank|group|business|organization|organisation|board|corporation|team)"
_NEXT = r"(?:another|an?|other|new|pursue|his|her|become|join|lead|start)"

LEAVE: Final = (
    r"(?:retire|resign|step (?:down|aside|away|back)|leave|depart|quit|exit|part ways|pursue "
    rf"{_ONWARD} [\w-]+|move on(?! to the)|(?:conclude|end|finish|complete|vacate|relinquish|give up) {_TENURE}|separate from {_FIRM}|transition (?:out of|away from)|(?:not|no longer) continue)"
)
LEAVES: Final = (
    r"(?:retires|resigns|steps (?:down|aside|away|back)|leaves|departs|quits|exits(?! the (?!company|firm|bank|group|board))|parts ways|moves on|"
    rf"(?:concludes|ends|vacates|relinquishes|gives up) {_TENURE})"
)
LEAVING: Final = (
    rf"(?:retiring|resigning|stepping (?:down|aside|away|back)|leaving|departing|quitting|exiting|parting ways|moving on(?= to {_NEXT}\b)|"
    rf"(?:concluding|ending|vacating|relinquishing|giving up) {_TENURE}|pursuing {_ONWARD} [\w-]+|transitioning (?:out of|away from))"
)
LEFT: Final = (
    rf"(?:resigned|retired(?= (?:as|from|in|at|on|effective|after|last|earlier|today|this|to|following)\b|[,.;]|$)|stepped (?:down|aside|away|back)|left|departed|quit|exited(?! the (?!company|firm|bank|group|board))|parted ways|moved on(?= to {_NEXT}\b)|"
    rf"(?:concluded|ended|vacated|relinquished|given up|gave up) {_TENURE}|separated from {_FIRM}|ceased to)"
)
SENT_AWAY: Final = r"(?:terminated|dismissed|ousted|fired|removed|relieved|let go|forced out)"
LEAVE_TAKING: Final = r"(?:resignations?|retirements?|departures?|dismissal|removal|ouster|exit|firing|termination)"
# The change first, its holder last: "Joining Alder as treasurer is Ann Lee", "Named to the post of treasurer was Ann Lee".
INVERTED: Final = (
    r"(?:^|[.;:] )(?:Also )?(?:(?:J|Rej|j|rej)oining|(?:A|Newly a)ppointed|Named|Elected|Promoted|Hired|Taking (?:over|on|up|the helm|charge)|Stepping in(?:to)?|Stepping up|Assuming|Succeeding|Replacing|Filling|Returning|Moving)"
    r"\b[^.;:]{0,90}? (?:as|to|of|for|into) (?:(?:the|our|its|an?|new|newly created|position|role|post|office|title|rank|of) )*$"
)
INVERSIONS: Final = frozenset({" is ", " was ", " are ", " were ", " will be "})
