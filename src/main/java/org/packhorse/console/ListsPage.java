package org.packhorse.console;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.packhorse.access.Account;
import org.packhorse.access.Role;
import org.packhorse.authority.Authorities;
import org.packhorse.delivery.Addresses;
import org.packhorse.delivery.DistributionList;
import org.packhorse.delivery.DistributionLists;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Distribution lists and who is on them; they are changed by loading tables distribution_lists and recipients.
@Controller
@ConditionalOnWebApplication
class ListsPage {

	private final DistributionLists lists;

	private final Authorities authorities;

	ListsPage(DistributionLists lists, Authorities authorities) {
		this.lists = lists;
		this.authorities = authorities;
	}

	/// A list.
	public record Shown(String council, String name, String title, String audience, String sent, List<Reader> readers) {
	}

	/// Somebody on it.
	public record Reader(String name, String address, String clearance, String until) {
	}

	@GetMapping("/lists")
	ModelAndView lists(Account account) {
		var shown = this.authorities.all()
			.stream()
			.filter(council -> account.ofCouncil(council.code()))
			.flatMap(council -> this.lists.names(council.code()).stream().flatMap(name -> this.lists.find(council.code(), name).stream()).map(list -> shown(account, council.name(), list)))
			.toList();
		return new ModelAndView("lists", Map.of("lists", shown));
	}

	private Shown shown(Account account, String council, DistributionList list) {
		var sent = (list.linked() ? "as links" : "as attachments") + (list.locked() ? ", locked by a password" : "");
		return new Shown(council, list.name(), list.title(), list.audience().toString(), sent, this.lists.recipients(list).stream().map(reader -> reader(account, reader)).toList());
	}

	private static Reader reader(Account account, DistributionList.Recipient reader) {
		boolean whole = account.isAny(Set.of(Role.AUTHOR, Role.ADMIN));
		return new Reader(reader.name(), whole ? reader.address() : Addresses.covered(reader.address()), reader.clearance().toString(), reader.until() == null ? "" : Words.day(reader.until()));
	}

}
