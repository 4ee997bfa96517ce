package org.packhorse.run;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.PackRequest;
import org.packhorse.run.PackRun.Item;
import org.packhorse.run.PackRun.ItemState;
import org.packhorse.run.PackRun.Outcome;
import org.packhorse.run.PackRun.State;
import org.packhorse.run.PackRun.Wanted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The runs on record, and what became of each of their packs.
@Repository
public class RunLog {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/// A step of another execution of the same run, which has been taken over since, changes nothing here; nor does a worker whose partition
	/// another has.
	private static final String STILL_WANTED = """
			EXISTS (SELECT 1 FROM runs WHERE id = :run AND execution = :execution AND state = 'running' AND (NOT remote OR
			EXISTS (SELECT 1 FROM partition_claims c WHERE c.execution = :partition AND c.holder = :holder)))""";

	private static final String WHOLE = """
			SELECT runs.*, (SELECT COUNT(*) FROM run_packs p WHERE p.run = runs.id) AS packs,
			(SELECT COUNT(*) FROM run_packs p WHERE p.run = runs.id AND p.state = 'done') AS made,
			(SELECT COUNT(*) FROM run_packs p WHERE p.run = runs.id AND p.state = 'failed') AS failed FROM runs\s""";

	/// What stands of the same pack in the same folder; a draft stands for no edition that goes out, and the final of one draft for no other's.
	private static final String UNMADE = """
			SELECT runs.id, (SELECT COUNT(*) FROM run_packs f WHERE f.run = runs.id AND f.state <> 'done' AND NOT EXISTS (SELECT 1 FROM run_packs l
			WHERE l.authority = f.authority AND l.pack = f.pack AND l.as_at = f.as_at AND l.run > f.run AND l.state = 'done' AND l.store = f.store
			AND (f.draft IS NULL AND f.request LIKE '%"draft":true%' OR l.draft IS NOT NULL OR l.request NOT LIKE '%"draft":true%')
			AND (f.draft IS NULL OR l.draft = f.draft))) AS packs FROM runs\s""";

	private final JdbcClient jdbc;

	private final Clock clock;

