package org.packhorse.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.packhorse.authority.Narrative;
import org.packhorse.template.PackSettings;
import org.packhorse.template.PackTemplate;

/// What a pack should have and does not: words that nobody wrote, or wrote too long ago.
final class Readiness {

	private final Snapshot snapshot;

	private final PackSettings settings;

	Readiness(Snapshot snapshot) {
		this.snapshot = snapshot;
		this.settings = PackTemplate.of(snapshot.templates()).settings();
	}

	List<String> sentences() {
		var sentences = new ArrayList<String>();
		this.settings.narratives().stream().flatMap(this::missing).forEach(sentences::add);
		sections().forEach(sentences::add);
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
