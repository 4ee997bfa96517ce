package org.packhorse.delivery;

/// How far a talk has come.
public enum Phase {

	/// Not reached yet.
	CONNECT,

	/// Greeting, encryption, login.
	GREETING,

	/// Who sends.
	SENDER,

	/// Who is to get it.
	RECIPIENT,

	/// The message without its end.
	DATA,

	/// May the end be sent?
	GATE,

	/// The end is sent, or on its way.
	END;

	/// Whether the server may have the message.
	boolean isOver() {
		return this == END;
	}

}
