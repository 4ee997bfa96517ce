package org.packhorse.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.writer.PackFormat;

/// What a person asks a run for, before it is known which councils and days that means.
///
/// @param authority an ONS code, `all`, or null for the only council that has a plan
/// @param asAt the day, or null for today
/// @param since the day to measure movement from, or null for what each pack's own settings say
/// @param deepDive numbers of the sections to look into, or none for what the body asked for
/// @param signOff posts that have to clear what is made, or none for what schedules and packs say
/// @param erratum what was wrong in the final whose place this one takes, in words for readers, or null
public record RunQuestion(List<String> packs, @Nullable String authority, @Nullable LocalDate asAt, @Nullable LocalDate since, List<PackFormat> formats,
		@Nullable String house, boolean draft, List<String> deepDive, Path store, List<String> signOff, @Nullable String erratum) {

	/// Asks for what nobody is named to clear.
	public RunQuestion(List<String> packs, @Nullable String authority, @Nullable LocalDate asAt, @Nullable LocalDate since, List<PackFormat> formats,
			@Nullable String house, boolean draft, List<String> deepDive, Path store) {
		this(packs, authority, asAt, since, formats, house, draft, deepDive, store, List.of(), null);
	}

}
