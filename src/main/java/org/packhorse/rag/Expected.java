package org.packhorse.rag;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/// The share of an action's time that has gone, as a fraction: comparing fractions by cross-multiplication keeps ties
/// exact where a percentage would have endless decimals.
record Expected(BigDecimal elapsed, BigDecimal span) {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	/// What is expected at a date; null without a start or a due date. A due date on or before the start expects nothing
	/// before it and everything from it on.
	static @Nullable Expected at(LocalDate day, @Nullable LocalDate start, @Nullable LocalDate due) {
		if (start == null || due == null) {
			return null;
		}
		var span = ChronoUnit.DAYS.between(start, due);
		if (span <= 0) {
			return of(day.isBefore(due) ? 0 : 1, 1);
		}
		return of(Math.clamp(ChronoUnit.DAYS.between(start, day), 0, span), span);
	}

	private static Expected of(long elapsed, long span) {
		return new Expected(BigDecimal.valueOf(elapsed), BigDecimal.valueOf(span));
	}

	BigDecimal percent() {
		return HUNDRED.multiply(this.elapsed).divide(this.span, MathContext.DECIMAL128);
	}

	/// Whether a reported percentage lacks at least so many points.
	boolean leads(BigDecimal reported, BigDecimal points) {
		return HUNDRED.multiply(this.elapsed).compareTo(reported.add(points).multiply(this.span)) >= 0;
	}

	/// Whether a reported percentage is less than a share of what is expected.
	boolean above(BigDecimal reported, BigDecimal ratio) {
		return reported.multiply(this.span).compareTo(ratio.multiply(HUNDRED).multiply(this.elapsed)) < 0;
	}

}
