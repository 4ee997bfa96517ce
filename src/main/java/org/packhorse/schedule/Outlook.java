package org.packhorse.schedule;

import java.util.List;

/// The next fires of a schedule.
///
/// @param end why there are no more than these, or blank
public record Outlook(List<FireTime> fires, String end) {

	public Outlook {
		fires = List.copyOf(fires);
	}

}
