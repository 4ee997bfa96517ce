package org.packhorse.pack;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The sign-offs on file: which posts an edition needs, which have cleared it, and which lists its final goes to.
@Repository
public class SignOffs {

	private final JdbcClient jdbc;

	private final Editions editions;

	private final Clock clock;

	SignOffs(JdbcClient jdbc, Editions editions, Clock clock) {
		this.jdbc = jdbc;
		this.editions = editions;
		this.clock = clock;
	}

	/// A final whose lists have not been seen to.
	public record Due(Edition edition, List<String> lists, String schedule) {
	}

	/// Puts down what is to become of an edition; does nothing where nothing is to become of it.
	public void open(Edition edition, SignOff signOff) {
		if (signOff.isNone()) {
			return;
		}
		this.jdbc.sql("INSERT INTO sign_offs (edition, schedule, lists, authors) VALUES (?, ?, ?, '')")
			.params(edition.number(), signOff.schedule(), String.join("\n", signOff.lists()))
			.update();
		for (int i = 0; i < signOff.posts().size(); i++) {
			this.jdbc.sql("INSERT INTO clearances (edition, no, post) VALUES (?, ?, ?)").params(edition.number(), i, signOff.posts().get(i)).update();
		}
	}

	/// Puts down who changed the templates of an edition.
	void authors(Edition edition, List<String> authors) {
		this.jdbc.sql("UPDATE sign_offs SET authors = ? WHERE edition = ?").params(String.join("\n", authors), edition.number()).update();
	}

	/// Adds lists that the final is to go to as well; says whether there were any new ones. Lists that have been seen to stay as they are.
	boolean addLists(Edition edition, List<String> more) {
		var known = of(edition).filter(progress -> !progress.posted()).map(Progress::lists);
		if (known.isEmpty() || known.get().containsAll(more)) {
			return false;
		}
		var all = Stream.concat(known.get().stream(), more.stream()).distinct().collect(Collectors.joining("\n"));
		return this.jdbc.sql("UPDATE sign_offs SET lists = ? WHERE edition = ? AND posted_at IS NULL").params(all, edition.number()).update() == 1;
	}

	/// The lists that a final has still to go to.
	public List<String> owed(Edition edition) {
		var draft = edition.fromDraft();
		return of(draft == null ? edition : this.editions.find(draft)).filter(progress -> !progress.posted()).map(Progress::lists).orElse(List.of());
	}

	/// How far an edition's sign-off has come, where it has one.
	public Optional<Progress> of(Edition edition) {
		var posts = this.jdbc.sql("SELECT * FROM clearances WHERE edition = ? ORDER BY no").param(edition.number()).query(SignOffs::post).list();
		return this.jdbc.sql("SELECT * FROM sign_offs WHERE edition = ?").param(edition.number()).query((row, _) -> progress(row, posts)).optional();
	}

	/// The same of many editions, by their numbers; those without a sign-off are left out.
	Map<Long, Progress> of(List<Long> editions) {
		var found = new HashMap<Long, Progress>();
		if (editions.isEmpty()) {
			return found;
		}
		var posts = new HashMap<Long, List<Progress.Post>>();
		this.jdbc.sql("SELECT * FROM clearances WHERE edition IN (:editions) ORDER BY edition, no").param("editions", editions).query(row -> {
			posts.computeIfAbsent(row.getLong("edition"), _ -> new ArrayList<>()).add(post(row, 0));
		});
		this.jdbc.sql("SELECT * FROM sign_offs WHERE edition IN (:editions)").param("editions", editions).query(row -> {
			found.put(row.getLong("edition"), progress(row, posts.getOrDefault(row.getLong("edition"), List.of())));
		});
		return found;
	}

	/// Clears an edition for a post; false when somebody has cleared it for this post before.
	public boolean clear(Edition edition, String post, Actor actor, String note, @Nullable String erratum) {
		int cleared = this.jdbc.sql("UPDATE clearances SET cleared_by = ?, cleared_at = ?, note = ? WHERE edition = ? AND post = ? AND cleared_by IS NULL")
			.params(actor.toString(), now(), note, edition.number(), post)
			.update();
		if (erratum != null) {
			this.jdbc.sql("UPDATE sign_offs SET erratum = ? WHERE edition = ?").params(erratum, edition.number()).update();
		}
		return cleared == 1;
	}

