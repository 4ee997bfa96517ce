package org.packhorse.console;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Account;
import org.packhorse.access.Reach;
import org.packhorse.authority.Page;
import org.packhorse.pack.Edition;
import org.packhorse.pack.EditionChanges;
import org.packhorse.pack.EditionFile;
import org.packhorse.pack.EditionSearch;
import org.packhorse.pack.HandingOut;
import org.packhorse.pack.Manifest;
import org.packhorse.pack.PublishedFiles;
import org.packhorse.pack.Shelf;
import org.packhorse.pack.Standing;
import org.packhorse.pack.WhatChanged;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// What pages and scripts ask about editions, always on behalf of an account: what is beyond its reach is not there.
@Component
@ConditionalOnWebApplication
class EditionDesk {

	private final Shelf shelf;

	private final PublishedFiles files;

	private final HandingOut handing;

	private final WhatChanged changed;

	EditionDesk(Shelf shelf, PublishedFiles files, HandingOut handing, WhatChanged changed) {
		this.shelf = shelf;
		this.files = files;
		this.handing = handing;
		this.changed = changed;
	}

	/// An edition that is before what was asked for, and what is otherwise in this one.
	record Compared(Optional<Edition> before, EditionChanges changes) {
	}

	/// Looks for an edition that exists as far as the account can tell.
	Edition known(Account account, String... name) {
		return this.shelf.find(String.join("/", name), Reach.of(account)).orElseThrow(NothingThere::new);
	}

	/// Looks for an edition whose contents the account may see.
	Edition readable(Account account, String... name) {
		return this.shelf.find(String.join("/", name), Reach.of(account).ofReader()).orElseThrow(NothingThere::new);
	}

	boolean reads(Account account, Edition edition) {
		return this.shelf.reads(Reach.of(account), edition);
	}

	Page<Standing> page(EditionSearch search, Account account, int number) {
		return this.shelf.page(search, Reach.of(account), number);
	}

	/// What somebody looks for, as a form or a script says it; what is no day is a fault.
	static EditionSearch search(Typed typed) {
		var draft = switch (typed.text("state")) {
			case "draft" -> Boolean.TRUE;
			case "final" -> Boolean.FALSE;
			default -> null;
		};
		var from = typed.day("from", "Earliest day");
		var to = typed.day("to", "Latest day");
		if (from != null && to != null && from.isAfter(to)) {
			typed.fault("to", "Latest day must be the same as or after earliest day");
		}
		return new EditionSearch(orNull(typed.text("authority")), orNull(typed.text("pack")), from, to, draft,
				orNull(typed.line("text", "Words of the name", 200)));
	}

	static @Nullable String orNull(String text) {
		return text.isEmpty() ? null : text;
	}

	Standing standing(Edition edition, Account account) {
		return this.shelf.standing(edition, Reach.of(account));
	}

	List<Standing> versions(Edition edition, Account account) {
		return this.shelf.versions(edition, Reach.of(account));
	}

	/// The councils and packs that the account may know editions of.
	List<Shelf.Shelved> shelved(Account account) {
		return this.shelf.shelved(Reach.of(account));
	}

	Optional<Manifest> manifest(Edition edition) {
		return this.files.manifest(edition);
	}

	Optional<EditionFile> file(Edition edition, String name, Account account) {
		return this.handing.file(edition, name, account.actor());
	}

	Optional<EditionFile> pages(Edition edition, Account account) {
		return this.handing.pages(edition, account.actor());
	}

	/// Against the edition before it that the account may read, too.
	Compared compared(Edition edition, Account account) {
		var before = this.shelf.before(edition, Reach.of(account));
		return new Compared(before, before.map(each -> this.changed.between(each, edition)).orElseGet(() -> this.changed.of(edition)));
	}

}
