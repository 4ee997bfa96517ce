package org.packhorse.pack;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.packhorse.authority.Authorities;
import org.packhorse.authority.Authority;
import org.packhorse.authority.Meeting;
import org.packhorse.kpi.Kpis;
import org.packhorse.plan.Plans;
import org.packhorse.template.FrozenTemplates;
import org.packhorse.template.PackTemplate;
import org.packhorse.writer.PackFormat;
import org.springframework.stereotype.Component;

/// Collects what a snapshot freezes from the rooms that know it.
@Component
class Facts {

	private final Authorities authorities;

	private final Plans plans;

	private final Kpis kpis;

	private final Editions editions;

	private final Ratings ratings;

	Facts(Authorities authorities, Plans plans, Kpis kpis, Editions editions, Ratings ratings) {
		this.authorities = authorities;
		this.plans = plans;
		this.kpis = kpis;
		this.editions = editions;
		this.ratings = ratings;
	}

	/// Everything that the request's edition would be made of now.
	Snapshot of(PackRequest request, int version, Function<Authority, FrozenTemplates> frozen) {
		var authority = this.authorities.find(request.authority())
			.orElseThrow(() -> new PackProblem(PackProblem.Kind.USAGE, "There is no council '%s' on file.".formatted(request.authority())));
		var templates = frozen.apply(authority);
		var settings = PackTemplate.of(templates).settings();
		return new Snapshot(authority, request.asAt(), version, request.draft(), formats(request, settings.formats()),
				meeting(request, settings.body()), this.plans.asAt(authority.code(), request.asAt()),
				this.plans.manualRatings(authority.code(), request.asAt()), this.kpis.asAt(authority, request.asAt()),
				this.editions.previous(request).map(this.ratings::of).orElse(null), templates);
	}

	private @Nullable Meeting meeting(PackRequest request, String body) {
		return body.isEmpty() ? null : this.authorities.nextMeeting(request.authority(), body, request.asAt()).orElse(null);
	}

	private static List<PackFormat> formats(PackRequest request, List<PackFormat> own) {
		return request.formats().isEmpty() ? own.stream().sorted().toList() : request.formats();
	}

}
