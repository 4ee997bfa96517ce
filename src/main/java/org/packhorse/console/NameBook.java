package org.packhorse.console;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.packhorse.authority.Authorities;
import org.packhorse.authority.Authority;
import org.packhorse.pack.PacksToday;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// Where pages look up how councils and packs are called.
@Component
@ConditionalOnWebApplication
class NameBook {

	private final Authorities authorities;

	private final PacksToday packs;

	NameBook(Authorities authorities, PacksToday packs) {
		this.authorities = authorities;
		this.packs = packs;
	}

	/// The names for one page.
	Names open() {
		return new Names(this::councils, this.packs::title);
	}

	private Map<String, String> councils() {
		return this.authorities.all().stream().collect(Collectors.toMap(Authority::code, Authority::name, (one, _) -> one, TreeMap::new));
	}

}
