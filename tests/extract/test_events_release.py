"""What holds between the sentences of a release: one happening, one event, dated and attributed as told."""

from __future__ import annotations

from kg.context.context import understand
from kg.extract import extract
from kg.model import EventClaim, Status
from kg.read.text import read_text

HEAD = "ROCHESTER, N.Y., March 3, 2021 -- "
WHO = 'Alder Instruments, Inc. (NYSE: ALD) (the "Company"), a maker of instruments,'
ABOUT = """About Alder Instruments

Alder Instruments, Inc. makes gauges, meters and scanners for laboratories and plants in forty countries.
In 1998 the Company acquired Tellmark Corporation. It employs people on three continents.
"""


def events(headline: str, *paragraphs: str) -> list[EventClaim]:
    text = "\n\n".join([headline, HEAD + paragraphs[0], *paragraphs[1:], ABOUT])
    claims = extract(understand(read_text("release.txt", text)))
    return [claim for claim in claims if isinstance(claim, EventClaim)]


def of_type(type_: str, found: list[EventClaim]) -> list[EventClaim]:
    return [event for event in found if event.type == type_]


def names(event: EventClaim, role: str) -> list[str]:
    return [part.name for part in event.participants if part.role == role]


def test_headline_and_lead_tell_one_event() -> None:
    found = events(
        "Alder Instruments Acquires Beacon Optics",
        f"{WHO} today announced that it has acquired Beacon Optics, Inc., a maker of lenses.",
    )
    (event,) = of_type("Acquisition", found)
    assert names(event, "target") == ["Beacon Optics, Inc."]
    assert str(event.date) == "2021-03-03"


def test_later_sentence_dates_the_deal() -> None:
    found = events(
        "Alder Instruments to Acquire Beacon Optics",
        f"{WHO} today announced that it has signed a definitive agreement to acquire Beacon Optics, Inc.",
        "The transaction is expected to close in June 2021, subject to customary conditions.",
    )
    (event,) = of_type("Acquisition", found)
    assert event.modality is Status.PLANNED
    assert str(event.date) == "2021-06"


def test_denied_deal_does_not_take_the_date_of_the_open_one() -> None:
    found = events(
        "Alder Instruments to Acquire Beacon Optics",
        f"{WHO} today announced that it has signed a definitive agreement to acquire Beacon Optics, Inc.",
        "Before that, Alder Instruments withdrew its offer for Corvane Systems, Inc.",
        "The transaction is expected to close in June 2021.",
    )
    dates = {event.modality: str(event.date) for event in of_type("Acquisition", found)}
    assert dates[Status.PLANNED] == "2021-06"
    assert dates[Status.DENIED] != "2021-06"


def test_investors_named_later_belong_to_the_placement() -> None:
    found = events(
        "Alder Instruments Completes Debenture Placement",
        f"{WHO} today announced that it has completed a placement of $20 million of convertible debentures.",
        "The placement was led by Pellworth Capital LLC and included Harrowgate Partners, Inc.",
    )
    (event,) = of_type("DebtFinancing", found)
    assert names(event, "investor") == ["Harrowgate Partners, Inc.", "Pellworth Capital LLC"]


def test_agents_named_later_take_part_in_the_offering() -> None:
    found = events(
        "Alder Instruments Announces Pricing of Public Offering",
        f"{WHO} today announced the pricing of an underwritten public offering of 2,000,000 shares of its common stock.",
        "Fairmont Securities, LLC and Garnet Capital Markets, Inc. are acting as joint book-running managers for the offering.",
        "Hollis Audit LLP is the auditor of the Company.",
    )
    (event,) = of_type("EquityOffering", found)
    assert names(event, "counterparty") == ["Fairmont Securities, LLC", "Garnet Capital Markets, Inc."]


def test_adviser_on_something_else_is_no_agent_of_the_offering() -> None:
    found = events(
        "Alder Instruments Announces Pricing of Public Offering",
        f"{WHO} today announced the pricing of an underwritten public offering of 2,000,000 shares of its common stock.",
        "Fairmont Securities, LLC is the manager of a fund that owns shares of Beacon Optics, Inc.",
    )
    (event,) = of_type("EquityOffering", found)
    assert names(event, "counterparty") == []


