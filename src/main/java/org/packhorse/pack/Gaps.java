package org.packhorse.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything that a pack should have and does not: what a schedule holds for, a lead is reminded of and the pack prints.
public record Gaps(List<Gap> all) {

	public Gaps {
		all = List.copyOf(all);
	}

	/// Whether nothing is missing.
	public boolean isEmpty() {
		return this.all.isEmpty();
	}

	/// What each lead can mend, by the lead; under a blank name what nobody is named for.
	public Map<String, List<Gap>> byLead() {
		var byLead = new TreeMap<String, List<Gap>>();
		for (Gap gap : this.all) {
			(gap.leads().isEmpty() ? List.of("") : gap.leads()).forEach(lead -> byLead.computeIfAbsent(lead, _ -> new ArrayList<>()).add(gap));
		}
		return byLead;
	}

	/// The same as this and others, each once.
	public Gaps and(Gaps others) {
		return new Gaps(Stream.concat(this.all.stream(), others.all.stream()).distinct().toList());
	}

	/// All of it, a sentence for each: updates and readings put together by those who owe them.
	public List<String> sentences() {
		var sentences = new ArrayList<>(this.all.stream().filter(gap -> !gap.kind().isOfData()).map(Gap::sentence).toList());
		var subjects = new LinkedHashMap<Owed, Set<String>>();
		this.all.stream()
			.filter(gap -> gap.kind().isOfData())
			.forEach(gap -> subjects.computeIfAbsent(new Owed(gap.kind(), gap.leads()), _ -> new LinkedHashSet<>()).add(gap.subject()));
		subjects.forEach((owed, which) -> sentences.add(owed.sentence(which)));
		return sentences;
	}

	private record Owed(Gap.Kind kind, List<String> leads) {

		String sentence(Set<String> subjects) {
			var words = this.kind.words();
			return "%s%s%s: %s.".formatted(words.substring(0, 1).toUpperCase(Locale.ROOT), words.substring(1),
					this.leads.isEmpty() ? "" : ", " + this.leads.stream().collect(Collectors.joining(" or ")), String.join("; ", subjects));
		}

	}

	/// The subjects of one kind, in their order.
	List<String> of(Gap.Kind kind) {
		return this.all.stream().filter(gap -> gap.kind() == kind).map(Gap::subject).toList();
	}

}
