package org.packhorse.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.Gap;
import org.packhorse.pack.Gaps;
import org.packhorse.schedule.FireTime;
import org.packhorse.schedule.Timetable;

/// What packs lack, in words for people and as data for scripts.
record ReadinessReport(List<Entry> entries) {

	/// One pack of one council.
	///
	/// @param next the fire that will make it, or null when somebody asks for the pack itself
	record Entry(Timetable.@Nullable Entry next, String pack, String authority, LocalDate asAt, Gaps gaps) {
	}

	int exitCode() {
		return this.entries.stream().allMatch(entry -> entry.gaps().isEmpty()) ? Outcome.DONE : ScheduleReport.A_PERSON_MUST_DECIDE;
	}

	List<String> lines() {
		var lines = new ArrayList<String>();
		for (Entry entry : this.entries) {
			lines.add(head(entry));
			entry.gaps().byLead().forEach((lead, gaps) -> {
				lines.add("  " + (lead.isEmpty() ? "Nobody is named for" : lead));
				gaps.forEach(gap -> lines.add("    " + gap.sentence()));
			});
		}
		return lines;
	}

	private static String head(Entry entry) {
		var next = entry.next() == null ? "" : ", for %s on %s".formatted(entry.next().schedule().name(), entry.next().fire().words());
		return "%s of %s as at %s%s: %s".formatted(entry.pack(), entry.authority(), FireTime.words(entry.asAt()), next,
				entry.gaps().isEmpty() ? "ready" : Counted.of(entry.gaps().all().size(), "thing") + " missing");
	}

	List<Map<String, Object>> data() {
		return this.entries.stream().map(ReadinessReport::data).toList();
	}

	private static Map<String, Object> data(Entry entry) {
		var data = new LinkedHashMap<String, Object>();
		data.put("pack", entry.pack());
		data.put("authority", entry.authority());
		data.put("asAt", entry.asAt().toString());
		data.put("schedule", entry.next() == null ? null : entry.next().schedule().name());
		data.put("at", entry.next() == null ? null : entry.next().fire().at().toOffsetDateTime().toString());
		data.put("ready", entry.gaps().isEmpty());
		data.put("missing", entry.gaps().all().stream().map(ReadinessReport::data).toList());
		return data;
	}

	private static Map<String, Object> data(Gap gap) {
		var data = new LinkedHashMap<String, Object>();
		data.put("kind", gap.kind().id());
		data.put("leads", gap.leads());
		data.put("subject", gap.subject());
		data.put("words", gap.sentence());
		return data;
	}

}