def test_both_companies_are_they() -> None:
    found = events(
        "Alder Instruments and Beacon Optics Join Forces",
        "Alder Instruments, Inc. (NYSE: ALD) and Beacon Optics, Inc. (BOI) announced today that they have entered into "
        "a strategic partnership to develop meters.",
    )
    (event,) = of_type("Partnership", found)
    assert names(event, "company") == ["Alder Instruments, Inc."]
    assert names(event, "counterparty") == ["Beacon Optics, Inc."]


def test_partners_of_the_issuer_are_one_event_each_whoever_is_the_subject() -> None:
    found = events(
        "Alder Instruments Reports News",
        f"{WHO} today spoke of its business.",
        "In January the Company formed a strategic partnership with Beacon Optics, Inc.",
        "Corvane Systems, Inc. entered into a strategic partnership with Alder Instruments in February.",
        "Beacon Optics, Inc. has entered into a strategic partnership with Alder Instruments.",
    )
    assert len(of_type("Partnership", found)) == 2


def test_participle_shares_the_time_of_its_main_clause() -> None:
    done = events(
        "Alder Instruments Reports News",
        f"{WHO} today spoke of its business.",
        "In 2020 the Company completed a review of its plants, spinning off its lens business into Beacon Optics, Inc.",
    )
    assert [event.modality for event in of_type("SpinOff", done)] == [Status.ACTUAL]
    habit = events(
        "Alder Instruments Reports News",
        f"{WHO} today spoke of its business.",
        "Corvane Systems, Inc. is a holding company, acquiring Beacon Optics, Inc. and others when it can.",
    )
    assert not of_type("Acquisition", habit)


def test_a_list_of_lenders_lends_together() -> None:
    found = events(
        "Alder Instruments Obtains Financing",
        f"{WHO} today said it has obtained a commitment for $120 million in debtor-in-possession financing from "
        "Fairmont Capital and Garnet Business Credit.",
    )
    (event,) = of_type("DebtFinancing", found)
    assert names(event, "lender") == ["Fairmont Capital", "Garnet Business Credit"]


def test_two_companies_fail_apart() -> None:
    found = events(
        "Alder Instruments Files for Chapter 11 Protection",
        f"{WHO} said today that it and eleven of its subsidiaries have filed voluntary petitions for reorganization "
        "under Chapter 11 of the U.S. Bankruptcy Code.",
        "Beacon Optics, Inc., which filed for bankruptcy in January, owed Alder Instruments $8.6 million.",
    )
    told = {tuple(names(event, "company")): str(event.date) for event in of_type("Bankruptcy", found)}
    assert told == {("Alder Instruments, Inc.",): "2021-03-03", ("Beacon Optics, Inc.",): "2021-01"}


def test_two_posts_taken_at_once_are_one_appointment() -> None:
    found = events(
        "Alder Instruments Names Credit Chief",
        f"{WHO} today announced that Robert L. Yarrow has been named Executive Vice President and Chief Risk Officer.",
    )
    assert len(of_type("Appointment", found)) == 1


def test_subject_is_carried_to_the_second_verb() -> None:
    found = events(
        "Alder Instruments Reports News",
        f"{WHO} today spoke of its business.",
        "It has idled a furnace and laid off 640 workers.",
    )
    (event,) = of_type("Layoff", found)
    assert names(event, "company") == ["Alder Instruments, Inc."]


def test_two_people_have_two_appointments() -> None:
    found = events(
        "Alder Instruments Names Directors",
        f"{WHO} today spoke of its board.",
        "Maria Tolland and James Whitcombe will become directors of the Company.",
    )
    people = sorted(name for event in of_type("Appointment", found) for name in names(event, "person"))
    assert people == ["James Whitcombe", "Maria Tolland"]


def test_board_seat_and_office_are_two_events() -> None:
    found = events(
        "Alder Instruments Elects Director",
        f"{WHO} today announced the election of Maria Tolland to its Board of Directors.",
        "Ms. Tolland will also serve as Chairman of the Audit Committee.",
    )
    assert len(of_type("Appointment", found)) == 2


def test_what_is_dated_after_the_release_is_planned() -> None:
    found = events(
        "Alder Instruments Appoints Finance Chief",
        f"{WHO} today announced the appointment of Maria Tolland as Chief Financial Officer, effective June 1, 2021.",
    )
    assert {event.modality for event in of_type("Appointment", found)} == {Status.PLANNED}


