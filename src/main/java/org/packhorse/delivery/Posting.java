package org.packhorse.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.packhorse.delivery.Delivery.Kind;
import org.packhorse.delivery.DistributionList.Recipient;
import org.packhorse.markup.NearestName;
import org.packhorse.pack.Edition;
import org.packhorse.pack.EditionFiles;
import org.packhorse.pack.PackProblem;
import org.packhorse.writer.PackFormat;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Checks a question to post an edition, finds who gets it, and makes each one's message.
@Component
class Posting {

	private final DistributionLists lists;

	private final Admission admission;

	private final Parcels parcels;

	private final Ledger ledger;

	private final Readmission readmission;

	private final ObjectProvider<DraftLists> drafts;

	Posting(DistributionLists lists, Admission admission, Parcels parcels, Ledger ledger, Readmission readmission, ObjectProvider<DraftLists> drafts) {
		this.lists = lists;
		this.admission = admission;
		this.parcels = parcels;
		this.ledger = ledger;
		this.readmission = readmission;
		this.drafts = drafts;
	}

	/// Somebody who gets it, and the list that says how.
	record Reader(DistributionList list, Recipient recipient, String mailbox) {

		/// What tells this person from others.
		String who() {
			return Addresses.same(this.recipient.address());
		}

		Addressed of(Kind kind, Edition edition, int sendNo) {
			return new Addressed(kind, edition.request().authority(), edition.name(), edition.number(), edition.manifestSha256(), this.list.name(), who(), this.recipient.name(),
					kind == Kind.REHEARSAL ? this.mailbox : Addresses.sent(this.recipient.address()), sendNo);
		}

	}

	/// A question with everything that is wrong with it.
	record Checked(EditionFiles files, List<Reader> readers, List<String> faults) {
	}

	/// Looks at everything at once: whoever asks wants to mend it once.
	Checked check(Edition edition, List<String> names, Kind kind, MailSettings settings) {
		return check(edition, names, kind, settings, _ -> true);
	}

	private Checked check(Edition edition, List<String> names, Kind kind, MailSettings settings, Predicate<Recipient> whom) {
		var faults = new ArrayList<String>();
		var files = this.admission.files(edition);
		faults.addAll(files.faults());
		sender(kind, settings, faults);
		edition(edition, names, faults);
		var readers = new LinkedHashMap<String, Reader>();
		for (String name : names.stream().distinct().toList()) {
			var list = this.lists.find(edition.request().authority(), name);
			if (list.isEmpty()) {
				faults.add("There is no list %s of %s. %s".formatted(Addresses.oneLine(name, 60), edition.request().authority(),
						NearestName.among(this.lists.names(edition.request().authority())).remedy(name)));
			}
			else {
				list(list.get(), files, settings, whom, readers, faults);
				rehearsal(list.get(), files, kind, settings, faults);
			}
		}
		return new Checked(files, List.copyOf(readers.values()), faults.stream().distinct().toList());
	}

	private static void sender(Kind kind, MailSettings settings, List<String> faults) {
		if (settings.sender().address().isEmpty()) {
			faults.add("Nobody has set who sends mail: packhorse.mail.from, such as packs@example.gov.uk.");
		}
		if (kind == Kind.REHEARSAL && settings.sender().rehearsalMailbox().isEmpty()) {
			faults.add("Nobody has set where rehearsals go: packhorse.mail.rehearsal-mailbox, such as rehearsals@example.gov.uk.");
		}
	}

	private void edition(Edition edition, List<String> names, List<String> faults) {
		if (names.isEmpty()) {
			faults.add("No list is named, and no schedule says which: name one with --list. Lists of %s: %s.".formatted(edition.request().authority(),
					String.join(", ", this.lists.names(edition.request().authority()))));
		}
		this.admission.successor(edition).ifPresent(newer -> faults.add("%s has taken the place of %s; send that one.".formatted(newer.name(), edition.name())));
		if (edition.request().draft()) {
			var allowed = this.drafts.stream().flatMap(each -> each.of(edition).stream()).toList();
			names.stream()
				.filter(name -> !allowed.contains(name))
				.forEach(name -> faults.add("%s is a draft, and no schedule with draft: yes names the list %s: a draft goes to nobody else.".formatted(edition.name(),
						Addresses.oneLine(name, 60))));
		}
	}

