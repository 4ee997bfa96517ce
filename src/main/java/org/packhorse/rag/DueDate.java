package org.packhorse.rag;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.plan.Update;

/// A due date with the memory of its moves. A revised date equal to the one in force is no move; the first date of an
/// action that had none is one, or a new date could turn it green.
record DueDate(@Nullable LocalDate original, @Nullable LocalDate now, int moves) {

	static DueDate of(@Nullable LocalDate original, List<Update> updates) {
		var due = new DueDate(original, original, 0);
		for (var update : updates) {
			due = due.revised(update.revisedDueOn());
		}
		return due;
	}

	private DueDate revised(@Nullable LocalDate day) {
		return day == null || day.equals(this.now) ? this : new DueDate(this.original, day, this.moves + 1);
	}

	@Nullable Long daysSlipped() {
		return this.original == null || this.now == null ? null : ChronoUnit.DAYS.between(this.original, this.now);
	}

}
