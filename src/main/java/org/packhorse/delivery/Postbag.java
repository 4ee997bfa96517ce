package org.packhorse.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.packhorse.access.Actor;
import org.packhorse.access.AuditTrail;
import org.packhorse.delivery.Delivery.Kind;
import org.packhorse.pack.Edition;
import org.packhorse.pack.PackProblem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Where editions and notices are posted: checked, made, and written into the ledger in one transaction, or not at all.
///
/// Posting sends nothing; [DeliveryRound] does.
@Component
public class Postbag {

	private final Posting posting;

	private final Releases releases;

	private final Ledger ledger;

	private final Holding holding;

	private final AuditTrail trail;

	private final MailSetup mail;

	private final Clock clock;

	private final TransactionTemplate transaction;

	Postbag(Posting posting, Releases releases, Ledger ledger, Holding holding, AuditTrail trail, MailSetup mail, Clock clock, PlatformTransactionManager transactions) {
		this.posting = posting;
		this.releases = releases;
		this.ledger = ledger;
		this.holding = holding;
		this.trail = trail;
		this.mail = mail;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/// What came of posting.
	///
	/// @param added messages that were written down now
	/// @param standing messages that were there already, wherever they stand
	/// @param known those of `added` that the send journal knew of, so that they are not sent
	/// @param deliveries all of them
	public record Posted(String about, int added, int standing, int known, List<Delivery> deliveries) {

		public Posted {
			deliveries = List.copyOf(deliveries);
		}

	}

	/// What came of a notice.
	public enum Notice {

		/// It was written down now.
		POSTED,

		/// The same notice to the same address was there already.
		STANDING,

		/// Nobody has set who sends mail (`packhorse.mail.from`): nothing was written down.
		MAIL_NOT_SET_UP

	}

	/// Posts an edition to everybody on the lists, once each. Throws [PackProblem] with everything that is wrong, and then nothing is posted.
	public Posted post(Edition edition, List<String> lists, Actor actor) {
		return post(edition, lists, actor, Kind.EDITION);
	}

	/// The same to the mailbox of rehearsals, with the true recipients on top: what is really to be sent neither goes nor stays behind.
	public Posted rehearse(Edition edition, List<String> lists, Actor actor) {
		return post(edition, lists, actor, Kind.REHEARSAL);
	}

	/// What posting would find wrong, a sentence each.
	public List<String> faults(Edition edition, List<String> lists, boolean rehearsal) {
		return this.posting.check(edition, lists, rehearsal ? Kind.REHEARSAL : Kind.EDITION, this.mail.settings()).faults();
	}

	/// Whom posting would reach, by address.
	public List<DistributionList.Recipient> recipients(Edition edition, List<String> lists) {
		return this.posting.check(edition, lists, Kind.EDITION, this.mail.settings()).readers().stream().map(Posting.Reader::recipient).toList();
	}

	/// Which of these addresses have a message with the edition already, so that posting would write none.
	public List<String> standing(Edition edition, List<String> lists) {
		return this.posting.check(edition, lists, Kind.EDITION, this.mail.settings())
			.readers()
			.stream()
			.filter(reader -> this.posting.standing(reader, edition, Kind.EDITION).isPresent())
			.map(reader -> reader.recipient().address())
			.toList();
	}

	private Posted post(Edition edition, List<String> lists, Actor actor, Kind kind) {
		var settings = this.mail.settings();
		var checked = this.posting.check(edition, lists, kind, settings);
		if (!checked.faults().isEmpty()) {
			throw new PackProblem(PackProblem.Kind.INPUT, "%s was not posted:\n  %s".formatted(edition.name(), String.join("\n  ", checked.faults())));
		}
		var now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		var standing = checked.readers().stream().flatMap(reader -> this.posting.standing(reader, edition, kind).stream()).map(Delivery::recipient).toList();
		var frozen = this.posting.freeze(checked, standing, kind, new Freezer(settings, now));
		return Objects.requireNonNull(this.transaction.execute(_ -> write(edition, kind, lists, checked, frozen, actor, now)));
	}

	/// Two people who post the same edition at once take turns here: the second finds what the first has written.
	private Posted write(Edition edition, Kind kind, List<String> lists, Posting.Checked checked, List<Frozen> frozen, Actor actor, Instant now) {
		this.releases.takeTurn(edition);
		var fresh = frozen.stream().filter(each -> this.ledger.named(each.messageId()).isEmpty()).toList();
		int known = 0;
		if (!fresh.isEmpty()) {
			long release = this.releases.record(kind, edition, lists, fresh.size(), actor, now);
			for (Frozen each : fresh) {
				this.ledger.post(each, release, actor.toString(), now);
				known += this.holding.takeOver(each.messageId()).isPresent() ? 1 : 0;
			}
			this.trail.record(actor, kind == Kind.EDITION ? "released" : "rehearsed", edition.name(),
					Map.of("lists", lists, "messages", fresh.size(), "manifest", String.valueOf(edition.manifestSha256())));
		}
		var all = checked.readers().stream().flatMap(reader -> this.posting.standing(reader, edition, kind).stream()).toList();
		return new Posted(edition.name(), fresh.size(), all.size() - fresh.size(), known, all);
	}

	/// Posts plain words to one address; the same key to the same address again is posted once.
	///
	/// @param about what the notice is about and when, such as `reminder|E08000013|2026-03-31`: its key, hashed at its end where it is too long
	public Notice notice(String about, String authority, String address, String subject, String plain) {
		var key = NoticeKey.of(about);
		var settings = this.mail.settings();
		demandClean(key, address, subject);
		if (settings.sender().address().isEmpty()) {
			return Notice.MAIL_NOT_SET_UP;
		}
		var now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		var recipient = Addresses.same(address);
		var to = new Addressed(Kind.NOTICE, authority, key, null, null, null, recipient, "", Addresses.sent(address), 1);
		if (this.ledger.last(Kind.NOTICE, key, null, recipient).isPresent()) {
			return Notice.STANDING;
		}
		var frozen = new Freezer(settings, now).freeze(to, new Parcel(subject, plain, "", List.of()));
		try {
			this.transaction.executeWithoutResult(_ -> {
				this.ledger.post(frozen, null, "packhorse", now);
				this.holding.takeOver(frozen.messageId());
			});
			return Notice.POSTED;
		}
		catch (DuplicateKeyException ex) {
			// Another process posted it a moment ago.
			return Notice.STANDING;
		}
	}

	private static void demandClean(String key, String address, String subject) {
		var faults = new ArrayList<String>();
		if (!Addresses.isPlain(address)) {
			faults.add("%s is no e-mail address.".formatted(Addresses.covered(address)));
		}
		if (subject.isBlank() || hasControls(subject)) {
			faults.add("The subject is blank or holds a line break or another control character.");
		}
		if (key.isBlank() || hasControls(key)) {
			faults.add("The key is blank or holds control characters.");
		}
		if (!faults.isEmpty()) {
			throw new PackProblem(PackProblem.Kind.INPUT, "The notice was not posted: " + String.join(" ", faults));
		}
	}

	private static boolean hasControls(String words) {
		return !Addresses.oneLine(words, Integer.MAX_VALUE).equals(words.strip());
	}

	/// Posts once more what a person has decided to send again, as the message after this one. Where the send journal knows that one
	/// already, it was sent before an older database was restored.
	Delivery again(Delivery before, Optional<Edition> edition, Actor actor) {
		var settings = this.mail.settings();
		var now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		var frozen = this.posting.again(before, edition, new Freezer(settings, now), settings);
		this.ledger.post(frozen, this.releases.of(before.number()), actor.toString(), now);
		this.holding.takeOver(frozen.messageId());
		return this.ledger.named(frozen.messageId()).orElseThrow();
	}

}
