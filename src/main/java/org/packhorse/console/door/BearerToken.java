package org.packhorse.console.door;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.packhorse.access.Actors;
import org.packhorse.access.ApiTokens;
import org.packhorse.access.ApiTokens.Bearer;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds whom a script acts for by the token of its `Authorization` header.
final class BearerToken extends OncePerRequestFilter {

	private static final String BEARER = Bearer.class.getName();

	private static final String PREFIX = "bearer ";

	private final ApiTokens tokens;

	private final Actors actors;

	BearerToken(ApiTokens tokens, Actors actors) {
		this.tokens = tokens;
		this.actors = actors;
	}

	static Optional<Bearer> bearer(HttpServletRequest request) {
		return Optional.ofNullable((Bearer) request.getAttribute(BEARER));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
		var header = request.getHeader("Authorization");
		var bearer = header == null || !header.toLowerCase(Locale.ROOT).startsWith(PREFIX) || header.length() > 200 ? Optional.<Bearer>empty()
				: this.tokens.bearer(header.substring(PREFIX.length()));
		if (bearer.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		request.setAttribute(BEARER, bearer.get());
		Welcome.as(this.actors, bearer.get().account(), request, response, chain);
	}

}
