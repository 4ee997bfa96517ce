package org.packhorse.pack;

import java.util.List;
import java.util.Optional;

import org.packhorse.authority.Authority;
import org.packhorse.template.FrozenTemplates;
import org.packhorse.template.PackTemplate;
import org.packhorse.template.TemplateFolder;
import org.packhorse.writer.PackFormat;
import org.springframework.stereotype.Component;

/// Takes snapshots: facts from the rooms that know them, templates and house from their folder. Part 2 of a report takes the
/// facts that were frozen for its Part 1.
@Component
class Freezing {

	private final Facts facts;

	private final Precedents precedents;

	private final Editions editions;

	private final Home home;

	Freezing(Facts facts, Precedents precedents, Editions editions, Home home) {
		this.facts = facts;
		this.precedents = precedents;
		this.editions = editions;
		this.home = home;
	}

	/// What an edition with this number and version would be made of now.
	Snapshot of(PackRequest request, int version, long number) {
		var part1 = folder().settings(request.pack()).part2Of();
		return part1.isEmpty() ? whole(request, version, number) : part2(request, version, frozen(request.of(part1)));
	}

	/// What a preview shows, for which there is no edition.
	Snapshot preview(PackRequest request) {
		var part1 = folder().settings(request.pack()).part2Of();
		return part1.isEmpty() ? whole(request, 1, Long.MAX_VALUE) : part2(request, 1, whole(request.of(part1), 1, Long.MAX_VALUE));
	}

	/// The request for Part 2 of the same report, where a pack holds it.
	Optional<PackRequest> part2(PackRequest part1) {
		return folder().part2(part1.pack()).map(part1::of);
	}

	private Snapshot whole(PackRequest request, int version, long number) {
		return this.facts.of(request, version, number, authority -> templates(request, authority));
	}

	private Snapshot frozen(PackRequest part1) {
		return this.editions.newest(part1)
			.map(edition -> SnapshotJson.read(this.editions.frozen(edition)))
			.orElseThrow(() -> new PackProblem(PackProblem.Kind.USAGE, "Part 2 is made from the very facts of its Part 1, which does not stand yet: run %s, and Part 2 follows by itself."
				.formatted(part1.pack())));
	}

	private Snapshot part2(PackRequest request, int version, Snapshot part1) {
		var templates = templates(request, part1.authority());
		var part2 = part1.part2(version, request.draft(), Facts.formats(request, PackTemplate.of(templates).settings().formats()), templates);
		return part2.movingFrom(this.precedents.of(request, part2));
	}

	private FrozenTemplates templates(PackRequest request, Authority authority) {
		return folder().frozen(request.pack(), house(folder(), request, authority));
	}

	private TemplateFolder folder() {
		return TemplateFolder.open(this.home.templates());
	}

	/// The house that was asked for, else the pack's own, else the council's, else `default`.
	private static String house(TemplateFolder folder, PackRequest request, Authority authority) {
		if (request.house() != null) {
			return request.house();
		}
		var own = folder.settings(request.pack()).house();
		if (!own.isEmpty()) {
			return own;
		}
		if (authority.house().isEmpty()) {
			return FrozenTemplates.DEFAULT_HOUSE;
		}
		if (!folder.houses().contains(authority.house())) {
			throw new PackProblem(PackProblem.Kind.INPUT, "The council %s takes the house '%s', which report-templates/houses does not have; mend authorities.house, or name a house with --house: %s."
				.formatted(authority.code(), authority.house(), String.join(", ", folder.houses())));
		}
		return authority.house();
	}

}
