package org.packhorse.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.run.PackRun.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How runs, packs and schedules stand on record, in numbers, for whoever watches over the program.
@Repository
public class RunFigures {

	private final JdbcClient jdbc;

	private final Recovery recovery;

	private final Fires fires;

	private final Clock clock;

	RunFigures(JdbcClient jdbc, Recovery recovery, Fires fires, Clock clock) {
		this.jdbc = jdbc;
		this.recovery = recovery;
		this.fires = fires;
		this.clock = clock;
	}

	/// The figures of one look.
	///
	/// @param runs how many runs are in each state
	/// @param lost how many of those at work have no living process
	/// @param waiting packs of runs at work that nobody has begun
	/// @param making packs that are being made
	/// @param lastDone when the newest run ended with every pack made
	/// @param fires how many schedules and councils have a newest fire in each state
	/// @param lag how long the oldest fire that nobody has begun has been due, or nobody has looked at the schedules, whichever is longer
	public record Figures(Map<State, Long> runs, long lost, long waiting, long making, @Nullable Instant lastDone, Map<Fire.State, Long> fires, Duration lag) {

		public Figures {
			runs = Collections.unmodifiableMap(new EnumMap<>(runs));
			fires = Collections.unmodifiableMap(new EnumMap<>(fires));
		}

	}

	/// Looks them up.
	public Figures look() {
		var runs = of(State.values(), this.jdbc.sql("SELECT state, COUNT(*) FROM runs GROUP BY state")
			.query((row, _) -> Map.entry(State.of(row.getString(1)), row.getLong(2)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
		var fires = of(Fire.State.values(), this.fires.newestOfEach().stream().collect(Collectors.groupingBy(Fire::state, Collectors.counting())));
		return new Figures(runs, this.recovery.lost().stream().filter(run -> run.state() != State.STOPPED).count(), packs("waiting"), packs("making"),
				moment("SELECT MAX(ended_at) FROM runs WHERE state = 'done'"), fires, lag());
	}

	private static <S> Map<S, Long> of(S[] states, Map<S, Long> counted) {
		return Stream.of(states).collect(Collectors.toMap(Function.identity(), state -> counted.getOrDefault(state, 0L)));
	}

	private long packs(String state) {
		return this.jdbc.sql("SELECT COUNT(*) FROM run_packs p JOIN runs r ON r.id = p.run WHERE r.state IN ('running', 'stopping') AND p.state = ?")
			.param(state)
			.query(Long.class)
			.single();
	}

	private Duration lag() {
		var now = this.clock.instant();
		return Stream.of("SELECT MIN(due_at) FROM schedule_fires WHERE state = 'due' AND attempts = 0", "SELECT MAX(seen_until) FROM schedule_marks")
			.map(this::moment)
			.filter(Objects::nonNull)
			.map(since -> Duration.between(since, now))
			.filter(Duration::isPositive)
			.reduce(Duration.ZERO, (longest, each) -> each.compareTo(longest) > 0 ? each : longest);
	}

	private @Nullable Instant moment(String sql) {
		return this.jdbc.sql(sql).query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDateTime.class))).single().map(at -> at.toInstant(ZoneOffset.UTC)).orElse(null);
	}

}