	private void list(DistributionList list, EditionFiles files, MailSettings settings, Predicate<Recipient> whom, Map<String, Reader> readers, List<String> faults) {
		if (list.linked()) {
			this.parcels.linkFault().ifPresent(faults::add);
		}
		if (!files.audience().isEmpty()) {
			this.admission.refusal(list, files.audience(), settings).ifPresent(faults::add);
		}
		var lacking = list.formats().stream().filter(format -> !files.bytes().isEmpty() && !files.formats().contains(format)).map(PackFormat::ending).toList();
		if (!lacking.isEmpty()) {
			faults.add("The list %s wants %s, which %s does not have.".formatted(list.name(), String.join(" and ", lacking), files.edition().name()));
		}
		var today = this.admission.today(list).stream().filter(whom).toList();
		if (today.isEmpty()) {
			faults.add("Nobody whom this could go to is on the list %s today.".formatted(list.name()));
		}
		for (Recipient recipient : today) {
			var refused = files.audience().isEmpty() ? Optional.<String>empty() : this.admission.refusal(list, recipient, files.audience());
			refused.ifPresentOrElse(faults::add, () -> {
				var reader = new Reader(list, recipient, settings.sender().rehearsalMailbox());
				readers.putIfAbsent(reader.who(), reader);
			});
		}
	}

	private void rehearsal(DistributionList list, EditionFiles files, Kind kind, MailSettings settings, List<String> faults) {
		var mailbox = settings.sender().rehearsalMailbox();
		if (kind == Kind.REHEARSAL && !mailbox.isEmpty() && !files.audience().isEmpty()) {
			this.admission.rehearsalRefusal(list, mailbox, files.audience()).ifPresent(faults::add);
		}
	}

	/// The message to this reader that is in the ledger already; of a rehearsal one that has not ended.
	Optional<Delivery> standing(Reader reader, Edition edition, Kind kind) {
		return this.ledger.last(kind, edition.name(), edition.manifestSha256(), reader.who());
	}

	/// Makes the messages that are not there yet.
	List<Frozen> freeze(Checked checked, List<String> standing, Kind kind, Freezer freezer) {
		var wanted = checked.readers().stream().filter(reader -> kind == Kind.REHEARSAL || !standing.contains(reader.who())).toList();
		if (wanted.isEmpty()) {
			return List.of();
		}
		var wrapping = this.parcels.of(checked.files());
		var edition = checked.files().edition();
		var frozen = new ArrayList<Frozen>();
		for (Reader reader : wanted) {
			sendNo(reader, edition, kind).ifPresent(number -> frozen.add(freeze(wrapping, reader, reader.of(kind, edition, number), freezer)));
		}
		return frozen;
	}

	/// 1 for what was never posted. A rehearsal may be held as often as one likes, once the last has ended.
	private Optional<Integer> sendNo(Reader reader, Edition edition, Kind kind) {
		var last = standing(reader, edition, kind);
		if (last.isEmpty()) {
			return Optional.of(1);
		}
		boolean open = last.get().state().isOpen() || last.get().state() == Delivery.State.DOUBTFUL;
		return kind == Kind.REHEARSAL && !open ? Optional.of(last.get().sendNo() + 1) : Optional.empty();
	}

	private static Frozen freeze(Parcels.Wrapping wrapping, Reader reader, Addressed to, Freezer freezer) {
		var parcel = wrapping.to(reader.list(), freezer.messageId(to));
		return freezer.freeze(to, to.kind() == Kind.REHEARSAL ? parcel.rehearsed(Addresses.sent(reader.recipient().address())) : parcel);
	}

	/// The message after this one, made anew under the rules as they are now.
	Frozen again(Delivery before, Optional<Edition> edition, Freezer freezer, MailSettings settings) {
		if (before.kind() == Kind.NOTICE) {
			var to = new Addressed(Kind.NOTICE, before.authority(), before.about(), null, null, null, before.recipient(), before.name(), before.address(), before.sendNo() + 1);
			return freezer.freeze(to, this.ledger.frozen(before.number()).words());
		}
		var found = edition.orElseThrow(() -> new PackProblem(PackProblem.Kind.INPUT, "Delivery %d cannot be sent again: %s is no longer on record.".formatted(before.number(), before.about())));
		var checked = check(found, listsAgain(before), before.kind(), settings, each -> Addresses.same(each.address()).equals(before.recipient()));
		if (!checked.faults().isEmpty()) {
			throw new PackProblem(PackProblem.Kind.INPUT, "Delivery %d was not sent again:\n  %s".formatted(before.number(), String.join("\n  ", checked.faults())));
		}
		var reader = checked.readers().getFirst();
		return freeze(this.parcels.of(checked.files()), reader, reader.of(before.kind(), found, before.sendNo() + 1), freezer);
	}

	/// The first list of the release that the recipient is still on, or else the one that brought them, so that it is named.
	private List<String> listsAgain(Delivery before) {
		return List.of(this.readmission.listsOf(before).stream().findFirst().map(DistributionList::name).orElse(String.valueOf(before.list())));
	}

}
