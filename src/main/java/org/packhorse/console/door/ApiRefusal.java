package org.packhorse.console.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/// What a script is told that may not do what it asks for: in the shape in which the API itself tells what is wrong.
final class ApiRefusal {

	private ApiRefusal() {
	}

	static void refuse(HttpServletRequest request, HttpServletResponse response, RuntimeException why) throws IOException {
		if (BearerToken.bearer(request).isEmpty()) {
			response.setHeader("WWW-Authenticate", "Bearer");
			answer(response, HttpServletResponse.SC_UNAUTHORIZED, "Send a token that holds: Authorization: Bearer PH…");
		}
		else if (Routes.of(request).isEmpty()) {
			answer(response, HttpServletResponse.SC_NOT_FOUND, "There is no such thing.");
		}
		else {
			answer(response, HttpServletResponse.SC_FORBIDDEN, "The account, or the scopes of its token, do not allow this.");
		}
	}

	static void answer(HttpServletResponse response, int status, String words) throws IOException {
		response.setStatus(status);
		response.setContentType("application/json;charset=" + StandardCharsets.UTF_8.name());
		response.getOutputStream().write("{\"problems\":[{\"field\":\"\",\"problem\":\"%s\"}]}".formatted(words).getBytes(StandardCharsets.UTF_8));
	}

}
