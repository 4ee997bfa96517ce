package org.packhorse.writer.html;

import java.util.HashSet;
import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.packhorse.writer.Look;
import org.packhorse.writer.Specimen;

import static org.assertj.core.api.Assertions.assertThat;

/// Rules of WCAG 2.2 that the structure of a page can break.
class HtmlAccessibilityTests {

	private final String text = Pages.of(Specimen.of(30)).text();

	private final Document page = Pages.of(Specimen.of(30)).parsed();

	@Test
	void pageHasLanguageAndTitle() {
		assertThat(this.page.select("html").attr("lang")).isEqualTo("en-GB");
		assertThat(this.page.title()).isEqualTo("Improvement Board pack – Exampleshire Council");
		assertThat(this.page.select("meta[name=description]").attr("content"))
			.isEqualTo("Children's Improvement Board. Exampleshire Council. As at 31 March 2026");
		assertThat(this.page.select("meta[name=viewport]").attr("content")).doesNotContain("maximum-scale", "user-scalable");
	}

	@Test
	void pageHasOneOfEachLandmarkAndASkipLinkFirst() {
		for (String landmark : List.of("header", "nav", "main", "footer", "h1")) {
			assertThat(this.page.select(landmark)).as(landmark).hasSize(1);
		}
		assertThat(this.page.body().child(0).attr("href")).isEqualTo("#" + this.page.select("main").attr("id"));
	}

	@Test
	void headingsSkipNoLevel() {
		int before = 0;
		for (Element heading : this.page.select("h1, h2, h3, h4, h5, h6")) {
			int level = heading.normalName().charAt(1) - '0';
			assertThat(level).as(heading.text()).isLessThanOrEqualTo(before + 1);
			before = level;
		}
		assertThat(this.page.select("main :is(h2, h3, h4)").eachText()).containsExactly("1 Where we are", "2 Actions & owners <checked>",
				"2.1 Front door", "2.1.1 Referrals", "3 Measures", "4 Committee form");
	}

	@Test
	void contentsNameEverySection() {
		assertThat(this.page.select("nav a").eachAttr("href")).containsExactly("#summary", "#actions", "#front-door", "#referrals", "#measures", "#form");
	}

	@Test
	void everyTableHasACaptionAndScopedHeadings() {
		assertThat(this.page.select("table")).hasSize(9).allSatisfy(table -> {
			assertThat(table.child(0).normalName()).isEqualTo("caption");
			assertThat(table.child(0).text()).isNotBlank();
			assertThat(table.select("th")).isNotEmpty().allSatisfy(th -> assertThat(th.attr("scope")).isIn("row", "col", "rowgroup"));
			assertThat(table.select("thead th[scope=row], tbody th[scope=col]")).isEmpty();
		});
		assertThat(this.page.select("#actions > .scroll tbody th").eachText()).startsWith("3.1", "3.2", "3.3").hasSize(30);
	}

	@Test
	void whatScrollsCanHaveTheFocusAndHasAName() {
		assertThat(this.page.select(".scroll")).isNotEmpty().allSatisfy(region -> {
			assertThat(region.attr("tabindex")).isEqualTo("0");
			assertThat(region.attr("role")).isEqualTo("group");
			assertThat(this.page.getElementById(region.attr("aria-labelledby")).text()).isNotBlank();
		});
	}

	@Test
	void everyPictureAndDrawingHasWordsOrIsHidden() {
		assertThat(this.page.select("img")).hasSize(1).allSatisfy(image -> assertThat(image.attr("alt")).isNotBlank());
		assertThat(this.page.select("svg:not([aria-hidden=true], .spark)")).hasSize(3).allSatisfy(drawing -> {
			assertThat(drawing.attr("role")).isEqualTo("img");
			assertThat(this.page.getElementById(drawing.attr("aria-labelledby")).normalName()).isEqualTo("title");
			assertThat(this.page.getElementById(drawing.attr("aria-describedby")).text()).isNotBlank();
		});
		assertThat(this.page.select("svg.spark")).hasSize(4).allSatisfy(spark -> {
			assertThat(spark.attr("role")).isEqualTo("img");
			assertThat(spark.attr("aria-label")).isNotBlank();
		});
	}

	@Test
	void idsAreUniqueAndEveryReferenceFindsOne() {
		var ids = this.page.select("[id]").eachAttr("id");
		assertThat(ids).doesNotHaveDuplicates();
		var wanted = new HashSet<>(this.page.select("[aria-labelledby]").eachAttr("aria-labelledby"));
		wanted.addAll(this.page.select("[aria-describedby]").eachAttr("aria-describedby"));
		this.page.select("a[href^=#]").eachAttr("href").forEach(target -> wanted.add(target.substring(1)));
		assertThat(ids).containsAll(wanted);
	}

	@Test
	void badgesSayInWordsAndShapeWhatTheColourSays() {
		assertThat(this.page.select("#actions .badge").eachText()).startsWith("◆ Red", "▲ Amber", "● Green", "✓ Complete", "○ Grey");
		assertThat(this.page.select(".badge .shape")).allSatisfy(shape -> assertThat(shape.attr("aria-hidden")).isEqualTo("true"));
	}

	@Test
	void nothingRunsAndNothingIsLoadedFromElsewhere() {
		assertThat(this.page.select("script, iframe, object, embed, base, form, link[rel=stylesheet]")).isEmpty();
		assertThat(this.page.select("[src]").eachAttr("src")).allMatch(address -> address.startsWith("data:image/png;base64,"));
		assertThat(this.page.select("link").eachAttr("href")).containsExactly("data:,");
		assertThat(this.page.select("style").html()).doesNotContain("url(", "@import", "http");
		assertThat(this.page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
			.startsWith("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
		assertThat(this.text.toLowerCase(java.util.Locale.ROOT)).doesNotContain("generator");
	}

	@Test
	void plainColoursOfWordsHaveEnoughContrast() {
		// The sheet's own colours of words on the lightest and the darkest ground that they stand on.
		assertThat(contrast("484D50", "F4F5F6")).isGreaterThan(4.5);
		assertThat(contrast("0F5499", "F4F5F6")).isGreaterThan(4.5);
		assertThat(contrast("0B0C0C", "FFDD00")).isGreaterThan(4.5);
		assertThat(contrast(Look.plain().accent(), "FFFFFF")).isGreaterThan(4.5);
		Look.plain().tones().values().forEach(shade -> assertThat(contrast(shade.text(), shade.fill())).isGreaterThan(4.5));
		assertThat(this.page.select("style").html()).contains("--quiet: #484d50").contains("--link: #0f5499").contains("--focus: #ffdd00");
	}

	/// Contrast ratio by WCAG 2.2, "contrast ratio" and "relative luminance".
	private static double contrast(String one, String other) {
		double a = luminance(one);
		double b = luminance(other);
		return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
	}

	private static double luminance(String rgb) {
		double sum = 0;
		double[] weights = { 0.2126, 0.7152, 0.0722 };
		for (int i = 0; i < 3; i++) {
			double part = Integer.parseInt(rgb.substring(2 * i, 2 * i + 2), 16) / 255.0;
			sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
		}
		return sum;
	}

}
