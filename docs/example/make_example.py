#!/usr/bin/env python3
"""Makes the import files of Exampleshire, an authority that does not exist.

    python3 docs/example/make_example.py [OUTPUT_FOLDER]

The words come from the text files beside this program, England's figures from england.csv; everything else is drawn from
a fixed seed, so the same program writes the same bytes on every machine. At the end it rates the actions and indicators
by the default rules and prints the mixture; it stops when an action's year does not end the way its profile says.
"""

import calendar
import csv
import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.dont_write_bytecode = True  # keeps the checkout clean
import rating  # noqa: E402

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parent.parent / "report-templates" / "improvement-board" / "sample"
AUTHORITY, PLAN = "X99000001", "IMP-2025"
APPROVED = date(2025, 3, 18)
AS_AT, BEFORE = date(2026, 3, 31), date(2026, 2, 28)
POPULATION = 78400
ENGLAND = "E92000001"


# ---- dates and text files -------------------------------------------------------------------------------------------

def month_end(year, month):
    return date(year, month, calendar.monthrange(year, month)[1])


def months(first, last):
    """Month ends from one "2024-03" to another."""
    year, month = map(int, first.split("-"))
    ends = []
    while f"{year}-{month:02}" <= last:
        ends.append(month_end(year, month))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return ends


def key(day):
    return f"{day:%Y-%m}"


def lines(name):
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def fields(line):
    return ["" if part.strip() == "-" else part.strip() for part in line.split(" |")]


def weekday_near_end(end, draw):
    """A working day in the last week of a month; leads report then."""
    return weekday(end - timedelta(days=draw.choice([0, 0, 1, 1, 2, 3, 4])))


def between(draw, first, last):
    first, last = date.fromisoformat(first), date.fromisoformat(last)
    return weekday(first + timedelta(days=draw.randrange((last - first).days + 1)))


def weekday(day):
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


# ---- actions: how a year goes ---------------------------------------------------------------------------------------

class Profile:
    """How an action's year went: the rule that must fit at the end, the colour a month before, its dates and its pace.

    pace is progress as a share of what the dates expect, now and (when it differs) a month ago; last is the window of the
    last report; moves are the months in which a new date was reported; done is the window of completion.
    """

    def __init__(self, rule, before=None, start=("2025-05-01", "2025-10-31"), due=("2026-06-15", "2026-11-30"), pace=1.0,
            pace_before=None, declared=None, last=None, moves=(), done=None, final=None, exact=False):
        self.rule, self.before, self.start, self.due = rule, before, start, due
        self.pace, self.pace_before = pace, pace if pace_before is None else pace_before
        self.declared, self.last, self.moves, self.done = declared, last, moves, done
        self.final, self.exact = final, exact


