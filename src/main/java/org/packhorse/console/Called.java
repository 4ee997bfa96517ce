package org.packhorse.console;

/// Something as people call it, with what it is known by beside.
///
/// @param code what commands and scripts know it by, or blank where nobody needs it
public record Called(String words, String code) {

	/// What is called as it is known.
	static Called plainly(String words) {
		return new Called(words, "");
	}

}
