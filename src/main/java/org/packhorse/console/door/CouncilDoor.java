package org.packhorse.console.door;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.web.client.RestClient;

/// The way in through the council's sign-in: OpenID Connect's code flow with state, nonce and PKCE. The provider is asked for its addresses when somebody first
/// comes this way, so that the console starts while it is away; nothing that it hands out is kept.
final class CouncilDoor implements ClientRegistrationRepository {

	private static final Logger LOG = LoggerFactory.getLogger(CouncilDoor.class);

	private static final String NAME = "council";

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Duration REST = Duration.ofSeconds(30);

	private final CouncilSignIn council;

	private final String client;

	private final String secret;

	private final CouncilCameIn cameIn;

	private final Clock clock;

	private final RestClient provider = provider();

	private final Lock asking = new ReentrantLock();

	private volatile @Nullable ClientRegistration registration;

	private volatile Instant notBefore = Instant.EPOCH;

	CouncilDoor(CouncilSignIn council, String client, String secret, CouncilCameIn cameIn, Clock clock) {
		this.council = council;
		this.client = client;
		this.secret = secret;
		this.cameIn = cameIn;
		this.clock = clock;
	}

	void open(HttpSecurity http) throws Exception {
		var asking = new DefaultOAuth2AuthorizationRequestResolver(this, "/oauth2/authorization");
		asking.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
		http.oauth2Login(login -> login.loginPage("/sign-in")
			.clientRegistrationRepository(this)
			.authorizedClientRepository(new Unkept())
			.authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(asking))
			.successHandler(this.cameIn)
			.failureHandler((request, response, why) -> {
				LOG.warn("the council's sign-in let nobody in: {}", why.getMessage());
				request.getRequestDispatcher("/refused/elsewhere").forward(request, response);
			}));
	}

	@Override
	public @Nullable ClientRegistration findByRegistrationId(String name) {
		if (!name.equals(NAME)) {
			return null;
		}
		var known = this.registration;
		return known == null ? asked() : known;
	}

	/// One asks the provider at a time and nobody waits for them; one that gave no answer is left alone for a while, whoever knocks.
	private ClientRegistration asked() {
		if (this.clock.instant().isBefore(this.notBefore) || !this.asking.tryLock()) {
			throw new IllegalStateException("the council's sign-in does not answer, or is being asked; try again in a minute");
		}
		try {
			var known = this.registration;
			if (known == null) {
				this.notBefore = this.clock.instant().plus(REST);
				known = registration();
				this.registration = known;
				this.notBefore = Instant.EPOCH;
			}
			return known;
		}
		finally {
			this.asking.unlock();
		}
	}

	private ClientRegistration registration() {
		var addresses = this.provider.get()
			.uri(URI.create(this.council.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration"))
			.retrieve()
			.body(new ParameterizedTypeReference<Map<String, Object>>() {
			});
		if (addresses == null || !this.council.issuer().equals(addresses.get("issuer"))) {
			throw new IllegalStateException("the council's sign-in at %s says that it is another: packhorse.sign-in.issuer must be what it calls itself".formatted(this.council.issuer()));
		}
		return ClientRegistrations.fromOidcConfiguration(addresses)
			.registrationId(NAME)
			.clientId(this.client)
			.clientSecret(this.secret)
			.scope("openid", "profile")
			.redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
			.build();
	}

	private static RestClient provider() {
		var connections = new SimpleClientHttpRequestFactory();
		connections.setConnectTimeout(PATIENCE);
		connections.setReadTimeout(PATIENCE);
		return RestClient.builder().requestFactory(connections).build();
	}

	/// Nothing is asked of the provider once it has said who somebody is.
	private static final class Unkept implements OAuth2AuthorizedClientRepository {

		@Override
		public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String name, Authentication who, HttpServletRequest request) {
			return null;
		}

		@Override
		public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication who, HttpServletRequest request, HttpServletResponse response) {
			// Not kept.
		}

		@Override
		public void removeAuthorizedClient(String name, Authentication who, HttpServletRequest request, HttpServletResponse response) {
			// Not kept.
		}

	}

}