AUTUMN = ("2025-08-20", "2025-09-25")
EARLY = ("2025-04-01", "2025-07-15")
PAST = ("2025-10-31", "2026-02-13")
DONE = ("2025-11-03", "2026-02-06")
PROFILES = {
    # as it should be
    "on-track": Profile("on-track", "GREEN", pace=1.03),
    "ahead": Profile("on-track", "GREEN", pace=1.25),
    "on-track-late-start": Profile("on-track", start=("2026-02-16", "2026-03-09"), due=("2026-09-30", "2027-01-31"), pace=1.1),
    "due-soon-ok": Profile("on-track", "GREEN", due=("2026-04-10", "2026-04-28"), pace=1.02, exact=True),
    "recovered": Profile("on-track", "AMBER", start=AUTUMN, pace=1.02, pace_before=0.78),
    # worth watching
    "behind": Profile("behind", "AMBER", start=EARLY, pace=0.8, declared="amber"),
    "behind-optimistic": Profile("behind", "AMBER", start=EARLY, pace=0.8, declared="green"),
    "slipping": Profile("behind", "GREEN", start=AUTUMN, pace=0.84, pace_before=0.95, declared="green"),
    "red-to-amber": Profile("behind", "RED", start=AUTUMN, pace=0.8, pace_before=0.6, declared="amber"),
    "due-soon": Profile("due-soon", "GREEN", due=("2026-04-09", "2026-04-28"), pace=0.97, exact=True),
    "moved": Profile("moved", "AMBER", start=EARLY, due=PAST, pace=0.96, declared="amber", moves=("2025-10",)),
    "moved-new": Profile("moved", "GREEN", due=("2026-04-15", "2026-05-15"), pace=0.97, moves=("2026-03",)),
    "moved-twice": Profile("moved", "AMBER", start=EARLY, due=("2025-10-31", "2025-11-30"), pace=0.97, declared="amber",
        moves=("2025-10", "2026-01")),
    "stale": Profile("stale", "GREEN", start=EARLY, due=("2026-10-31", "2027-02-28"), pace=1.08, last=("2026-02-12", "2026-02-20")),
    "declared-amber": Profile("declared-amber", pace=1.02, declared="amber"),
    "no-date": Profile("no-date", "AMBER", start=EARLY, due=None, pace=1.0),
    # late
    "overdue": Profile("overdue", "RED", start=EARLY, due=PAST, pace=0.8, declared="amber"),
    "overdue-new": Profile("overdue", "AMBER", start=EARLY, due=("2026-03-13", "2026-03-27"), pace=0.83, declared="amber"),
    "moved-overdue": Profile("overdue", start=EARLY, due=("2025-11-14", "2025-11-28"), pace=0.85, declared="amber", moves=("2025-11!",)),
    "silent": Profile("silent", start=EARLY, due=("2026-06-30", "2026-12-31"), pace=0.98, last=("2025-12-29", "2025-12-31")),
    "declared-red": Profile("declared-red", "AMBER", pace=1.0, declared="red"),
    "far-behind": Profile("far-behind", "RED", start=EARLY, pace=0.52, declared="amber"),
    "far-behind-new": Profile("far-behind", "AMBER", start=AUTUMN, pace=0.66, pace_before=0.77, declared="amber"),
    # done
    "complete": Profile("complete", start=EARLY, due=("2025-12-12", "2026-03-31"), done=DONE, final="complete"),
    "complete-early": Profile("complete", start=("2025-04-01", "2025-05-30"), due=("2025-09-30", "2025-10-31"), done=("2025-08-11", "2025-09-12"),
        final="complete"),
    "complete-gap": Profile("complete", start=EARLY, due=("2025-11-30", "2026-03-31"), done=DONE, final="complete"),
    "complete-march": Profile("complete", start=EARLY, due=("2026-03-20", "2026-04-30"), done=("2026-03-05", "2026-03-20"), final="complete"),
    "evidenced": Profile("complete", start=EARLY, due=("2025-12-12", "2026-03-31"), done=DONE, final="evidenced"),
    "evidenced-march": Profile("complete", start=EARLY, due=("2026-04-15", "2026-04-30"), done=("2026-03-09", "2026-03-18"), final="evidenced"),
    "embedded": Profile("embedded", start=EARLY, due=("2025-09-30", "2025-11-30"), done=("2025-07-21", "2025-09-30"), final="embedded"),
    "embedded-new": Profile("embedded", "COMPLETE", start=EARLY, due=("2025-10-31", "2025-11-30"), done=("2025-09-08", "2025-10-31"),
        final="embedded"),
    # not counted
    "not-due": Profile("not-due", "GREY", start=("2026-04-13", "2026-07-01"), due=("2026-10-31", "2027-03-31")),
    "deferred": Profile("withdrawn", "GREY", start=EARLY, pace=0.3, final="deferred"),
    "cancelled": Profile("withdrawn", "GREY", start=EARLY, pace=0.3, final="cancelled"),
    "superseded": Profile("withdrawn", "GREY", start=EARLY, pace=0.4, final="superseded"),
}

STARTED = ["Lead and first steps agreed.", "Task group has met; scope agreed with team managers.", "Work has begun in two teams.",
    "Terms of reference agreed; first meeting held.", "Baseline taken so that change can be measured.", "Partners asked for a named contact."]
