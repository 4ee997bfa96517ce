package org.packhorse.delivery;

import java.io.IOException;
import java.io.OutputStream;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// Talks to the mail server and knows at every moment how far the talk has come: up to the message's end nothing is sent, whatever
/// happens; from there on only the server's own answer counts.
///
/// Before the end it asks the [Gate] once more, and drops the connection when it stays shut: a server throws away what has no end.
final class Postman extends SMTPTransport {

	private final Gate gate;

	private Phase phase = Phase.CONNECT;

	private @Nullable Reply reply;

	Postman(Session session, Gate gate) {
		super(session, null);
		this.gate = gate;
	}

	/// What the server said.
	record Reply(int code, String words) {
	}

	/// Lets the end of one message through, once.
	@FunctionalInterface
	interface Gate {

		/// Opens, or says by an exception why not.
		void pass() throws IOException;

	}

	Phase phase() {
		return this.phase;
	}

	/// The answer that settles the phase: the first one to the message's end, else the first refusal.
	@Nullable Reply reply() {
		return this.reply;
	}

	@Override
	protected boolean ehlo(String domain) throws MessagingException {
		enter(Phase.GREETING);
		return super.ehlo(domain);
	}

	@Override
	protected void mailFrom() throws MessagingException {
		enter(Phase.SENDER);
		super.mailFrom();
	}

	@Override
	protected void rcptTo() throws MessagingException {
		enter(Phase.RECIPIENT);
		super.rcptTo();
	}

	@Override
	protected OutputStream data() throws MessagingException {
		enter(Phase.DATA);
		return super.data();
	}

	/// Chunks would end a message on another path, without asking.
	@Override
	protected OutputStream bdat() throws MessagingException {
		throw new MessagingException("Messages go in one piece.");
	}

	/// An IOException makes the library drop the connection, so that the message is not sent.
	@Override
	protected void finishData() throws IOException, MessagingException {
		enter(Phase.GATE);
		try {
			this.gate.pass();
		}
		catch (RuntimeException ex) {
			throw new IOException(ex);
		}
		enter(Phase.END);
		super.finishData();
	}

	@Override
	protected int readServerResponse() throws MessagingException {
		int code = super.readServerResponse();
		if (this.reply == null && (this.phase.isOver() || code < 200 || code > 399)) {
			this.reply = new Reply(code, getLastServerResponse());
		}
		return code;
	}

	private void enter(Phase next) {
		this.phase = next;
		this.reply = null;
	}

}
