package org.packhorse.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.authority.Narrative;
import org.packhorse.template.FormSettings;
import org.packhorse.template.PackSettings;
import org.packhorse.template.PackTemplate;

/// What a pack should have and does not: words that nobody wrote, or wrote too long ago.
final class Readiness {

	private final Snapshot snapshot;

	private final PackSettings settings;

	private final @Nullable FormSettings form;

	Readiness(Snapshot snapshot) {
		this.snapshot = snapshot;
		var template = PackTemplate.of(snapshot.templates());
		this.settings = template.settings();
		this.form = template.form();
	}

	List<String> sentences() {
		var sentences = new ArrayList<String>();
		this.settings.narratives().stream().flatMap(this::missing).forEach(sentences::add);
		sentences.addAll(report());
		sections().forEach(sentences::add);
		return sentences;
	}

	/// What the report's form misses, what its words get wrong, and the deadlines that have passed.
	List<String> report() {
		var sentences = new ArrayList<String>();
		if (this.form != null) {
			this.form.parts().stream().filter(part -> !this.settings.narratives().contains(part)).flatMap(this::missing).forEach(sentences::add);
		}
		ReportCheck.problems(this.snapshot).stream().map(ReportProblem::sentence).forEach(sentences::add);
		sentences.addAll(ReportDeadlines.missed(this.snapshot));
		return sentences;
	}

	private Stream<String> missing(String part) {
		return this.snapshot.proceedings()
			.narratives()
			.stream()
			.filter(narrative -> narrative.part().equals(part))
			.findFirst()
			.map(this::old)
			.orElseGet(() -> Stream.of("No words are on file for the part “%s”.".formatted(part)));
	}

	private Stream<String> old(Narrative narrative) {
		var oldest = this.snapshot.asAt().minusDays(this.settings.narrativeDays());
		return narrative.reportedOn().isBefore(oldest)
				? Stream.of("The words for the part “%s” are of %s, more than %d days old.".formatted(narrative.part(),
						Wording.day(narrative.reportedOn()), this.settings.narrativeDays()))
				: Stream.empty();
	}

	private Stream<String> sections() {
		return this.snapshot.plans()
			.stream()
			.flatMap(plan -> plan.sections().stream())
			.filter(section -> section.narrative() == null)
			.map(section -> "The three questions of section %s, %s, have not been answered.".formatted(section.no(), section.title()));
	}

}