MIDDLE = ["Milestones for the quarter met.", "Draft shared with staff and changed after their comments.", "Discussed at the performance clinic.",
    "Second team has joined.", "Young people's comments taken into the draft.", "Progress checked by the head of service.",
    "Training dates fixed for the next two months.", "Sample of files read with team managers.", "Reported to the fortnightly readiness meeting.",
    "Costs confirmed with finance.", "Feedback from families collected.", "Case system change requested and dated."]
BEHIND = ["Slower than planned: two posts are vacant.", "Work paused while staff covered absence.", "A decision is awaited from the budget panel.",
    "Partner's sign-off is late.", "Recording is incomplete in one team.", "The supplier's date has slipped by a month.",
    "Recovery plan agreed with the assistant director.", "Help asked for at the corporate support group."]
MOVED = ["New date agreed by the board: more time is needed to train partners together.", "New date asked for: consultation ran on.",
    "New date agreed: the case system release was put back."]
DONE_NOTES = ["Complete; evidence is being gathered.", "Complete; check of practice planned in three months."]
LATER_NOTES = ["Evidence accepted by the quality assurance group.", "Practice check repeated with the same result."]


class Story:
    """One action with its updates, drawn until the rules say what its profile promises."""

    def __init__(self, section, ref, parts):
        self.section, self.ref = section, ref
        (self.profile, priority, self.lead, self.action, self.measure, self.kpi, self.evidence, self.impact, self.note) = parts
        self.priority = priority == "yes"
        self.how = PROFILES[self.profile]
        self.due_words = ""
        self.updates = []

    def draw(self, kpi_red):
        promised = "complete" if self.how.rule == "embedded" and self.kpi in kpi_red else self.how.rule
        for attempt in range(4000):
            self.attempt(random.Random(f"{AUTHORITY} {self.ref} {attempt}"))
            rule, _ = rating.action(self, AS_AT, kpi_red)
            _, before = rating.action(self, BEFORE, kpi_red)
            if rule == promised and self.how.before in (None, before):
                return
        sys.exit(f"{self.ref}: no draw of {self.profile} ends as {promised}")

    def attempt(self, draw):
        how = self.how
        self.start = between(draw, *how.start)
        self.due, self.due_words = None, "ongoing"
        if how.due:
            self.due, self.due_words = between(draw, *how.due), ""
            if self.profile in ("on-track", "ahead", "behind", "no-date", "not-due", "complete") and draw.random() < 0.3:
                self.due = month_end(self.due.year, self.due.month)
                self.due_words = f"{self.due:%b %Y}"
        self.updates = []
        done = between(draw, *how.done) if how.done else None
        last = between(draw, *how.last) if how.last else None
        if how.start[0] > AS_AT.isoformat():
            return
        dates = [weekday_near_end(end, draw) for end in months("2025-04", "2026-03")]
        dates = [day for day in dates if day >= self.start and (last is None or day < last - timedelta(days=9))] + ([last] if last else [])
        due, percent = self.due, 0
        for day in dates:
            revised = None
            for move in how.moves:
                if key(day) == move.rstrip("!"):
                    revised = due = date(2026, 2, 27) if move.endswith("!") else day + timedelta(days=draw.randrange(60, 100)) \
                        if move != how.moves[-1] else between(draw, "2026-05-22", "2026-08-31")
            finished = done is not None and day >= done
            percent = 100 if finished else max(percent, self.percent(day, due or date(2026, 12, 31), done, draw))
            self.updates.append({"reported_on": day, "state": self.state(day, done), "percent_complete": percent,
                "declared_rag": self.declared(day, finished, draw), "revised_due_on": revised, "completed_on": done if finished else None,
                "evidence": "", "impact": "", "note": ""})
        self.trim(draw)
        self.tell(draw)

    def percent(self, day, due, done, draw):
        pace = self.how.pace if key(day) == key(AS_AT) or self.how.last else self.how.pace_before
        aim = done or due
        expected = 100 * (day - self.start).days / max(1, (aim - self.start).days)
        wish = min(97, max(0, expected) * pace * draw.uniform(0.98, 1.02))
        return int(wish) if self.how.exact else min(95, 5 * round(wish / 5))

    def state(self, day, done):
        final = self.how.final
        if final in ("deferred", "cancelled", "superseded"):
            return "in progress"
        if done is None or day < done:
            return "in progress"
        if key(done) == key(AS_AT):
            return final
        after = (day - done).days
        if final == "embedded":
            gate = AS_AT - timedelta(days=10) if self.profile == "embedded-new" else date(2026, 2, 2)
            return "embedded" if day >= gate else "evidenced" if after > 40 else "complete"
        return "evidenced" if final == "evidenced" and after > 30 else "complete"

    def declared(self, day, finished, draw):
        if finished:
            return "green"
        if self.how.declared == "red" and key(day) < key(AS_AT):
            return "amber" if day > date(2026, 1, 1) else "green"
        if self.how.declared in ("amber", "red") and day > date(2025, 11, 1):
            return self.how.declared
        return "" if draw.random() < 0.06 and key(day) != key(AS_AT) else "green"

    def trim(self, draw):
        """Leads miss a month now and then, and stop some time after an action is done or withdrawn."""
        final = self.how.final
        if final in ("deferred", "cancelled", "superseded"):
            self.updates = self.updates[:draw.randrange(2, 6)]
            self.updates[-1].update(state=final, declared_rag="", percent_complete=self.updates[-1]["percent_complete"] or 10)
        elif final and self.updates:
            first = next((i for i, u in enumerate(self.updates) if u["state"] == final), len(self.updates) - 1)
            self.updates = self.updates[:first + 2]
        if len(self.updates) > 6 and draw.random() < 0.45:
            gone = draw.randrange(1, len(self.updates) - 4)
            if not self.updates[gone]["revised_due_on"] and self.updates[gone]["state"] == "in progress":
                del self.updates[gone]

    def tell(self, draw):
        middle, behind = draw.sample(MIDDLE, len(MIDDLE)), draw.sample(BEHIND, len(BEHIND))
        slow = self.how.pace < 0.9 or self.how.declared == "red"
        spoken = False
        for i, update in enumerate(self.updates):
            if update["revised_due_on"]:
                update["note"] = draw.choice(MOVED)
            elif update["state"] in ("evidenced", "embedded"):
                update["note"] = draw.choice(LATER_NOTES) if not spoken else ""
                spoken = True
            elif update["completed_on"]:
                update["note"] = draw.choice(DONE_NOTES) if self.evidence else ""
            elif i == 0:
                update["note"] = draw.choice(STARTED)
            elif draw.random() < 0.75:
                update["note"] = (behind if slow and i > 3 else middle)[i % 8]
        if not self.updates:
            return
        carriers = [u for u in self.updates if u["completed_on"]] or self.updates[-1:]
        if self.how.final == "embedded":
            next(u for u in self.updates if u["state"] == "evidenced")["evidence"] = "First sample accepted by the quality assurance group"
            carriers = [u for u in self.updates if u["state"] == "embedded"]
        carriers[0].update(evidence=self.evidence, impact=self.impact)
        if carriers[0] is not self.updates[-1]:
            self.updates[-1]["impact"] = self.impact
        if self.note:
            self.updates[-1]["note"] = self.note


