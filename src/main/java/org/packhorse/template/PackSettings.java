package org.packhorse.template;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.packhorse.writer.PackFormat;

/// What a pack's `pack.yml` says of it.
///
/// @param pack the pack's name, which is its folder's
/// @param title the title its readers know it by
/// @param house the house style it always takes, or blank for the authority's own
/// @param formats the formats it is published in, at least one
/// @param marking its protective marking; when blank, the house's words for the audience
/// @param body code of the body it goes to, or blank
/// @param numbered whether its sections and paragraphs are numbered
/// @param cadence how often it is made, in words, or blank
/// @param narratives the parts of words that its body's packs need, such as `chair`
/// @param narrativeDays how many days old words may be before they count as missing
/// @param movement what its movement is measured from: the first of these that there is
/// @param sample the pack whose sample data it shows, or blank for its own
/// @param sampleAsAt the as-at date of its sample data, or null for the newest date in them
/// @param smallNumbers whether its readers see small numbers: `shown` or `withheld`
/// @param part2Of the pack whose exempt paragraphs it holds, or blank
/// @param signOff posts that must clear it before its final stands; with any, nobody makes a final by hand
public record PackSettings(String pack, String title, Audience audience, String house, List<PackFormat> formats, String marking,
		String body, boolean numbered, String cadence, List<String> narratives, int narrativeDays, List<Since> movement, String sample,
		@Nullable LocalDate sampleAsAt, SmallNumbers smallNumbers, String part2Of, List<String> signOff) {

	/// What movement is measured from.
	public enum Since {

		/// The previous edition of the pack.
		LAST_EDITION,

		/// The facts as they were known at the last meeting of the body that the pack goes to.
		LAST_MEETING

	}

	/// Whether figures by which a child could be recognised are shown.
	public enum SmallNumbers {

		SHOWN, WITHHELD

	}

	static final List<String> KEYS = List.of("title", "audience", "house", "formats", "marking", "body", "numbered", "cadence",
			"sample", "sample-as-at", "narratives", "narrative-days", "movement", "small-numbers", "part-2-of", "sign-off");

	public PackSettings {
		formats = List.copyOf(formats);
		narratives = List.copyOf(narratives);
		movement = List.copyOf(movement);
		signOff = List.copyOf(signOff);
	}

	/// What the file says; its faults are the file's to keep.
	static PackSettings of(String pack, SettingsFile file) {
		file.allow(KEYS);
		var audience = audience(file);
		return new PackSettings(pack, file.text("title"), audience, file.text("house", ""), formats(file), file.text("marking", ""),
				file.text("body", ""), file.yes("numbered", false), file.text("cadence", ""), file.list("narratives"),
				file.whole("narrative-days", 62, 1, 3660), movement(file), file.text("sample", ""), sampleAsAt(file),
				smallNumbers(file, audience), part2Of(file, audience), signOff(file));
	}

	/// Members' papers are read by others too, so that they are like the public's unless the pack says otherwise.
	private static SmallNumbers smallNumbers(SettingsFile file, Audience audience) {
		var own = audience == Audience.RESTRICTED ? SmallNumbers.SHOWN : SmallNumbers.WITHHELD;
		var said = file.as("small-numbers", own, "Write small-numbers: shown or withheld, or take the line out",
				words -> choice(SmallNumbers.values(), words).orElseThrow(IllegalArgumentException::new));
		if (audience == Audience.PUBLIC && said == SmallNumbers.SHOWN) {
			file.fault("small-numbers", "A pack for the public cannot show small numbers", "Take the line out, or write another audience");
		}
		return said;
	}

	private static String part2Of(SettingsFile file, Audience audience) {
		var part1 = file.text("part-2-of", "");
		if (!part1.isEmpty() && audience != Audience.RESTRICTED) {
			file.fault("part-2-of", "Part 2 holds exempt paragraphs and is not for the audience " + audience.name().toLowerCase(Locale.ROOT),
					"Write audience: restricted");
		}
		if (!part1.isEmpty() && file.text("small-numbers", "").equals("withheld")) {
			file.fault("small-numbers", "Part 2 is for readers who see every figure", "Take the line out");
		}
		return part1;
	}

	/// Posts, never addresses: those are personal data, and this folder is kept in version control.
	private static List<String> signOff(SettingsFile file) {
		var posts = file.list("sign-off").stream().map(String::strip).filter(post -> !post.isEmpty()).distinct().toList();
		if (posts.stream().anyMatch(post -> post.contains("@"))) {
			file.fault("sign-off", "sign-off holds an e-mail address", "Write the post, such as Director of Children's Services");
		}
		return posts;
	}

	/// There is no audience that is safe to suppose, so that every pack names its own.
	private static Audience audience(SettingsFile file) {
		var remedy = "Write audience: public, members or restricted";
		if (file.list("audience").isEmpty()) {
			file.fault("audience", "audience is missing", remedy);
		}
		return file.as("audience", Audience.RESTRICTED, remedy, words -> choice(Audience.values(), words).orElseThrow(IllegalArgumentException::new));
	}

	private static List<PackFormat> formats(SettingsFile file) {
		if (!file.settings().containsKey("formats")) {
			return List.of(PackFormat.values());
		}
		List<PackFormat> formats = new ArrayList<>();
		for (String words : file.list("formats")) {
			choice(PackFormat.values(), words).ifPresentOrElse(formats::add, () -> file.fault("formats",
					"There is no format '" + words + "'", "Write formats: [" + names(PackFormat.values()) + "], or some of them"));
		}
		if (file.list("formats").isEmpty()) {
			file.fault("formats", "formats is an empty list", "Write formats: [" + names(PackFormat.values()) + "], or some of them");
		}
		return formats.stream().distinct().toList();
	}

	private static List<Since> movement(SettingsFile file) {
		var order = new ArrayList<Since>();
		for (String words : file.list("movement")) {
			choice(Since.values(), words.replace('-', '_')).ifPresentOrElse(order::add, () -> file.fault("movement", "movement is '" + words + "'",
					"Write movement: last-edition or last-meeting, or both in the order in which they are looked for"));
		}
		return order.isEmpty() ? List.of(Since.LAST_EDITION) : order.stream().distinct().toList();
	}

	private static @Nullable LocalDate sampleAsAt(SettingsFile file) {
		return file.<@Nullable LocalDate>as("sample-as-at", null, "Write a day as 2021-03-31", words -> {
			try {
				return LocalDate.parse(words);
			}
			catch (DateTimeException notADay) {
				throw new IllegalArgumentException(notADay);
			}
		});
	}

	private static <E extends Enum<E>> Optional<E> choice(E[] choices, String words) {
		return Arrays.stream(choices).filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(words)).findFirst();
	}

	private static String names(Enum<?>[] choices) {
		return Arrays.stream(choices).map(choice -> choice.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
	}

}
