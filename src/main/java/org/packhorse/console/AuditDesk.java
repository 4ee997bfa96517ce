package org.packhorse.console;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.AuditEntry;
import org.packhorse.access.AuditSearch;
import org.packhorse.access.AuditTrail;
import org.packhorse.authority.Page;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// Looks things up in the trail for pages and scripts. What names a council is found by reading what entries say, so a council is searched for a year at a time unless a first day is given.
@Component
@ConditionalOnWebApplication
class AuditDesk {

	private static final ZoneId LONDON = ZoneId.of("Europe/London");

	private static final Period SPAN = Period.ofYears(1);

	private final AuditTrail trail;

	private final Clock clock;

	AuditDesk(AuditTrail trail, Clock clock) {
		this.trail = trail;
		this.clock = clock;
	}

	/// What was found.
	///
	/// @param since the day from which on was searched though nobody named it, or null
	record Found(@Nullable LocalDate since, Page<AuditEntry> page) {
	}

	/// What somebody looks for, as a form or a script says it; nothing where that is at fault, which is noted.
	Found look(Typed typed) {
		var from = typed.day("from", "From");
		var to = typed.day("to", "To");
		var council = EditionDesk.orNull(typed.line("authority", "Council", 9));
		if (from != null && to != null && from.isAfter(to)) {
			typed.fault("to", "To must be the same as or after from");
		}
		var since = council == null || from != null ? null : (to == null ? LocalDate.ofInstant(this.clock.instant(), LONDON) : to).minus(SPAN);
		var search = new AuditSearch(EditionDesk.orNull(typed.line("object", "What it was done to", 400)), EditionDesk.orNull(typed.line("actor", "Who", 210)), EditionDesk.orNull(typed.text("action")),
				begin(from == null ? since : from), to == null ? null : begin(to.plusDays(1)), council);
		return typed.isFaulty() ? new Found(null, new Page<>(List.of(), 1, 0)) : new Found(since, this.trail.page(search, Paging.asked(typed.text("page"))));
	}

	/// Whole days of London's time.
	private static @Nullable Instant begin(@Nullable LocalDate day) {
		return day == null ? null : day.atStartOfDay(LONDON).toInstant();
	}

}
