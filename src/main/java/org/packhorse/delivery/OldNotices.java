package org.packhorse.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.packhorse.pack.Edition;
import org.packhorse.pack.Editions;
import org.packhorse.pack.Progress;
import org.packhorse.pack.SignOffs;
import org.springframework.stereotype.Component;

/// Notices that have come to be pointless while they waited, as after a hold: reminders of days gone by, and requests to look at a draft
/// that waits no longer. A reminder that is still due is written anew.
@Component
class OldNotices {

	private static final Duration REMINDERS_LAST = Duration.ofHours(24);

	private final Editions editions;

	private final SignOffs signOffs;

	private final Clock clock;

	OldNotices(Editions editions, SignOffs signOffs, Clock clock) {
		this.editions = editions;
		this.signOffs = signOffs;
		this.clock = clock;
	}

	/// Why a notice may not go any more, or nothing. Its key says what it is: `reminder|COUNCIL|DAY` or `sign-off|DRAFT|POST`.
	Optional<String> refusal(Delivery notice) {
		var parts = notice.about().split("\\|", 3);
		if (parts[0].equals("reminder") && notice.postedAt().isBefore(this.clock.instant().minus(REMINDERS_LAST))) {
			return Optional.of("the reminder is more than a day old");
		}
		if (parts[0].equals("sign-off") && parts.length == 3 && !waits(parts[1], notice.about())) {
			return Optional.of("the draft does not wait for this post any more");
		}
		return Optional.empty();
	}

	private boolean waits(String draft, String key) {
		return this.editions.named(draft).stream().flatMap(edition -> waitsFor(edition).stream()).anyMatch(post -> NoticeKey.of("sign-off|" + draft + "|" + post).equals(key));
	}

	private List<String> waitsFor(Edition draft) {
		return this.editions.isSuperseded(draft) ? List.of()
				: this.signOffs.of(draft).filter(progress -> progress.sentBack() == null).map(Progress::waitsFor).orElse(List.of());
	}

}
