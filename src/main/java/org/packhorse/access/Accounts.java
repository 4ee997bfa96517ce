package org.packhorse.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The accounts of the console. There is none that nobody made: the first comes by a token that `serve` prints.
@Repository
public class Accounts {

	private static final Duration VALID = Duration.ofDays(3);

	/// What the table has room for, of a name and of what it is found by.
	private static final int LONGEST = 100;

	private final JdbcClient jdbc;

	private final Secrets secrets;

	private final AuditTrail trail;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Accounts(JdbcClient jdbc, Secrets secrets, AuditTrail trail, PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = jdbc;
		this.secrets = secrets;
		this.trail = trail;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/// What an account may do and see.
	public record Rights(Set<Role> roles, Clearance clearance, List<String> councils) {

		public Rights {
			roles = Set.copyOf(roles);
			councils = List.copyOf(councils);
		}

	}

	/// What is needed to tell whether somebody is who they say.
	///
	/// @param password the hash, or null where none was set yet or the council's sign-in is used
	/// @param deviceKey what a browser that has been here is recognised by
	public record Credentials(Account account, @Nullable String password, String deviceKey) {
	}

	/// Whether there is anybody who may come in and keep accounts.
	public boolean isKept() {
		return all().stream().anyMatch(Account::keeps);
	}

	/// All of them by name.
	public List<Account> all() {
		return this.jdbc.sql("SELECT * FROM accounts ORDER BY account_key").query(Accounts::account).list();
	}

	/// The account with this number.
	public Optional<Account> find(long number) {
		return this.jdbc.sql("SELECT * FROM accounts WHERE id = ?").param(number).query(Accounts::account).optional();
	}

	/// The account of this name, whatever its letters' case, with what it is known by.
	public Optional<Credentials> named(String name) {
		return this.jdbc.sql("SELECT * FROM accounts WHERE account_key = ?").param(key(name)).query(Accounts::credentials).optional();
	}

	/// The account that the council's sign-in knows by this subject.
	public Optional<Account> known(String issuer, String subject) {
		return this.jdbc.sql("SELECT * FROM accounts WHERE issuer = ? AND subject = ?").params(issuer, subject).query(Accounts::account).optional();
	}

	/// Ties an account that waits for the council's sign-in to its first subject; false when it waits for none.
	public boolean tie(String name, String issuer, String subject) {
		return this.transaction.execute(_ -> {
			boolean tied = this.jdbc.sql("UPDATE accounts SET subject = ? WHERE account_key = ? AND issuer = ? AND subject IS NULL AND enabled = TRUE")
				.params(subject, key(name), issuer)
				.update() == 1;
			if (tied) {
				var account = named(name).orElseThrow().account();
				this.trail.record(account.actor(), "tied", "account " + account.name(), Map.of("issuer", issuer));
			}
			return tied;
		});
	}

	/// A new token by which the first account is made; whatever was printed before opens nothing any more.
	public String firstToken() {
		return this.transaction.execute(_ -> {
			this.jdbc.sql("DELETE FROM invitations WHERE account IS NULL").update();
			return invitation(null);
		});
	}

	/// Whether a token makes the first account.
	public boolean isFirst(String token) {
		return !isKept() && this.jdbc.sql("SELECT COUNT(*) FROM invitations WHERE sha256 = ? AND account IS NULL AND until > ?").params(Secrets.sha256(token), now()).query(Integer.class).single() == 1;
	}

	/// What keeps a new account from being called this, in words for whoever typed it; nothing where it may be.
	public Optional<String> fault(String name) {
		if (key(name).length() > LONGEST || composed(name).length() > LONGEST) {
			return Optional.of("Name must be shorter: some of its letters take the room of two");
		}
		return named(name).map(_ -> "There is an account of this name already");
	}

	/// Makes the first account, and uses the token up; nothing when another was quicker, or has this name.
	public Optional<Account> first(String token, String name, String password, Rights rights) {
		return unlessTaken(() -> this.transaction.execute(_ -> {
			if (!isFirst(token) || this.jdbc.sql("DELETE FROM invitations WHERE sha256 = ? AND account IS NULL").param(Secrets.sha256(token)).update() != 1) {
				return Optional.empty();
			}
			var account = insert(name, rights, null, new Actor(name));
			this.jdbc.sql("UPDATE accounts SET password = ? WHERE id = ?").params(password, account.number()).update();
			recorded(new Actor(name), "account made", account, rights);
			return find(account.number());
		}));
	}

	/// Makes an account; nothing where there is one of that name.
	///
	/// @param issuer the council's sign-in that they come through, or null where they set a password of their own
	public Optional<Account> make(String name, Rights rights, @Nullable String issuer, Actor by) {
		return unlessTaken(() -> this.transaction.execute(_ -> {
			if (named(name).isPresent()) {
				return Optional.empty();
			}
			var account = insert(name, rights, issuer, by);
			recorded(by, "account made", account, rights);
			return Optional.of(account);
		}));
	}

	/// Who makes an account of the same name at the same moment is as if they had been there before.
	private static Optional<Account> unlessTaken(Supplier<Optional<Account>> making) {
		try {
			return making.get();
		}
		catch (DuplicateKeyException ex) {
			return Optional.empty();
		}
	}

	private Account insert(String name, Rights rights, @Nullable String issuer, Actor by) {
		this.jdbc.sql("""
				INSERT INTO accounts (name, account_key, issuer, roles, clearance, councils, enabled, mark, device_key, made_by, made_at)
				VALUES (:name, :key, :issuer, :roles, :clearance, :councils, TRUE, 1, :device, :by, :at)""")
			.param("name", composed(name))
			.param("key", key(name))
			.param("issuer", issuer)
			.param("roles", words(rights.roles()))
			.param("clearance", rights.clearance().name())
			.param("councils", String.join(" ", rights.councils()))
			.param("device", Secrets.sha256(this.secrets.token()))
			.param("by", by.toString())
			.param("at", now())
			.update();
		return named(name).orElseThrow().account();
	}

	/// Changes what an account may do and see, from its next request on.
	public void change(Account account, Rights rights, boolean enabled, Actor by) {
		this.transaction.executeWithoutResult(_ -> {
			this.jdbc.sql("UPDATE accounts SET roles = ?, clearance = ?, councils = ?, enabled = ?, mark = mark + ? WHERE id = ?")
				.params(words(rights.roles()), rights.clearance().name(), String.join(" ", rights.councils()), enabled, enabled ? 0 : 1, account.number())
				.update();
			if (!enabled) {
				this.jdbc.sql("DELETE FROM api_tokens WHERE account = ?").param(account.number()).update();
			}
			recorded(by, enabled ? "account changed" : "account closed", account, rights);
		});
	}

	/// A token by which its holder sets a password of their own; older ones open nothing any more, and neither does the password
	/// that was: whoever comes in by the token of another's account keeps them out, so that they notice.
	public String invite(Account account, Actor by) {
		return this.transaction.execute(_ -> {
			this.jdbc.sql("DELETE FROM invitations WHERE account = ?").param(account.number()).update();
			boolean had = this.jdbc.sql("UPDATE accounts SET password = NULL, device_key = ?, mark = mark + 1 WHERE id = ? AND password IS NOT NULL")
				.params(Secrets.sha256(this.secrets.token()), account.number())
				.update() == 1;
			var token = invitation(account.number());
			this.trail.record(by, "invited", "account " + account.name(), had ? Map.of("ended", "password") : Map.of());
			return token;
		});
	}

	private String invitation(@Nullable Long account) {
		var token = this.secrets.token();
		this.jdbc.sql("DELETE FROM invitations WHERE until <= ?").param(now()).update();
		this.jdbc.sql("INSERT INTO invitations (sha256, account, until) VALUES (?, ?, ?)").params(Secrets.sha256(token), account, now().plus(VALID)).update();
		return token;
	}

	/// Whom a token invites.
	public Optional<Account> invited(String token) {
		return this.jdbc.sql("SELECT a.* FROM invitations i JOIN accounts a ON a.id = i.account WHERE i.sha256 = ? AND i.until > ? AND a.enabled = TRUE")
			.params(Secrets.sha256(token), now())
			.query(Accounts::account)
			.optional();
	}

	/// Sets the password of whom a token invites, and uses the token up.
	public Optional<Account> accept(String token, String password) {
		return this.transaction.execute(_ -> {
			var account = invited(token);
			if (account.isEmpty() || this.jdbc.sql("DELETE FROM invitations WHERE sha256 = ?").param(Secrets.sha256(token)).update() != 1) {
				return Optional.empty();
			}
			password(account.get(), password);
			return find(account.get().number());
		});
	}

	/// Sets a password, which ends every session and every token and forgets every browser of the account.
	public void password(Account account, String password) {
		this.transaction.executeWithoutResult(_ -> {
			this.jdbc.sql("UPDATE accounts SET password = ?, device_key = ?, mark = mark + 1 WHERE id = ?")
				.params(password, Secrets.sha256(this.secrets.token()), account.number())
				.update();
			this.jdbc.sql("DELETE FROM api_tokens WHERE account = ?").param(account.number()).update();
			this.trail.record(account.actor(), "password set", "account " + account.name(), Map.of());
		});
	}

	/// Notes that somebody came in.
	public void signedIn(Account account) {
		this.transaction.executeWithoutResult(_ -> {
			this.jdbc.sql("UPDATE accounts SET signed_in_at = ? WHERE id = ?").params(now(), account.number()).update();
			this.trail.record(account.actor(), "signed in", "account " + account.name(), Map.of());
		});
	}

	private void recorded(Actor by, String what, Account account, Rights rights) {
		this.trail.record(by, what, "account " + account.name(),
				Map.of("roles", words(rights.roles()), "clearance", rights.clearance().toString(), "councils", rights.councils()));
	}

	private LocalDateTime now() {
		return LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC).withNano(0);
	}

	private static String key(String name) {
		return composed(name).toLowerCase(Locale.ROOT);
	}

	private static String composed(String name) {
		return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
	}

	private static String words(Set<Role> roles) {
		return roles.stream().sorted(Comparator.naturalOrder()).map(Role::name).collect(Collectors.joining(" "));
	}

	private static Credentials credentials(ResultSet row, int number) throws SQLException {
		return new Credentials(account(row, number), row.getString("password"), row.getString("device_key"));
	}

	private static Account account(ResultSet row, int number) throws SQLException {
		var roles = Arrays.stream(row.getString("roles").split(" ")).filter(role -> !role.isEmpty()).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
		var councils = Arrays.stream(row.getString("councils").split(" ")).filter(code -> !code.isEmpty()).toList();
		var local = row.getString("issuer") == null;
		var seen = row.getObject("signed_in_at", LocalDateTime.class);
		return new Account(row.getLong("id"), row.getString("name"), roles, Clearance.valueOf(row.getString("clearance")), councils, row.getBoolean("enabled"), local,
				!local || row.getString("password") != null, row.getLong("mark"), seen == null ? null : seen.toInstant(ZoneOffset.UTC));
	}


}
