package org.packhorse.template;

/// Who reads a pack.
public enum Audience {

	/// Anybody: small numbers and exempt items stay out.
	PUBLIC,

	/// Members of the body it goes to.
	MEMBERS,

	/// Named posts only.
	RESTRICTED

}
