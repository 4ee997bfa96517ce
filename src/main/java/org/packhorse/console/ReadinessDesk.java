package org.packhorse.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Account;
import org.packhorse.pack.Gaps;
import org.packhorse.pack.Home;
import org.packhorse.pack.PackRequest;
import org.packhorse.run.Orders;
import org.packhorse.run.PackRuns;
import org.packhorse.run.RunQuestion;
import org.packhorse.template.PackSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// What a pack still lacks, for those who may read the pack: the same that the command `readiness` says.
@Component
@ConditionalOnWebApplication
class ReadinessDesk {

	private final PackSight sight;

	private final PackRuns runs;

	private final Orders orders;

	private final Home home;

	ReadinessDesk(PackSight sight, PackRuns runs, Orders orders, Home home) {
		this.sight = sight;
		this.runs = runs;
		this.orders = orders;
		this.home = home;
	}

	/// A pack of a council as at a day, and what it lacks.
	record Ready(PackRequest request, Gaps gaps) {
	}

	/// The packs that somebody may ask for.
	List<PackSettings> packs(Account account) {
		return this.sight.packs(account);
	}

	/// Throws what is wrong with the question; nothing where the pack, or the council, is not for this account.
	Optional<Ready> of(Account account, String pack, String authority, @Nullable LocalDate asAt) {
		if (!this.sight.eyes(account).reads(authority, pack) || authority.equals("all")) {
			return Optional.empty();
		}
		var question = new RunQuestion(List.of(pack), authority, asAt, null, List.of(), null, false, List.of(), this.home.out());
		return this.runs.requests(question).stream().findFirst().map(request -> new Ready(request, this.orders.gaps(List.of(request))));
	}

}
