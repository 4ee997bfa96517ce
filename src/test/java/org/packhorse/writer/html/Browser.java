package org.packhorse.writer.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jsoup.Jsoup;
import org.packhorse.Programs;

/// Chromium without a window, which looks at a page and answers what a script finds in it. It opens files only.
public final class Browser {

	private static final List<String> OPTIONS = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
			"--disable-background-networking", "--disable-component-update", "--disable-sync", "--proxy-server=127.0.0.1:9",
			"--virtual-time-budget=30000");

	private static final String LOOK = """
			<script>
			// Where everything that is in order stands need not be worked out.
			axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"] }).then(result => {
			  const found = document.createElement("ol");
			  found.id = "faults-found";
			  for (const fault of result.violations) {
			    for (const node of fault.nodes) {
			      const line = document.createElement("li");
			      line.textContent = fault.id + ": " + fault.help + " at " + node.target.join(" ");
			      found.append(line);
			    }
			  }
			  found.dataset.rules = result.passes.length;
			  found.dataset.across = document.documentElement.scrollWidth - document.documentElement.clientWidth;
			  document.body.append(found);
			});
			</script>
			""";

	private final Path program;

	private final Path folder;

	/// Needs Chromium; works in the folder.
	public Browser(Path folder) {
		this.program = Programs.needed("Chromium", "chromium", "chromium", "chromium-browser", "google-chrome");
		this.folder = folder;
	}

	/// What axe-core found in a page.
	///
	/// @param faults each fault with its rule and place
	/// @param rules how many rules the page was found to keep
	/// @param across how many pixels the page is wider than the window
	public record Look(List<String> faults, int rules, int across) {
	}

	/// Looks at a page in a window of this width.
	public Look look(byte[] page, int width) {
		try {
			var axe = new String(Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js")).readAllBytes(), StandardCharsets.UTF_8);
			// The page itself allows no script; what is looked at is a copy without that rule.
			var text = new String(page, StandardCharsets.UTF_8).replaceAll("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
			var end = text.lastIndexOf("</body>");
			var copy = Files.writeString(Files.createTempFile(this.folder, "page", ".html"),
					text.substring(0, end) + "<script>" + axe.replace("</script", "<\\/script") + "</script>" + LOOK + text.substring(end));
			var command = new ArrayList<>(List.of(this.program.toString()));
			command.addAll(OPTIONS);
			command.addAll(List.of("--user-data-dir=" + this.folder.resolve("profile"), "--window-size=" + width + ",900", "--dump-dom",
					copy.toUri().toString()));
			var found = Jsoup.parse(Programs.run(this.folder, command)).getElementById("faults-found");
			if (found == null) {
				throw new IllegalStateException("the browser did not look at the page");
			}
			return new Look(found.select("li").eachText(), Integer.parseInt(found.attr("data-rules")), Integer.parseInt(found.attr("data-across")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
