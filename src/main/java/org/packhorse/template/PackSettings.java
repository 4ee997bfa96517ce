package org.packhorse.template;

import java.time.LocalDate;
import java.util.List;

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
/// @param sampleAsAt the as-at date of its sample data, or null for the newest date in them
public record PackSettings(String pack, String title, Audience audience, String house, List<PackFormat> formats, String marking,
		String body, boolean numbered, String cadence, @Nullable LocalDate sampleAsAt) {

	public PackSettings {
		formats = List.copyOf(formats);
	}

}
