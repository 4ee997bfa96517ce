package org.packhorse.pack;

/// Why a pack cannot be made, in words for the person who asked.
public class PackProblem extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Kind kind;

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
		super(message);
		this.kind = kind;
	}

	/// What is at fault.
	public Kind kind() {
		return this.kind;
	}

}
