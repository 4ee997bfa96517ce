package org.packhorse.delivery;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.packhorse.pack.Edition;
import org.packhorse.pack.EditionFiles;
import org.packhorse.pack.Editions;
import org.packhorse.pack.Home;
import org.packhorse.template.Audience;
import org.packhorse.template.FaultyTemplate;
import org.packhorse.template.TemplateFolder;
import org.springframework.stereotype.Component;

/// Who may have what: asked when a pack is posted, again when each message is sent, and at each opening of a link.
@Component
class Admission {

	private final DistributionLists lists;

	private final Editions editions;

	private final Home home;

	private final Clock clock;

	Admission(DistributionLists lists, Editions editions, Home home, Clock clock) {
		this.lists = lists;
		this.editions = editions;
		this.home = home;
		this.clock = clock;
	}

	/// Why the list may not get packs for this audience, as things stand, or nothing.
	Optional<String> refusal(DistributionList list, String audience, MailSettings settings) {
		return refusal(list, audience).or(() -> openLine(list.name(), list.locked(), audience, settings));
	}

	/// Why the list may not get packs for this audience at all, or nothing.
	Optional<String> refusal(DistributionList list, String audience) {
		if (!list.audience().may(audience)) {
			return Optional.of("The list %s is for packs that are %s, and this one is %s.".formatted(list.name(), list.audience(), audience.toLowerCase(Locale.ROOT)));
		}
		if (isRestricted(audience) && list.domains().isEmpty()) {
			return Optional.of("The list %s names no domains, and a restricted pack goes nowhere else; give them in distribution_lists.".formatted(list.name()));
		}
		return Optional.empty();
	}

	/// Why a message must not go over the line to the server as it is set up, or nothing.
	Optional<String> openLine(String list, boolean locked, String audience, MailSettings settings) {
		return isRestricted(audience) && !locked && !settings.isEncrypted()
				? Optional.of("A restricted pack goes over an encrypted connection alone: set packhorse.mail.encryption to starttls or tls, or give the list %s protection: password."
					.formatted(list))
				: Optional.empty();
	}

	/// Why this person may not have it, or nothing.
	Optional<String> refusal(DistributionList list, DistributionList.Recipient recipient, String audience) {
		if (!Addresses.isPlain(recipient.address())) {
			return Optional.of("The address of %s on the list %s is none.".formatted(recipient.shown(), list.name()));
		}
		if (!list.mayReach(recipient.address())) {
			return Optional.of("The address of %s is outside the domains of the list %s: %s.".formatted(recipient.shown(), list.name(), String.join(" ", list.domains())));
		}
		if (!recipient.clearance().may(audience)) {
			return Optional.of("%s on the list %s is cleared for %s packs, and this one is %s.".formatted(recipient.shown(), list.name(), recipient.clearance(),
					audience.toLowerCase(Locale.ROOT)));
		}
		return Optional.empty();
	}

	/// Why a rehearsal may not go to this mailbox, or nothing: whoever reads it reads the pack.
	Optional<String> rehearsalRefusal(DistributionList list, String mailbox, String audience) {
		return isRestricted(audience) && !list.mayReach(mailbox)
				? Optional.of("A rehearsal of a restricted pack stays within the domains of its list, and packhorse.mail.rehearsal-mailbox is outside those of the list %s: %s."
					.formatted(list.name(), String.join(" ", list.domains())))
				: Optional.empty();
	}

	/// Those on a list today.
	List<DistributionList.Recipient> today(DistributionList list) {
		var today = LocalDate.now(this.clock);
		return this.lists.recipients(list).stream().filter(recipient -> recipient.isOn(today)).toList();
	}

	/// The edition that has taken this one's place: a later version of the same pack and day, unless that is a draft of what is final.
	Optional<Edition> successor(Edition edition) {
		return this.editions.later(edition).stream().filter(newer -> edition.request().draft() || !newer.request().draft()).findFirst();
	}

	/// The audience that an edition was published for, or the pack's own of today where that has become narrower.
	Audience audience(String pack, String published) {
		var then = Audience.valueOf(published.toUpperCase(Locale.ROOT));
		var folder = TemplateFolder.open(this.home.templates());
		if (!folder.packs().contains(pack)) {
			return then;
		}
		var today = folder.settings(pack).audience();
		return today.compareTo(then) > 0 ? today : then;
	}

	/// An edition's files under the audience of today; what keeps it from being known is among what is missing.
	EditionFiles files(Edition edition) {
		var files = EditionFiles.of(edition);
		try {
			return files.audience().isEmpty() ? files : files.withAudience(audience(edition.request().pack(), files.audience()).name().toLowerCase(Locale.ROOT));
		}
		catch (FaultyTemplate | UncheckedIOException ex) {
			return files.lacking("Whom the pack %s is for today cannot be read: %s".formatted(edition.request().pack(), ex.getMessage()));
		}
	}

	static boolean isRestricted(String audience) {
		return audience.equalsIgnoreCase("restricted");
	}

}
