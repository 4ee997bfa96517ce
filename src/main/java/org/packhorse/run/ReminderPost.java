package org.packhorse.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.packhorse.authority.PostHolder;
import org.packhorse.authority.PostHolders;
import org.packhorse.delivery.Delivery;
import org.packhorse.delivery.Ledger;
import org.packhorse.delivery.Postbag;
import org.packhorse.pack.PackProblem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/// Hands reminders over to the post: to each address one message a day at most, whatever the number of its posts and of schedules.
/// The record and the message stand together or not at all.
@Component
class ReminderPost {

	/// More than a council has leads.
	private static final int ALL = 10_000;

	private final Reminded reminded;

	private final PostHolders holders;

	private final Postbag postbag;

	private final Ledger ledger;

	private final TransactionTemplate transaction;

	ReminderPost(Reminded reminded, PostHolders holders, Postbag postbag, Ledger ledger, TransactionTemplate transaction) {
		this.reminded = reminded;
		this.holders = holders;
		this.postbag = postbag;
		this.ledger = ledger;
		this.transaction = transaction;
	}

	/// A reminder with those of its lead's addresses that have had none today.
	private record Addressed(Reminder reminder, List<String> addresses) {
	}

	/// Hands one council's reminders over, but for those that the leads have had; gives what is to be told of it. Who has had a message
	/// today gets what has come up since on the next working day.
	List<String> hand(String authority, List<Reminder> reminders, LocalDate today) {
		var news = new ArrayList<String>();
		var served = recipients(ReminderLetter.key(authority, today), null);
		var waiting = new ArrayList<Addressed>();
		for (Reminder reminder : reminders) {
			var addresses = addresses(reminder, today);
			if (!isWritten(reminder, addresses)) {
				if (addresses.isEmpty()) {
					news.addAll(unreached(reminder, today));
				}
				addresses.removeIf(address -> served.contains(same(address)));
				if (!addresses.isEmpty()) {
					waiting.add(new Addressed(reminder, addresses));
				}
			}
		}
		if (!waiting.isEmpty()) {
			news.addAll(written(authority, waiting, today));
		}
		return news;
	}

	/// Everybody's address once, however it is spelt.
	private List<String> addresses(Reminder reminder, LocalDate today) {
		var addresses = new TreeMap<String, String>();
		this.holders.of(reminder.authority(), reminder.lead(), today)
			.stream()
			.map(PostHolder::email)
			.filter(address -> !address.isBlank())
			.forEach(address -> addresses.putIfAbsent(same(address), address));
		return new ArrayList<>(addresses.values());
	}

	private static String same(String address) {
		return address.toLowerCase(Locale.ROOT);
	}

	/// A message that was withdrawn, because it came to be too old before mail went again, has told nobody anything.
	private boolean isWritten(Reminder reminder, List<String> addresses) {
		return this.reminded.written(reminder.schedule().name(), reminder.authority(), reminder.lead(), reminder.since()).stream().anyMatch(day -> {
			var withdrawn = recipients(ReminderLetter.key(reminder.authority(), day), Delivery.State.WITHDRAWN);
			return addresses.isEmpty() || addresses.stream().anyMatch(address -> !withdrawn.contains(same(address)));
		});
	}

	private List<String> recipients(String key, Delivery.@Nullable State state) {
		return this.ledger.list(key, state, ALL).stream().map(delivery -> same(delivery.recipient())).toList();
	}

	private List<String> unreached(Reminder reminder, LocalDate today) {
		return claim(reminder, today, false) ? List.of("%s for %s: %s cannot be reminded of %d missing: no address is on file; add the post to table post_holders"
			.formatted(reminder.schedule().name(), reminder.authority(), reminder.lead(), reminder.missing())) : List.of();
	}

	private boolean claim(Reminder reminder, LocalDate today, boolean reached) {
		return this.reminded.claim(reminder.schedule().name(), reminder.authority(), reminder.lead(), today, reminder.missing(), reached);
	}

	/// Of two processes at once the second finds everything claimed, or, having seen something that the first had not, looks again later.
	private List<String> written(String authority, List<Addressed> waiting, LocalDate today) {
		try {
			return Objects.requireNonNull(this.transaction.execute(_ -> {
				var claimed = waiting.stream().filter(each -> claim(each.reminder(), today, true)).toList();
				letters(claimed).forEach((address, letter) -> post(authority, address, letter, today));
				return claimed.stream()
					.map(each -> "%s for %s: %s is reminded of %d missing".formatted(each.reminder().schedule().name(), authority, each.reminder().lead(),
							each.reminder().missing()))
					.toList();
			}));
		}
		catch (UnexpectedRollbackException ex) {
			return List.of();
		}
	}

	private static Map<String, ReminderLetter> letters(List<Addressed> claimed) {
		var byAddress = new TreeMap<String, List<Reminder>>(String.CASE_INSENSITIVE_ORDER);
		claimed.forEach(each -> each.addresses().forEach(address -> byAddress.computeIfAbsent(address, _ -> new ArrayList<>()).add(each.reminder())));
		return byAddress.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> new ReminderLetter(entry.getValue())));
	}

	private void post(String authority, String address, ReminderLetter letter, LocalDate today) {
		var said = this.postbag.notice(ReminderLetter.key(authority, today), authority, address, letter.subject(), letter.words());
		switch (said) {
			case POSTED -> {
			}
			case STANDING -> throw new UnexpectedRollbackException("another process has written to this address today");
			case MAIL_NOT_SET_UP -> throw new PackProblem(PackProblem.Kind.INPUT, "Nobody has set who sends mail: packhorse.mail.from (docs/mail.md).");
		}
	}

}
