package org.packhorse.rag;

import java.util.List;

/// Whom an authority is compared with.
///
/// @param authority its own ONS code
/// @param neighbours ONS codes of its statistical neighbours
/// @param neighbourModel name and year of the neighbour model, or blank
public record Peers(String authority, List<String> neighbours, String neighbourModel) {

	public Peers {
		neighbours = List.copyOf(neighbours);
	}

	/// Nobody in particular: published figures only.
	public static Peers none() {
		return new Peers("", List.of(), "");
	}

}
