package org.packhorse.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.packhorse.pack.Edition;
import org.packhorse.pack.Editions;
import org.springframework.stereotype.Component;

/// Looks again whether a message that was posted may go, at the moment when it would: lists, people, editions and settings change meanwhile.
@Component
class Readmission {

	private final Admission admission;

	private final DistributionLists lists;

	private final Releases releases;

	private final Editions editions;

	private final Ledger ledger;

	private final DeliveryKey key;

	private final OldNotices notices;

	Readmission(Admission admission, DistributionLists lists, Releases releases, Editions editions, Ledger ledger, DeliveryKey key, OldNotices notices) {
		this.admission = admission;
		this.lists = lists;
		this.releases = releases;
		this.editions = editions;
		this.ledger = ledger;
		this.key = key;
		this.notices = notices;
	}

	/// Why a message may not go now.
	///
	/// @param passing whether it lies in the edition's folder or the settings: it may go when they are mended, and is nobody's loss until then
	record Refusal(String words, boolean passing) {

		private static Optional<Refusal> forGood(String words) {
			return Optional.of(new Refusal(words, false));
		}

		private static Optional<Refusal> forNow(String words) {
			return Optional.of(new Refusal(words, true));
		}

	}

	/// What an edition's folder says; its files are not kept.
	private record Folder(String audience, List<String> missing, List<String> changed) {
	}

	/// For the messages of one round.
	Round round(MailSettings settings) {
		return new Round(settings);
	}

	/// The lists of a message's release that its recipient is on today.
	List<DistributionList> listsOf(Delivery delivery) {
		return existing(delivery).filter(list -> on(list, delivery).findAny().isPresent()).toList();
	}

	private Stream<DistributionList> existing(Delivery delivery) {
		return this.releases.lists(delivery.number()).stream().flatMap(name -> this.lists.find(delivery.authority(), name).stream());
	}

	private Stream<DistributionList.Recipient> on(DistributionList list, Delivery delivery) {
		return this.admission.today(list).stream().filter(each -> Addresses.same(each.address()).equals(delivery.recipient()));
	}

	/// One round, in which an edition's folder is read once.
	final class Round {

		private final MailSettings settings;

		private final Map<Long, Folder> folders = new HashMap<>();

		private Round(MailSettings settings) {
			this.settings = settings;
		}

		/// Why the message may not go now, or nothing.
		Optional<Refusal> refusal(Delivery delivery) {
			if (!Addresses.isPlain(delivery.address())) {
				return Refusal.forGood("the address is none");
			}
			if (delivery.edition() == null) {
				return Readmission.this.notices.refusal(delivery).flatMap(Refusal::forGood);
			}
			var edition = Readmission.this.editions.onRecord(delivery.edition());
			if (edition.isEmpty() || !String.valueOf(edition.get().manifestSha256()).equals(delivery.manifestSha256())) {
				return Refusal.forGood("the edition is not on record as it was posted");
			}
			var newer = Readmission.this.admission.successor(edition.get());
			return newer.isPresent() ? Refusal.forGood("version %d has taken the edition's place".formatted(newer.get().version())) : ofReader(delivery, edition.get());
		}

		private Optional<Refusal> ofReader(Delivery delivery, Edition edition) {
			var folder = this.folders.computeIfAbsent(edition.number(), _ -> folder(edition));
			if (!folder.changed().isEmpty()) {
				return Refusal.forGood(folder.changed().getFirst());
			}
			if (existing(delivery).findAny().isEmpty()) {
				return Refusal.forGood("the list %s is no longer there".formatted(delivery.list()));
			}
			var lists = listsOf(delivery);
			if (lists.isEmpty()) {
				return Refusal.forGood("the recipient is no longer on the list %s".formatted(delivery.list()));
			}
			return folder.missing().isEmpty() ? ofLists(delivery, lists, folder.audience()) : Refusal.forNow(folder.missing().getFirst());
		}

		/// One list that lets it through is enough, as it was when it was posted.
		private Optional<Refusal> ofLists(Delivery delivery, List<DistributionList> lists, String audience) {
			var refusals = lists.stream().map(list -> ofList(delivery, list, audience)).toList();
			if (refusals.stream().noneMatch(Optional::isEmpty)) {
				return Refusal.forGood(refusals.getFirst().orElseThrow());
			}
			var opening = Readmission.this.ledger.opening(delivery.number());
			if (opening.filter(one -> !one.keyMark().equals(Readmission.this.key.mark())).isPresent()) {
				return Refusal.forNow("its link or password hangs on another delivery key than the one of now: bring that key back (docs/links.md)");
			}
			// How the message was made counts, whatever its list says by now.
			boolean locked = opening.filter(one -> one.by() == Opening.By.PASSWORD).isPresent();
			return Readmission.this.admission.openLine(String.valueOf(delivery.list()), locked, audience, this.settings).flatMap(Refusal::forNow);
		}

		private Optional<String> ofList(Delivery delivery, DistributionList list, String audience) {
			var admission = Readmission.this.admission;
			return admission.refusal(list, audience).or(() -> rehearsal(delivery, list, audience)).or(() -> {
				var refusals = on(list, delivery).map(recipient -> admission.refusal(list, recipient, audience)).toList();
				return refusals.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : refusals.getFirst();
			});
		}

		private Optional<String> rehearsal(Delivery delivery, DistributionList list, String audience) {
			return delivery.kind() == Delivery.Kind.REHEARSAL ? Readmission.this.admission.rehearsalRefusal(list, delivery.address(), audience) : Optional.empty();
		}

		private Folder folder(Edition edition) {
			var files = Readmission.this.admission.files(edition);
			return new Folder(files.audience(), files.missing(), files.changed());
		}

	}

}
