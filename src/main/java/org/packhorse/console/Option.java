package org.packhorse.console;

import java.util.Arrays;
import java.util.List;

import org.packhorse.access.Clearance;
import org.packhorse.access.Role;

/// One of several that a form offers.
///
/// @param hint what helps to choose, or blank
public record Option(String value, String words, String hint) {

	/// One that needs no more words.
	public Option(String value, String words) {
		this(value, words, "");
	}

	/// Every role that a form can give.
	static List<Option> roles(List<Role> roles) {
		return roles.stream().map(role -> new Option(role.toString(), Words.capital(role.toString()), Words.capital(role.does()))).toList();
	}

	/// Every clearance.
	static List<Option> clearances() {
		return Arrays.stream(Clearance.values()).map(clearance -> new Option(clearance.toString(), Words.reads(clearance))).toList();
	}

}