def read_plan():
    sections, stories = [], []
    for line in lines("plan.txt"):
        if line.startswith("=="):
            sections.append(fields(line[2:]))
            continue
        no = sections[-1][0]
        number = 1 + sum(story.section == no for story in stories)
        stories.append(Story(no, f"S{no}.{number:02}", fields(line)))
    return sections, stories


# ---- indicators -----------------------------------------------------------------------------------------------------

SCALE = {"percent": 100, "rate per 10,000": 10000, "count": 1, "days": 1, "ratio": 1}


class Indicator:
    """One indicator with its targets and readings."""

    def __init__(self, parts):
        (self.code, self.title, self.definition, self.unit, self.polarity, decimals, self.frequency, self.source, self.disclosure,
            sections, targets, self.course, marks, self.topic) = [*parts, ""][:14]
        self.decimals = int(decimals)
        self.sections = sections.split()
        self.targets = [self.target(text.split()) for text in targets.split(";") if text]
        self.marks = [mark.split("@", 1) for mark in marks.split()]
        self.readings = []

    @staticmethod
    def target(parts):
        low, _, high = parts[1].partition("-")
        return {"applies_from": date.fromisoformat(parts[0]), "target": "" if high else parts[1], "tolerance": parts[2] if len(parts) > 2 else "",
            "tolerance_kind": parts[3] if len(parts) > 3 else "", "low": low if high else "", "high": high}

    def periods(self):
        every = months("2024-03", "2026-03")
        if self.frequency == "annual":
            end, last = ("09-30", 2025) if self.code.startswith("WRK") else ("03-31", 2025)
            return [date.fromisoformat(f"{year}-{end}") for year in range(2021, last + 1)]
        return [day for day in every if day.month % 3 == 0] if self.frequency == "quarterly" else every

    def read(self, known):
        """Draws the readings; some indicators are worked out from others in `known`."""
        draw = random.Random(f"{AUTHORITY} {self.code}")
        words = self.course.split()
        ends = self.periods()
        if words[0] == "leavers":
            self.readings = leavers(self.code, ends)
        elif words[0] == "part":
            self.readings = parts_of(self.code, known[words[1]])
        elif words[0] == "cumulative":
            self.readings = since_april(known[words[1]])
        else:
            middle = self.curve(words, ends)
            rest = words[{"line": 4, "fall": 5, "step": 5, "dip": 6}[words[0]]:]
            spread = float(words[{"line": 3, "fall": 4, "step": 4, "dip": 5}[words[0]]])
            for i, (end, centre) in enumerate(zip(ends, middle)):
                noise = 0 if i >= len(ends) - 1 else draw.gauss(0, spread)
                self.readings.append(self.reading(end, max(0, centre + noise), rest, draw, i == len(ends) - 1))
        self.mark()

    @staticmethod
    def curve(words, ends):
        n = len(ends) - 1
        first, second = float(words[1]), float(words[2])
        if words[0] == "line":
            return [first + (second - first) * i / n for i in range(n + 1)]
        if words[0] == "fall":  # reaches its end in the month named and stays
            turn = next(i for i, end in enumerate(ends) if key(end) == words[3])
            return [first + (second - first) * min(i, turn) / turn for i in range(n + 1)]
        if words[0] == "step":
            return [second if key(end) >= words[3] else first for end in ends]
        third, turn = float(words[3]), next(i for i, end in enumerate(ends) if key(end) == words[4])
        return [first + (second - first) * i / turn if i <= turn else second + (third - second) * (i - turn) / (n - turn) for i in range(n + 1)]

    def reading(self, end, value, rest, draw, is_last):
        if self.unit == "count":
            # nobody is without a social worker once the course has reached nought
            return row(end, 0 if self.course.startswith("fall") and end >= date(2026, 1, 31) else round(value))
        if rest[0] == "population":
            below = POPULATION
        else:
            below = draw.randint(int(rest[0]), int(rest[1]))
        if is_last and LAST_DENOMINATORS.get(self.code):
            below = LAST_DENOMINATORS[self.code]
        places = 1 if "fte" in rest else 0
        if places:
            below = below + draw.randrange(0, 10) / 10
        above = round(value * below / SCALE[self.unit], places)
        if self.unit == "percent":
            above = min(above, below)
        above, below = (above, below) if places else (int(above), below)
        return row(end, round_half_up(above / below * SCALE[self.unit], self.decimals), above, below)

    def mark(self):
        for what, when in self.marks:
            if what == "late":
                when, known = when.split("=")
                self.at(when)["recorded_on"] = date.fromisoformat(known)
            elif what == "first":
                when, more = when.split("=")
                true = self.at(when)
                early = dict(true, numerator=true["numerator"] + round(float(more) * true["denominator"] / 100))
                early["value"] = round_half_up(100 * early["numerator"] / early["denominator"], self.decimals)
                early["recorded_on"] = true["period_end"] + timedelta(days=9)
                true["recorded_on"] = true["period_end"] + timedelta(days=37)
                self.readings.insert(self.readings.index(true), early)
            elif what == "last":
                self.readings = [r for r in self.readings if key(r["period_end"]) <= when]
            elif what == "-":
                self.readings.remove(self.at(when))
            else:
                self.at(when).update(value=what, numerator="", denominator="")

    def at(self, month):
        return next(r for r in self.readings if key(r["period_end"]) == month)


