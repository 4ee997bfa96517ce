package org.packhorse.schedule;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Bytes;
import org.packhorse.markup.NearestName;
import org.packhorse.schedule.Schedule.Conduct;
import org.packhorse.schedule.Schedule.Order;
import org.packhorse.template.Audience;
import org.packhorse.template.SettingsFile;
import org.packhorse.writer.PackFormat;

/// One file of the schedules folder, and every fault that can be found in it without a database.
public final class ScheduleFile {

	static final List<String> KEYS = Stream.concat(
			Stream.of("title", "enabled", "packs", "authorities", "formats", "house", "draft", "as-at", "when", "readiness", "catch-up", "sign-off", "lists", "remind",
					"back-plan.clear-days"),
			Arrays.stream(BackPlan.Step.values()).map(BackPlan.Step::key)).toList();

	private static final int LONGEST_BACK_PLAN = 120;

	private final String name;

	private final SettingsFile file;

	private final @Nullable Schedule schedule;

	private ScheduleFile(String name, SettingsFile file, KnownPacks known) {
		this.name = name;
		this.file = file;
		this.schedule = read(known);
	}

	/// Reads a file's contents; its faults are collected in [#problems()].
	static ScheduleFile read(String fileName, Bytes contents, KnownPacks known) {
		return new ScheduleFile(fileName.replaceFirst("\\.yml$", ""), SettingsFile.read(fileName, contents), known);
	}

	/// The schedule's name: the file's without its ending.
	public String name() {
		return this.name;
	}

	/// Every fault found up to now, by line.
	public List<ScheduleProblem> problems() {
		return this.file.problems().stream().sorted().map(ScheduleProblem::of).toList();
	}

	/// The schedule, unless its file is at fault.
	public Optional<Schedule> schedule() {
		return this.file.problems().isEmpty() ? Optional.ofNullable(this.schedule) : Optional.empty();
	}

	/// Adds a fault at the line of a key.
	public void fault(String key, String fault, String remedy) {
		this.file.fault(key, fault, remedy);
	}

	private @Nullable Schedule read(KnownPacks known) {
		this.file.allow(KEYS);
		var title = this.file.text("title");
		boolean enabled = enabled();
		var when = when();
		var order = order(known);
		var conduct = conduct(when != null && when.body().isPresent());
		demandBody(when, order.asAt());
		demandRightEyes(order.packs(), conduct.lists(), known);
		return when == null ? null : new Schedule(this.name, title, enabled, order, when, conduct);
	}

	/// Nothing is supposed: a file that makes packs by itself says so.
	private boolean enabled() {
		demand("enabled", "Write enabled: yes, or no to let it rest");
		return this.file.yes("enabled", false);
	}

	private @Nullable When when() {
		var words = this.file.text("when");
		try {
			return words.isBlank() ? null : When.of(words);
		}
		catch (IllegalArgumentException ex) {
			this.file.fault("when", ex.getMessage(), When.remedy());
			return null;
		}
	}

	private Order order(KnownPacks known) {
		var packs = this.file.list("packs");
		if (packs.isEmpty()) {
			this.file.fault("packs", "packs names no pack", "Write packs: [" + String.join(", ", known.packs()) + "], or some of them");
		}
		packs.forEach(pack -> demandKnown("packs", "pack", pack, known.packs()));
		var house = this.file.text("house", "");
		if (!house.isBlank()) {
			demandKnown("house", "house", house, known.houses());
		}
		return new Order(packs.stream().distinct().toList(), authorities(), formats(), house.isBlank() ? null : house, this.file.yes("draft", false), asAt());
	}

	private List<String> authorities() {
		var codes = this.file.list("authorities");
		var remedy = "Write authorities: all, or a list of ONS codes such as [E08000013]";
		if (codes.isEmpty()) {
			this.file.fault("authorities", "authorities names no council", remedy);
		}
		codes.stream().filter(code -> !code.matches("[EWNSX]\\d{8}") && !codes.equals(List.of("all")))
			.forEach(code -> this.file.fault("authorities", "'" + code + "' is no ONS code", remedy));
		return codes.equals(List.of("all")) ? List.of() : codes.stream().distinct().toList();
	}

	private List<PackFormat> formats() {
		var remedy = "Write some of docx, xlsx, pdf and html, or leave formats out for those of the pack";
		if (this.file.settings().containsKey("formats") && this.file.list("formats").isEmpty()) {
			this.file.fault("formats", "formats is an empty list", remedy);
		}
		return this.file.list("formats").stream().flatMap(words -> {
			var format = Arrays.stream(PackFormat.values()).filter(each -> each.ending().equals(words.toLowerCase(Locale.ROOT))).findFirst();
			if (format.isEmpty()) {
				this.file.fault("formats", "There is no format '" + words + "'", remedy);
			}
			return format.stream();
		}).distinct().toList();
	}

