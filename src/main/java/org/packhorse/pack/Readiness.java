package org.packhorse.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.authority.Narrative;
import org.packhorse.template.FormSettings;
import org.packhorse.template.PackSettings;
import org.packhorse.template.PackTemplate;

/// What a pack should have and does not: words that nobody wrote, or wrote too long ago.
final class Readiness {

	private final Disclosed disclosed;

	private final Snapshot snapshot;

	private final PackSettings settings;

	private final @Nullable FormSettings form;

	Readiness(Disclosed disclosed) {
		this.disclosed = disclosed;
		this.snapshot = disclosed.facts();
		var template = PackTemplate.of(this.snapshot.templates());
		this.settings = template.settings();
		this.form = template.form();
	}

	List<String> sentences() {
		return Stream.of(gaps(), ReportDeadlines.missed(this.snapshot), unjudged().toList()).flatMap(List::stream).toList();
	}

	/// What somebody can still write or mend before the pack is made.
	List<String> gaps() {
		return Stream.of(this.settings.narratives().stream().flatMap(this::missing), words().stream(), sections(), exempt()).flatMap(each -> each).toList();
	}

	/// What the report's form misses, what its words get wrong, and the deadlines that have passed.
	List<String> report() {
		return Stream.of(words(), ReportDeadlines.missed(this.snapshot)).flatMap(List::stream).toList();
	}

	private List<String> words() {
		var sentences = new ArrayList<String>();
		if (this.form != null) {
			this.snapshot.proceedings().narratives().stream().filter(words -> this.form.parts().contains(words.part())).flatMap(this::old).forEach(sentences::add);
		}
		ReportCheck.problems(this.snapshot).stream().map(ReportProblem::sentence).forEach(sentences::add);
		return sentences;
	}

	/// Indicators whose figures are shown because nothing tells whether they should be.
	private Stream<String> unjudged() {
		var suppression = this.disclosed.suppression();
		return suppression == null ? Stream.empty()
				: suppression.unjudged().stream().map(code -> "Nothing tells whether figures of %s rest on few cases: they come without numerator and denominator."
					.formatted(code));
	}

	private Stream<String> exempt() {
		var exemption = DisclosureLines.exempt(this.disclosed);
		return exemption.paragraphs().isEmpty() ? Stream.empty()
				: Stream.of(Map.entry(DisclosureLines.REASON, exemption.reason()), Map.entry(DisclosureLines.PUBLIC_INTEREST, exemption.publicInterest()))
					.filter(part -> part.getValue().isEmpty())
					.map(part -> "Words are exempt from publication, and none are on file for the part “%s”.".formatted(part.getKey()));
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
