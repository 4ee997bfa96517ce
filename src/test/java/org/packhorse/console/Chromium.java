package org.packhorse.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.packhorse.Programs;

/// Chromium without a window, led by its driver: opens the console's pages, types and presses as people do, and looks at each page twice, as wide as a desk's screen and
/// as narrow as a telephone's.
final class Chromium implements AutoCloseable {

	private static final Path PICTURES = Path.of("target", "console");

	private static final Dimension DESK = new Dimension(1280, 1000);

	private static final Dimension TELEPHONE = new Dimension(390, 844);

	private static final String LOOK = """
			const done = arguments[arguments.length - 1];
			axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
				.then(result => done(result.violations.flatMap(fault => fault.nodes.map(node => fault.id + ": " + fault.help + " at " + node.target.join(" ")))));
			""";

	private final ChromeDriver driver;

	private final String address;

	private final String axe;

	Chromium(String address) {
		var program = Programs.needed("Chromium", "chromium chromium-driver", "chromium", "chromium-browser", "google-chrome");
		var leading = Programs.needed("Chromium's driver", "chromium chromium-driver", "chromedriver");
		var options = new ChromeOptions();
		options.setBinary(program.toFile());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--hide-scrollbars", "--force-device-scale-factor=1");
		this.driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(leading.toFile()).build(), options);
		this.driver.manage().window().setSize(DESK);
		this.driver.manage().timeouts().pageLoadTimeout(Duration.ofMinutes(1)).scriptTimeout(Duration.ofMinutes(1));
		this.address = address;
		try (var script = Objects.requireNonNull(Chromium.class.getResourceAsStream("/axe.min.js"))) {
			this.axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
			Files.createDirectories(PICTURES);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Chromium open(String path) {
		this.driver.get(this.address + path);
		return this;
	}

	/// Looks at the page that is open: axe-core finds nothing, nothing stands beyond the window's edge, and a picture is kept.
	Chromium look(String name) {
		for (Dimension window : List.of(TELEPHONE, DESK)) {
			this.driver.manage().window().setSize(window);
			var wide = window.equals(DESK) ? "desk" : "telephone";
			this.driver.executeScript(this.axe);
			@SuppressWarnings("unchecked")
			var faults = (List<String>) ((JavascriptExecutor) this.driver).executeAsyncScript(LOOK);
			assertThat(faults).as("axe-core on %s, %s", name, wide).isEmpty();
			assertThat((Long) this.driver.executeScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth")).as("%s, %s: beyond the edge", name, wide).isLessThanOrEqualTo(0);
			picture(name + "-" + wide);
		}
		return this;
	}

	private void picture(String name) {
		try {
			Files.write(PICTURES.resolve(name + ".png"), this.driver.getScreenshotAs(OutputType.BYTES));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Types into the field of this label.
	Chromium type(String label, String words) {
		var field = field(label);
		field.clear();
		field.sendKeys(words);
		return this;
	}

	/// Hands files over to the field of this label.
	Chromium files(String label, Path... files) {
		for (Path file : files) {
			field(label).sendKeys(file.toAbsolutePath().toString());
		}
		return this;
	}

	/// Ticks, or chooses, what has this label.
	Chromium choose(String label) {
		element(By.xpath("//label[normalize-space()=" + quoted(label) + "]")).click();
		return this;
	}

	/// Opens what has this summary.
	Chromium unfold(String summary) {
		element(By.xpath("//summary[contains(normalize-space(), " + quoted(summary) + ")]")).click();
		return this;
	}

	Chromium press(String words) {
		element(By.xpath("//button[normalize-space()=" + quoted(words) + "]")).click();
		return this;
	}

	Chromium follow(String words) {
		element(By.xpath("//a[contains(normalize-space(), " + quoted(words) + ")]")).click();
		return this;
	}

	/// Waits until the page says this, as people see it.
	Chromium says(String words) {
		new WebDriverWait(this.driver, Duration.ofSeconds(60)).withMessage(() -> "the page never said '%s', it says: %s".formatted(words, words()))
			// A page that gives way to the next one while it is read.
			.ignoring(StaleElementReferenceException.class)
			.until(driver -> driver.findElement(By.tagName("body")).getText().contains(words));
		return this;
	}

	String words() {
		return this.driver.findElement(By.tagName("body")).getText();
	}

	/// The words of what has the keyboard's focus.
	String focused() {
		var element = this.driver.switchTo().activeElement();
		return element.getText();
	}

	String path() {
		return URI.create(Objects.requireNonNull(this.driver.getCurrentUrl())).getPath();
	}

	String textOf(String selector) {
		return element(By.cssSelector(selector)).getText();
	}

	/// Forgets who has signed in.
	Chromium afresh() {
		this.driver.manage().deleteAllCookies();
		return this;
	}

	private WebElement field(String label) {
		return element(By.id(element(By.xpath("//label[normalize-space()=" + quoted(label) + "]")).getDomAttribute("for")));
	}

	private WebElement element(By by) {
		return new WebDriverWait(this.driver, Duration.ofSeconds(30)).withMessage(() -> "%s is not on the page: %s".formatted(by, words())).until(driver -> driver.findElement(by));
	}

	private static String quoted(String words) {
		return words.contains("'") ? "\"" + words + "\"" : "'" + words + "'";
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
