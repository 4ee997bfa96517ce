package org.packhorse.console.door;

import java.time.Clock;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.packhorse.access.Account;
import org.packhorse.access.Accounts;
import org.packhorse.access.Actors;
import org.packhorse.access.ApiTokens;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.util.unit.DataSize;

/// Builds the filter chains of pages and scripts from [Routes]. Both end by denying everything else; what has no route at all goes to
/// the chain of personal links, which denies it as well.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ConsoleSecurity {

	/// Pages have style sheets, scripts and pictures of their own and nothing from elsewhere; nothing stands in the page itself.
	static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; "
			+ "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

	/// How much may come in one request with files.
	private static final String UPLOADS = "${packhorse.uploads.request:60MB}";

	private final boolean open;

	private final long uploads;

	private final Environment settings;

	ConsoleSecurity(@Value("${packhorse.serve.console:true}") boolean open, @Value(UPLOADS) DataSize uploads, Environment settings) {
		this.open = open;
		this.uploads = uploads.toBytes();
		this.settings = settings;
	}

	/// Whether a request is for the console at all: health and metrics have a port of their own, where nobody signs in.
	private boolean isHere(HttpServletRequest request) {
		var watched = this.settings.getProperty("local.management.port", Integer.class);
		return this.open && (watched == null || watched != request.getLocalPort() || watched.equals(this.settings.getProperty("local.server.port", Integer.class)));
	}

	@Bean
	@Order(3)
	SecurityFilterChain scripts(HttpSecurity http, ApiTokens tokens, Actors actors) throws Exception {
		http.securityMatcher(request -> isHere(request) && request.getRequestURI().startsWith("/api/"))
			.authorizeHttpRequests(requests -> {
				requests.requestMatchers(request -> Routes.of(request).isPresent()).access(scriptsMay());
				requests.anyRequest().denyAll();
			})
			.addFilterBefore(new FilesOfScripts(this.uploads), AuthorizationFilter.class)
			.addFilterBefore(new BearerToken(tokens, actors), FilesOfScripts.class)
			.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			// No browser sends a token by itself, so no other site can make it act.
			.csrf(AbstractHttpConfigurer::disable)
			.exceptionHandling(refusing -> refusing.authenticationEntryPoint(ApiRefusal::refuse).accessDeniedHandler(ApiRefusal::refuse));
		return whatAllHave(http).build();
	}

	@Bean
	@Order(4)
	SecurityFilterChain pages(HttpSecurity http, Accounts accounts, Actors actors, LocalSignIn signIn, CameIn cameIn, Turned turned, Cookies cookies, Clock clock,
			ObjectProvider<CouncilDoor> council)
			throws Exception {
		var elsewhere = council.getIfAvailable();
		if (elsewhere != null) {
			elsewhere.open(http);
		}
		var welcome = new Welcome(accounts, actors, clock);
		// The manager that Spring makes for everybody would try the same password once more, and count it twice.
		http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
		http.securityMatcher(request -> isHere(request) && (request.getDispatcherType() == DispatcherType.FORWARD || Routes.isPage(request)))
			.authenticationProvider(signIn)
			.authorizeHttpRequests(requests -> {
				// What a request was turned to has been through here before.
				requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR).permitAll();
				requests.requestMatchers(request -> Routes.of(request).isPresent()).access(peopleMay());
				requests.anyRequest().denyAll();
			})
			.addFilterBefore(new FilesOfStrangers(turned, welcome, this.uploads), CsrfFilter.class)
			.addFilterBefore(welcome, AuthorizationFilter.class)
			.formLogin(form -> form.loginPage("/sign-in")
				.loginProcessingUrl("/sign-in")
				.usernameParameter("name")
				.passwordParameter("password")
				.authenticationDetailsSource((AuthenticationDetailsSource<HttpServletRequest, HttpServletRequest>) request -> request)
				.successHandler(cameIn)
				.failureHandler(turned))
			// Nothing is kept for people who have not signed in: what proves a form ours is in a cookie, where they wanted to go in the form.
			.csrf(csrf -> csrf.csrfTokenRepository(cookies.csrf()))
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
			.exceptionHandling(refusing -> refusing.authenticationEntryPoint(turned).accessDeniedHandler(turned));
		return whatAllHave(http).build();
	}

	private static HttpSecurity whatAllHave(HttpSecurity http) throws Exception {
		return http.httpBasic(AbstractHttpConfigurer::disable)
			.anonymous(nobody -> nobody.principal("nobody"))
			.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
				.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
				.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
				.addHeaderWriter((request, response) -> response.setHeader("X-Frame-Options", isPreview(request) ? "SAMEORIGIN" : "DENY")));
	}

	/// A pack's pages stand in a frame of the page that is about them.
	private static boolean isPreview(HttpServletRequest request) {
		return Routes.of(request).filter(route -> route.path().endsWith("/preview")).isPresent();
	}

	private static AuthorizationManager<RequestAuthorizationContext> peopleMay() {
		return (_, context) -> new AuthorizationDecision(Routes.of(context.getRequest())
			.filter(route -> !route.isApi() && (route.entry() == Route.Entry.ANYBODY || Welcome.account(context.getRequest()).map(Account::roles).filter(route::isOpenTo).isPresent()))
			.isPresent());
	}

	private static AuthorizationManager<RequestAuthorizationContext> scriptsMay() {
		return (_, context) -> new AuthorizationDecision(Routes.of(context.getRequest()).filter(Route::isApi).filter(route -> isOpenTo(route, context.getRequest())).isPresent());
	}

	private static boolean isOpenTo(Route route, HttpServletRequest request) {
		return BearerToken.bearer(request).filter(bearer -> route.isOpenTo(bearer.account().roles()) && (route.scope() == null || bearer.scopes().contains(route.scope()))).isPresent();
	}

}
