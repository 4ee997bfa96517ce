package org.packhorse.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;

/// What a rule gives: a day with a time as a clock in London shows it, which may not exist or come twice.
record Occasion(LocalDateTime shown, String reason, @Nullable LocalDate meetsOn) {

	FireTime fireTime() {
		var change = London.change(this.shown);
		return new FireTime(London.at(this.shown), change.isEmpty() ? this.reason : this.reason + "; " + change, this.meetsOn);
	}

}