def test_effective_immediately_is_no_plan() -> None:
    found = events(
        "Alder Instruments Appoints Operations Chief",
        f"{WHO} today spoke of its management.",
        "Maria Tolland will become Chief Operating Officer, effective immediately.",
    )
    (event,) = of_type("Appointment", found)
    assert event.modality is Status.ACTUAL
    assert str(event.date) == "2021-03-03"


def test_life_story_is_no_news() -> None:
    found = events(
        "Alder Instruments Appoints Finance Chief",
        f"{WHO} today announced the appointment of Maria Tolland as Chief Financial Officer.",
        "Prior to joining Alder, Ms. Tolland was appointed treasurer of Corvane Systems, Inc.",
        "She earned a degree from a university and was promoted to controller in 2009.",
    )
    assert len(of_type("Appointment", found)) == 1


def test_about_block_is_no_news() -> None:
    found = events("Alder Instruments Reports News", f"{WHO} today spoke of its business.")
    assert not of_type("Acquisition", found)


def test_risk_warning_tells_nothing() -> None:
    found = events(
        "Alder Instruments Reports News",
        f"{WHO} today spoke of its business.",
        "Actual results could differ if the Company loses customers, defaults on its notes or is sued.",
    )
    assert not found


def test_availability_gives_way_to_the_launch() -> None:
    found = events(
        "Alder Instruments Launches Scout 5",
        f"{WHO} today announced the launch of the Scout 5 meter.",
        "The Scout 5 will be available in May 2021.",
    )
    (event,) = of_type("ProductLaunch", found)
    assert event.modality is Status.ACTUAL


def test_another_product_keeps_its_own_launch() -> None:
    found = events(
        "Alder Instruments Launches FlowMeter Mini",
        f"{WHO} today launched FlowMeter Mini, a gauge for small laboratories.",
        "FlowMeter Mini will be available in April 2021.",
        "A server version, FlowMeter NetStation, will ship in November 2021.",
    )
    dates = sorted(str(event.date) for event in of_type("ProductLaunch", found))
    assert dates == ["2021-03-03", "2021-11"]


def test_a_recall_and_a_fire_are_two_incidents() -> None:
    found = events(
        "Alder Instruments Reports News",
        f"{WHO} said today that it has recalled about 4,000 gauges.",
        "On February 2 a fire destroyed the Company's warehouse in Toledo.",
    )
    assert sorted(str(event.date) for event in of_type("Incident", found)) == ["2021-02-02", "2021-03-03"]


def test_one_more_cut_of_jobs_is_another() -> None:
    found = events(
        "Alder Instruments Reports News",
        f"{WHO} said today that it has laid off 640 workers.",
        "It expects to eliminate another 200 salaried positions by June 2021.",
    )
    assert {event.modality for event in of_type("Layoff", found)} == {Status.ACTUAL, Status.PLANNED}


def test_pronoun_sued_is_the_company_that_speaks() -> None:
    found = events(
        "Alder Instruments Comments on Suit",
        f"{WHO} today confirmed that Beacon Optics, Inc. filed a lawsuit against it on February 22, 2021.",
    )
    (event,) = of_type("Lawsuit", found)
    assert names(event, "defendant") == ["Alder Instruments, Inc."]
    assert names(event, "plaintiff") == ["Beacon Optics, Inc."]


def test_customers_listed_are_one_event_each() -> None:
    found = events(
        "Alder Instruments Reports News",
        f"{WHO} today spoke of its business.",
        "We have added two customers: one is a leading maker of pumps, and the other is a large supplier of valves.",
    )
    customers = sorted(name for event in of_type("ContractWin", found) for name in names(event, "counterparty"))
    assert customers == ["a large supplier of valves", "a leading maker of pumps"]


def test_same_release_gives_the_same_events() -> None:
    lead = f"{WHO} today announced that it has acquired Beacon Optics, Inc. and named Maria Tolland president."
    assert events("Alder Instruments Grows", lead) == events("Alder Instruments Grows", lead)


def test_deeds_told_in_a_report_bear_the_year_of_its_period() -> None:
    found = events(
        "Alder Instruments Reports Fourth Quarter Results",
        f"{WHO} today reported net income of $4.2 million for the quarter ended December 31, 2020.",
        "Sales of gauges rose, and costs fell in every region.",
        "The Company launched eight new gauges for water utilities.",
    )
    (event,) = of_type("ProductLaunch", found)
    assert str(event.date) == "2020"


