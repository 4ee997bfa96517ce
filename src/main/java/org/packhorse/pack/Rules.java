package org.packhorse.pack;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.packhorse.disclosure.DisclosureRule;
import org.packhorse.disclosure.DisclosureRuleRefused;
import org.packhorse.rag.RagPolicy;
import org.packhorse.rag.RagSettings;
import org.packhorse.rag.RagSettingsRefused;
import org.packhorse.template.FrozenTemplates;
import org.packhorse.template.SettingsFile;

/// The rules that a house has in force: its `rules.yml` over the default house's.
///
/// @param policy how facts become colours
/// @param disclosure what is kept from the public
/// @param sha256 of every setting in force, by key
record Rules(RagPolicy policy, DisclosureRule disclosure, String sha256) {

	private static final int MOST_KEPT = 16;

	/// Those last used, by all that a pack is made of: they are asked for again and again while it is made, and the next pack of a run
	/// has the same.
	private static final Map<FrozenTemplates, Rules> KEPT = Collections.synchronizedMap(new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(Map.Entry<FrozenTemplates, Rules> eldest) {
			return size() > MOST_KEPT;
		}
	});

	private static final String FILE = "rules.yml";

	private static final String OF_DISCLOSURE = "disclosure-";

	private static final String REMEDY = "Mend the setting, or take the line out for the default";

	/// The rules in force; what is wrong in the file is refused with its line.
	static Rules of(FrozenTemplates templates) {
		var kept = KEPT.get(templates);
		if (kept != null) {
			return kept;
		}
		var read = read(templates);
		KEPT.put(templates, read);
		return read;
	}

	private static Rules read(FrozenTemplates templates) {
		var file = templates.houseSettings(FILE);
		var settings = new TreeMap<String, String>();
		file.settings().forEach((key, setting) -> settings.put(key, String.join(" ", setting.values())));
		file.orThrow();
		var ofDisclosure = new TreeMap<>(settings);
		ofDisclosure.keySet().removeIf(key -> !key.startsWith(OF_DISCLOSURE));
		var ofColours = new TreeMap<>(settings);
		ofColours.keySet().removeAll(ofDisclosure.keySet());
		var disclosure = disclosure(file, ofDisclosure);
		var colours = settings(file, ofColours);
		file.orThrow();
		return new Rules(new RagPolicy(colours), disclosure, sha256(settings));
	}

	private static DisclosureRule disclosure(SettingsFile file, TreeMap<String, String> settings) {
		try {
			return DisclosureRule.of(settings);
		}
		catch (DisclosureRuleRefused ex) {
			ex.faults().forEach(fault -> file.fault(fault.key(), fault.message(), REMEDY));
			return DisclosureRule.defaults();
		}
	}

	private static RagSettings settings(SettingsFile file, TreeMap<String, String> settings) {
		try {
			return RagSettings.of(settings);
		}
		catch (RagSettingsRefused ex) {
			ex.faults().forEach(fault -> file.fault(fault.key(), fault.message(), REMEDY));
			return RagSettings.defaults();
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
