package org.packhorse.pack;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.authority.Narrative;
import org.packhorse.template.FormSettings;
import org.packhorse.template.PackSettings;
import org.packhorse.template.PackTemplate;

/// What a pack should have and does not: words that nobody wrote, or wrote too long ago, updates and readings, open faults. What a
/// schedule holds for, the command `readiness`, reminders and the packs themselves take it from here.
final class Readiness {

	private final Disclosed disclosed;

	private final Snapshot snapshot;

	private final PackSettings settings;

	private final @Nullable FormSettings form;

	private final Assessments assessments;

	Readiness(Disclosed disclosed, Assessments assessments) {
		this.disclosed = disclosed;
		this.assessments = assessments;
		this.snapshot = disclosed.facts();
		var template = PackTemplate.of(this.snapshot.templates());
		this.settings = template.settings();
		this.form = template.form();
	}

	/// What the pack says beside the facts about its data, among which updates and readings stand.
	List<String> sentences() {
		return Stream.of(wordGaps().map(Gap::sentence).toList(), ReportDeadlines.missed(this.snapshot), unjudged().toList()).flatMap(List::stream).toList();
	}

	/// What somebody can still write, report or mend before the pack is made.
	Gaps gaps() {
		return new Gaps(Stream.concat(wordGaps(), new DataGaps(this.snapshot, this.assessments).gaps().all().stream()).toList());
	}

	/// What the report's form misses, what its words get wrong, and the deadlines that have passed.
	List<String> report() {
		return Stream.of(words().map(Gap::sentence).toList(), ReportDeadlines.missed(this.snapshot)).flatMap(List::stream).toList();
	}

	private Stream<Gap> wordGaps() {
		return Stream.of(this.settings.narratives().stream().flatMap(this::missing), words(), sections(), exempt()).flatMap(each -> each);
	}

	private Stream<Gap> words() {
		var form = this.form;
		var old = form == null ? Stream.<Gap>empty()
				: this.snapshot.proceedings().narratives().stream().filter(words -> form.parts().contains(words.part())).flatMap(this::old);
		return Stream.concat(old, ReportCheck.problems(this.snapshot).stream().map(problem -> new Gap(Gap.Kind.FAULT, List.of(), problem.table(), problem.sentence())));
	}

	/// Indicators whose figures are shown because nothing tells whether they should be.
	private Stream<String> unjudged() {
		var suppression = this.disclosed.suppression();
		return suppression == null ? Stream.empty()
				: suppression.unjudged().stream().map(code -> "Nothing tells whether figures of %s rest on few cases: they come without numerator and denominator."
					.formatted(code));
	}

	private Stream<Gap> exempt() {
		var exemption = DisclosureLines.exempt(this.disclosed);
		return exemption.paragraphs().isEmpty() ? Stream.empty()
				: Stream.of(Map.entry(DisclosureLines.REASON, exemption.reason()), Map.entry(DisclosureLines.PUBLIC_INTEREST, exemption.publicInterest()))
					.filter(part -> part.getValue().isEmpty())
					.map(part -> words("", part.getKey(), "Words are exempt from publication, and none are on file for the part “%s”.".formatted(part.getKey())));
	}

	private Stream<Gap> missing(String part) {
		return this.snapshot.proceedings()
			.narratives()
			.stream()
			.filter(narrative -> narrative.part().equals(part))
			.findFirst()
			.map(this::old)
			.orElseGet(() -> Stream.of(words("", part, "No words are on file for the part “%s”.".formatted(part))));
	}

	private Stream<Gap> old(Narrative narrative) {
		var oldest = this.snapshot.asAt().minusDays(this.settings.narrativeDays());
		return narrative.reportedOn().isBefore(oldest)
				? Stream.of(words(narrative.post(), narrative.part(), "The words for the part “%s” are of %s, more than %d days old.".formatted(narrative.part(),
						Wording.day(narrative.reportedOn()), this.settings.narrativeDays())))
				: Stream.empty();
	}

	private static Gap words(String post, String part, String sentence) {
		return new Gap(Gap.Kind.WORDS, some(post), part, sentence);
	}

	private Stream<Gap> sections() {
		return this.snapshot.plans()
			.stream()
			.flatMap(plan -> plan.sections().stream())
			.filter(section -> section.narrative() == null)
			.map(section -> new Gap(Gap.Kind.ANSWERS, some(section.lead()), section.no(),
					"The three questions of section %s, %s, have not been answered.".formatted(section.no(), section.title())));
	}

	private static List<String> some(String post) {
		return post.isBlank() ? List.of() : List.of(post);
	}

}
