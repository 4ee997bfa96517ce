package org.packhorse.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/// The one answer to whatever is not there or may not be seen, so that nobody can tell the one from the other.
final class Nothing {

	private static final byte[] PAGE = new PlainPage("Page not found")
		.paragraph("If you typed the address, check that all of it is there. If you pasted it, check that you copied all of it.")
		.paragraph("A link stops working on its last day, and when a list of readers changes. Whoever sent it to you can send another.")
		.bytes();

	private static final byte[] LATER = new PlainPage("Sorry, there is a problem with the service").paragraph("Try again later.").bytes();

	private Nothing() {
	}

	static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
		answer(request, response, HttpServletResponse.SC_NOT_FOUND, PAGE);
	}

	/// The answer when something is wrong here, which is all that a reader is told.
	static void later(HttpServletRequest request, HttpServletResponse response) throws IOException {
		answer(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, LATER);
	}

	static void tooMany(HttpServletRequest request, HttpServletResponse response) throws IOException {
		answer(request, response, 429, LATER);
	}

	static void page(HttpServletRequest request, HttpServletResponse response, byte[] page) throws IOException {
		answer(request, response, HttpServletResponse.SC_OK, page);
	}

	private static void answer(HttpServletRequest request, HttpServletResponse response, int status, byte[] page) throws IOException {
		Headers.write(response, Headers.PAGE);
		response.setStatus(status);
		response.setContentType("text/html;charset=" + StandardCharsets.UTF_8.name());
		send(request, response, page);
	}

	/// HEAD asks for everything but the bytes.
	static void send(HttpServletRequest request, HttpServletResponse response, byte[] bytes) throws IOException {
		response.setContentLength(bytes.length);
		if (!request.getMethod().equals("HEAD")) {
			response.getOutputStream().write(bytes);
		}
		response.flushBuffer();
	}

}
