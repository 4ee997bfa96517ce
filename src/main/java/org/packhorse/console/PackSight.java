package org.packhorse.console;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Account;
import org.packhorse.access.Reach;
import org.packhorse.access.Role;
import org.packhorse.pack.PacksToday;
import org.packhorse.run.RunLog;
import org.packhorse.template.PackSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// Which packs somebody may know of, by what the packs say of their audience today.
@Component
@ConditionalOnWebApplication
class PackSight {

	private static final Set<Role> OF_ALL_RUNS = Set.of(Role.ADMIN, Role.AUDITOR);

	private final PacksToday today;

	PackSight(PacksToday today) {
		this.today = today;
	}

	/// The packs that an account may read.
	List<PackSettings> packs(Account account) {
		return this.today.readable(Reach.of(account));
	}

	/// Of which runs an account may know: whoever keeps or audits the machine sees of every run of their councils that it ran.
	RunLog.@Nullable Seen runs(Account account) {
		if (account.isAny(OF_ALL_RUNS)) {
			return account.councils().isEmpty() ? null : new RunLog.Seen(null, account.councils());
		}
		return new RunLog.Seen(packs(account).stream().map(PackSettings::pack).toList(), account.councils());
	}

	/// What an account may read of packs, asked once for a whole page.
	Eyes eyes(Account account) {
		return new Eyes(account, packs(account).stream().map(PackSettings::pack).collect(Collectors.toUnmodifiableSet()));
	}

	/// An account with the packs that it is cleared for.
	record Eyes(Account account, Set<String> packs) {

		/// Whether what was said of a pack of a council may be shown.
		boolean reads(String council, String pack) {
			return this.account.ofCouncil(council) && this.packs.contains(pack);
		}

	}

}
