package org.packhorse.pack;

import java.util.List;
import java.util.Optional;

import org.packhorse.writer.NotRendered;

/// What the making of an edition came to.
///
/// @param edition as it is published
/// @param notRendered what its formats could not show
/// @param toLookAt what a person should look at before anybody reads an edition that is not for named posts alone
/// @param notes what the makers of its committee report must know: deadlines, and what is missing or wrong
/// @param part2 the request for Part 2 of its report, where words are exempt and a pack holds them
public record Made(Edition edition, List<NotRendered> notRendered, List<String> toLookAt, List<String> notes, Optional<PackRequest> part2) {

	public Made {
		notRendered = List.copyOf(notRendered);
		toLookAt = List.copyOf(toLookAt);
		notes = List.copyOf(notes);
	}

}
