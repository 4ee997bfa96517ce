package org.packhorse.console.door;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Turns files away before a byte of them is put down: those that go where none are taken, those of whoever may not send any now, and those
/// that are too large.
final class FilesOfStrangers extends OncePerRequestFilter {

	private final Turned turned;

	private final Welcome welcome;

	private final long largest;

	/// @param largest how many bytes a request with files may have
	FilesOfStrangers(Turned turned, Welcome welcome, long largest) {
		this.turned = turned;
		this.welcome = welcome;
		this.largest = largest;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
		if (!bringsFiles(request)) {
			chain.doFilter(request, response);
		}
		else if (maySend(request)) {
			if (request.getContentLengthLong() > this.largest) {
				request.getRequestDispatcher("/refused/size").forward(new Unread(request), response);
				return;
			}
			chain.doFilter(request, response);
		}
		else {
			turnAway(request, response);
		}
	}

	private void turnAway(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
		if (Routes.of(request).isEmpty()) {
			request.getRequestDispatcher("/refused/nothing").forward(new Unread(request), response);
		}
		else if (this.welcome.account().isPresent()) {
			request.getRequestDispatcher("/refused/role").forward(new Unread(request), response);
		}
		else {
			this.turned.handle(request, response, new AccessDeniedException("files of a stranger"));
		}
	}

	private boolean maySend(HttpServletRequest request) {
		return Routes.of(request).filter(Route::takesFiles).isPresent()
				&& this.welcome.account().filter(account -> Routes.of(request).orElseThrow().isOpenTo(account.roles())).isPresent();
	}

	/// A request of which nobody reads what it brings.
	private static final class Unread extends HttpServletRequestWrapper {

		private Unread(HttpServletRequest request) {
			super(request);
		}

		@Override
		public String getMethod() {
			return "GET";
		}

		@Override
		public @Nullable String getContentType() {
			return null;
		}

		@Override
		public @Nullable String getParameter(String name) {
			return null;
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			return Map.of();
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections.emptyEnumeration();
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			return null;
		}

	}

	static boolean bringsFiles(HttpServletRequest request) {
		return request.getContentType() != null && request.getContentType().toLowerCase(Locale.ROOT).startsWith("multipart/");
	}

}
