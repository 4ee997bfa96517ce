package org.packhorse.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Style sheets and scripts: GOV.UK Frontend and htmx from their web jars, and the console's own.
///
/// GOV.UK's typeface is for services on gov.uk alone, so its style sheet is served without it: with the reader's own fonts.
@Controller
@ConditionalOnWebApplication
public class Assets {

	private static final String CSS = "text/css;charset=UTF-8";

	private static final String SCRIPT = "text/javascript;charset=UTF-8";

	private final Map<String, Asset> all;

	Assets() {
		this.all = Map.of("govuk.css", asset(CSS, withSystemFonts(webJar("govuk-frontend", "govuk/govuk-frontend.min.css"))), "govuk.js",
				asset(SCRIPT, webJar("govuk-frontend", "govuk/govuk-frontend.min.js")), "htmx.js", asset(SCRIPT, webJar("htmx.org", "htmx.min.js")), "console.css",
				asset(CSS, read("/org/packhorse/console/console.css")), "console.js", asset(SCRIPT, read("/org/packhorse/console/console.js")));
	}

	/// A file with what tells this version of it from others.
	private record Asset(String type, byte[] bytes, String mark) {
	}

	/// Where a file is, for as long as it stays as it is.
	public String at(String name) {
		return "/assets/" + name + "?" + Objects.requireNonNull(this.all.get(name), name).mark();
	}

	@GetMapping("/assets/{name}")
	void asset(@PathVariable String name, HttpServletRequest request, HttpServletResponse response) throws IOException {
		var asset = this.all.get(name);
		if (asset == null) {
			throw new NothingThere();
		}
		response.setHeader("Cache-Control", asset.mark().equals(request.getQueryString()) ? "public, max-age=31536000, immutable" : "no-cache");
		response.setHeader("Pragma", null);
		response.setHeader("Expires", null);
		response.setContentType(asset.type());
		Nothing.send(request, response, asset.bytes());
	}

	private static Asset asset(String type, String text) {
		var bytes = text.getBytes(StandardCharsets.UTF_8);
		return new Asset(type, bytes, DigestUtils.md5DigestAsHex(bytes).substring(0, 12));
	}

	private static String withSystemFonts(String css) {
		return css.replaceAll("@font-face\\{[^}]*\\}", "").replace("GDS Transport,arial,sans-serif", "system-ui,-apple-system,\"Segoe UI\",Roboto,Arial,sans-serif");
	}

	private static String webJar(String name, String file) {
		var jar = new Properties();
		try (var in = Objects.requireNonNull(Assets.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/%s/pom.properties".formatted(name)), name)) {
			jar.load(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return read("/META-INF/resources/webjars/%s/%s/dist/%s".formatted(name, jar.getProperty("version"), file));
	}

	private static String read(String path) {
		try (var in = Objects.requireNonNull(Assets.class.getResourceAsStream(path), path)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
