package org.packhorse.run;

import java.time.LocalDate;
import java.util.Optional;

import org.packhorse.authority.PostHolder;
import org.packhorse.authority.PostHolders;
import org.packhorse.delivery.Postbag;
import org.packhorse.pack.PackProblem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Hands reminders over to the post, each lead's once a day: the record and the message stand together or not at all.
@Component
class ReminderPost {

	private final Reminded reminded;

	private final PostHolders holders;

	private final Postbag postbag;

	private final TransactionTemplate transaction;

	ReminderPost(Reminded reminded, PostHolders holders, Postbag postbag, TransactionTemplate transaction) {
		this.reminded = reminded;
		this.holders = holders;
		this.postbag = postbag;
		this.transaction = transaction;
	}

	/// Hands a reminder over unless the lead has had it; gives what is to be told of it.
	Optional<String> hand(Reminder reminder, LocalDate today) {
		var schedule = reminder.schedule().name();
		if (this.reminded.isWritten(schedule, reminder.authority(), reminder.lead(), reminder.since())) {
			return Optional.empty();
		}
		var addresses = this.holders.of(reminder.authority(), reminder.lead(), today).stream().map(PostHolder::email).filter(address -> !address.isBlank()).distinct().toList();
		return Optional.ofNullable(this.transaction.execute(_ -> {
			if (!this.reminded.claim(schedule, reminder.authority(), reminder.lead(), today, reminder.missing(), !addresses.isEmpty())) {
				return null;
			}
			var said = addresses.stream()
				.map(address -> this.postbag.notice(reminder.key(today), reminder.authority(), address, reminder.subject(), reminder.words()))
				.toList();
			if (said.contains(Postbag.Notice.MAIL_NOT_SET_UP)) {
				throw new PackProblem(PackProblem.Kind.INPUT, "Nobody has set who sends mail: packhorse.mail.from (docs/mail.md).");
			}
			return words(reminder, !addresses.isEmpty());
		}));
	}

	private static String words(Reminder reminder, boolean told) {
		return (told ? "%s for %s: %s is reminded of %d missing"
				: "%s for %s: %s cannot be reminded of %d missing: no address is on file; add the post to table post_holders").formatted(reminder.schedule().name(),
						reminder.authority(), reminder.lead(), reminder.missing());
	}

}
