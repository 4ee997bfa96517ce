package org.packhorse.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.packhorse.access.Account;
import org.packhorse.access.Role;
import org.packhorse.pack.Edition;
import org.packhorse.pack.EditionChanges;
import org.packhorse.pack.EditionFile;
import org.packhorse.pack.Manifest;
import org.packhorse.pack.Progress;
import org.packhorse.pack.Standing;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// One edition: what it is, its pages, its files as they were published, and what has changed since the one before.
@Controller
@ConditionalOnWebApplication
class EditionPage {

	static final String ONE = "/editions/{authority}/{pack}/{asAt}/{version}";

	/// Words in place of them, in the same frame.
	static final String FRAMED = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

	private static final String PREVIEWED = "html";

	private final EditionDesk desk;

	private final NameBook names;

	EditionPage(EditionDesk desk, NameBook names) {
		this.desk = desk;
		this.names = names;
	}

	/// One edition. What is in it is shown to those who read it.
	///
	/// @param manifest null where the account does not read packs like this one
	/// @param missing why there is none, or blank
	public record Shown(String name, String title, String council, String asAt, int version, Tag state, String audience, String askedBy, String askedAt, String software,
			List<String> words, @Nullable Called supersededBy, List<Post> posts, boolean reads, @Nullable Fingerprints manifest, String missing, boolean pages, List<File> files,
			List<Version> versions, boolean sends) {
	}

	/// A post that the edition, or the draft that it was made from, needed.
	public record Post(String name, Tag state, String by) {
	}

	/// What proves what an edition was made of.
	public record Fingerprints(String marking, String snapshot, String templates, String rules, String manifest) {
	}

	/// A file of it.
	public record File(String name, String format, String size, String sha256) {
	}

	/// Another version of the same day.
	public record Version(String name, int version, Tag state, String at) {
	}

	/// What has changed, with the edition before.
	public record Changed(Called edition, String title, @Nullable Called before, EditionChanges changes) {
	}

	@GetMapping(ONE)
	ModelAndView one(Account account, @PathVariable String authority, @PathVariable String pack, @PathVariable String asAt, @PathVariable String version) {
		var edition = this.desk.known(account, authority, pack, asAt, version);
		return new ModelAndView("one-edition", Map.of("page", shown(account, edition)));
	}

	private Shown shown(Account account, Edition edition) {
		var standing = this.desk.standing(edition, account);
		var request = edition.request();
		boolean reads = this.desk.reads(account, edition);
		var manifest = reads ? this.desk.manifest(edition) : Optional.<Manifest>empty();
		var taker = standing.supersededBy();
		var names = this.names.open();
		return new Shown(edition.name(), names.pack(request.pack()), names.council(request.authority()), Words.day(request.asAt()), edition.version(), EditionsPage.state(standing),
				edition.audience(), request.requestedBy(), Words.moment(edition.requestedAt()), String.valueOf(edition.software()), standing.words(), taker == null ? null : names.called(taker),
				posts(standing.progress()), reads, manifest.map(found -> fingerprints(edition, found)).orElse(null), reads && manifest.isEmpty() ? missing(account, edition) : "",
				manifest.filter(found -> found.files().stream().anyMatch(file -> file.name().endsWith("." + PREVIEWED))).isPresent(), manifest.map(EditionPage::files).orElse(List.of()),
				versions(account, edition), reads && account.roles().contains(Role.AUTHOR));
	}

	/// Why its manifest is not to be had.
	private String missing(Account account, Edition edition) {
		return this.desk.pages(edition, account).filter(EditionFile.Refused.class::isInstance).map(file -> ((EditionFile.Refused) file).why()).orElse("");
	}

	private static List<Post> posts(@Nullable Progress progress) {
		return progress == null ? List.of() : progress.posts()
			.stream()
			.map(post -> new Post(post.name(), post.isCleared() ? new Tag("cleared", "green") : new Tag("waits", "yellow"),
					post.by() == null ? "" : post.by() + (post.at() == null ? "" : ", " + Words.moment(post.at()))))
			.toList();
	}

	private static Fingerprints fingerprints(Edition edition, Manifest manifest) {
		return new Fingerprints(manifest.marking(), manifest.snapshotSha256(), manifest.templateSha256(), manifest.rulesSha256(), String.valueOf(edition.manifestSha256()));
	}

	private static List<File> files(Manifest manifest) {
		return manifest.files().stream().map(file -> new File(file.name(), file.format(), file.size(), file.sha256())).toList();
	}

	private List<Version> versions(Account account, Edition edition) {
		return this.desk.versions(edition, account)
			.stream()
			.filter(other -> other.edition().number() != edition.number())
			.map(EditionPage::version)
			.toList();
	}

	private static Version version(Standing other) {
		return new Version(other.edition().name(), other.edition().version(), EditionsPage.state(other), Words.moment(other.edition().requestedAt()));
	}

	@GetMapping(ONE + "/changes")
	ModelAndView changes(Account account, @PathVariable String authority, @PathVariable String pack, @PathVariable String asAt, @PathVariable String version) {
		var edition = this.desk.readable(account, authority, pack, asAt, version);
		var compared = this.desk.compared(edition, account);
		var names = this.names.open();
		return new ModelAndView("edition-changes",
				Map.of("page", new Changed(names.called(edition), names.pack(pack), compared.before().map(names::called).orElse(null), compared.changes())));
	}

	@GetMapping(ONE + "/preview")
	@Nullable ModelAndView preview(Account account, @PathVariable String authority, @PathVariable String pack, @PathVariable String asAt, @PathVariable String version, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		var edition = this.desk.readable(account, authority, pack, asAt, version);
		response.setHeader("Content-Security-Policy", FRAMED);
		return send(this.desk.pages(edition, account), Headers.PACK, null, request, response);
	}

	@GetMapping(ONE + "/files/{name}")
	@Nullable ModelAndView file(Account account, @PathVariable String authority, @PathVariable String pack, @PathVariable String asAt, @PathVariable String version, @PathVariable String name,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		var edition = this.desk.readable(account, authority, pack, asAt, version);
		return send(this.desk.file(edition, name, account), Headers.FILE, name, request, response);
	}

	/// Sends a file as it was published, or says why not.
	///
	/// @param saved the name that it is saved by, or null where it is shown
	private static @Nullable ModelAndView send(Optional<EditionFile> file, String policy, @Nullable String saved, HttpServletRequest request, HttpServletResponse response) throws IOException {
		return switch (file.orElseThrow(NothingThere::new)) {
			case EditionFile.Refused refused -> new ModelAndView("problem", Map.of("lines", List.of(refused.why())), HttpStatus.CONFLICT);
			case EditionFile.Whole whole -> {
				send(whole, policy, saved, request, response);
				yield null;
			}
		};
	}

	static void send(EditionFile.Whole file, String policy, @Nullable String saved, HttpServletRequest request, HttpServletResponse response) throws IOException {
		Headers.write(response, policy);
		response.setContentType(file.mediaType().equals("text/html") ? "text/html;charset=" + StandardCharsets.UTF_8.name() : file.mediaType());
		if (saved != null) {
			response.setHeader("Content-Disposition", ContentDisposition.attachment().filename(saved, StandardCharsets.UTF_8).build().toString());
		}
		Nothing.send(request, response, file.bytes());
	}

}
