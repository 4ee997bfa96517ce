package org.packhorse.run;

import java.time.LocalDate;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Hands reminders over to the post, each lead's once a day: the record and the message stand together or not at all.
@Component
class ReminderPost {

	private final Reminded reminded;

	private final PostAddresses addresses;

	private final Notices notices;

	private final TransactionTemplate transaction;

	ReminderPost(Reminded reminded, PostAddresses addresses, Notices notices, TransactionTemplate transaction) {
		this.reminded = reminded;
		this.addresses = addresses;
		this.notices = notices;
		this.transaction = transaction;
	}

	/// Hands a reminder over unless the lead has had it; gives what is to be told of it.
	Optional<String> hand(Reminder reminder, LocalDate today) {
		var schedule = reminder.schedule().name();
		if (this.reminded.isWritten(schedule, reminder.authority(), reminder.lead(), reminder.since())) {
			return Optional.empty();
		}
		var addresses = this.addresses.of(reminder.authority(), reminder.lead(), today);
		return Optional.ofNullable(this.transaction.execute(_ -> {
			if (!this.reminded.claim(schedule, reminder.authority(), reminder.lead(), today, reminder.missing(), !addresses.isEmpty())) {
				return null;
			}
			addresses.forEach(address -> this.notices.notice(reminder.key(today), reminder.authority(), address, reminder.subject(), reminder.words()));
			return addresses.isEmpty()
					? "%s for %s: %s cannot be reminded of %d missing: no address is on file; add the post to table post_holders".formatted(schedule,
							reminder.authority(), reminder.lead(), reminder.missing())
					: "%s for %s: %s is reminded of %d missing".formatted(schedule, reminder.authority(), reminder.lead(), reminder.missing());
		}));
	}

}
