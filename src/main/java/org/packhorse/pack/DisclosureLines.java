package org.packhorse.pack;

import java.util.List;

import org.packhorse.authority.Narrative;
import org.packhorse.disclosure.Schedule12A;
import org.packhorse.kpi.Kpi;

/// What a pack says of that which its readers do not get.
final class DisclosureLines {

	/// The parts of a body's words that say why something is exempt.
	static final String REASON = "exempt-reason";

	static final String PUBLIC_INTEREST = "public-interest";

	private DisclosureLines() {
	}

	static PackModel.Disclosure figures(Disclosed disclosed) {
		var suppression = disclosed.suppression();
		var symbols = disclosed.facts()
			.kpis()
			.stream()
			.flatMap(series -> series.readings().stream())
			.map(Kpi.Reading::symbol)
			.filter(symbol -> !symbol.isBlank())
			.distinct()
			.sorted()
			.map(symbol -> new PackModel.Symbol(symbol, Wording.symbol(symbol)))
			.toList();
		return suppression == null ? new PackModel.Disclosure(false, false, List.of(), symbols)
				: new PackModel.Disclosure(true, !suppression.withheld().isEmpty(), suppression.note(), symbols);
	}

	static PackModel.Exemption exempt(Disclosed disclosed) {
		var paragraphs = disclosed.exempt()
			.stream()
			.flatMap(narrative -> narrative.paragraphs().stream())
			.map(Narrative.Paragraph::exempt)
			.filter(number -> number > 0)
			.distinct()
			.sorted()
			.map(number -> new PackModel.ScheduleParagraph(number, Schedule12A.words(number)))
			.toList();
		return new PackModel.Exemption(disclosed.leavesOutExempt(), paragraphs, words(disclosed, REASON), words(disclosed, PUBLIC_INTEREST),
				Schedule12A.SOURCE);
	}

	private static List<String> words(Disclosed disclosed, String part) {
		return disclosed.facts()
			.proceedings()
			.narratives()
			.stream()
			.filter(narrative -> narrative.part().equals(part))
			.flatMap(narrative -> narrative.paragraphs().stream())
			.map(Narrative.Paragraph::words)
			.toList();
	}

}
