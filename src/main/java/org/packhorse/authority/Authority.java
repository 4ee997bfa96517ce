package org.packhorse.authority;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/// A council with children's services.
///
/// @param code its ONS code, nine characters such as E08000013
/// @param region the name of its region, or blank
/// @param house the house style its packs take when a command names none, or blank for `default`
/// @param neighbourModel name and year of the statistical-neighbour model, such as "April 2021", or blank
/// @param neighbours ONS codes of its statistical neighbours, nearest first
public record Authority(String code, String name, String region, String house, String neighbourModel, List<String> neighbours) {

	public Authority {
		neighbours = List.copyOf(neighbours);
	}

	/// The name as file names carry it: "St. Helens" is `st-helens`.
	public String slug() {
		var plain = Normalizer.normalize(this.name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
		return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
	}

}
