package org.packhorse.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.packhorse.delivery.Downloads;
import org.packhorse.delivery.Downloads.Download;
import org.packhorse.pack.Manifest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What a personal link opens: a page that lists the edition's files, and the files.
@Controller
@ConditionalOnWebApplication
class DownloadPage {

	private static final Logger LOG = LoggerFactory.getLogger(DownloadPage.class);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	private final Downloads downloads;

	private final WrongTokens wrong;

	DownloadPage(Downloads downloads, WrongTokens wrong) {
		this.downloads = downloads;
		this.wrong = wrong;
	}

	@GetMapping("/d/{token}")
	void page(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
		var download = this.downloads.of(token);
		if (download.isEmpty()) {
			refuse(request, response);
			return;
		}
		record(request, download.get(), "page");
		Nothing.page(request, response, page(token, download.get()));
	}

	@GetMapping("/d/{token}/{name}")
	void file(@PathVariable String token, @PathVariable String name, HttpServletRequest request, HttpServletResponse response) throws IOException {
		var download = this.downloads.of(token);
		var file = download.flatMap(found -> found.file(name));
		var bytes = file.flatMap(found -> this.downloads.bytes(download.orElseThrow(), found));
		if (bytes.isEmpty()) {
			refuse(request, response);
			return;
		}
		record(request, download.orElseThrow(), name);
		Headers.write(response, Headers.FILE);
		response.setContentType(file.orElseThrow().mediaType());
		response.setHeader("Content-Disposition", ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
		Nothing.send(request, response, bytes.get());
	}

	/// Whatever goes wrong here is written to the log; the reader learns only that it did.
	@ExceptionHandler
	void later(Exception fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
		LOG.error("a download page could not be shown", fault);
		if (!response.isCommitted()) {
			response.reset();
			Nothing.later(request, response);
		}
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (this.wrong.tooMany()) {
			Nothing.tooMany(request, response);
		}
		else {
			Nothing.answer(request, response);
		}
	}

	/// HEAD hands nothing out, so that nothing was opened.
	private void record(HttpServletRequest request, Download download, String what) {
		if (!request.getMethod().equals("HEAD")) {
			this.downloads.opened(download, what);
		}
	}

	private static byte[] page(String token, Download download) {
		var head = download.masthead();
		var page = new PlainPage(head.title()).top(head.marking());
		if (head.draft()) {
			page.notice("This is a draft. Nobody has cleared it yet: its figures and words may change. Do not pass it on.");
		}
		page.facts(List.of("Council", head.council(), "As at", DAY.format(head.asAt()), "Version", head.version() + (head.draft() ? " (draft)" : "")));
		if (download.superseded()) {
			return page.notice("A newer version has taken the place of this one, which cannot be opened any more. If you should have the newer one, you get a message of its own.")
				.bytes();
		}
		return page.heading("Files")
			.paragraph("Open the one that suits you.")
			.links(download.files().stream().map(file -> item(token, file)).toList())
			.paragraph("This page is yours alone. Do not pass its address on.")
			.bytes();
	}

	private static PlainPage.Item item(String token, Manifest.Entry file) {
		return new PlainPage.Item("/d/" + token + "/" + file.name(), file.name(), "(" + file.format() + ", " + file.size() + ")");
	}

}
