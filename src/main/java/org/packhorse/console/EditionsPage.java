package org.packhorse.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.packhorse.access.Account;
import org.packhorse.authority.Page;
import org.packhorse.pack.Shelf;
import org.packhorse.pack.Standing;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The editions that somebody may know of, found by council, pack, day, state or words of their name.
@Controller
@ConditionalOnWebApplication
class EditionsPage {

	static final List<String> FILTERS = List.of("authority", "pack", "from", "to", "state", "text");

	private static final List<Option> STATES = List.of(new Option("", "Drafts and finals"), new Option("final", "Finals"), new Option("draft", "Drafts"));

	private final EditionDesk desk;

	private final NameBook names;

	EditionsPage(EditionDesk desk, NameBook names) {
		this.desk = desk;
		this.names = names;
	}

	/// The list, with what can be chosen to search by.
	public record Shown(List<Line> editions, List<Option> councils, List<Option> packs, List<Option> states, Paging paging) {
	}

	/// An edition in the list.
	public record Line(String name, String title, String council, String asAt, int version, Tag state, List<String> words) {
	}

	@GetMapping("/editions")
	ModelAndView editions(Account account, Typed typed) {
		var search = EditionDesk.search(typed);
		var page = typed.isFaulty() ? new Page<Standing>(List.of(), 1, 0) : this.desk.page(search, account, Paging.asked(typed.text("page")));
		return new ModelAndView("editions", Map.of("typed", typed, "page", shown(account, typed, page)), typed.isFaulty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
	}

	private Shown shown(Account account, Typed typed, Page<Standing> page) {
		var shelved = this.desk.shelved(account);
		var names = this.names.open();
		return new Shown(page.items().stream().map(each -> line(each, names)).toList(), names.choice("All councils", shelved.stream().map(Shelf.Shelved::authority)),
				names.packs("All packs", shelved.stream().map(Shelf.Shelved::pack)), STATES, new Paging("/editions", filters(typed, FILTERS), page.number(), page.total()));
	}

	/// What a list was asked for, as its other pages are asked for.
	static Map<String, String> filters(Typed typed, List<String> names) {
		var filters = new LinkedHashMap<String, String>();
		names.forEach(name -> filters.put(name, typed.text(name)));
		return filters;
	}

	private static Line line(Standing standing, Names names) {
		var request = standing.edition().request();
		return new Line(standing.edition().name(), names.pack(request.pack()), names.council(request.authority()), Words.day(request.asAt()), standing.edition().version(), state(standing),
				standing.words());
	}

	static Tag state(Standing standing) {
		if (standing.supersededBy() != null) {
			return new Tag("superseded", "grey");
		}
		return standing.edition().request().draft() ? new Tag("draft", "yellow") : new Tag("final", "green");
	}

}
