package org.packhorse.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Position;
import org.packhorse.writer.NotRendered;
import org.packhorse.writer.PackFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/// The editions on file, each with the snapshot that it was made from.
@Repository
public class Editions {

	private static final String SAME_PACK = "store = :store AND authority = :authority AND pack = :pack AND as_at = :asAt";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Home home;

	private final EditionStore store;

	public Editions(JdbcClient jdbc, Clock clock, Home home, EditionStore store) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.home = home;
		this.store = store;
	}

	/// Takes the next version number for a request, as [NewEditions] does with all that belongs to it. The caller holds the lock of [Publishing].
	Edition reserve(PackRequest request) {
		return reserve(request, null);
	}

	/// Takes the next version number for the final of a draft.
	Edition reserveFinal(Edition draft, @Nullable String erratum) {
		return reserve(draft.request().asFinal(erratum), draft.number());
	}

	private Edition reserve(PackRequest request, @Nullable Long fromDraft) {
		int version = 1 + samePack("SELECT COALESCE(MAX(version), 0) FROM editions WHERE " + SAME_PACK, request).query(Integer.class).single();
		// A folder that this database knows nothing of (an older database's, say) keeps its number and its files.
		while (this.store.isTaken(request.store(), folder(request, version))) {
			version++;
		}
		var folder = folder(request, version);
		var key = new GeneratedKeyHolder();
		samePack("""
				INSERT INTO editions (store, authority, pack, as_at, version, state, draft, folder, since, formats, house, deep_dive, requested_by,
				requested_at, from_draft, erratum)
				VALUES (:store, :authority, :pack, :asAt, :version, 'making', :draft, :folder, :since, :formats, :house,
				:deepDive, :by, :at, :fromDraft, :erratum)""", request)
			.param("version", version)
			.param("draft", request.draft())
			.param("folder", folder)
			.param("since", request.since())
			.param("formats", request.formats().stream().map(PackFormat::ending).collect(Collectors.joining(" ")))
			.param("house", request.house())
			.param("deepDive", String.join(",", request.deepDive()))
			.param("by", request.requestedBy())
			.param("at", LocalDateTime.ofInstant(this.clock.instant().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC))
			.param("fromDraft", fromDraft)
			.param("erratum", request.erratum())
			.update(key, "id");
		return find(Objects.requireNonNull(key.getKey()).longValue());
	}

	private static String folder(PackRequest request, int version) {
		return "%s/%s/%s/v%d".formatted(request.authority(), request.pack(), request.asAt(), version);
	}

	/// The edition with this number.
	public Edition find(long number) {
		return this.jdbc.sql("SELECT * FROM editions WHERE id = ?").param(number).query(this::edition).single();
	}

	/// The edition with this number, if it is on record and published.
	public Optional<Edition> onRecord(long number) {
		return this.jdbc.sql("SELECT * FROM editions WHERE id = ? AND state = 'published'").param(number).query(this::edition).optional();
	}

	/// Every published edition, newest first.
	public List<Edition> published() {
		return this.jdbc.sql("SELECT * FROM editions WHERE state = 'published' ORDER BY id DESC").query(this::edition).list();
	}

	/// The newest published version of what is asked for.
	public Optional<Edition> newest(PackRequest request) {
		return samePack("SELECT * FROM editions WHERE state = 'published' AND " + SAME_PACK + " ORDER BY version DESC LIMIT 1", request)
			.query(this::edition)
			.optional();
	}

	/// The newest final of the same council, pack and day that was published before an edition: the one that counts without it.
	public Optional<Edition> standing(Edition edition) {
		return samePack("SELECT * FROM editions WHERE state = 'published' AND draft = FALSE AND version < :version AND " + SAME_PACK + " ORDER BY version DESC LIMIT 1",
				edition.request())
			.param("version", edition.version())
			.query(this::edition)
			.optional();
	}

	/// Every published edition of the same council, pack and day that came after an edition, the oldest first.
	public List<Edition> later(Edition edition) {
		return samePack("SELECT * FROM editions WHERE state = 'published' AND version > :version AND " + SAME_PACK + " ORDER BY version", edition.request())
			.param("version", edition.version())
			.query(this::edition)
			.list();
	}

	/// Every published version of what is asked for, the newest first.
	List<Edition> versions(PackRequest request) {
		return samePack("SELECT * FROM editions WHERE state = 'published' AND " + SAME_PACK + " ORDER BY version DESC", request).query(this::edition).list();
	}

	/// The last final of a pack that posts had cleared, of whatever date, that was published before an edition.
	Optional<Edition> clearedBefore(Edition edition) {
		var request = edition.request();
		return this.jdbc.sql("SELECT * FROM editions WHERE state = 'published' AND from_draft IS NOT NULL AND store = ? AND authority = ? AND pack = ? AND id < ? ORDER BY id DESC LIMIT 1")
			.params(this.home.name(request.store()), request.authority(), request.pack(), edition.number())
			.query(this::edition)
			.optional();
	}

	/// The published editions of a name, such as `E08000013/improvement-board/2026-03-31/v1`: one in each store that has it.
	public List<Edition> named(String name) {
		return this.jdbc.sql("SELECT * FROM editions WHERE state = 'published' AND folder = ? ORDER BY id").param(name).query(this::edition).list();
	}

	/// What an earlier run began and did not finish. The caller holds the lock of [Publishing], so nobody is at work on it.
	public Optional<Edition> unfinished(PackRequest request) {
		return samePack("SELECT * FROM editions WHERE state = 'making' AND " + SAME_PACK + " ORDER BY version DESC LIMIT 1", request)
			.query(this::edition)
			.optional();
	}

	/// The editions that this one's movement could be measured from, the best first: of the newest earlier date, final before draft,
	/// the last version.
	public List<Edition> previous(PackRequest request) {
		return samePack("""
				SELECT * FROM editions WHERE state = 'published' AND store = :store AND authority = :authority AND pack = :pack
				AND as_at < :asAt ORDER BY as_at DESC, draft, version DESC""", request).query(this::edition).list();
	}

	/// Every edition of the pack that was begun before the one with this number and is published, of whatever date, the oldest first.
	public List<Edition> earlier(PackRequest request, long number) {
		return this.jdbc.sql("SELECT * FROM editions WHERE state = 'published' AND store = ? AND authority = ? AND pack = ? AND id < ? ORDER BY id")
			.params(this.home.name(request.store()), request.authority(), request.pack(), number)
			.query(this::edition)
			.list();
	}

	/// Whether a newer version has taken an edition's place. A draft takes no final edition's.
	public boolean isSuperseded(Edition edition) {
		return samePack("SELECT COUNT(*) FROM editions WHERE state = 'published' AND version > :version AND draft <= :draft AND " + SAME_PACK, edition.request())
			.param("version", edition.version())
			.param("draft", edition.request().draft())
			.query(Integer.class)
			.single() > 0;
	}

	/// Gives a version number back, with everything stored for it.
	public void drop(Edition edition) {
		this.jdbc.sql("DELETE FROM editions WHERE id = ? AND state = 'making'").param(edition.number()).update();
	}

	/// Stores the frozen facts of an edition that is being made.
	public void freeze(Edition edition, String fingerprint, String sha256, byte[] json) {
		this.jdbc.sql("DELETE FROM snapshots WHERE edition = ?").param(edition.number()).update();
		this.jdbc.sql("INSERT INTO snapshots (edition, sha256, json) VALUES (?, ?, ?)")
			.params(edition.number(), sha256, zipped(json))
			.update();
		this.jdbc.sql("UPDATE editions SET fingerprint = ? WHERE id = ?").params(fingerprint, edition.number()).update();
	}

	/// Whether the facts of an edition are frozen.
	boolean isFrozen(Edition edition) {
		return this.jdbc.sql("SELECT COUNT(*) FROM snapshots WHERE edition = ?").param(edition.number()).query(Integer.class).single() > 0;
	}

	/// The SHA-256 of the frozen facts of an edition, as JSON.
	String frozenSha256(Edition edition) {
		return this.jdbc.sql("SELECT sha256 FROM snapshots WHERE edition = ?").param(edition.number()).query(String.class).single();
	}

	/// The frozen facts of an edition, as JSON.
	public byte[] frozen(Edition edition) {
		return unzipped(this.jdbc.sql("SELECT json FROM snapshots WHERE edition = ?").param(edition.number()).query(byte[].class).single());
	}

	/// Stores what an edition's formats could not show.
	public void note(Edition edition, List<NotRendered> notRendered) {
		this.jdbc.sql("DELETE FROM notices WHERE edition = ?").param(edition.number()).update();
		for (int i = 0; i < notRendered.size(); i++) {
			var part = notRendered.get(i);
			this.jdbc.sql("INSERT INTO notices (edition, no, format, what, file, line, why) VALUES (?, ?, ?, ?, ?, ?, ?)")
				.params(edition.number(), i, part.format().name(), part.what(), part.at().file(), part.at().line(), part.why())
				.update();
		}
	}

	/// What an edition's formats could not show.
	public List<NotRendered> notices(Edition edition) {
		return this.jdbc.sql("SELECT * FROM notices WHERE edition = ? ORDER BY no").param(edition.number()).query((row, _) ->
				new NotRendered(new Position(row.getString("file"), row.getInt("line")), PackFormat.valueOf(row.getString("format")),
						row.getString("what"), row.getString("why"))).list();
	}

	/// Marks an edition as published.
	void publish(Edition edition, String software, String audience, String manifestSha256) {
		int recorded = this.jdbc.sql("UPDATE editions SET state = 'published', software = ?, audience = ?, manifest_sha256 = ? WHERE id = ?")
			.params(software, audience, manifestSha256, edition.number())
			.update();
		if (recorded != 1) {
			throw new IllegalStateException(edition.name() + " is not on record any more");
		}
	}

	/// Published editions, the oldest first, of which it was not put down whom they are for, because they were published before that was.
	List<Edition> withoutAudience(int most) {
		return this.jdbc.sql("SELECT * FROM editions WHERE state = 'published' AND audience IS NULL ORDER BY id LIMIT ?").param(most).query(this::edition).list();
	}

	/// Puts down whom an edition is for.
	void audience(Edition edition, String audience) {
		this.jdbc.sql("UPDATE editions SET audience = ? WHERE id = ? AND audience IS NULL").params(audience, edition.number()).update();
	}

	/// The edition that was published with this very manifest.
	public Optional<Edition> published(Manifest manifest, String sha256) {
		return sameEdition("SELECT * FROM editions WHERE manifest_sha256 = :sha256 AND ", manifest).param("sha256", sha256)
			.query(this::edition)
			.list()
			.stream()
			.findFirst();
	}

	/// Whether an edition of the manifest's name was published here, with whatever manifest.
	public boolean knows(Manifest manifest) {
		return sameEdition("SELECT COUNT(*) FROM editions WHERE state = 'published' AND ", manifest).query(Integer.class).single() > 0;
	}

	private JdbcClient.StatementSpec sameEdition(String sql, Manifest manifest) {
		return this.jdbc.sql(sql + "authority = :authority AND pack = :pack AND as_at = :asAt AND version = :version")
			.param("authority", manifest.authority())
			.param("pack", manifest.pack())
			.param("asAt", manifest.asAt())
			.param("version", manifest.version());
	}

	private JdbcClient.StatementSpec samePack(String sql, PackRequest request) {
		return this.jdbc.sql(sql)
			.param("store", this.home.name(request.store()))
			.param("authority", request.authority())
			.param("pack", request.pack())
			.param("asAt", request.asAt());
	}

	Edition edition(ResultSet row, int number) throws SQLException {
		var formats = Arrays.stream(row.getString("formats").split(" "))
			.filter(ending -> !ending.isEmpty())
			.map(ending -> PackFormat.valueOf(ending.toUpperCase(Locale.ROOT)))
			.toList();
		var request = new PackRequest(row.getString("authority"), row.getString("pack"), row.getObject("as_at", LocalDate.class), row.getObject("since", LocalDate.class), formats,
				row.getString("house"), row.getBoolean("draft"), listed(row.getString("deep_dive")), this.home.path().resolve(row.getString("store")), row.getString("requested_by"),
				SignOff.NONE, row.getString("erratum"));
		return new Edition(row.getLong("id"), request, row.getInt("version"), row.getString("state").equals("published"),
				row.getString("folder"), row.getObject("requested_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
				row.getString("fingerprint"), row.getString("software"), row.getString("manifest_sha256"), row.getObject("from_draft", Long.class),
				Objects.requireNonNullElse(row.getString("audience"), Edition.UNKNOWN_AUDIENCE));
	}

	private static List<String> listed(@Nullable String words) {
		return words == null || words.isEmpty() ? List.of() : List.of(words.split(","));
	}

	private static byte[] zipped(byte[] json) {
		var bytes = new ByteArrayOutputStream();
		try (var zip = new QuickZip(bytes)) {
			zip.write(json);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/// A snapshot is written for each edition and hardly ever read: packing it well would take longer than working out what it says.
	private static final class QuickZip extends GZIPOutputStream {

		private static final int BUFFER = 1 << 16;

		QuickZip(OutputStream out) throws IOException {
			super(out, BUFFER);
			this.def.setLevel(Deflater.BEST_SPEED);
		}

	}

	private static byte[] unzipped(byte[] zipped) {
		try (var zip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
			return zip.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
