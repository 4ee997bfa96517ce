package org.packhorse.template;

import java.util.Map;

import org.packhorse.writer.Look;

/// A house style: the look of its packs and the words that every pack of the house carries.
///
/// @param markings the marking's words for each audience, blank where there is none
/// @param errata what a final says that takes another's place
public record HouseStyle(String name, Look look, Map<Audience, String> markings, ErratumWords errata) {

	public HouseStyle {
		markings = Map.copyOf(markings);
	}

	/// The house style that the frozen files hold; throws [FaultyTemplate].
	public static HouseStyle of(FrozenTemplates templates) {
		var file = templates.houseSettings("house.yml");
		var style = new HouseFile(file, templates).style();
		file.orThrow();
		return style;
	}

	/// The marking of a pack: its own, else this house's for its audience.
	public String marking(PackSettings pack) {
		return pack.marking().isBlank() ? this.markings.getOrDefault(pack.audience(), "") : pack.marking();
	}

}
