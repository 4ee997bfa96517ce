package org.packhorse.run;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.packhorse.authority.Authorities;
import org.packhorse.authority.FaultyTable;
import org.packhorse.calendar.BankHolidaysMissing;
import org.packhorse.pack.Home;
import org.packhorse.pack.PackProblem;
import org.packhorse.schedule.Diaries;
import org.packhorse.schedule.Diary;
import org.packhorse.schedule.FireTime;
import org.packhorse.schedule.Register;
import org.packhorse.schedule.Schedule;
import org.packhorse.schedule.ScheduleFolder;
import org.packhorse.template.FaultyTemplate;
import org.packhorse.template.TemplateFolder;
import org.springframework.stereotype.Component;

/// Reminds leads of what packs to come still lack of them, on the working days that a schedule names.
@Component
class Reminders {

	/// Nobody is written to before this.
	private static final LocalTime MORNING = LocalTime.of(7, 0);

	private final Home home;

	private final Register register;

	private final Diaries diaries;

	private final Authorities authorities;

	private final Orders orders;

	private final ReminderPost post;

	private final Clock clock;

	/// What stopped reminders at the last look, so that it is told once.
	private final Map<String, String> stopped = new ConcurrentHashMap<>();

	Reminders(Home home, Register register, Diaries diaries, Authorities authorities, Orders orders, ReminderPost post, Clock clock) {
		this.home = home;
		this.register = register;
		this.diaries = diaries;
		this.authorities = authorities;
		this.orders = orders;
		this.post = post;
		this.clock = clock;
	}

	/// Reminds everybody who is due: what all schedules miss of a council's leads goes together.
	void remind(Consumer<String> news) {
		var due = new TreeMap<String, List<Reminder>>();
		ScheduleFolder.open(this.home.schedules(), TemplateFolder.open(this.home.templates()))
			.schedules()
			.stream()
			.filter(schedule -> schedule.enabled() && schedule.conduct().remind().isAnybody())
			.forEach(schedule -> this.register.councils(schedule)
				.forEach(council -> unlessStopped("%s for %s".formatted(schedule.name(), council), news,
						() -> due.computeIfAbsent(council, _ -> new ArrayList<>()).addAll(due(schedule, council)))));
		var today = this.clock.instant().atZone(Schedule.ZONE).toLocalDate();
		due.forEach((council, reminders) -> unlessStopped(council, news, () -> this.post.hand(council, reminders, today).forEach(news)));
	}

	/// What stops reminders of one schedule or council does not stop others; it is told once.
	private void unlessStopped(String whose, Consumer<String> news, Runnable work) {
		try {
			work.run();
			this.stopped.remove(whose);
		}
		catch (BankHolidaysMissing | FaultyTable | FaultyTemplate | PackProblem ex) {
			var words = "%s: nobody can be reminded. %s".formatted(whose, ex.getMessage());
			if (!words.equals(this.stopped.put(whose, words))) {
				news.accept(words);
			}
		}
	}

	/// Those of one schedule and council, on a working day from the morning on.
	private List<Reminder> due(Schedule schedule, String authority) {
		var now = this.clock.instant().atZone(Schedule.ZONE);
		var diary = this.diaries.of(authority);
		return now.toLocalTime().isBefore(MORNING) || !diary.workingDays().isWorkingDay(now.toLocalDate()) ? List.of()
				: due(schedule, authority, now.toLocalDate(), diary);
	}

	/// One for each lead of whom something is missing.
	private List<Reminder> due(Schedule schedule, String authority, LocalDate today, Diary diary) {
		var parts = new TreeMap<String, List<Reminder.Part>>();
		for (FireTime fire : fires(schedule, diary)) {
			schedule.conduct().remind().newest(today, fire, schedule.conduct().backPlan(), diary).ifPresent(since -> {
				var until = schedule.conduct().remind().until(fire, schedule.conduct().backPlan(), diary);
				this.orders.gaps(this.orders.of(schedule, authority, fire)).byLead().forEach((lead, gaps) -> {
					if (!lead.isEmpty()) {
						parts.computeIfAbsent(lead, _ -> new ArrayList<>()).add(new Reminder.Part(fire, since, until, gaps));
					}
				});
			});
		}
		var council = this.authorities.find(authority).orElseThrow().name();
		return parts.entrySet().stream().map(entry -> new Reminder(schedule, authority, council, entry.getKey(), entry.getValue())).toList();
	}

	/// The fires to come that are near enough for a reminder.
	private List<FireTime> fires(Schedule schedule, Diary diary) {
		var now = this.clock.instant();
		return schedule.when().between(now, now.plus(Duration.ofDays(schedule.conduct().remind().longest(schedule.conduct().backPlan()))), diary);
	}

}
