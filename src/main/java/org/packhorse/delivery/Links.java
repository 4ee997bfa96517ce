package org.packhorse.delivery;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import org.packhorse.pack.PackProblem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Personal links: a token names one message of the ledger and its last day, and is signed. It opens nothing by itself, since what
/// its reader may see is looked up each time.
@Component
public class Links {

	private static final String PURPOSE = "link";

	private static final byte FORM = 1;

	private static final int SIGNATURE = 32;

	private static final int HEAD = 1 + Long.BYTES;

	private static final int LONGEST = 1000;

	private static final ZoneId ZONE = ZoneId.of("Europe/London");

	private final DeliveryKey key;

	private final String base;

	private final Duration valid;

	private final Clock clock;

	public Links(DeliveryKey key, @Value("${packhorse.links.base-url:}") String base, @Value("${packhorse.links.valid:30d}") Duration valid, Clock clock) {
		this.key = key;
		this.base = base.strip().replaceAll("/+$", "");
		this.valid = valid;
		this.clock = clock;
	}

	/// A link and the last day on which it works.
	public record Link(String url, LocalDate until) {
	}

	/// The link for the message with this name; throws [PackProblem] where nobody has set where download pages are.
	public Link to(String messageId) {
		demandBase();
		var until = LocalDate.ofInstant(this.clock.instant().plus(this.valid), ZONE);
		return new Link(this.base + "/d/" + token(messageId, until.plusDays(1).atStartOfDay(ZONE).toInstant()), until);
	}

	/// The message that a token names, where it was signed here and its last day is not over.
	public Optional<String> message(String token) {
		if (token.length() > LONGEST || !token.matches("[A-Za-z0-9_-]+")) {
			return Optional.empty();
		}
		byte[] bytes;
		try {
			bytes = Base64.getUrlDecoder().decode(token);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
		// Base64 can write the same bytes in several ways: one counts.
		if (bytes.length <= SIGNATURE + HEAD || !encoded(bytes).equals(token)) {
			return Optional.empty();
		}
		var said = Arrays.copyOfRange(bytes, SIGNATURE, bytes.length);
		if (!MessageDigest.isEqual(this.key.sign(PURPOSE, said), Arrays.copyOf(bytes, SIGNATURE))) {
			return Optional.empty();
		}
		var head = ByteBuffer.wrap(said);
		boolean known = head.get() == FORM;
		boolean works = this.clock.instant().isBefore(Instant.ofEpochSecond(head.getLong()));
		return known && works ? Optional.of(new String(said, HEAD, said.length - HEAD, StandardCharsets.UTF_8)) : Optional.empty();
	}

	private String token(String messageId, Instant end) {
		var name = messageId.getBytes(StandardCharsets.UTF_8);
		var said = ByteBuffer.allocate(HEAD + name.length).put(FORM).putLong(end.getEpochSecond()).put(name).array();
		return encoded(ByteBuffer.allocate(SIGNATURE + said.length).put(this.key.sign(PURPOSE, said)).put(said).array());
	}

	private static String encoded(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private void demandBase() {
		if (this.base.isEmpty()) {
			throw problem("Nobody has set where download pages are: set packhorse.links.base-url to the address by which readers reach `./packhorse serve`, such as https://packs.example.gov.uk.");
		}
		if (!isAddress(this.base)) {
			throw problem("""
					packhorse.links.base-url (PACKHORSE_LINKS_BASE_URL) is %s, which no link can begin with: write https:// and a name with no path behind it, such as \
					https://packs.example.gov.uk; a proxy that serves pages below a path cannot be used (http:// with localhost alone).""".formatted(this.base));
		}
	}

	/// The pages link to one another from the root of the name, so a base with a path would lead nowhere.
	private static boolean isAddress(String base) {
		try {
			var uri = URI.create(base);
			boolean here = "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
			boolean scheme = "https".equals(uri.getScheme()) || here && "http".equals(uri.getScheme());
			return scheme && uri.getHost() != null && uri.getUserInfo() == null && uri.getPath().isEmpty() && uri.getQuery() == null && uri.getFragment() == null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static PackProblem problem(String words) {
		return new PackProblem(PackProblem.Kind.INPUT, words);
	}

}
