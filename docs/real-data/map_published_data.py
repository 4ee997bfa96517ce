#!/usr/bin/env python3
"""Turns a folder of published data files into import files.

    python3 docs/real-data/map_published_data.py INPUT_FOLDER OUTPUT_FOLDER [--neighbour-model "April 2021"]

Nothing is made up: what the published files do not say stays blank, and what has no place is left out and counted. The rules are
in README.md beside this program.
"""

import argparse
import csv
import re
import sys
from collections import Counter, defaultdict
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal
from pathlib import Path

AREAS = {"England": "E92000001", "North West": "E12000002"}
SYMBOLS = {"c", "x", "z", "k", "low", "u"}
OTHER_SYMBOLS = {":": "x", "~": "low", "-": "x"}
UNITS = {"%": "percent", "per 10,000 children": "rate per 10,000", "number": "count", "FTE": "count", "working days": "days",
    "years:months": "ratio", "weeks": "ratio", "score": "ratio", "cases per FTE": "ratio"}
SCALES = {"percent": 100, "rate per 10,000": 10000}
TITLE_UNITS = {"years:months": "months", "weeks": "weeks", "score": "score", "working days": "", "FTE": ""}
POLARITIES = {"HIGHER_IS_BETTER": "higher", "LOWER_IS_BETTER": "lower", "NO_POLARITY": ""}
HEADERS = {
    "authorities": "code name region house neighbour_model statistical_neighbours",
    "plans": "authority code title inspection approved_on",
    "sections": "authority plan no title priority recommendation aim lead",
    "actions": "authority plan section ref action lead priority starts_on due_on success_measure kpi",
    "updates": "authority plan action reported_on state percent_complete declared_rag revised_due_on completed_on evidence impact note",
    "kpis": "code title definition unit polarity decimals frequency source disclosure",
    "kpi_targets": "authority kpi applies_from target tolerance tolerance_kind low high",
    "section_kpis": "authority plan section kpi",
    "kpi_values": "authority kpi period_end value numerator denominator recorded_on",
    "benchmarks": "kpi area period_end value source",
}


