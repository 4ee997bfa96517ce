package org.packhorse.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Bytes;
import org.packhorse.document.Tone;
import org.packhorse.markup.NearestName;
import org.packhorse.writer.Look;

/// Reads `house.yml` and the files that it names. Faults are added to the settings file; what is at fault is replaced by
/// the plain look, so that the rest is still checked.
final class HouseFile {

	static final List<String> KEYS = keys();

	private static final List<String> COVER_WORDS = List.of("organisation", "title", "marking", "asAt");

	private static final Look PLAIN = Look.plain();

	private final SettingsFile file;

	private final FrozenTemplates templates;

	HouseFile(SettingsFile file, FrozenTemplates templates) {
		this.file = file;
		this.templates = templates;
	}

	HouseStyle style() {
		this.file.allow(KEYS);
		return new HouseStyle(this.templates.house(), look(), markings(), ErratumWords.of(this.file));
	}

	private Look look() {
		var logo = named("logo", FileKind.PICTURE);
		var logoAlternative = this.file.text("logo-alternative", "");
		if (logo != null && logoAlternative.isBlank()) {
			this.file.fault("logo", "The logo has no text alternative", "Write logo-alternative: the council's name, for who cannot see the logo");
		}
		return new Look(accent(), tones(), font(), fonts(), this.file.whole("margin", PLAIN.marginMillimetres(), 10, 30),
				coverWords("header", PLAIN.header()), coverWords("footer", PLAIN.footer()), logo, logo == null ? "" : logoAlternative,
				this.file.text("draft-words", PLAIN.draftWords()), wordStyles());
	}

	private String accent() {
		var accent = colour("colours.accent", PLAIN.accent());
		demandContrast("colours.accent", accent, "FFFFFF", "white paper");
		return accent;
	}

	private Map<Tone, Look.Shade> tones() {
		Map<Tone, Look.Shade> tones = new EnumMap<>(Tone.class);
		for (Tone tone : Tone.values()) {
			var key = toneKey(tone);
			var shade = new Look.Shade(colour(key + ".fill", PLAIN.shade(tone).fill()), colour(key + ".text", PLAIN.shade(tone).text()));
			demandContrast(this.file.settings().containsKey(key + ".text") ? key + ".text" : key + ".fill", shade.text(), shade.fill(),
					"its fill");
			tones.put(tone, shade);
		}
		return tones;
	}

	private String colour(String key, String otherwise) {
		return this.file.as(key, otherwise, "Write six hexadecimal digits in quotes: \"1D3D5C\"", words -> {
			var colour = words.replaceFirst("^#", "").toUpperCase(Locale.ROOT);
			if (!colour.matches("[0-9A-F]{6}")) {
				throw new IllegalArgumentException();
			}
			return colour;
		});
	}

	private void demandContrast(String key, String text, String ground, String groundWords) {
		double contrast = Contrast.between(text, ground);
		if (contrast < Contrast.ENOUGH) {
			this.file.fault(key, "%s: %s on %s (%s) has a contrast of %.2f to 1".formatted(key, text, ground, groundWords, contrast),
					"Take a darker or lighter colour: text needs 4.5 to 1 or more");
		}
	}

	private String font() {
		var font = this.file.text("font", PLAIN.font());
		if (!font.matches("[\\p{L}0-9 -]{1,60}")) {
			this.file.fault("font", "font is '" + font + "'", "Write the name of one font family, such as Arial");
			return PLAIN.font();
		}
		return font;
	}

	private Look.@Nullable Fonts fonts() {
		var regular = named("fonts.regular", FileKind.FONT);
		var bold = named("fonts.bold", FileKind.FONT);
		var italic = named("fonts.italic", FileKind.FONT);
		if (regular != null && bold != null && italic != null) {
			return new Look.Fonts(regular, bold, italic);
		}
		var set = this.file.settings().keySet().stream().filter(key -> key.startsWith("fonts.")).toList();
		if (!set.isEmpty() && set.size() < 3) {
			this.file.fault(set.getFirst(), "The house brings " + set.size() + " of three font files",
					"Name all three under fonts: regular, bold and italic, or none");
		}
		return null;
	}

	/// The file that a setting names, in the folder of the house whose setting it is; null when none is named.
	private @Nullable Bytes named(String key, FileKind kind) {
		var name = this.file.text(key, "");
		if (name.isBlank()) {
			return null;
		}
		var setting = this.file.settings().get(key);
		var folder = setting.file().substring(0, setting.file().lastIndexOf('/') + 1);
		var found = this.templates.file(folder + name);
		if (found == null) {
			this.file.fault(key, "There is no file " + folder + name, "Put the file there, or take the setting out");
		}
		else {
			var fault = kind.fault(found);
			if (fault != null) {
				this.file.fault(key, folder + name + " " + fault, "Put " + kind.words() + " in its place");
				return null;
			}
		}
		return found;
	}

	private @Nullable Bytes wordStyles() {
		var styles = this.templates.houseFile("house.docx");
		var fault = styles == null ? null : FileKind.WORD.fault(styles);
		if (fault != null) {
			this.file.faultOf(this.templates.houseFilePath("house.docx"), "house.docx " + fault,
					"Open the house's document in Word, save it as .docx without a password and put it here, or take it out");
			return null;
		}
		return styles;
	}

	private String coverWords(String key, String otherwise) {
		var words = this.file.text(key, otherwise);
		Pattern.compile("\\{([^}]*)}?").matcher(words).results().map(name -> name.group(1)).filter(name -> !COVER_WORDS.contains(name))
			.forEach(name -> this.file.fault(key, key + " names {" + name + "}", NearestName.among(COVER_WORDS).remedy(name)));
		return words;
	}

	private Map<Audience, String> markings() {
		Map<Audience, String> markings = new EnumMap<>(Audience.class);
		for (Audience audience : Audience.values()) {
			markings.put(audience, this.file.text(markingKey(audience), ""));
		}
		return markings;
	}

	private static List<String> keys() {
		var keys = new ArrayList<>(List.of("font", "fonts.regular", "fonts.bold", "fonts.italic", "margin", "header", "footer", "logo",
				"logo-alternative", "draft-words", "colours.accent"));
		keys.addAll(ErratumWords.KEYS);
		Arrays.stream(Tone.values()).map(HouseFile::toneKey).forEach(key -> keys.addAll(List.of(key + ".fill", key + ".text")));
		Arrays.stream(Audience.values()).map(HouseFile::markingKey).forEach(keys::add);
		return List.copyOf(keys);
	}

	private static String toneKey(Tone tone) {
		return "colours." + tone.name().toLowerCase(Locale.ROOT);
	}

	private static String markingKey(Audience audience) {
		return "marking." + audience.name().toLowerCase(Locale.ROOT);
	}

}