	private AsAt asAt() {
		demand("as-at", AsAt.REMEDY);
		return this.file.as("as-at", new AsAt.DateOfRun(), AsAt.REMEDY, AsAt::of);
	}

	private Conduct conduct(boolean hasMeeting) {
		var ready = choice("readiness", WhenNotReady.GO, "Write readiness: hold, or readiness: go with the gaps printed", WhenNotReady::of);
		var catchUp = choice("catch-up", CatchUp.SKIP_AND_FLAG, "Write catch-up: run once, or catch-up: skip and flag", CatchUp::of);
		return new Conduct(ready, catchUp, posts("sign-off"), lists(), remind(hasMeeting), backPlan());
	}

	private Remind remind(boolean hasMeeting) {
		if (!this.file.settings().containsKey("remind")) {
			return Remind.NOBODY;
		}
		try {
			return Remind.of(this.file.list("remind"), hasMeeting);
		}
		catch (IllegalArgumentException ex) {
			this.file.fault("remind", ex.getMessage(), Remind.REMEDY);
			return Remind.NOBODY;
		}
	}

	private <T> T choice(String key, T otherwise, String remedy, Function<String, T> reading) {
		demand(key, remedy);
		return this.file.as(key, otherwise, remedy, reading);
	}

	private List<String> posts(String key) {
		return named(key, post -> refuseAddress(key, post, "Write the post, such as Director of Children's Services"));
	}

	private List<String> lists() {
		return named("lists", list -> refuseAddress("lists", list, "Write the list's name; addresses are kept in the database alone"));
	}

	private List<String> named(String key, Consumer<String> look) {
		var names = this.file.list(key).stream().filter(name -> !name.isBlank()).distinct().toList();
		names.forEach(look);
		return names;
	}

	/// Addresses are personal data, and this folder is kept in version control.
	private void refuseAddress(String key, String name, String remedy) {
		if (name.contains("@")) {
			this.file.fault(key, key + " holds an e-mail address", remedy);
		}
	}

	private BackPlan backPlan() {
		var days = new EnumMap<BackPlan.Step, Integer>(BackPlan.Step.class);
		for (BackPlan.Step step : BackPlan.Step.values()) {
			days.put(step, this.file.whole(step.key(), step.usually(), 0, LONGEST_BACK_PLAN));
		}
		demandOrder(days);
		return new BackPlan(days, this.file.whole("back-plan.clear-days", 5, 0, 60));
	}

	private void demandOrder(Map<BackPlan.Step, Integer> days) {
		var steps = BackPlan.Step.values();
		for (int i = 1; i < steps.length; i++) {
			if (days.get(steps[i]) > days.get(steps[i - 1])) {
				this.file.fault(this.file.settings().containsKey(steps[i].key()) ? steps[i].key() : steps[i - 1].key(),
						"%s (%d working days before) comes before %s (%d)".formatted(steps[i].words(), days.get(steps[i]), steps[i - 1].words().toLowerCase(Locale.ROOT),
								days.get(steps[i - 1])),
						"Give each step as many working days as the one before it, or fewer");
			}
		}
	}

	private void demandBody(@Nullable When when, AsAt asAt) {
		if (asAt instanceof AsAt.DataCutOff && when != null && when.body().isEmpty()) {
			this.file.fault("as-at", "data cut-off needs a meeting, and '" + when + "' names no body", AsAt.REMEDY);
		}
	}

	private void demandRightEyes(List<String> packs, List<String> lists, KnownPacks known) {
		var closed = packs.stream().filter(pack -> known.audiences().getOrDefault(pack, Audience.PUBLIC) != Audience.PUBLIC).toList();
		lists.stream()
			.filter(list -> list.toLowerCase(Locale.ROOT).contains("public"))
			.forEach(list -> closed.forEach(pack -> this.file.fault("lists", "The pack %s is not for the public, and the list '%s' says that it is".formatted(pack, list),
					"Name another list, or give the list its right name")));
	}

	private void demandKnown(String key, String what, String name, List<String> known) {
		if (!known.contains(name)) {
			this.file.fault(key, "There is no %s %s".formatted(what, name), NearestName.among(known).remedy(name));
		}
	}

	private void demand(String key, String remedy) {
		if (!this.file.settings().containsKey(key)) {
			this.file.fault(key, key + " is missing", remedy);
		}
	}

}
