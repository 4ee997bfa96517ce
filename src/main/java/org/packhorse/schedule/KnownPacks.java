package org.packhorse.schedule;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.packhorse.template.Audience;
import org.packhorse.template.FaultyTemplate;
import org.packhorse.template.TemplateFolder;

/// What schedules may name of the report-templates folder.
record KnownPacks(List<String> packs, List<String> houses, Map<String, Audience> audiences) {

	static final KnownPacks NONE = new KnownPacks(List.of(), List.of(), Map.of());

	static KnownPacks of(TemplateFolder templates) {
		var audiences = new TreeMap<String, Audience>();
		for (String pack : templates.packs()) {
			try {
				audiences.put(pack, templates.settings(pack).audience());
			}
			catch (FaultyTemplate ex) {
				// The faults of packs are told where packs are checked; until they are mended nothing is known of the audience.
				audiences.put(pack, Audience.RESTRICTED);
			}
		}
		return new KnownPacks(templates.packs(), templates.houses(), audiences);
	}

}