class Import:
    """The tables being filled, and an account of what became of each input row."""

    def __init__(self, source):
        self.source = source
        self.tables = {table: [] for table in HEADERS}
        self.read, self.used, self.out = Counter(), Counter(), defaultdict(Counter)
        self.notes = []
        self.file = ""

    def rows(self, name):
        self.file = name
        if not (self.source / name).is_file():
            sys.exit(f"{self.source / name} is missing: name the folder that holds the published files")
        with open(self.source / name, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        self.read[name] = len(rows)
        return rows

    def add(self, table, *cells):
        if len(cells) != len(HEADERS[table].split()):
            raise ValueError(f"{table}: {cells}")
        self.tables[table].append(["" if cell is None else str(cell) for cell in cells])

    def use(self):
        self.used[self.file] += 1

    def leave(self, why):
        self.out[self.file][why] += 1

    def write(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        for table, header in HEADERS.items():
            with open(folder / f"{table}.csv", "w", encoding="utf-8", newline="") as file:
                out = csv.writer(file, lineterminator="\n")
                out.writerow(header.split())
                out.writerows(self.tables[table])

    def account(self):
        for name, read in self.read.items():
            print(f"{name}: {read} rows read, {self.used[name]} used, {read - self.used[name]} left out")
            for why, count in self.out[name].most_common():
                print(f"    {count} left out: {why}")
            if read != self.used[name] + sum(self.out[name].values()):
                sys.exit(f"{name}: the account does not add up")
        for note in self.notes:
            print(f"note: {note}")
        print("written: " + ", ".join(f"{table} {len(rows)}" for table, rows in self.tables.items()))


# ---- authorities ----------------------------------------------------------------------------------------------------

def plain(name):
    """A name without the differences that files have: "St. Helens", "County Durham"."""
    words = re.sub(r"[^a-z ]", "", name.lower().replace("-", " ")).split()
    return " ".join(word for word in words if word != "county")


def map_authorities(data, model):
    rows = data.rows("authorities.csv")
    codes = {plain(row["name"]): row["code"] for row in rows}
    chosen = defaultdict(list)
    for row in sorted(data.rows("statistical-neighbours.csv"), key=lambda row: int(row["rank"])):
        if row["model"] == model:
            chosen[codes[plain(row["la_name"])]].append(codes[plain(row["neighbour_name"])])
            data.use()
        else:
            data.leave(f"another model than {model} (--neighbour-model)")
    if not chosen:
        sys.exit(f"statistical-neighbours.csv has no model \"{model}\"")
    data.file = "authorities.csv"
    for row in rows:
        own = chosen.get(row["code"])
        data.add("authorities", row["code"], row["name"], row["region"], "", model if own else "May 2025",
            " ".join(own) if own else row["statistical_neighbours"])
        data.use()
    if model != "May 2025":
        data.notes.append(f"the {model} neighbours are known for {len(chosen)} authorities; the others carry the May 2025 model and its name")
    return codes


# ---- indicators -----------------------------------------------------------------------------------------------------

def frequency(row):
    """Published figures are annual; an indicator without any has its usual local rhythm."""
    if row["published_values_in_kpi_values_csv"] != "no":
        return "annual"
    local = row["usual_local_frequency"].lower()
    return "monthly" if "month" in local or "week" in local else "quarterly" if "quarter" in local or "term" in local else "annual"


def disclosure(row):
    if row["kpi_code"].startswith("WRK"):
        return "none"
    return {"count": "count", "percent": "rate", "rate per 10,000": "rate"}.get(UNITS[row["unit"]], "none")


def map_indicators(data):
    catalogue = {}
    for row in data.rows("kpi-catalogue.csv"):
        unit, suffix = UNITS[row["unit"]], TITLE_UNITS.get(row["unit"], "")
        title = row["name"] + (f" ({suffix})" if suffix and suffix not in row["name"].lower() else "")
        definition = row["definition"] + (" Published in years and months; here in months." if row["unit"] == "years:months" else "")
        data.add("kpis", row["kpi_code"], title, definition, unit, POLARITIES[row["polarity"]], row["decimal_places"] or 0, frequency(row),
            row["published_source"] or row["source_collection"], disclosure(row))
        data.use()
        catalogue[row["kpi_code"]] = row
    return catalogue


def period_end(row, year):
    """The last day of the year that a published figure is for."""
    kind = row["period_type"].lower()
    if "academic" in kind or "school year" in kind:
        return f"{year}-08-31"
    return f"{year}-09-30" if "30 september" in kind else f"{year}-03-31"


def number(text):
    return Decimal(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else None


def agrees(value, numerator, denominator, unit, decimals):
    """Whether the parts give the published value at its printed places, whichever way a half was rounded."""
    if denominator == 0:
        return False
    ratio = numerator / denominator * SCALES.get(unit, 1)
    place = Decimal(1).scaleb(-decimals)
    return value in {ratio.quantize(place, ROUND_HALF_UP), ratio.quantize(place, ROUND_HALF_DOWN)}


def months_of(duration):
    years, months = duration.split(":")
    return str(12 * int(years) + int(months))


def map_values(data, codes, catalogue):
    fate = Counter()
    seen = set()
    for row in data.rows("kpi-values.csv"):
        indicator = catalogue.get(row["kpi_code"])
        area = AREAS.get(row["area"]) or codes.get(plain(row["area"]))
        value = OTHER_SYMBOLS.get(row["value"], row["value"])
        if re.fullmatch(r"\d+:\d\d", value):
            value = months_of(value)
            fate["durations turned into months"] += 1
        if indicator is None:
            data.leave("indicator is not in the catalogue")
        elif area is None:
            data.leave(f"area is neither an authority, the region nor England: {row['area']}")
        elif number(value) is None and value not in SYMBOLS:
            data.leave(f"value is neither a number nor a known symbol: {value}")
        elif (area, row["kpi_code"], row["period"]) in seen:
            data.leave("a second figure for the same indicator, area and year")
        else:
            seen.add((area, row["kpi_code"], row["period"]))
            end = period_end(indicator, row["period"])
            data.add("benchmarks", row["kpi_code"], area, end, value, row["source"])
            fate["symbols kept" if number(value) is None else "numbers kept"] += 1
            if row["area"] in AREAS:
                fate["England or North West: a benchmark only"] += 1
            else:
                fate["local authority: a reading and a benchmark"] += 1
                data.add("kpi_values", area, row["kpi_code"], end, value, *parts(row, value, indicator, fate), "")
            data.use()
    data.notes += [f"kpi-values.csv: {count} {what}" for what, count in fate.most_common()]


def parts(row, value, indicator, fate):
    """Numerator and denominator as far as they are numbers and do not contradict the published value."""
    above, below = number(row["numerator"]), number(row["denominator"])
    if above is not None and below is not None:
        if number(value) is None:
            fate["readings without their parts: the published value is a symbol, which stands"] += 1
            return "", ""
        if not agrees(number(value), above, below, UNITS[indicator["unit"]], int(indicator["decimal_places"] or 0)):
            fate["readings without their parts: the parts give another figure than the published one, which stands"] += 1
            return "", ""
    return row["numerator"] if above is not None else "", row["denominator"] if below is not None else ""


def quarter_start(period):
    """The first day of "2020/21 Q1", or of a year's plan."""
    match = re.match(r"(\d{4})/\d\d (?:Q([1-4])|plan)", period)
    if not match:
        return None
    year, quarter = int(match[1]), int(match[2] or 1)
    return {1: f"{year}-04-01", 2: f"{year}-07-01", 3: f"{year}-10-01", 4: f"{year + 1}-01-01"}[quarter]


def map_targets(data, codes, catalogue):
    for row in data.rows("kpi-targets-published.csv"):
        since = quarter_start(row["period"])
        if not row["target"]:
            data.leave("no target published (the row is an actual only)")
        elif row["kpi_code"] not in catalogue:
            data.leave("no indicator of the catalogue")
        elif since is None:
            data.leave(f"period without a first day: {row['period']}")
        else:
            data.add("kpi_targets", codes[plain(row["council"])], row["kpi_code"], since, row["target"], "", "", "", "")
            data.use()


# ---- plans ----------------------------------------------------------------------------------------------------------

def map_recommendations(data, codes, catalogue):
    """The plan of 2020 as its report to Cabinet frames it: nine sections, and no actions, for none were published."""
    plan, st_helens = "ILACS-2020", codes[plain("St Helens")]
    data.add("plans", st_helens, plan, "St Helens ILACS Action Plan", "Ofsted inspection of local authority children's services, published 4 November 2019",
        "2020-02-26")
    recommendations = {}
    for row in data.rows("action-plan-ofsted-recommendations.csv"):
        source, number_ = row["section"].rsplit("-", 1)
        if source == "StH-2019":
            recommendations[number_] = row["recommendation"]
            data.use()
        elif source == "Sefton-2021":
            title, _, text = row["recommendation"].partition(": ")
            data.add("sections", codes[plain("Sefton")], "FOCUSED-VISIT-2021", number_, f"{title} {number_[2:]}", "yes" if number_.startswith("PA") else "no",
                text[0].upper() + text[1:], "", "")
            data.use()
        else:
            data.leave(f"no plan that answers {source} is among the files")
    for row in data.rows("action-plan-sthelens-nine-sections.csv"):
        published = recommendations.get(row["section"], "")
        if published and published != row["ofsted_recommendation"]:
            sys.exit(f"section {row['section']}: the two files give different words")
        data.add("sections", st_helens, plan, row["section"], row["working_title"], "", published, "", row["delivered_by"])
        data.use()
    with_figures = {kpi for authority, kpi, *_ in data.tables["kpi_values"] if authority == st_helens}
    unread = 0
    for code, row in catalogue.items():
        for section in filter(None, row["sthelens_plan_section_hint"].split(";")):
            if code in with_figures:
                data.add("section_kpis", st_helens, plan, section, code)
            else:
                unread += 1
    data.notes.append(f"section_kpis: {unread} links left out, for their indicators have no published figure for St Helens")


class Document:
    """A real plan that was published in part: whose it is and the day of the version that was read."""

    def __init__(self, council, plan, title, reported_on, inspection=""):
        self.council, self.plan, self.title, self.reported_on, self.inspection = council, plan, title, reported_on, inspection


# Known by words of the source column.
DOCUMENTS = {
    "Herefordshire, Appendix B": Document("Herefordshire", "IMPROVEMENT-2014", "Improvement plan, version 9 (extract)", "2015-06-26",
        "Ofsted inspection, May 2014"),
    "Torbay Improvement Action Tracker": Document("Torbay", "TRACKER-2017", "Improvement Action Tracker, version 17 (extract)", "2017-06-08"),
    "Bath and North East Somerset": Document("Bath and North East Somerset", "IMPROVEMENT-2003", "Improvement plan, progress at 31 October 2003 (extract)", "2003-10-31"),
    "Sefton report to Health and Wellbeing Board": Document("Sefton", "FOCUSED-VISIT-2021", "Response to the focused visit of March 2021 (as reported to two bodies)", "2021-06-09",
        "Ofsted focused visit, March 2021"),
    "Bracknell Forest corporate performance Q3 2023/24": Document("Bracknell Forest", "COUNCIL-PLAN-2023-24",
        "Council plan actions, quarter 3 of 2023/24 (extract)", "2023-12-31"),
}
MONTHS = {name: i + 1 for i, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split())}


def due(text):
    """The due date as the import wants it, and a start where the words give one instead."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text) or not text:
        return text, ""
    if text.lower() == "ongoing":
        return "ongoing", ""
    month = re.search(r"([A-Z][a-z]{2})[a-z]* (\d{4})", text)
    if text.startswith("From "):
        return "", f"{month[2]}-{MONTHS[month[1].lower()]:02}-01"
    return f"{month[1]} {month[2]}", ""


def state(status):
    """The state that a source's words stand for; other words mean in progress and are kept as the note."""
    if re.match(r"complete[d]?(;|$)", status.lower()):
        return "complete", "100"
    share = re.search(r"(\d+)% complete", status)
    return "in progress", share[1] if share else ""


def section_of(row):
    """Number and title of a section, and the action's own number where the source gives one."""
    text = row["section"]
    if re.fullmatch(r"\d+\.\d\d\.\d\d", text):
        return text[:4], f"{row['recommendation']} {text[:4]}", text
    match = re.match(r"(?:Standard )?([\d.]+)(?: - | )?(.*)", text)
    title = match[2] if match[2] and not match[2].startswith("(") else row["recommendation"]
    return match[1], title, ""


def map_extracts(data, codes):
    plans, sections, numbers = set(), {}, Counter()
    for row in data.rows("action-plan-real-extracts.csv"):
        document = next((d for words, d in DOCUMENTS.items() if words in row["source"]), None)
        if "title not in excerpt" in row["action"]:
            data.leave("the source's extract does not name the action")
            continue
        if document is None:
            data.leave("the source does not name the council")
            continue
        own = [codes[plain(document.council)], document.plan]
        if tuple(own) not in plans:
            plans.add(tuple(own))
            data.add("plans", *own, document.title, document.inspection, "")
        no, title, ref = section_of(row)
        section = sections.setdefault((*own, no), {"title": title, "recommendations": []})
        if row["recommendation"] not in section["recommendations"]:
            section["recommendations"].append(row["recommendation"])
        numbers[(*own, no)] += 1
        ref = ref or f"{no}/{numbers[(*own, no)]}"
        due_on, begins = due(row["due"])
        start = begins or (row["start"] + "-01" if re.fullmatch(r"\d{4}-\d\d", row["start"]) else row["start"])
        lead = "" if row["lead"].startswith("Directorate given") else row["lead"]
        data.add("actions", *own, no, ref, row["action"], lead, "", start, due_on, row["success_measure"], "")
        what, percent = state(row["status"])
        colour = row["rag"].lower() if row["rag"].lower() in ("red", "amber", "green") else ""
        data.add("updates", *own, ref, document.reported_on, what, percent, colour, "", "", "", "", row["status"])
        data.use()
    for (authority, plan, no), section in sections.items():
        data.add("sections", authority, plan, no, section["title"], "", "; ".join(section["recommendations"]), "", "")


def main():
    options = argparse.ArgumentParser(description="Turns a folder of published data files into import files.")
    options.add_argument("input", type=Path)
    options.add_argument("output", type=Path)
    options.add_argument("--neighbour-model", default="April 2021", help="statistical-neighbour model (default: %(default)s)")
    chosen = options.parse_args()
    data = Import(chosen.input)
    codes = map_authorities(data, chosen.neighbour_model)
    catalogue = map_indicators(data)
    map_values(data, codes, catalogue)
    map_targets(data, codes, catalogue)
    map_recommendations(data, codes, catalogue)
    map_extracts(data, codes)
    data.write(chosen.output)
    data.account()


if __name__ == "__main__":
    main()