	RunLog(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/// Writes down what is asked for, each pack with its number, all or nothing.
	@Transactional
	PackRun begin(RunOrder order, String requestedBy, String software, String holder) {
		var key = new GeneratedKeyHolder();
		this.jdbc.sql("""
				INSERT INTO runs (question, requested_by, requested_at, origin, remote, software, templates, state, holder)
				VALUES (:question, :by, :at, :origin, :remote, :software, '', 'running', :holder)""")
			.param("question", order.question())
			.param("by", requestedBy)
			.param("at", now(ChronoUnit.SECONDS))
			.param("origin", order.origin().name())
			.param("remote", order.remote())
			.param("software", software)
			.param("holder", holder)
			.update(key, "id");
		long run = Objects.requireNonNull(key.getKey()).longValue();
		int no = 0;
		for (Wanted wanted : order.packs()) {
			insert(run, ++no, wanted);
		}
		return find(run).orElseThrow();
	}

	private void insert(long run, int no, Wanted wanted) {
		var request = wanted.request();
		this.jdbc.sql("INSERT INTO run_packs (run, no, store, authority, pack, as_at, request, draft, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting')")
			.params(run, no, request.store().toString(), request.authority(), request.pack(), request.asAt(), JSON.writeValueAsString(request), wanted.draft())
			.update();
	}

	/// The run with this number.
	public Optional<PackRun> find(long run) {
		return this.jdbc.sql(WHOLE + "WHERE runs.id = ?").param(run).query(RunLog::run).optional();
	}

	/// The newest runs, the newest first.
	public List<PackRun> newest(int most) {
		return newest(null, 0, most);
	}

	/// The runs that have not come to their end, the oldest first: at work, stopped, or without a living process.
	public List<PackRun> unfinished() {
		return this.jdbc.sql(WHOLE + "WHERE runs.state IN ('running', 'stopping', 'stopped') ORDER BY runs.id").query(RunLog::run).list();
	}

	/// What somebody may see of runs.
	///
	/// @param packs the packs whose runs they may know of, or null for all
	/// @param councils the councils, none named: all
	public record Seen(@Nullable List<String> packs, List<String> councils) {

		public Seen {
			packs = packs == null ? null : List.copyOf(packs);
			councils = List.copyOf(councils);
		}

	}

	/// Some of the newest runs of which somebody may see every pack, the newest first; null sees all.
	public List<PackRun> newest(@Nullable Seen seen, int skipped, int most) {
		return seen(WHOLE, seen, " ORDER BY runs.id DESC LIMIT %d OFFSET %d".formatted(most, skipped)).query(RunLog::run).list();
	}

	/// How many runs there are of which somebody may see every pack.
	public long count(@Nullable Seen seen) {
		return seen("SELECT COUNT(*) FROM runs ", seen, "").query(Long.class).single();
	}

	/// Whether somebody may see every pack of a run.
	public boolean isSeen(long run, @Nullable Seen seen) {
		return seen("SELECT COUNT(*) FROM runs ", seen, (seen == null ? "WHERE" : " AND") + " runs.id = " + run).query(Long.class).single() > 0;
	}

	/// A run that failed, and how many of its packs no later run has made.
	public record Unmade(PackRun run, int packs) {
	}

	/// Of the runs since a moment that failed, and of which somebody may see every pack, the newest with packs that are still not made: a later
	/// run may have made the same pack of the same council and day in the same folder.
	public List<Unmade> unmade(@Nullable Seen seen, Instant since, int most) {
		return seen(UNMADE, seen, (seen == null ? "WHERE" : " AND") + " runs.state = 'failed' AND runs.requested_at >= :since ORDER BY runs.id DESC")
			.param("since", LocalDateTime.ofInstant(since, ZoneOffset.UTC))
			.query((row, _) -> Map.entry(row.getLong("id"), row.getInt("packs")))
			.list()
			.stream()
			.filter(run -> run.getValue() > 0)
			.limit(most)
			.map(run -> new Unmade(find(run.getKey()).orElseThrow(), run.getValue()))
			.toList();
	}

	private JdbcClient.StatementSpec seen(String select, @Nullable Seen seen, String end) {
		if (seen == null) {
			return this.jdbc.sql(select + end);
		}
		var packs = seen.packs();
		var unseen = (packs == null ? "1 = 0" : "p.pack NOT IN (:packs)") + (seen.councils().isEmpty() ? "" : " OR p.authority NOT IN (:councils)");
		return this.jdbc.sql(select + "WHERE NOT EXISTS (SELECT 1 FROM run_packs p WHERE p.run = runs.id AND (%s))".formatted(unseen) + end)
			.param("packs", packs == null || packs.isEmpty() ? List.of("") : packs)
			.param("councils", seen.councils());
	}

	/// Tells one run of a person's to end with what is in the making; false when it is not at work.
	boolean stop(long run) {
		return this.jdbc.sql("UPDATE runs SET state = 'stopping' WHERE id = ? AND state = 'running' AND origin = 'COMMAND'").param(run).update() == 1;
	}

	/// The packs of a run, in their order.
	public List<Item> items(long run) {
		return items(run, 1, Integer.MAX_VALUE);
	}

	/// Some packs of a run, by their places in it.
	public List<Item> items(long run, int from, int to) {
		return this.jdbc.sql("SELECT * FROM run_packs WHERE run = ? AND no BETWEEN ? AND ? ORDER BY no").params(run, from, to).query(RunLog::item).list();
	}

	/// The numbers of a run's packs that have ended, made or not.
	List<Integer> ended(long run) {
		return this.jdbc.sql("SELECT no FROM run_packs WHERE run = ? AND state IN ('done', 'failed') ORDER BY no").param(run).query(Integer.class).list();
	}

	/// The numbers of a run's packs that stand.
	List<Integer> done(long run) {
		return this.jdbc.sql("SELECT no FROM run_packs WHERE run = ? AND state = 'done' ORDER BY no").param(run).query(Integer.class).list();
	}

	/// The packs that a run makes, by name.
	List<String> packs(long run) {
		return this.jdbc.sql("SELECT DISTINCT pack FROM run_packs WHERE run = ?").param(run).query(String.class).list();
	}

	/// The folders that a run publishes in, mostly one.
	List<Path> stores(long run) {
		return this.jdbc.sql("SELECT DISTINCT store FROM run_packs WHERE run = ? ORDER BY store").param(run).query(String.class).list().stream().map(Path::of).toList();
	}

	/// Writes down what the report templates are for this execution of a run, as one hash.
	void templates(long run, String templates) {
		this.jdbc.sql("UPDATE runs SET templates = ? WHERE id = ?").params(templates, run).update();
	}

	/// What the report templates were when the run was begun, or gone on with, as one hash.
	String templates(long run) {
		return this.jdbc.sql("SELECT templates FROM runs WHERE id = ?").param(run).query(String.class).single();
	}

	/// A job's execution begins to make a run's packs; what an earlier one still has in hand counts no more. What has failed waits again.
	@Transactional
	void begun(long run, long execution) {
		this.jdbc.sql("UPDATE runs SET execution = ?, ended_at = NULL WHERE id = ?").params(execution, run).update();
		this.jdbc.sql("UPDATE run_packs SET state = 'waiting', made_by = NULL, started_at = NULL, ended_at = NULL, outcome = NULL WHERE run = ? AND state <> 'done'").param(run).update();
	}

	/// Whether the packs of a run are still to be made by this execution of its job.
	boolean isWanted(long run, long execution) {
		return this.jdbc.sql("SELECT COUNT(*) FROM runs WHERE id = ? AND execution = ? AND state = 'running'").params(run, execution).query(Integer.class).single() > 0;
	}

	/// Whose hands a pack is in.
	///
	/// @param execution of the job, @param partition the number of the partition's own execution
	/// @param holder the process, @param words how people find it
	record Hands(long execution, long partition, String holder, String words) {
	}

	/// Takes a pack in hand: false when it is made already, the run is not to be gone on with, or another worker has the partition.
	boolean making(long run, int no, Hands hands) {
		return this.jdbc.sql("UPDATE run_packs SET state = 'making', made_by = :by, holder = :holder, started_at = :now WHERE run = :run AND no = :no AND state <> 'done' AND " + STILL_WANTED)
			.param("by", hands.words())
			.param("holder", hands.holder())
			.param("now", now(ChronoUnit.MILLIS))
			.param("run", run)
			.param("no", no)
			.param("execution", hands.execution())
			.param("partition", hands.partition())
			.update() == 1;
	}

	/// Writes down what came of a pack: false when another execution, or another worker, has taken it over, to which it is left.
	boolean ended(long run, int no, Hands hands, Outcome outcome) {
		return this.jdbc.sql("UPDATE run_packs SET state = :state, ended_at = :now, outcome = :outcome WHERE run = :run AND no = :no AND state = 'making' AND holder = :holder AND EXISTS (SELECT 1 FROM runs WHERE id = :run AND execution = :execution)")
			.param("state", (outcome.trouble() == null ? ItemState.DONE : ItemState.FAILED).word())
			.param("now", now(ChronoUnit.MILLIS))
			.param("outcome", JSON.writeValueAsString(outcome))
			.param("holder", hands.holder())
			.param("run", run)
			.param("no", no)
			.param("execution", hands.execution())
			.update() == 1;
	}

	/// Tells the runs of commands that a process watches over to end with what is in the making.
	int stop(String holder) {
		return this.jdbc.sql("UPDATE runs SET state = 'stopping' WHERE holder = ? AND state = 'running' AND origin = 'COMMAND'").param(holder).update();
	}

	/// Writes down how a run ended, and that nobody watches over it any more.
	void end(long run, String holder, State state) {
		this.jdbc.sql("UPDATE runs SET state = ?, ended_at = ?, holder = NULL WHERE id = ? AND holder = ?").params(state.word(), now(ChronoUnit.SECONDS), run, holder).update();
	}

	/// Takes over a run that nobody living watches over: of several who try, one succeeds.
	boolean takeOver(PackRun run, String software, String holder) {
		return this.jdbc.sql("UPDATE runs SET holder = :me, software = :software, state = 'running', ended_at = NULL WHERE id = :run AND state = :state AND "
				+ (run.holder() == null ? "holder IS NULL" : "holder = :old"))
			.param("me", holder)
			.param("software", software)
			.param("run", run.number())
			.param("state", run.state().word())
			.param("old", run.holder())
			.update() == 1;
	}

	/// Lets a run go that could not be gone on with: nobody watches over it until somebody takes it up.
	void letGo(long run, String holder) {
		this.jdbc.sql("UPDATE runs SET state = 'running', holder = NULL, ended_at = NULL WHERE id = ? AND (holder = ? OR holder IS NULL) AND state <> 'done'").params(run, holder).update();
	}

	private LocalDateTime now(ChronoUnit unit) {
		return LocalDateTime.ofInstant(this.clock.instant().truncatedTo(unit), ZoneOffset.UTC);
	}

	private static PackRun run(ResultSet row, int number) throws SQLException {
		return new PackRun(row.getLong("id"), row.getString("question"), row.getString("requested_by"), Objects.requireNonNull(moment(row, "requested_at")),
				PackRun.Origin.valueOf(row.getString("origin")), row.getBoolean("remote"), row.getString("software"), State.of(row.getString("state")), row.getString("holder"),
				moment(row, "ended_at"), row.getInt("packs"), row.getInt("made"), row.getInt("failed"));
	}

	private static Item item(ResultSet row, int number) throws SQLException {
		var outcome = row.getString("outcome");
		return new Item(row.getLong("run"), row.getInt("no"), new Wanted(JSON.readValue(row.getString("request"), PackRequest.class), row.getObject("draft", Long.class)),
				ItemState.of(row.getString("state")), row.getString("made_by"), moment(row, "started_at"), moment(row, "ended_at"),
				outcome == null ? null : JSON.readValue(outcome, Outcome.class));
	}

	private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
		var at = row.getObject(column, LocalDateTime.class);
		return at == null ? null : at.toInstant(ZoneOffset.UTC);
	}

}