# The last readings agree with what the plan's evidence says of the same counts.
LAST_DENOMINATORS = {"PLO03": 29, "PRM04": 32, "QA04": 49, "MIS01": 31, "QA02": 30}


def row(end, value, numerator="", denominator=""):
    return {"period_end": end, "value": value, "numerator": numerator, "denominator": denominator, "recorded_on": ""}


def round_half_up(value, decimals):
    scaled = int(abs(value) * 10 ** decimals + 0.5 + 1e-9)
    return scaled / 10 ** decimals if decimals else scaled


def leavers(code, ends):
    """Three shares of the same young people: in work or study, not, and not known."""
    draw = random.Random(f"{AUTHORITY} leavers")
    readings = []
    for i, end in enumerate(ends):
        total = 148 + i % 6
        unknown = max(3, round(13 - i * 0.4 + draw.gauss(0, 0.5))) if end < date(2025, 11, 1) else 4
        working = round(total * (0.528 + draw.gauss(0, 0.006)))
        above = {"CLV01": working, "CLV03": total - working - unknown, "CLV06": unknown}[code]
        readings.append(row(end, round_half_up(100 * above / total, 0), above, total))
    return readings


def parts_of(code, whole):
    """Where children looked after live: five counts that add up to all of them."""
    draw = random.Random(f"{AUTHORITY} parts")
    readings = []
    for i, reading in enumerate(whole.readings):
        total = reading["value"]
        parts = {"CLA09N": round(total * (0.66 + 0.001 * i) + draw.gauss(0, 2)), "CLA10N": round(total * 0.12 + draw.gauss(0, 2)),
            "CLA13N": round(total * (0.11 - 0.001 * i) + draw.gauss(0, 1.5)), "CLA91N": draw.randint(2, 9)}
        parts["CLA90N"] = total - sum(parts.values())
        readings.append(row(reading["period_end"], parts[code]))
    return readings