	/// Sends an edition back for good; false when it has been sent back before.
	public boolean sendBack(Edition edition, String post, Actor actor, String reason) {
		return this.jdbc.sql("UPDATE sign_offs SET sent_back_by = ?, sent_back_for = ?, sent_back_at = ?, reason = ? WHERE edition = ? AND sent_back_by IS NULL")
			.params(actor.toString(), post, now(), reason, edition.number())
			.update() == 1;
	}

	/// Drafts that all their posts have cleared and whose final does not stand: its making was interrupted.
	public List<Edition> unfinished() {
		return this.jdbc.sql("""
				SELECT s.edition FROM sign_offs s WHERE s.sent_back_by IS NULL
				AND EXISTS (SELECT 1 FROM clearances c WHERE c.edition = s.edition)
				AND NOT EXISTS (SELECT 1 FROM clearances c WHERE c.edition = s.edition AND c.cleared_by IS NULL)
				AND NOT EXISTS (SELECT 1 FROM editions f WHERE f.from_draft = s.edition AND f.state = 'published') ORDER BY s.edition""")
			.query(Long.class)
			.list()
			.stream()
			.map(this.editions::find)
			.toList();
	}

	/// Finals whose lists have not been seen to, the oldest first: made from a draft that its posts have cleared, or made as finals
	/// by a schedule that asks for no clearance. Those that a later final has superseded are left out.
	public List<Due> dueForLists() {
		return this.jdbc.sql("""
				SELECT f.id, s.lists, s.schedule FROM sign_offs s JOIN editions f ON f.from_draft = s.edition OR f.id = s.edition
				WHERE s.posted_at IS NULL AND s.lists <> '' AND f.state = 'published' AND f.draft = FALSE
				AND NOT EXISTS (SELECT 1 FROM editions n WHERE n.store = f.store AND n.authority = f.authority AND n.pack = f.pack AND n.as_at = f.as_at
				AND n.state = 'published' AND n.draft = FALSE AND n.version > f.version) ORDER BY f.id""")
			.query((row, _) -> new Due(this.editions.find(row.getLong("id")), lines(row.getString("lists")), row.getString("schedule")))
			.list();
	}

	/// What a person has posted to all the lists that a final was still to go to need not be posted by `serve`.
	public void postedByHand(Edition edition, List<String> lists) {
		if (!edition.request().draft() && lists.containsAll(owed(edition))) {
			posted(edition);
		}
	}

	/// Notes that the lists of a final have been seen to; false when they had been before. In the transaction that puts down its
	/// messages, it makes them go out once.
	public boolean posted(Edition edition) {
		return this.jdbc.sql("UPDATE sign_offs SET posted_at = ? WHERE edition = ? AND posted_at IS NULL")
			.params(now(), Objects.requireNonNullElse(edition.fromDraft(), edition.number()))
			.update() == 1;
	}

	private LocalDateTime now() {
		return LocalDateTime.ofInstant(this.clock.instant().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
	}

	private static Progress progress(ResultSet row, List<Progress.Post> posts) throws SQLException {
		var by = row.getString("sent_back_by");
		return new Progress(row.getLong("edition"), row.getString("schedule"), lines(row.getString("lists")), posts, lines(row.getString("authors")),
				row.getString("erratum"), by == null ? null
						: new Progress.SentBack(by, row.getString("sent_back_for"), Objects.requireNonNull(moment(row, "sent_back_at")), row.getString("reason")),
				row.getObject("posted_at") != null);
	}

	private static Progress.Post post(ResultSet row, int number) throws SQLException {
		return new Progress.Post(row.getString("post"), row.getString("cleared_by"), moment(row, "cleared_at"),
				Objects.requireNonNullElse(row.getString("note"), ""));
	}

	private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
		var moment = row.getObject(column, LocalDateTime.class);
		return moment == null ? null : moment.toInstant(ZoneOffset.UTC);
	}

	private static List<String> lines(String text) {
		return text.lines().toList();
	}

}
