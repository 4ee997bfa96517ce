package org.packhorse.delivery;

/// How far a talk with the mail server has come.
public enum Phase {

	/// Not reached yet.
	CONNECT("when connecting"),

	/// Greeting, encryption, login.
	GREETING("at the greeting, encryption or login"),

	/// Who sends.
	SENDER("when the sender was named"),

	/// Who is to get it.
	RECIPIENT("when the recipient was named"),

	/// The message without its end.
	DATA("while the message was handed over"),

	/// May the end be sent?
	GATE("before the end of the message"),

	/// The end is sent, or on its way.
	END("after the end of the message");

	private final String words;

	Phase(String words) {
		this.words = words;
	}

	/// As people read it behind "it failed".
	public String words() {
		return this.words;
	}

	/// Whether the server may have the message.
	boolean isOver() {
		return this == END;
	}

}
