package org.packhorse.console.door;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/// Tells a script whose files are too large, or go where none are taken, so, before a byte of them is put down.
final class FilesOfScripts extends OncePerRequestFilter {

	private final long largest;

	/// @param largest how many bytes a request with files may have
	FilesOfScripts(long largest) {
		this.largest = largest;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
		boolean files = FilesOfStrangers.bringsFiles(request);
		if (files && Routes.of(request).filter(Route::takesFiles).isEmpty()) {
			ApiRefusal.answer(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "Files are taken by POST /api/v1/uploads alone.");
			return;
		}
		if (files && request.getContentLengthLong() > this.largest) {
			ApiRefusal.answer(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "All files together may have at most %,d MB.".formatted(this.largest >> 20));
			return;
		}
		chain.doFilter(request, response);
	}

}
