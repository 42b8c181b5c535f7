"""Facts of tables as banks, retailers, insurers, utilities and mills print them."""

import pytest

from kg.context.context import understand
from kg.extract.facts import extract
from kg.model import FactClaim
from kg.read.text import read_text

LEAD = "{name} Reports Results\n\nDAYTON, Ohio, {day} -- {name} (NYSE: QXW) today reported results.\n\n"
BANK = """
                                       Three Months Ended              Six Months Ended
                                             June 30,                        June 30,
                                      2006      2005   % Chg          2006      2005   % Chg
(Dollars in thousands, except per share data)
Net interest income                  8,110     7,790    4.1         16,140    15,410    4.7
Net income                           2,440     2,300    6.1          4,870     4,510    8.0

PER SHARE DATA
Net income - basic                  $ 0.61    $ 0.57    7.0         $ 1.22    $ 1.12    8.9
Net income - diluted                  0.60      0.56    7.1           1.20      1.10    9.1
Cash dividends declared               0.22      0.20   10.0           0.44      0.40   10.0
Book value                           18.30     17.10    7.0          18.30     17.10    7.0

            STATEMENTS OF CONDITION
             (Dollars in thousands)
                                              June 30,     December 31,
                                                2006           2005
ASSETS
  Cash and due from banks                   $  28,110       $  30,220
  Federal funds sold                           12,000           8,500
    Total cash and cash equivalents            40,110          38,720
TOTAL ASSETS                               $ 931,400       $ 905,300
"""
STORES = """
                          PELLINGHAM STORES, INC.
                   CONSOLIDATED STATEMENTS OF EARNINGS
                 (In thousands, except per share data)
                                (Unaudited)

                           Thirteen Weeks Ended                   Fifty-Two Weeks Ended
                      ---------------------------------     ----------------------------------
                       January 29,         January 30,        January 29,          January 30,
                          2011                2010               2011                 2010
                      -------------      --------------      -------------       -------------
                                 % of                % of               % of               % of
                        Amount   Sales     Amount    Sales     Amount   Sales     Amount   Sales
Net Sales             $ 410,210  100.0%  $ 398,120  100.0%  $1,302,110  100.0%  $1,288,010  100.0%
Cost of goods sold,
 including buying and
 occupancy costs        262,300   63.9     257,800   64.8     840,200    64.5     838,900   65.1
Gross margin            147,910   36.1     140,320   35.2     461,910    35.5     449,110   34.9
Earnings per share:
 Diluted              $    0.70          $    0.64          $    1.24           $    1.07
"""
MILL = """<TABLE>
<CAPTION>
CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS
(In Millions, Except Per Share Amounts)

                                            FIRST QUARTER ENDED
                                                 MARCH 31
                                            -------------------
                                              1997       1996
                                              ----       ----
<S>                                          <C>        <C>
Net sales                                    $612.4     $598.1
NET INCOME                                   $ 24.0     $ 22.1
PER SHARE OF COMMON STOCK
  Primary:
    Net income                               $  .54     $  .50
  Fully diluted:
    Income before extraordinary item         $  .59     $  .49
    Net income                               $  .52     $  .49
Average shares outstanding (thousands):
  Primary                                    44,120     44,050
  Fully diluted                              46,010     45,900
</TABLE>
"""
FREIGHT = """
                            Second Quarter                     Year-to-Date
                        ----------------------  Percent   ----------------------  Percent
                           2001        2000     Change       2001        2000     Change
                        ----------  ----------  -------   ----------  ----------  -------
(in thousands, except per share amounts)
Operating revenue        $  88,120   $  91,310    (3.5)%   $ 172,010   $ 180,230    (4.6)%
Operating income             3,110       5,210   (40.3)        5,510       9,870   (44.2)
"""
NARROW = """
                   COLDERIDGE FOODS CO.
                 SUMMARY OF OPERATIONS
           (Thousands, except per-share amounts)

                 13 Weeks Ended            39 Weeks Ended
              Mar 27,     Mar 28,       Mar 27,     Mar 28,
               1999        1998          1999        1998
Net sales  $ 501,220   $ 488,110    $1,488,220   $1,432,110
Net earnings$ 18,710   $  17,520    $   54,710   $   52,220
Average number of
 shares - diluted
             46,500      46,900        46,400      47,000
"""
SEGMENTS = """
VANTORRE INDUSTRIES, INC.
BUSINESS SEGMENT INFORMATION
(Dollars in millions)
                                     Three Months Ended
                                       September 30,
                                      2009        2008
Net sales to external customers
  Fluid Handling                    $ 210.1     $ 255.2
  Motion Control                      140.2       188.3
    Total                           $ 350.3     $ 443.5

Fluid Handling
  Net sales                         $ 210.1     $ 255.2
  Operating income                     22.1        36.1
"""
BOTH = """
                     Quexwell Industries, Inc.
            Consolidated Statements of Operations - GAAP
                          (In thousands)

                                    Three Months Ended
                                  March 31,     March 31,
                                    2005          2004
                                  ---------     ---------
Net revenues                      $  19,433     $  18,466
Loss from operations                   (456)       (1,278)
Net income (loss)                 $     134     $     (96)

                     Quexwell Industries, Inc.
          Consolidated Statements of Operations - Pro Forma
                          (In thousands)

                                    Three Months Ended
                                  March 31,     March 31,
                                    2005          2004
                                  ---------     ---------
Net revenues                      $  19,433     $  18,466
Loss from operations                   (356)       (1,178)
Net income (loss)                 $     167     $     (56)
"""
GROUP = """
Key figures (in EUR million)        9M 2023     9M 2022     Change
Revenue                               412.3       388.1      +6.2%
Consolidated net profit                24.1        20.9     +15.3%
Earnings per share (in EUR)            1.21        1.05     +15.2%

                                 30.09.2023  31.12.2022
Total assets                          601.0       588.2
Equity                                301.1       288.0
"""
BARE = """
                     Condensed Consolidated Balance Sheets
                                                      June 30       Dec. 31
                                                       2001          2000
                                                     ---------     ---------
                                                        (In thousands)
                        ASSETS
   Cash and short-term investments                   $   4,100     $   6,210
   Property and equipment, net                          98,100       101,200
                                                     ---------     ---------
                                                      $138,220      $145,510
                                                     =========     =========
               LIABILITIES AND SHAREHOLDERS' EQUITY
Current liabilities                                  $  22,100     $  25,310
Shareholders' equity                                    74,020        72,000
                                                     ---------     ---------
                                                      $138,220      $145,510
                                                     =========     =========
"""
STATED = [
    (BARE, "July 24, 2001", "Assets 138220000 instant 2001-06-30 total -"),
    (BARE, "July 24, 2001", "Assets 145510000 instant 2000-12-31 total -"),
    (BOTH, "April 21, 2005", "NetIncomeLoss 134000 quarter 2005-03-31 total - gaap"),
    (BOTH, "April 21, 2005", "NetIncomeLoss -56000 quarter 2004-03-31 total - non-gaap"),
    (BOTH, "April 21, 2005", "OperatingIncomeLoss -356000 quarter 2005-03-31 total - non-gaap"),
    (GROUP, "November 9, 2023", "Revenues 412300000 nine-months 2023-09-30 total -"),
    (GROUP, "November 9, 2023", "EarningsPerShare 1.05 nine-months 2022-09 total -"),
    (GROUP, "November 9, 2023", "StockholdersEquity 301100000 instant 2023-09-30 total -"),
    (BANK, "July 18, 2006", "EarningsPerShare 0.61 quarter 2006-06-30 total basic"),
    (BANK, "July 18, 2006", "EarningsPerShare 1.1 half 2005-06-30 total diluted"),
    (BANK, "July 18, 2006", "DividendPerShare 0.44 half 2006-06-30 total -"),
    (BANK, "July 18, 2006", "CashAndCashEquivalents 38720000 instant 2005-12-31 total -"),
    (STORES, "March 9, 2011", "Revenues 398120000 quarter 2010-01-30 total -"),
    (STORES, "March 9, 2011", "GrossProfit 461910000 year 2011-01-29 total -"),
    (STORES, "March 9, 2011", "EarningsPerShare 1.07 year 2010-01-30 total diluted"),
    (MILL, "April 22, 1997", "Revenues 598100000 quarter 1996-03-31 total -"),
    (MILL, "April 22, 1997", "NetIncomeLoss 24000000 quarter 1997-03-31 total -"),
    (MILL, "April 22, 1997", "EarningsPerShare 0.52 quarter 1997-03-31 total diluted"),
    (MILL, "April 22, 1997", "WeightedAverageSharesDiluted 46010000 quarter 1997-03-31 total diluted"),
    (FREIGHT, "July 24, 2001", "Revenues 180230000 half 2000-06 total -"),
    (NARROW, "April 30, 1999", "Revenues 488110000 quarter 1998-03-28 total -"),
    (NARROW, "April 30, 1999", "NetIncomeLoss 18710000 quarter 1999-03-27 total -"),
    (NARROW, "April 30, 1999", "WeightedAverageSharesDiluted 46400000 nine-months 1999-03-27 total diluted"),
    (SEGMENTS, "October 27, 2009", "Revenues 350300000 quarter 2009-09-30 total -"),
    (SEGMENTS, "October 27, 2009", "Revenues 255200000 quarter 2008-09-30 segment:Fluid Handling -"),
]
UNSAID = [
    (BANK, "July 18, 2006", " 18.3 "),
    (BANK, "July 18, 2006", " 28110000 "),
    (STORES, "March 9, 2011", " 100000 "),
    (MILL, "April 22, 1997", " 0.59 "),
    (FREIGHT, "July 24, 2001", "year"),
    (SEGMENTS, "October 27, 2009", "Revenues 210100000 quarter 2009-09-30 total"),
]


def facts(table: str, day: str) -> list[str]:
    quarter = {
        "July 24, 2001": "\nResults are for the second quarter ended June 30, 2001.\n",
        "November 9, 2023": "\nRevenue rose in the nine months ended September 30, 2023.\n",
    }.get(day, "")
    text = LEAD.format(name="Quexwell Industries, Inc.", day=day) + quarter + table
    return [
        f"{claim.concept} {claim.value} {claim.period} {claim.end} {claim.scope} {claim.shares or '-'} {claim.basis}"
        for claim in extract(understand(read_text("quexwell.txt", text)), [])
        if isinstance(claim, FactClaim) and claim.place == "table"
    ]


@pytest.mark.parametrize(("table", "day", "fact"), STATED)
def test_a_statement_is_read(table: str, day: str, fact: str) -> None:
    assert any(found.startswith(fact) for found in facts(table, day))


@pytest.mark.parametrize(("table", "day", "part"), UNSAID)
def test_what_a_statement_does_not_state_is_not_read(table: str, day: str, part: str) -> None:
    assert not [fact for fact in facts(table, day) if part in f"{fact} "]