def test_deeds_told_outside_a_report_stay_undated() -> None:
    found = events(
        "Alder Instruments Opens Its Doors",
        f"{WHO} today spoke of its business.",
        "Sales of gauges rose, and costs fell in every region.",
        "The Company launched eight new gauges for water utilities.",
    )
    (event,) = of_type("ProductLaunch", found)
    assert event.date is None


def test_the_day_of_the_closing_is_the_day_of_the_deal() -> None:
    found = events(
        "Alder Instruments Acquires Beacon Optics",
        f"{WHO} today announced that it has acquired Beacon Optics, Inc. The transaction closed on February 26, 2021.",
    )
    (event,) = of_type("Acquisition", found)
    assert str(event.date) == "2021-02-26"
    assert event.modality is Status.ACTUAL


def test_priced_notes_wait_for_their_closing() -> None:
    found = events(
        "Alder Instruments Prices Senior Notes",
        f"{WHO} today announced the pricing of $400 million of senior notes due 2030.",
        "The offering is expected to close on March 9, 2021.",
    )
    (event,) = of_type("DebtFinancing", found)
    assert (event.modality, str(event.date)) == (Status.PLANNED, "2021-03-09")


def test_a_loan_and_notes_are_two_financings() -> None:
    found = events(
        "Alder Instruments Reports News",
        f"{WHO} today announced that it has closed its $20 million term loan with Corvane Bank.",
        "In January 2021, Alder issued $250 million of 4.10% senior notes due 2029.",
    )
    assert sorted(str(event.date) for event in of_type("DebtFinancing", found)) == ["2021-01", "2021-03-03"]


def test_who_led_a_round_joins_it() -> None:
    found = events(
        "Alder Instruments Signs Agreement",
        f"{WHO} has entered into a securities purchase agreement with investors for a private placement of its shares.",
        "The private placement was led by Halcyon Bridge Capital and included Pell River Partners, an affiliate of Corvane Corp.",
    )
    (event,) = of_type("EquityOffering", found)
    assert names(event, "investor") == ["Halcyon Bridge Capital", "Pell River Partners"]


def test_a_deal_looked_back_on_is_not_of_today() -> None:
    found = events(
        "Alder Instruments Names Director",
        f"{WHO} today named Helen Marsh to its board in connection with its acquisition of Corvane Systems, Inc.",
    )
    (event,) = of_type("Acquisition", found)
    assert event.date is None


def test_a_short_name_is_the_same_target() -> None:
    found = events(
        "Alder Instruments Reports News",
        f"{WHO} spoke of its business.",
        "On January 4, 2021, Alder completed its acquisition of Beacon Valley Optics, adding six plants.",
        "Beacon Valley has been merged into Alder.",
    )
    (event,) = of_type("Acquisition", found)
    assert str(event.date) == "2021-01-04"


def test_a_program_and_the_shares_bought_are_two_things() -> None:
    found = events(
        "Alder Instruments Reports News",
        f"{WHO} spoke of its business.",
        "During the quarter the Company repurchased 85,000 shares of its common stock.",
        "In January, the Board authorized the repurchase of up to 5% of outstanding shares.",
    )
    assert len(of_type("ShareRepurchase", found)) == 2


def test_a_unit_named_in_the_headline_is_the_one_of_the_body() -> None:
    found = events(
        "Alder Instruments Board Approves Spin-Off of Haulage Unit",
        f"{WHO} has approved a plan to separate its haulage business, Corvane Freight, into an independent company.",
    )
    (event,) = of_type("SpinOff", found)
    assert names(event, "target") == ["Corvane Freight"]


def test_lines_under_an_invitation_date_the_call() -> None:
    found = events(
        "Alder Instruments Reports News",
        f"{WHO} today spoke of its business.",
        "The Company will host a conference call to discuss its results.",
        "Conference Call Details:",
        "DATE: Tuesday, March 9, 2021",
        "TIME: 11:00 a.m. ET",
    )
    (event,) = of_type("ConferenceCall", found)
    assert str(event.date) == "2021-03-09"


def test_the_day_of_a_replay_is_not_that_of_the_call() -> None:
    found = events(
        "Alder Instruments Reports News",
        f"{WHO} today spoke of its business.",
        "The Company will host a conference call to discuss its results.",
        "A replay will be available until March 16, 2021 at 5:00 p.m.",
    )
    (event,) = of_type("ConferenceCall", found)
    assert event.date is None


