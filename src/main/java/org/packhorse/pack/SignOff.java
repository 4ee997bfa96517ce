package org.packhorse.pack;

import java.util.List;

/// What is to become of an edition once it is made.
///
/// @param posts the posts that must clear it before its final stands; with any, what is made is a draft
/// @param lists distribution lists that the final goes to, by name
/// @param schedule the schedule that says so, or blank
public record SignOff(List<String> posts, List<String> lists, String schedule) {

	/// Nothing: what is made as a final stands as one, and goes nowhere by itself.
	public static final SignOff NONE = new SignOff(List.of(), List.of(), "");

	public SignOff {
		posts = posts.stream().distinct().toList();
		lists = lists.stream().distinct().toList();
	}

	/// Whether there is nothing to remember.
	boolean isNone() {
		return this.posts.isEmpty() && this.lists.isEmpty();
	}

}
