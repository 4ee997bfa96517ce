package org.packhorse.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.packhorse.run.Fire;
import org.packhorse.run.Reminded;
import org.packhorse.schedule.BackPlan;
import org.packhorse.schedule.FireTime;
import org.packhorse.schedule.Schedule;
import org.packhorse.schedule.ScheduleFile;
import org.packhorse.schedule.ScheduleProblem;
import org.packhorse.schedule.Timetable;
import org.packhorse.writer.PackFormat;

/// Schedules in words for people and as data for scripts.
record ScheduleReport(List<ScheduleFile> files, List<ScheduleProblem> faults, List<Fire> fires, List<Reminded.Unreached> unreached, Timetable.Coming coming) {

	static final int A_PERSON_MUST_DECIDE = 4;

	/// The gravest of what there is: faulty files, held packs, newest fires that made nothing. What became of schedules that rest or
	/// are gone concerns nobody any more.
	int exitCode() {
		if (!this.faults.isEmpty()) {
			return Outcome.INPUT;
		}
		var states = this.fires.stream().filter(this::isAtWork).map(Fire::state).toList();
		if (states.contains(Fire.State.HELD)) {
			return A_PERSON_MUST_DECIDE;
		}
		return states.contains(Fire.State.FAILED) || states.contains(Fire.State.SKIPPED) ? Outcome.FAILED : Outcome.DONE;
	}

	private boolean isAtWork(Fire fire) {
		return this.files.stream().anyMatch(file -> file.name().equals(fire.schedule()) && file.schedule().map(Schedule::enabled).orElse(true));
	}

	List<String> lines() {
		var lines = new ArrayList<String>();
		if (this.files.isEmpty()) {
			lines.add("There are no schedules yet; schedules/README.md says how to write one.");
		}
		this.files.forEach(file -> lines.addAll(lines(file)));
		if (!this.coming.entries().isEmpty()) {
			lines.add("");
			lines.add("Next:");
		}
		this.coming.entries().forEach(entry -> lines.addAll(lines(entry)));
		this.coming.ends().forEach(end -> lines.add("  " + end));
		return lines;
	}

	private List<String> lines(ScheduleFile file) {
		var lines = new ArrayList<String>();
		file.schedule().ifPresentOrElse(schedule -> lines.addAll(lines(schedule)),
				() -> lines.add("%s: AT FAULT, %s; it fires when they are mended".formatted(file.name(), Counted.of(file.problems().size(), "fault"))));
		this.fires.stream().filter(fire -> fire.schedule().equals(file.name())).forEach(fire -> lines.addAll(lines(fire)));
		this.unreached.stream()
			.filter(lead -> lead.schedule().equals(file.name()))
			.forEach(lead -> lines.add("  %s of %s could not be reminded on %s: no address is on file; add the post to table post_holders".formatted(lead.post(),
					lead.authority(), FireTime.words(lead.day()))));
		return lines;
	}

	private static List<String> lines(Schedule schedule) {
		var lines = new ArrayList<String>();
		lines.add("%s: %s%s".formatted(schedule.name(), schedule.title(), schedule.enabled() ? "" : " (rests: enabled is no)"));
		schedule.words(_ -> true).forEach(words -> lines.add("  " + words));
		return lines;
	}

	private static List<String> lines(Fire fire) {
		var lines = new ArrayList<String>();
		lines.add("  last for %s: %s, %s%s".formatted(fire.authority(), FireTime.words(fire.dueAt().atZone(Schedule.ZONE)),
				fire.state().toString().toUpperCase(Locale.ROOT), fire.reason().isEmpty() ? "" : ". " + fire.reason()));
		lines.add("    " + fire.why());
		fire.editions().forEach(edition -> lines.add("    " + edition));
		return lines;
	}

	/// A fire to come, with its reason and what has to happen before the meeting.
	static List<String> lines(Timetable.Entry entry) {
		var lines = new ArrayList<String>();
		lines.add("  %s: %s for %s".formatted(entry.fire().words(), entry.schedule().name(), entry.authority()));
		lines.add("    " + entry.fire().reason());
		entry.backPlan().forEach(planned -> lines.add("    %-13s %s".formatted(planned.step().words(), FireTime.words(planned.day()))));
		if (!entry.warning().isEmpty()) {
			lines.add("    WARNING: " + entry.warning());
		}
		return lines;
	}

	Map<String, Object> data() {
		var data = new LinkedHashMap<String, Object>();
		data.put("schedules", this.files.stream().map(this::data).toList());
		data.put("faults", this.faults.stream().map(ScheduleReport::data).toList());
		data.put("next", this.coming.entries().stream().map(ScheduleReport::data).toList());
		data.put("ends", this.coming.ends());
		return data;
	}

	private Map<String, Object> data(ScheduleFile file) {
		var data = new LinkedHashMap<String, Object>();
		data.put("name", file.name());
		data.put("valid", file.schedule().isPresent());
		file.schedule().ifPresent(schedule -> data.putAll(data(schedule)));
		data.put("unreached", this.unreached.stream()
			.filter(lead -> lead.schedule().equals(file.name()))
			.map(lead -> Map.of("authority", lead.authority(), "post", lead.post(), "day", lead.day().toString(), "missing", lead.missing()))
			.toList());
		data.put("last", this.fires.stream().filter(fire -> fire.schedule().equals(file.name())).map(ScheduleReport::data).toList());
		return data;
	}

	private static Map<String, Object> data(Schedule schedule) {
		var order = schedule.order();
		var conduct = schedule.conduct();
		var data = new LinkedHashMap<String, Object>();
		data.put("title", schedule.title());
		data.put("enabled", schedule.enabled());
		data.put("packs", order.packs());
		data.put("authorities", order.forAll() ? "all" : order.authorities());
		data.put("formats", order.formats().stream().map(PackFormat::ending).toList());
		data.put("house", order.house());
		data.put("draft", order.draft());
		data.put("asAt", order.asAt().toString());
		data.put("when", schedule.when().words());
		data.put("readiness", conduct.whenNotReady().toString());
		data.put("catchUp", conduct.catchUp().toString());
		data.put("signOff", conduct.signOff());
		data.put("lists", conduct.lists());
		data.put("remind", conduct.remind().words());
		return data;
	}

	private static Map<String, Object> data(Fire fire) {
		var data = new LinkedHashMap<String, Object>();
		data.put("authority", fire.authority());
		data.put("dueAt", fire.dueAt().toString());
		data.put("meetsOn", fire.meetsOn() == null ? null : fire.meetsOn().toString());
		data.put("why", fire.why());
		data.put("state", fire.state().toString());
		data.put("reason", fire.reason());
		data.put("editions", fire.editions());
		return data;
	}

	private static Map<String, Object> data(ScheduleProblem fault) {
		return Map.of("file", fault.file(), "line", fault.line(), "fault", fault.fault(), "remedy", fault.remedy());
	}

	private static Map<String, Object> data(Timetable.Entry entry) {
		var data = new LinkedHashMap<String, Object>();
		data.put("at", entry.fire().at().toOffsetDateTime().toString());
		data.put("schedule", entry.schedule().name());
		data.put("authority", entry.authority());
		data.put("reason", entry.fire().reason());
		data.put("meetsOn", entry.fire().meetsOn() == null ? null : entry.fire().meetsOn().toString());
		data.put("backPlan", entry.backPlan().stream().map(ScheduleReport::data).toList());
		data.put("warning", entry.warning());
		return data;
	}

	private static Map<String, String> data(BackPlan.Planned planned) {
		return Map.of("step", planned.step().words(), "day", planned.day().toString());
	}

}
