package org.packhorse.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Somebody's browser: keeps cookies, follows nothing by itself, and sends forms with what they hide.
final class Visit {

	static final String PASSWORD = "four words nobody joins";

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NEVER).build();

	private final int port;

	private String hidden = "";

	Visit(int port) {
		this.port = port;
	}

	/// What came back.
	record Page(int status, HttpResponse<byte[]> answer, Document html) {

		/// The words of the page's main part, as somebody reads them.
		String words() {
			return Optional.ofNullable(this.html.selectFirst("main")).map(main -> main.text()).orElse("");
		}

		/// Where it sends on to.
		String location() {
			return this.answer.headers().firstValue("Location").map(where -> URI.create(where).getPath()).orElse("");
		}

		/// What the error summary says, line by line.
		List<String> faults() {
			return this.html.select(".govuk-error-summary__list li").eachText();
		}

	}

	Visit signIn(String name) throws IOException, InterruptedException {
		open("/sign-in");
		var in = send("/sign-in", "name", name, "password", PASSWORD);
		if (in.status() != 302 || in.location().equals("/sign-in")) {
			throw new IllegalStateException("%s could not sign in: %d %s".formatted(name, in.status(), in.words()));
		}
		return this;
	}

	Page open(String path) throws IOException, InterruptedException {
		return ask(HttpRequest.newBuilder(at(path)).GET().build());
	}

	/// Takes in a page without reading it; gives its status.
	int bytes(String path) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(at(path)).GET().build(), HttpResponse.BodyHandlers.ofByteArray()).statusCode();
	}

	/// Opens a page and follows where it sends on to.
	Page follow(String path) throws IOException, InterruptedException {
		var page = open(path);
		return page.location().isEmpty() ? page : follow(page.location());
	}

	/// Sends a form of the page that was opened last: names and values in turn.
	Page send(String path, String... fields) throws IOException, InterruptedException {
		var all = new ArrayList<String>();
		for (int i = 0; i < fields.length; i += 2) {
			all.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
		}
		if (!this.hidden.isEmpty()) {
			all.add("_csrf=" + encoded(this.hidden));
		}
		return ask(HttpRequest.newBuilder(at(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(String.join("&", all)))
			.build());
	}

	/// Sends files under the names that are given: names and bytes in turn.
	Page upload(String path, Object... files) throws IOException, InterruptedException {
		return ask(files(at(path), this.hidden, files).build());
	}

	/// A form with files: what it hides, then names and bytes in turn.
	static HttpRequest.Builder files(URI where, String hidden, Object... files) {
		var boundary = "packhorse-boundary";
		var body = new ByteArrayOutputStream();
		body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n".formatted(boundary, hidden).getBytes(StandardCharsets.UTF_8));
		for (int i = 0; i < files.length; i += 2) {
			body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n".formatted(boundary, files[i])
				.getBytes(StandardCharsets.UTF_8));
			body.writeBytes((byte[]) files[i + 1]);
			body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
		}
		body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
		return HttpRequest.newBuilder(where).header("Content-Type", "multipart/form-data; boundary=" + boundary).POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
	}

	/// Asks in any way; the page's forms are remembered for [#send(String, String...)].
	Page ask(HttpRequest request) throws IOException, InterruptedException {
		var answer = this.client.send(request, HttpResponse.BodyHandlers.ofByteArray());
		var html = Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8));
		Optional.ofNullable(html.selectFirst("input[name=_csrf]")).ifPresent(field -> this.hidden = field.val());
		return new Page(answer.statusCode(), answer, html);
	}

	/// What a form has to send along to be one of the console's own.
	String hidden() {
		return this.hidden;
	}

	URI at(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	private static String encoded(String words) {
		return URLEncoder.encode(words, StandardCharsets.UTF_8);
	}

}
