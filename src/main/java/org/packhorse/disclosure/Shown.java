package org.packhorse.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// A figure that an earlier public edition of the same pack showed: its readers know it.
///
/// @param kpi the indicator's code
/// @param value as printed
public record Shown(String kpi, LocalDate periodEnd, BigDecimal value, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
}
