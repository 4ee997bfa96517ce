package org.packhorse.plan;

import java.time.LocalDate;

/// What inspectors judged of one domain.
///
/// @param inspection which inspection, or blank
public record Judgement(LocalDate publishedOn, String domain, String inspection, String judgement) {
}
