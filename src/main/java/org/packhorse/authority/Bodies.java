package org.packhorse.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static org.packhorse.authority.Columns.constant;
import static org.packhorse.authority.Columns.day;
import static org.packhorse.authority.Columns.words;

/// The boards, panels and committees on file: when they meet, what they said, decided and asked for.
@Repository
public class Bodies {

	private static final String MEETINGS = """
			SELECT m.body, b.title AS body_title, m.meets_on, m.title, m.venue
			FROM meetings m JOIN bodies b ON b.authority = m.authority AND b.code = m.body
			""";

	private final JdbcClient jdbc;

	public Bodies(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// What a body has before it as at a date: words of later days and outcomes of later days are not seen.
	public Proceedings asAt(String authority, String body, LocalDate date) {
		var next = meeting("m.meets_on >= ? ORDER BY m.meets_on", authority, body, date);
		var last = meeting("m.meets_on < ? ORDER BY m.meets_on DESC", authority, body, date);
		return new Proceedings(next, last, narratives(authority, body, date), decisions(authority, body, last, date),
				next == null ? List.of() : deepDives(authority, body, next.meetsOn()));
	}

	/// The codes of a council's bodies.
	public List<String> codes(String authority) {
		return this.jdbc.sql("SELECT code FROM bodies WHERE authority = ? ORDER BY code").param(authority).query(String.class).list();
	}

	/// Every meeting of a council's bodies, past and to come.
	public List<Meeting> meetings(String authority) {
		return this.jdbc.sql(MEETINGS + "WHERE m.authority = ? ORDER BY m.meets_on, m.body").param(authority).query(Bodies::meeting).list();
	}

	private @Nullable Meeting meeting(String which, String authority, String body, LocalDate date) {
		return this.jdbc.sql(MEETINGS + "WHERE m.authority = ? AND m.body = ? AND " + which + " LIMIT 1")
			.params(authority, body, date)
			.query(Bodies::meeting)
			.optional()
			.orElse(null);
	}

	private static Meeting meeting(ResultSet row, int number) throws SQLException {
		return new Meeting(row.getString("body"), row.getString("body_title"), row.getObject("meets_on", LocalDate.class), words(row, "title"),
				words(row, "venue"));
	}

	/// A part's paragraphs are those of its newest day: what was written before is left behind as a whole.
	private List<Narrative> narratives(String authority, String body, LocalDate date) {
		var newest = new LinkedHashMap<String, Narrative>();
		this.jdbc.sql("SELECT * FROM narratives WHERE authority = ? AND body = ? AND reported_on <= ? ORDER BY part, reported_on, no")
			.params(authority, body, date)
			.query(row -> {
				newest.merge(row.getString("part"), narrative(row), (before, now) -> now.reportedOn().equals(before.reportedOn())
						? together(before, now) : now);
			});
		return List.copyOf(newest.values());
	}

	private static Narrative narrative(ResultSet row) throws SQLException {
		return new Narrative(row.getString("part"), row.getObject("reported_on", LocalDate.class), words(row, "post"),
				List.of(new Narrative.Paragraph(row.getString("words"), row.getInt("exempt"),
						Objects.requireNonNull(constant(row, "narratives.kind", Narrative.Paragraph.Kind.class)))));
	}

	private static Narrative together(Narrative before, Narrative now) {
		var paragraphs = new ArrayList<>(before.paragraphs());
		paragraphs.addAll(now.paragraphs());
		return new Narrative(before.part(), before.reportedOn(), before.post().isEmpty() ? now.post() : before.post(), paragraphs);
	}

	/// Of earlier meetings only what was still open when the body last met, or what it has closed since.
	private List<Decision> decisions(String authority, String body, @Nullable Meeting last, LocalDate date) {
		var since = last == null ? date : last.meetsOn();
		return this.jdbc.sql("""
				SELECT * FROM decisions WHERE authority = ? AND body = ? AND met_on <= ?
				AND (met_on >= ? OR kind = 'action' AND (closed_on IS NULL OR closed_on >= ?)) ORDER BY met_on DESC, no""")
			.params(authority, body, date, since, since)
			.query((row, _) -> decision(row, date))
			.list();
	}

	private static Decision decision(ResultSet row, LocalDate date) throws SQLException {
		var closedOn = day(row, "closed_on");
		boolean closed = closedOn != null && !closedOn.isAfter(date);
		return new Decision(row.getObject("met_on", LocalDate.class), row.getString("no"),
				Objects.requireNonNull(constant(row, "decisions.kind", Decision.Kind.class)), row.getString("words"), words(row, "lead"),
				day(row, "due_on"), closed ? closedOn : null, closed ? words(row, "outcome") : "");
	}

	private List<DeepDive> deepDives(String authority, String body, LocalDate meetsOn) {
		return this.jdbc.sql("SELECT * FROM deep_dives WHERE authority = ? AND body = ? AND meets_on = ? ORDER BY plan, section")
			.params(authority, body, meetsOn)
			.query((row, _) -> new DeepDive(row.getString("plan"), row.getString("section"), words(row, "question")))
			.list();
	}

}
