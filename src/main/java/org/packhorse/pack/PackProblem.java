package org.packhorse.pack;

/// Why a pack cannot be made, in words for the person who asked.
public class PackProblem extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Kind kind;

	private final String forPages;

	/// What is at fault, which decides the exit code of a command.
	public enum Kind {

		/// An unknown pack, council, house or format.
		USAGE,

		/// Faulty templates, rules, houses or facts.
		INPUT,

		/// The same pack is being made by another run.
		BUSY,

		/// A person must decide, or another person must do it.
		DECISION,

		/// Anything else, such as a full disk.
		FAILED

	}

	public PackProblem(Kind kind, String message) {
		this(kind, message, message);
	}

	/// @param forPages the same for people who do not run this machine
	public PackProblem(Kind kind, String message, String forPages) {
		super(message);
		this.kind = kind;
		this.forPages = forPages;
	}

	/// What is at fault.
	public Kind kind() {
		return this.kind;
	}

	/// Why, in words that anybody may read.
	public String forPages() {
		return this.forPages;
	}

}