def test_the_court_is_the_one_that_the_release_calls_so() -> None:
    found = events(
        "Alder Instruments Reports News",
        f"{WHO} today spoke of its suit.",
        "Its judges sit in the Commercial Court of Geneva (the “Court”).",
        "On June 30, 2020, the Company filed the lawsuit against Kestrin Corp. in the Court.",
    )
    (event,) = of_type("Lawsuit", found)
    assert names(event, "place") == ["Commercial Court of Geneva"]
    assert str(event.date) == "2020-06-30"


def test_what_is_still_to_be_done_in_a_list_is_not_done() -> None:
    found = events(
        "Alder Instruments Reports News",
        f"{WHO} today spoke of its plans:",
        "* Launch a tablet version of the Scout 5\n* Released the Scout 4 in May 2020",
    )
    assert [str(event.date) for event in of_type("ProductLaunch", found)] == ["2020-05"]


def test_a_product_only_announced_is_to_come_on_the_day_told_later() -> None:
    found = events(
        "Alder Instruments Announces Scout 5",
        f"{WHO} today announced the Scout 5, a handheld gauge for field crews.",
        "The Scout 5 will be available in May 2021.",
    )
    (event,) = of_type("ProductLaunch", found)
    assert (event.modality, str(event.date)) == (Status.PLANNED, "2021-05")


def test_a_call_put_off_has_no_day() -> None:
    found = events(
        "Alder Instruments Reports News",
        f"{WHO} today announced that its conference call scheduled for Thursday, March 4, 2021 will be delayed.",
    )
    (event,) = of_type("ConferenceCall", found)
    assert event.date is None


def test_the_next_report_is_not_the_one_that_is_out() -> None:
    found = events(
        "Alder Instruments Reports Fourth Quarter Results",
        f"{WHO} today reported results for the fourth quarter of 2020.",
        "The Company will release the interim report for the first quarter of 2021 on 29 April 2021.",
    )
    told = sorted((str(event.date), event.modality) for event in of_type("EarningsAnnouncement", found))
    assert told == [("2021-03-03", Status.ACTUAL), ("2021-04-29", Status.PLANNED)]


def test_the_verdict_has_the_opponent_that_the_release_names() -> None:
    found = events(
        "Alder Instruments Wins Verdict",
        f"{WHO} spoke of its suit today.",
        "On July 23, 2019, the Company filed a lawsuit against Kestrin Corp. for infringement.",
        "On January 29, 2021, the jury awarded the Company $6.7 million in connection with the lawsuit.",
    )
    verdict = next(event for event in of_type("Lawsuit", found) if str(event.date) == "2021-01-29")
    assert names(verdict, "plaintiff") == ["Alder Instruments, Inc."]
    assert names(verdict, "defendant") == ["Kestrin Corp."]


def test_a_closing_told_of_a_named_deal_dates_that_one() -> None:
    found = events(
        "Alder Instruments to Buy Two Companies",
        f"{WHO} today announced that it has signed a definitive agreement to acquire Beacon Optics, Inc.",
        "In another deal, Alder has agreed to acquire Corvane Systems, Inc.",
        "The Beacon transaction is expected to close in June 2021.",
    )
    dates = {names(event, "target")[0]: str(event.date) for event in of_type("Acquisition", found)}
    assert dates == {"Beacon Optics, Inc.": "2021-06", "Corvane Systems, Inc.": "None"}


def test_an_earlier_approval_is_not_the_one_of_today() -> None:
    found = events(
        "Alder Announces FDA Approval of Zelvomab for Children",
        f"{WHO} today announced that the FDA has approved Zelvomab for children with asthma.",
        "Zelvomab was first approved by the FDA in February 2015 for adults with asthma.",
    )
    dates = sorted(str(event.date) for event in of_type("RegulatoryMilestone", found))
    assert len(dates) == 2
    assert dates[0] == "2015-02"


def test_a_prize_named_twice_is_one() -> None:
    found = events(
        "Alder Reports News",
        f"{WHO} announced that its president, Jane Poole, was awarded the 2021 Holmberg Memorial Award for mill design.",
        "Poole received the award from Mill Weekly at a dinner in Dayton.",
    )
    (event,) = of_type("Award", found)
    assert ("counterparty", "Mill Weekly") in {(part.role, part.name) for part in event.participants}
