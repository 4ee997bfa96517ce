package org.packhorse.console;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.packhorse.access.Account;
import org.packhorse.pack.Edition;
import org.packhorse.pack.EditionChanges;
import org.packhorse.pack.EditionFile;
import org.packhorse.pack.Manifest;
import org.packhorse.pack.Progress;
import org.packhorse.pack.Standing;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Editions for scripts: the same as on the pages.
@RestController
@ConditionalOnWebApplication
class EditionsApi {

	private static final String ONE = "/api/v1/editions/{authority}/{pack}/{asAt}/{version}";

	private final EditionDesk desk;

	private final DeliveryDesk deliveries;

	EditionsApi(EditionDesk desk, DeliveryDesk deliveries) {
		this.desk = desk;
		this.deliveries = deliveries;
	}

	/// What editions are searched by.
	///
	/// @param from the earliest as-at day, @param to the latest
	/// @param text words of the name
	public record Sought(@Nullable String authority, @Nullable String pack, @Nullable LocalDate from, @Nullable LocalDate to, @Among({ "draft", "final" }) @Nullable String state, @Nullable String text,
			@Nullable Integer page) {
	}

	/// An edition in a list.
	public record Line(String name, String authority, String pack, LocalDate asAt, int version, String state, String audience, Instant requestedAt, @Nullable String supersededBy,
			List<String> words) {
	}

	/// One edition; what is in it, for those who read it.
	public record One(Line edition, String requestedBy, @Nullable String software, List<Progress.Post> signOff, @Nullable Manifest manifest, List<Line> versions) {
	}

	/// What differs from the edition before.
	public record Changed(@Nullable String before, EditionChanges changes) {
	}

	/// What a script wants done.
	///
	/// @param act `look` (says who would get it), `rehearse` or `post`
	/// @param list the lists that it goes to; those that it was made for where none is named
	public record Wanted(@Among({ "look", "rehearse", "post" }) String act, @Nullable List<String> list) {
	}

	/// Somebody who would get it.
	public record Reader(String name, String address, String list, boolean standing) {
	}

	/// What came of it.
	public record Sent(String act, int posted, int standing, List<Reader> readers) {
	}

	@GetMapping("/api/v1/editions")
	@Filters(Sought.class)
	Api.Page<Line> editions(Account account, Typed typed) {
		var search = EditionDesk.search(typed);
		Api.demandFaultless(typed);
		return Api.Page.of(this.desk.page(search, account, Paging.asked(typed.text("page"))), EditionsApi::line);
	}

	@GetMapping(ONE)
	One one(Account account, @PathVariable String authority, @PathVariable String pack, @PathVariable String asAt, @PathVariable String version) {
		var edition = this.desk.known(account, authority, pack, asAt, version);
		var standing = this.desk.standing(edition, account);
		var manifest = this.desk.reads(account, edition) ? this.desk.manifest(edition) : Optional.<Manifest>empty();
		return new One(line(standing), edition.request().requestedBy(), edition.software(), standing.progress() == null ? List.of() : standing.progress().posts(), manifest.orElse(null),
				this.desk.versions(edition, account).stream().map(EditionsApi::line).toList());
	}

	@GetMapping(ONE + "/changes")
	Changed changes(Account account, @PathVariable String authority, @PathVariable String pack, @PathVariable String asAt, @PathVariable String version) {
		var compared = this.desk.compared(this.desk.readable(account, authority, pack, asAt, version), account);
		return new Changed(compared.before().map(Edition::name).orElse(null), compared.changes());
	}

	@GetMapping(ONE + "/files/{name}")
	void file(Account account, @PathVariable String authority, @PathVariable String pack, @PathVariable String asAt, @PathVariable String version, @PathVariable String name,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		switch (this.desk.file(this.desk.readable(account, authority, pack, asAt, version), name, account).orElseThrow(NothingThere::new)) {
			case EditionFile.Whole whole -> EditionPage.send(whole, Headers.FILE, name, request, response);
			case EditionFile.Refused refused -> {
				var typed = Typed.with(Map.of());
				typed.fault("name", refused.why());
				throw new Api.Refused(typed);
			}
		}
	}

	@PostMapping(ONE + "/send")
	@Fields(Wanted.class)
	Sent send(Account account, @PathVariable String authority, @PathVariable String pack, @PathVariable String asAt, @PathVariable String version, Typed typed) {
		var edition = this.desk.readable(account, authority, pack, asAt, version);
		var lists = typed.all("list").isEmpty() ? this.deliveries.meant(edition) : typed.all("list");
		var sent = switch (typed.text("act")) {
			case "look" -> Optional.of(looked(account, this.deliveries.tried(edition, lists, typed)));
			case "rehearse" -> this.deliveries.post(edition, lists, true, account, typed).map(posted -> new Sent("rehearse", posted.added(), posted.standing(), List.of()));
			case "post" -> this.deliveries.post(edition, lists, false, account, typed).map(posted -> new Sent("post", posted.added(), posted.standing(), List.of()));
			default -> {
				typed.fault("act", "Act must be look, rehearse or post");
				yield Optional.<Sent>empty();
			}
		};
		Api.demandFaultless(typed);
		return sent.orElseThrow();
	}

	private static Sent looked(Account account, DeliveryDesk.Tried tried) {
		Set<String> standing = tried.standing();
		return new Sent("look", 0, standing.size(), tried.recipients()
			.stream()
			.map(each -> new Reader(each.name(), DeliveryDesk.shown(account, each.address()), each.list(), standing.contains(each.address())))
			.toList());
	}

	private static Line line(Standing standing) {
		var edition = standing.edition();
		var request = edition.request();
		return new Line(edition.name(), request.authority(), request.pack(), request.asAt(), edition.version(), standing.state(), edition.audience(), edition.requestedAt(),
				standing.supersededBy() == null ? null : standing.supersededBy().name(), standing.words());
	}

}
