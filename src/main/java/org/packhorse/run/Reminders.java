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

	/// Reminds everybody who is due.
	void remind(Consumer<String> news) {
		ScheduleFolder.open(this.home.schedules(), TemplateFolder.open(this.home.templates()))
			.schedules()
			.stream()
			.filter(schedule -> schedule.enabled() && schedule.conduct().remind().isAnybody())
			.forEach(schedule -> this.register.councils(schedule).forEach(council -> remind(schedule, council, news)));
	}

	/// What stops one schedule's reminders does not stop those of others.
	private void remind(Schedule schedule, String authority, Consumer<String> news) {
		try {
			var now = this.clock.instant().atZone(Schedule.ZONE);
			var diary = this.diaries.of(authority);
			if (!now.toLocalTime().isBefore(MORNING) && diary.workingDays().isWorkingDay(now.toLocalDate())) {
				due(schedule, authority, now.toLocalDate(), diary).forEach(reminder -> this.post.hand(reminder, now.toLocalDate()).ifPresent(news));
				this.stopped.remove(schedule.name() + authority);
			}
		}
		catch (BankHolidaysMissing | FaultyTable | FaultyTemplate | PackProblem ex) {
			var words = "%s for %s: nobody can be reminded. %s".formatted(schedule.name(), authority, ex.getMessage());
			if (!words.equals(this.stopped.put(schedule.name() + authority, words))) {
				news.accept(words);
			}
		}
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