def since_april(monthly):
    readings, total = [], 0
    for reading in monthly.readings[1:]:
        total = reading["value"] + (0 if reading["period_end"].month == 4 else total)
        readings.append(row(reading["period_end"], total))
    return readings


def read_indicators():
    known = {}
    for line in lines("indicators.txt"):
        indicator = Indicator(fields(line))
        indicator.read(known)
        known[indicator.code] = indicator
    return known


# ---- narratives, meetings, overrides --------------------------------------------------------------------------------

def said_by(indicator, month, unit):
    """A neutral sentence on an indicator's month, or nothing when the figure was not there yet."""
    if indicator.frequency != "monthly" or indicator.unit != unit:
        return ""
    known = {key(r["period_end"]): r["value"] for r in indicator.readings if r["value"] not in ("c", "x") and not r["recorded_on"]}
    year, number = map(int, month.split("-"))
    past = known.get(f"{year - 1}-{number + 9:02}" if number <= 3 else f"{year}-{number - 3:02}")
    if month not in known or past is None:
        return ""
    sign = "%" if unit == "percent" else ""
    moved = "the same as" if past == known[month] else "up from" if past < known[month] else "down from"
    return f"{indicator.title}: {known[month]}{sign}, {moved} {past}{sign} three months earlier."


def narratives(indicators):
    rows, section, number = [], "", 0
    for line in lines("narratives.txt"):
        if line.startswith("=="):
            section = line[2:].strip()
            continue
        window, well, assured, following = fields(line)
        for end in months(*window.split()):
            number += 1
            if (section, key(end)) in {("4", "2025-08"), ("9", "2025-12"), ("6", "2025-08")}:
                continue
            own = [i for i in indicators.values() if section in i.sections]
            said = [text for unit in ("percent", "count") for text in (said_by(i, key(end), unit) for i in own) if text]
            figures = said[number % min(len(said), 4)]
            rows.append([AUTHORITY, PLAN, section, weekday(end), well, f"{assured} {figures}", following])
    return rows


