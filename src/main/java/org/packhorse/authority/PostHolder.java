package org.packhorse.authority;

import java.text.Normalizer;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// An account that holds a post.
///
/// @param email where the holder is written to, or blank
/// @param until the last day on which it holds the post, or null for the time being
public record PostHolder(String post, String account, String email, @Nullable LocalDate until) {

	/// An accent may be stored in two ways; accounts are compared in one of them, whoever wrote them down.
	public PostHolder {
		account = Normalizer.normalize(account, Normalizer.Form.NFC);
	}

	/// Whether the account holds the post on a day.
	public boolean holdsOn(LocalDate day) {
		return this.until == null || !this.until.isBefore(day);
	}

}
