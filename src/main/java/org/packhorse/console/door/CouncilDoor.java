package org.packhorse.console.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/// The way in through the council's sign-in: OpenID Connect's code flow with state, nonce and PKCE. The provider is asked for its addresses when somebody first
/// comes this way, so that the console starts while it is away; nothing that it hands out is kept.
final class CouncilDoor implements ClientRegistrationRepository {

	private static final Logger LOG = LoggerFactory.getLogger(CouncilDoor.class);

	private static final String NAME = "council";

	private final CouncilSignIn council;

	private final String client;

	private final String secret;

	private final CouncilCameIn cameIn;

	private @Nullable ClientRegistration registration;

	CouncilDoor(CouncilSignIn council, String client, String secret, CouncilCameIn cameIn) {
		this.council = council;
		this.client = client;
		this.secret = secret;
		this.cameIn = cameIn;
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
	public synchronized @Nullable ClientRegistration findByRegistrationId(String name) {
		if (!name.equals(NAME)) {
			return null;
		}
		var known = this.registration;
		if (known == null) {
			known = ClientRegistrations.fromIssuerLocation(this.council.issuer())
				.registrationId(NAME)
				.clientId(this.client)
				.clientSecret(this.secret)
				.scope("openid", "profile")
				.redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
				.build();
			this.registration = known;
		}
		return known;
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