BODIES = [
    ["CIB", "Children's Improvement Board", "Independent chair"],
    ["SCRUTINY", "Children and Young People Scrutiny Panel", "Chair of the panel"],
    ["CABINET", "Cabinet", "Leader of the Council"],
    ["DFE", "Department for Education six-month review", "Department for Education lead official"],
    ["OFSTED", "Ofsted", "Senior His Majesty's Inspector"],
    ["ADVISER", "Department for Education adviser's six-weekly report", "Department for Education adviser"],
    ["READINESS", "Improvement journey and readiness meeting", "Director of Children's Services"],
    ["PARTNERSHIP", "Safeguarding Children Partnership", "Independent scrutineer"],
]


def third_tuesday(year, month):
    first = date(year, month, 1)
    return first + timedelta(days=(1 - first.weekday()) % 7 + 14)


def meetings():
    rows = [["CIB", third_tuesday(end.year, end.month), "Children's Improvement Board", "Example House, Committee Room 1"]
        for end in months("2025-04", "2026-06")]
    for day in ("2025-06-26", "2025-09-25", "2025-12-04", "2026-03-05", "2026-05-14"):
        rows.append(["SCRUTINY", day, "Children and Young People Scrutiny Panel", "Example House, Council Chamber"])
    for day in ("2025-03-18", "2025-10-14", "2026-05-19"):
        rows.append(["CABINET", day, "Cabinet", "Example House, Council Chamber"])
    for day in ("2025-10-21", "2026-05-06"):
        rows.append(["DFE", day, "Six-month review", "By video"])
    rows.append(["OFSTED", "2026-05-27", "Action planning day", "Example House, Committee Room 1"])
    for day in ("2026-01-07", "2026-02-18", "2026-04-01"):
        rows.append(["ADVISER", day, "Six-weekly report", "By video"])
    for day in ("2026-03-10", "2026-03-24", "2026-04-07", "2026-04-21"):
        rows.append(["READINESS", day, "Readiness meeting", "Example House, Committee Room 2"])
    for day in ("2025-06-11", "2025-09-10", "2025-12-10", "2026-03-11", "2026-06-10"):
        rows.append(["PARTNERSHIP", day, "Safeguarding Children Partnership", "Example House, Committee Room 3"])
    return [[AUTHORITY, *row] for row in rows]


OVERRIDES = [
    ["S1.11", "amber", "Two of the twelve sampled assessments missed a safeguarding concern; the director wants a second sample before green.",
        "Director of Children's Services", "", "2026-03-12", "2026-04-30"],
    ["S7.07", "amber", "Eight conversations had been held and not yet entered; the programme office has seen the notes.",
        "Head of Human Resources", "Chief Executive", "2025-12-15", "2026-01-31"],
]
GROUPS = [["sum", "CLA01N", part] for part in ("CLA09N", "CLA10N", "CLA13N", "CLA91N", "CLA90N")] + [
    ["complement", "CLV01", "CLV03"], ["complement", "CLV01", "CLV06"], ["cumulative", "REF01Y", "REF01N"]]


# ---- files ----------------------------------------------------------------------------------------------------------

