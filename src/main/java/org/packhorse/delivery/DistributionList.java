package org.packhorse.delivery;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Clearance;
import org.packhorse.writer.PackFormat;

/// Who gets packs together, and the most that may go to them.
///
/// @param audience the most closely kept packs that may go to it
/// @param domains those that its addresses may have, or none for any
/// @param formats those that are sent, or none for all that an edition has
/// @param linked whether a personal link goes instead of the files
/// @param locked whether attached files are locked with a password
public record DistributionList(String authority, String name, String title, Clearance audience, List<String> domains, List<PackFormat> formats,
		boolean linked, boolean locked) {

	public DistributionList {
		domains = List.copyOf(domains);
		formats = List.copyOf(formats);
	}

	/// Whether an address may be on it.
	boolean mayReach(String address) {
		return this.domains.isEmpty() || this.domains.contains(Addresses.domain(address));
	}

	/// The formats of an edition that it gets.
	List<PackFormat> of(List<PackFormat> edition) {
		return this.formats.isEmpty() ? edition : this.formats;
	}

	static List<String> words(@Nullable String text) {
		return text == null ? List.of() : Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
	}

	/// Somebody on a list.
	///
	/// @param name the post, or blank
	/// @param until the last day, or null for the time being
	public record Recipient(String list, String address, String name, Clearance clearance, @Nullable LocalDate until) {

		/// Whether still on the list on a day.
		boolean isOn(LocalDate day) {
			return this.until == null || !this.until.isBefore(day);
		}

		/// As faults name it, which may come to stand in a log: by the post, else by what is left of the address when it is covered.
		String shown() {
			return this.name.isEmpty() ? Addresses.covered(this.address) : Addresses.oneLine(this.name, 100);
		}

	}

}
