"""The default rules for actions and indicators, written a second time and apart from the product, to tune the example."""

from collections import Counter
from datetime import date, timedelta

RANK = ["RED", "AMBER", "GREEN", "COMPLETE", "BLUE"]


def action(story, day, red):
    """The rule that fits an action on a day, and its colour; `red` holds the codes of red indicators."""
    seen = [u for u in story.updates if u["reported_on"] <= day]
    latest = seen[-1] if seen else {"state": "", "declared_rag": "", "completed_on": None}
    percent = next((u["percent_complete"] for u in reversed(seen) if u["percent_complete"] != ""), 0)
    evidence = next((u["evidence"] for u in reversed(seen) if u["evidence"]), "")
    moved = [u["revised_due_on"] for u in seen if u["revised_due_on"]]
    due, start, state = moved[-1] if moved else story.due, story.start, latest["state"]
    expected = None
    if due and start:
        expected = (100 if day >= due else 0) if due <= start else min(100, max(0, 100 * (day - start).days / (due - start).days))
    quiet = (day - max(start, seen[-1]["reported_on"] if seen else start)).days
    if state in ("superseded", "cancelled", "deferred"):
        return "withdrawn", "GREY"
    if state == "embedded" and evidence and story.kpi not in red:
        return "embedded", "BLUE"
    if (latest["completed_on"] and latest["completed_on"] <= day) or state in ("complete", "evidenced", "embedded"):
        return "complete", "COMPLETE"
    if start > day and percent == 0:
        return "not-due", "GREY"
    if due and day > due:
        return "overdue", "RED"
    if quiet > 62:
        return "silent", "RED"
    if latest["declared_rag"] == "red":
        return "declared-red", "RED"
    if expected is None:
        return "no-date", "AMBER"
    behind = expected - percent >= 5
    if behind and percent / expected < 0.7:
        return "far-behind", "RED"
    if behind and percent / expected < 0.9:
        return "behind", "AMBER"
    if (due - day).days <= 28 and percent < expected:
        return "due-soon", "AMBER"
    if moved:
        return "moved", "AMBER"
    if quiet > 35:
        return "stale", "AMBER"
    if latest["declared_rag"] == "amber":
        return "declared-amber", "AMBER"
    return "on-track", "GREEN"


SCALES = {"percent": 100, "rate per 10,000": 10000}


def months_after(day, count):
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, 28)


def indicator(kpi, day):
    """The rule that fits an indicator on a day, and its colour."""
    known = [r for r in kpi.readings if r["period_end"] <= day and (not r["recorded_on"] or r["recorded_on"] <= day)]
    if not known:
        return "no-value", "NONE"
    last = known[-1]
    if last["value"] in ("c", "x", "z", "k", "low", "u"):
        return "suppressed", "NONE"
    if months_after(last["period_end"], 2 * {"monthly": 1, "quarterly": 3, "annual": 12}[kpi.frequency]) + timedelta(days=3) < day:
        return "stale", "NONE"
    if not kpi.polarity:
        return "no-polarity", "NONE"
    value = last["value"]
    if last["denominator"]:
        value = last["numerator"] / last["denominator"] * SCALES.get(kpi.unit, 1)
    targets = [t for t in kpi.targets if t["applies_from"] <= last["period_end"]]
    if not targets:
        return "no-target", "NONE"
    target = targets[-1]
    if kpi.polarity == "within":
        low, high = float(target["low"]), float(target["high"])
        bound = low if value < low else high
        miss = max(low - value, value - high)
    else:
        bound = float(target["target"])
        miss = bound - value if kpi.polarity == "higher" else value - bound
    if miss <= 0:
        return "met", "GREEN"
    room = float(target["tolerance"]) if target["tolerance_kind"] == "points" else bound * 0.05
    return ("near", "AMBER") if miss <= room + 1e-9 else ("missed", "RED")


def section_colour(rated, priority_red):
    counts, n = Counter(rated), len(rated)
    if not n:
        return "GREY"
    if priority_red or counts["RED"] / n > 0.2:
        return "RED"
    if counts["RED"] or (counts["AMBER"] + counts["RED"]) / n > 0.3:
        return "AMBER"
    if counts["BLUE"] == n:
        return "BLUE"
    return "COMPLETE" if counts["BLUE"] + counts["COMPLETE"] == n else "GREEN"


def with_overrides(stories, day, red, overrides):
    ratings = {s.ref: action(s, day, red)[1] for s in stories}
    for ref, colour, _, _, _, since, until in overrides:
        if since <= day.isoformat() <= until:
            ratings[ref] = colour.upper()
    return ratings


def summary(sections, stories, indicators, red, colours, overrides, day, before):
    """The mixture that a board would see, in lines."""
    now, then = (with_overrides(stories, t, red, overrides) for t in (day, before))
    total = Counter(now.values())
    text = [f"actions on {day}: " + ", ".join(f"{c} {n} ({100 * n / len(now):.0f}%)" for c, n in total.most_common()),
        "rules: " + ", ".join(f"{r} {n}" for r, n in sorted(Counter(action(s, day, red)[0] for s in stories).items())),
        "optimistic: " + " ".join(s.ref for s in stories if optimistic(s, day, red)),
        f"actions on {before}: " + ", ".join(f"{c} {n}" for c, n in Counter(then.values()).most_common()),
        "since then: " + ", ".join(f"{a} to {b} {n}" for (a, b), n in sorted(Counter(zip(then.values(), now.values())).items()) if a != b)]
    for section in sections:
        own = [s for s in stories if s.section == section[0]]
        rated = [now[s.ref] for s in own if now[s.ref] != "GREY"]
        kpis = [colours[i.code][1] for i in indicators.values() if section[0] in i.sections and colours[i.code][1] != "NONE"]
        good = sum(c in ("GREEN", "COMPLETE", "BLUE") for c in rated) / len(rated)
        melon = good >= 0.8 and kpis and kpis.count("RED") / len(kpis) >= 0.5
        colour = section_colour(rated, any(s.priority and now[s.ref] == "RED" for s in own))
        text.append(f"section {section[0]} {colour}: {dict(Counter(now[s.ref] for s in own))}, indicators {dict(Counter(kpis))}"
            + (", WATERMELON" if melon else ""))
    text.append("indicators: " + ", ".join(f"{r} {n}" for r, n in Counter(rule for rule, _ in colours.values()).most_common()))
    text.append("red indicators: " + " ".join(sorted(red)))
    return "\n".join(text)


def optimistic(story, day, red):
    _, colour = action(story, day, red)
    seen = [u for u in story.updates if u["reported_on"] <= day]
    declared = seen[-1]["declared_rag"].upper() if seen else ""
    return colour in RANK and declared in RANK and RANK.index(declared) > RANK.index(colour)
