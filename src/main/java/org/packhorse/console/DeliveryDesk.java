package org.packhorse.console;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.packhorse.access.Account;
import org.packhorse.access.Reach;
import org.packhorse.access.Role;
import org.packhorse.delivery.Addresses;
import org.packhorse.delivery.Delivery;
import org.packhorse.delivery.Delivery.State;
import org.packhorse.delivery.DistributionList;
import org.packhorse.delivery.DistributionLists;
import org.packhorse.delivery.Holding;
import org.packhorse.delivery.LedgerPages;
import org.packhorse.delivery.LedgerSearch;
import org.packhorse.delivery.MailSetup;
import org.packhorse.delivery.Postbag;
import org.packhorse.delivery.Resolutions;
import org.packhorse.pack.Edition;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.SignOffs;
import org.packhorse.run.ScheduledLists;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// What pages and scripts do with messages: look them up, settle them, and have editions sent, always on behalf of an account.
@Component
@ConditionalOnWebApplication
class DeliveryDesk {

	private static final Set<Role> KNOW_ADDRESSES = Set.of(Role.AUTHOR, Role.ADMIN);

	private final LedgerPages ledger;

	private final Resolutions resolutions;

	private final Postbag postbag;

	private final DistributionLists lists;

	private final ScheduledLists scheduled;

	private final SignOffs signOffs;

	private final Holding holding;

	private final MailSetup mail;

	DeliveryDesk(LedgerPages ledger, Resolutions resolutions, Postbag postbag, DistributionLists lists, ScheduledLists scheduled, SignOffs signOffs, Holding holding, MailSetup mail) {
		this.ledger = ledger;
		this.resolutions = resolutions;
		this.postbag = postbag;
		this.lists = lists;
		this.scheduled = scheduled;
		this.signOffs = signOffs;
		this.holding = holding;
		this.mail = mail;
	}

	/// Who would get an edition, and which of them have a message with it already.
	record Tried(List<DistributionList.Recipient> recipients, Set<String> standing) {
	}

	LedgerPages.Look look(LedgerSearch search, Account account, int number) {
		return this.ledger.look(search, Reach.of(account), number);
	}

	/// How many messages wait for somebody to find out whether they came.
	long doubtful(Account account) {
		return this.ledger.count(State.DOUBTFUL, Reach.of(account));
	}

	/// A message that exists as far as the account can tell.
	Delivery known(Account account, long number) {
		return this.ledger.find(number, Reach.of(account)).orElseThrow(NothingThere::new);
	}

	/// Settles a message; what cannot be done is noted as a fault, and then nothing is.
	///
	/// @param typed the decision, `delivered` or `resend`, and the reason
	Optional<Delivery> settle(Account account, long number, Typed typed) {
		var decision = typed.text("decision");
		var delivery = this.ledger.find(number, Reach.of(account).ofReader()).orElseThrow(NothingThere::new);
		boolean delivered = decision.equals("delivered");
		if (!delivered && !decision.equals("resend")) {
			typed.fault("decision", "Select what became of the message");
		}
		else if (!(delivered ? delivery.state() == State.DOUBTFUL : Resolutions.mayResend(delivery.state()))) {
			typed.fault("decision", "Message %d is %s, which leaves nothing to settle in this way".formatted(number, Words.state(delivery.state())));
		}
		var reason = reason(typed);
		if (typed.isFaulty()) {
			return Optional.empty();
		}
		try {
			return Optional.of(delivered ? this.resolutions.delivered(number, account.actor(), reason) : this.resolutions.resend(number, account.actor(), reason));
		}
		catch (PackProblem ex) {
			typed.fault("decision", ex);
			return Optional.empty();
		}
	}

	private static String reason(Typed typed) {
		var reason = typed.line("reason", "Reason", 500);
		if (reason.isEmpty()) {
			typed.fault("reason", "Enter why, such as: in the mail server's log at 9:02");
		}
		return reason;
	}

	/// That all mail is held, where it is, and why, as far as that is for the account.
	Optional<String> held(Account account) {
		return this.holding.reason().map(reason -> held(account, reason));
	}

	/// The reason may name a pack of any council.
	private static String held(Account account, String reason) {
		return HoldDesk.knowsWhy(account) ? "All mail is held: " + why(reason) : "All mail is held";
	}

	/// The same as it was given, for whoever reads the page.
	static String why(String reason) {
		return Addresses.without(Told.words(reason));
	}

	/// The lists of an edition's council.
	List<DistributionList> lists(Edition edition) {
		var authority = edition.request().authority();
		return this.lists.names(authority).stream().flatMap(name -> this.lists.find(authority, name).stream()).toList();
	}

	/// Those that the edition is meant for: by its sign-off, or by the schedule that made it.
	List<String> meant(Edition edition) {
		return this.scheduled.named(edition);
	}

	/// Who would get it; nobody where something is at fault, which is noted.
	Tried tried(Edition edition, List<String> lists, Typed typed) {
		if (!check(edition, lists, false, typed)) {
			return new Tried(List.of(), Set.of());
		}
		return new Tried(this.postbag.recipients(edition, lists), Set.copyOf(this.postbag.standing(edition, lists)));
	}

	/// Posts an edition, or rehearses; nothing where something is at fault, which is noted.
	Optional<Postbag.Posted> post(Edition edition, List<String> lists, boolean rehearsal, Account account, Typed typed) {
		if (!check(edition, lists, rehearsal, typed)) {
			return Optional.empty();
		}
		var look = this.holding.look();
		if (look.held()) {
			typed.fault("list", held(account, look.reason()) + ". Nothing is posted");
			return Optional.empty();
		}
		try {
			var posted = rehearsal ? this.postbag.rehearse(edition, lists, account.actor()) : this.postbag.post(edition, lists, account.actor());
			if (!rehearsal) {
				this.signOffs.postedByHand(edition, lists);
			}
			return Optional.of(posted);
		}
		catch (PackProblem ex) {
			typed.fault("list", ex);
			return Optional.empty();
		}
	}

	private boolean check(Edition edition, List<String> lists, boolean rehearsal, Typed typed) {
		if (lists.isEmpty()) {
			typed.fault("list", "Select the lists that it goes to");
			return false;
		}
		try {
			if (!this.mail.settings().isSetUp()) {
				typed.fault("list", "Mail is not set up here yet: whoever runs Packhorse names the mail server and who sends");
			}
			this.postbag.faults(edition, lists, rehearsal).forEach(fault -> typed.fault("list", Told.words(fault)));
		}
		catch (PackProblem ex) {
			typed.fault("list", ex);
		}
		return !typed.isFaulty();
	}

	/// An address as the account may see it.
	static String shown(Account account, String address) {
		return account.isAny(KNOW_ADDRESSES) ? address : Addresses.covered(address);
	}

	/// Words of the server or of whoever decided, in which an address may stand.
	static String words(Account account, String words) {
		return account.isAny(KNOW_ADDRESSES) ? words : Addresses.without(words);
	}

}