def write(folder, table, header, rows):
    with open(folder / f"{table}.csv", "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header.split())
        out.writerows(["" if cell is None else cell for cell in row] for row in rows)
    return f"{table} {len(rows)}"


def write_boards(folder):
    """The tables of board.txt and report.txt as they stand there; what a table needs of the council and the plan is put before."""
    tables = {}
    for file in ("board.txt", "report.txt"):
        name, header = "", []
        for line in lines(file):
            if line.startswith("=="):
                name, header = line[2:].strip(), []
            elif not header:
                header = fields(line)
                known = tables.setdefault(name, [header])[0]
                known += [column for column in header if column not in known]
            else:
                row = dict(zip(header, fields(line)))
                tables[name].append(row)
    written = []
    for name, (header, *rows) in tables.items():
        rows = [[row.get(column, "") for column in header] for row in rows]
        added = {} if name == "bank_holidays" else {"authority": AUTHORITY, **({"plan": PLAN} if "section" in header else {})}
        written.append(write(folder, name, " ".join([*added, *header]), [[*added.values(), *row] for row in rows]))
    return written


def write_plan(folder, sections, stories):
    own = [AUTHORITY, PLAN]
    return [
        write(folder, "plans", "authority code title inspection approved_on", [[*own,
            "Exampleshire Children's Services Improvement Plan 2025 to 2027 (fictional example)",
            "Fictional inspection of local authority children's services, published January 2025", APPROVED]]),
        write(folder, "sections", "authority plan no title priority recommendation aim lead",
            [[*own, no, title, priority, recommendation, aim, lead] for no, priority, lead, title, recommendation, aim in sections]),
        write(folder, "actions", "authority plan section ref action lead priority starts_on due_on success_measure kpi",
            [[*own, s.section, s.ref, s.action, s.lead, "yes" if s.priority else "no", s.start, s.due_words or s.due, s.measure, s.kpi]
                for s in stories]),
        write(folder, "updates", "authority plan action reported_on state percent_complete declared_rag revised_due_on completed_on evidence impact note",
            [[*own, s.ref, *update.values()] for s in stories for update in s.updates]),
        write(folder, "overrides", "authority plan action rating reason post approver applies_from applies_until",
            [[*own, *row] for row in OVERRIDES]),
    ]


def write_indicators(folder, indicators):
    every = indicators.values()
    links = sorted((section, i.code) for i in every for section in i.sections)
    with open(HERE / "england.csv", encoding="utf-8", newline="") as file:
        england = [[r["kpi"], ENGLAND, r["period_end"], r["value"], r["source"]] for r in csv.DictReader(file)]
    return [
        write(folder, "kpis", "code title definition unit polarity decimals frequency source disclosure topic",
            [[i.code, i.title, i.definition, i.unit, i.polarity, i.decimals, i.frequency, i.source, i.disclosure, i.topic] for i in every]),
        write(folder, "kpi_targets", "authority kpi applies_from target tolerance tolerance_kind low high",
            [[AUTHORITY, i.code, *target.values()] for i in every for target in i.targets]),
        write(folder, "section_kpis", "authority plan section kpi", [[AUTHORITY, PLAN, *link] for link in links]),
        write(folder, "kpi_groups", "kind total part", GROUPS),
        write(folder, "kpi_values", "authority kpi period_end value numerator denominator recorded_on",
            [[AUTHORITY, i.code, *reading.values()] for i in every for reading in i.readings]),
        write(folder, "benchmarks", "kpi area period_end value source", england),
    ]


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE
    folder.mkdir(parents=True, exist_ok=True)
    indicators = read_indicators()
    colours = {code: rating.indicator(i, AS_AT) for code, i in indicators.items()}
    red = {code for code, (_, colour) in colours.items() if colour == "RED"}
    sections, stories = read_plan()
    for story in stories:
        story.draw(red)
    written = [
        write(folder, "authorities", "code name region house neighbour_model statistical_neighbours", [[AUTHORITY, "Exampleshire", "", "", "", ""]]),
        write(folder, "bodies", "authority code title chair", [[AUTHORITY, *body] for body in BODIES]),
        write(folder, "meetings", "authority body meets_on title venue", meetings()),
        *write_plan(folder, sections, stories),
        write(folder, "section_narratives", "authority plan section reported_on working_well how_assured what_next", narratives(indicators)),
        *write_boards(folder),
        *write_indicators(folder, indicators),
    ]
    print("rows:", ", ".join(written))
    print(rating.summary(sections, stories, indicators, red, colours, OVERRIDES, AS_AT, BEFORE))


if __name__ == "__main__":
    main()
