package org.packhorse.authority;

import java.util.Map;
import java.util.Optional;

/// The countries and regions that published figures are compared with, by ONS code (Office for National Statistics,
/// Open Government Licence v3.0).
public final class Areas {

	/// England's ONS code.
	public static final String ENGLAND = "E92000001";

	private static final Map<String, String> NAMES = Map.ofEntries(Map.entry(ENGLAND, "England"), Map.entry("W92000004", "Wales"),
			Map.entry("E12000001", "North East"), Map.entry("E12000002", "North West"), Map.entry("E12000003", "Yorkshire and The Humber"),
			Map.entry("E12000004", "East Midlands"), Map.entry("E12000005", "West Midlands"), Map.entry("E12000006", "East of England"),
			Map.entry("E12000007", "London"), Map.entry("E12000008", "South East"), Map.entry("E12000009", "South West"));

	private Areas() {
	}

	/// The name of a country or region, when the code is one.
	public static Optional<String> name(String code) {
		return Optional.ofNullable(NAMES.get(code));
	}

	/// The code of a region by its name, whatever the case of its letters.
	public static Optional<String> code(String name) {
		return NAMES.entrySet().stream().filter(area -> area.getValue().equalsIgnoreCase(name)).map(Map.Entry::getKey).findFirst();
	}

}
