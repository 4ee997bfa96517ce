package org.packhorse.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The tokens that scripts present. Each is shown once and kept as a hash; it ends on its day, or when its account is closed.
@Repository
public class ApiTokens {

	/// The longest that a token may hold.
	public static final Duration LONGEST = Duration.ofDays(366);

	private final JdbcClient jdbc;

	private final Secrets secrets;

	private final Accounts accounts;

	private final AuditTrail trail;

	private final TransactionTemplate transaction;

	private final Clock clock;

	ApiTokens(JdbcClient jdbc, Secrets secrets, Accounts accounts, AuditTrail trail, PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = jdbc;
		this.secrets = secrets;
		this.accounts = accounts;
		this.trail = trail;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/// A token without its secret.
	public record ApiToken(long number, long account, String title, Set<Scope> scopes, Instant until) {
	}

	/// Whom a token acts for, within which scopes.
	public record Bearer(Account account, Set<Scope> scopes) {
	}

	/// Makes a token for an account; what comes back is shown once and kept nowhere.
	public String make(Account account, String title, Set<Scope> scopes, Instant until) {
		var token = "PH" + this.secrets.token();
		this.transaction.executeWithoutResult(_ -> {
			this.jdbc.sql("INSERT INTO api_tokens (sha256, account, title, scopes, made_at, until) VALUES (?, ?, ?, ?, ?, ?)")
				.params(Secrets.sha256(token), account.number(), title, scopes.stream().sorted(Comparator.naturalOrder()).map(Scope::name).collect(Collectors.joining(" ")),
						stored(this.clock.instant()), stored(until))
				.update();
			this.trail.record(account.actor(), "token made", "account " + account.name(), Map.of("title", title, "scopes", scopes.stream().map(Scope::toString).sorted().toList()));
		});
		return token;
	}

	/// An account's tokens that still hold, the newest first.
	public List<ApiToken> of(Account account) {
		return this.jdbc.sql("SELECT * FROM api_tokens WHERE account = ? AND until > ? ORDER BY id DESC").params(account.number(), stored(this.clock.instant())).query(ApiTokens::token).list();
	}

	/// Ends one of an account's tokens; false where it has none of that number.
	public boolean end(Account account, long number) {
		return Boolean.TRUE.equals(this.transaction.execute(_ -> {
			boolean ended = this.jdbc.sql("DELETE FROM api_tokens WHERE id = ? AND account = ?").params(number, account.number()).update() == 1;
			if (ended) {
				this.trail.record(account.actor(), "token ended", "account " + account.name(), Map.of("token", number));
			}
			return ended;
		}));
	}

	/// Whom a token acts for, as long as it holds and the account is open.
	public Optional<Bearer> bearer(String token) {
		return this.jdbc.sql("SELECT * FROM api_tokens WHERE sha256 = ? AND until > ?")
			.params(Secrets.sha256(token), stored(this.clock.instant()))
			.query(ApiTokens::token)
			.optional()
			.flatMap(found -> this.accounts.find(found.account()).filter(Account::enabled).map(account -> new Bearer(account, found.scopes())));
	}

	private static ApiToken token(ResultSet row, int number) throws SQLException {
		var scopes = Arrays.stream(row.getString("scopes").split(" ")).filter(scope -> !scope.isEmpty()).map(Scope::valueOf).collect(Collectors.toUnmodifiableSet());
		return new ApiToken(row.getLong("id"), row.getLong("account"), row.getString("title"), scopes, row.getObject("until", LocalDateTime.class).toInstant(ZoneOffset.UTC));
	}

	private static LocalDateTime stored(Instant moment) {
		return LocalDateTime.ofInstant(moment, ZoneOffset.UTC).withNano(0);
	}

}
