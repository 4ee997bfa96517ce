package org.packhorse.pack;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.packhorse.rag.RagPolicy;
import org.packhorse.rag.RagSettings;
import org.packhorse.rag.RagSettingsRefused;
import org.packhorse.template.FrozenTemplates;
import org.packhorse.template.SettingsFile;

/// The rules that a house has in force: its `rules.yml` over the default house's.
///
/// @param sha256 of every setting in force, by key
record Rules(RagPolicy policy, String sha256) {

	private static final String FILE = "rules.yml";

	/// Reads the rules; what is wrong in the file is refused with its line.
	static Rules of(FrozenTemplates templates) {
		var file = templates.houseSettings(FILE);
		var settings = new TreeMap<String, String>();
		file.settings().forEach((key, setting) -> settings.put(key, String.join(" ", setting.values())));
		return new Rules(new RagPolicy(settings(file.orThrow(), settings)), sha256(settings));
	}

	private static RagSettings settings(SettingsFile file, TreeMap<String, String> settings) {
		try {
			return RagSettings.of(settings);
		}
		catch (RagSettingsRefused ex) {
			ex.faults().forEach(fault -> file.fault(fault.key(), fault.message(), "Mend the setting, or take the line out for the default"));
			file.orThrow();
			throw ex;
		}
	}

	private static String sha256(TreeMap<String, String> settings) {
		return Sha256.of(settings.entrySet()
			.stream()
			.map(setting -> setting.getKey() + ": " + setting.getValue() + "\n")
			.collect(Collectors.joining())
			.getBytes(StandardCharsets.UTF_8));
	}

}
