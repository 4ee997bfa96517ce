package org.packhorse.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Account;
import org.packhorse.delivery.Postbag;
import org.packhorse.pack.Edition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Sends an edition: to which lists, then who would get it, then a rehearsal or the real thing.
@Controller
@ConditionalOnWebApplication
class SendPage {

	private final EditionDesk editions;

	private final DeliveryDesk desk;

	private final NameBook names;

	SendPage(EditionDesk editions, DeliveryDesk desk, NameBook names) {
		this.editions = editions;
		this.desk = desk;
		this.names = names;
	}

	/// The form, and once lists are chosen whom they reach.
	public record Shown(String name, Called edition, String title, String council, Tag state, String held, List<Option> lists, @Nullable Reached reached) {
	}

	/// Whom the chosen lists reach.
	public record Reached(List<String> lists, List<Reader> readers, String fresh, boolean anybody) {
	}

	/// Somebody who would get it.
	public record Reader(String name, String address, String list, boolean standing) {
	}

	@GetMapping(EditionPage.ONE + "/send")
	ModelAndView ask(Account account, @PathVariable String authority, @PathVariable String pack, @PathVariable String asAt, @PathVariable String version) {
		var edition = this.editions.readable(account, authority, pack, asAt, version);
		return page(account, edition, Typed.with(Map.of("list", this.desk.meant(edition))), null, HttpStatus.OK);
	}

	@PostMapping(EditionPage.ONE + "/send")
	ModelAndView act(Account account, Typed typed, @PathVariable String authority, @PathVariable String pack, @PathVariable String asAt, @PathVariable String version, RedirectAttributes redirect) {
		var edition = this.editions.readable(account, authority, pack, asAt, version);
		var lists = typed.all("list");
		return switch (typed.text("act")) {
			case "post" -> post(account, edition, lists, false, typed, redirect);
			case "rehearse" -> post(account, edition, lists, true, typed, redirect);
			default -> look(account, edition, lists, typed);
		};
	}

	private ModelAndView look(Account account, Edition edition, List<String> lists, Typed typed) {
		var tried = this.desk.tried(edition, lists, typed);
		if (typed.isFaulty()) {
			return page(account, edition, typed, null, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		var readers = tried.recipients()
			.stream()
			.map(each -> new Reader(each.name(), DeliveryDesk.shown(account, each.address()), each.list(), tried.standing().contains(each.address())))
			.toList();
		long fresh = readers.stream().filter(reader -> !reader.standing()).count();
		return page(account, edition, typed, new Reached(lists, readers, Words.counted(fresh, "person", "people"), fresh > 0), HttpStatus.OK);
	}

	private ModelAndView post(Account account, Edition edition, List<String> lists, boolean rehearsal, Typed typed, RedirectAttributes redirect) {
		var posted = this.desk.post(edition, lists, rehearsal, account, typed);
		if (posted.isEmpty()) {
			return page(account, edition, typed, null, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		redirect.addFlashAttribute("notice", notice(posted.get(), rehearsal));
		return new ModelAndView("redirect:/deliveries?edition=" + URLEncoder.encode(edition.name(), StandardCharsets.UTF_8));
	}

	static String notice(Postbag.Posted posted, boolean rehearsal) {
		var added = "%s posted%s.".formatted(Words.counted(posted.added(), "message"), rehearsal ? " to the mailbox of rehearsals" : "");
		return posted.standing() == 0 ? added : "%s %,d there already and not posted again.".formatted(added, posted.standing());
	}

	private ModelAndView page(Account account, Edition edition, Typed typed, @Nullable Reached reached, HttpStatus status) {
		var lists = this.desk.lists(edition).stream().map(list -> new Option(list.name(), list.title(), "%s; packs that are at most %s".formatted(list.name(), list.audience()))).toList();
		var request = edition.request();
		var names = this.names.open();
		var shown = new Shown(edition.name(), names.called(edition), names.pack(request.pack()), names.council(request.authority()), EditionsPage.state(this.editions.standing(edition, account)),
				this.desk.held(account).orElse(""), lists, reached);
		return new ModelAndView("send", Map.of("typed", typed, "page", shown), status);
	}

}
