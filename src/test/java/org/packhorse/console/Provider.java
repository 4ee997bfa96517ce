package org.packhorse.console;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/// A council's sign-in (OpenID Connect) for tests: lets in whoever the test says, and signs it.
final class Provider implements AutoCloseable {

	private final HttpServer server;

	private final RSAKey key;

	private Map<String, String> asked = Map.of();

	/// Who is signed in there.
	String subject = "s-1";

	String name = "somebody";

	/// What the token says instead, to try what is wrong.
	String audience = "packhorse";

	boolean sameNonce = true;

	Provider() throws IOException, JOSEException {
		this.key = new RSAKeyGenerator(2048).keyID("one").generate();
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, """
				{"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"],
				"response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"], "code_challenge_methods_supported": ["S256"]}""".formatted(issuer())));
		this.server.createContext("/keys", exchange -> answer(exchange, new JWKSet(this.key.toPublicJWK()).toString()));
		this.server.createContext("/token", exchange -> answer(exchange, token(exchange)));
		this.server.start();
	}

	String issuer() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/// What the provider's page would send the browser back to.
	String back(URI authorize) {
		this.asked = parameters(authorize.getRawQuery());
		return "/login/oauth2/code/council?code=abc&state=" + this.asked.get("state");
	}

	private String token(HttpExchange exchange) throws IOException {
		var sent = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
		if (!challenge(sent.get("code_verifier")).equals(this.asked.get("code_challenge"))) {
			return "{\"error\": \"invalid_grant\"}";
		}
		try {
			var now = Instant.now();
			var claims = new JWTClaimsSet.Builder().issuer(issuer())
				.subject(this.subject)
				.audience(this.audience)
				.issueTime(Date.from(now))
				.expirationTime(Date.from(now.plusSeconds(300)))
				.claim("nonce", this.sameNonce ? this.asked.get("nonce") : "another")
				.claim("preferred_username", this.name)
				.claim("roles", "admin")
				.build();
			var signed = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
			signed.sign(new RSASSASigner(this.key));
			return "{\"access_token\": \"a\", \"token_type\": \"Bearer\", \"expires_in\": 300, \"id_token\": \"%s\"}".formatted(signed.serialize());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String challenge(String verifier) {
		try {
			return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256").digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Map<String, String> parameters(String query) {
		return Arrays.stream(query.split("&")).map(pair -> pair.split("=", 2)).collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
	}

	private static void answer(HttpExchange exchange, String json) throws IOException {
		var bytes = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
