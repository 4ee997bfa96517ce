package org.packhorse.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import org.jspecify.annotations.Nullable;

/// A mail server that goes wrong as it is told: each conversation takes the next fault, and none when there are no more.
public final class FaultyServer implements AutoCloseable {

	/// What goes wrong in one conversation.
	public enum Fault {

		NONE,

		REFUSES_TO_TALK,

		WANTS_ANOTHER_PASSWORD,

		NO_STARTTLS,

		WANTS_A_LOGIN,

		REFUSES_SENDER,

		REFUSES_TO_RELAY,

		REFUSES_RECIPIENT,

		GREYLISTS,

		DROPS_IN_DATA,

		DROPS_AFTER_DOT,

		SILENT_AFTER_DOT,

		HALF_AN_ANSWER,

		BUSY_AFTER_DOT,

		REFUSES_AFTER_DOT,

		TALKS_NONSENSE_AFTER_DOT,

		SILENT_AT_QUIT,

		SILENT_AT_GREETING;

		/// Whether nothing comes and the connection stays, so that only patience's end tells.
		boolean isSilence() {
			return this == SILENT_AFTER_DOT || this == SILENT_AT_QUIT || this == SILENT_AT_GREETING;
		}

	}

	private final ServerSocket listening;

	private final Deque<Fault> faults = new ArrayDeque<>();

	private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());

	private final List<String> ended = Collections.synchronizedList(new ArrayList<>());

	private final List<String> envelopes = Collections.synchronizedList(new ArrayList<>());

	private final @Nullable SSLContext secure;

	private volatile Runnable beforeTheDot = () -> {
	};

	private volatile Runnable afterTheDot = () -> {
	};

	public FaultyServer(@Nullable SSLContext secure, Fault... faults) {
		this.secure = secure;
		this.faults.addAll(List.of(faults));
		try {
			this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofPlatform().daemon().start(this::serve);
	}

	public int port() {
		return this.listening.getLocalPort();
	}

	/// The messages whose end came, as they came: with CR and LF, and without the dots that were added on the way.
	public List<String> ended() {
		return List.copyOf(this.ended);
	}

	/// "sender > recipient" of each message whose end came.
	public List<String> envelopes() {
		return List.copyOf(this.envelopes);
	}

	/// Does something while the other side waits to send a message's body.
	public void beforeTheDot(Runnable action) {
		this.beforeTheDot = action;
	}

	/// Does something once a message has come whole, before it is answered.
	public void afterTheDot(Runnable action) {
		this.afterTheDot = action;
	}

	private void serve() {
		while (!this.listening.isClosed()) {
			try {
				var socket = this.listening.accept();
				this.open.add(socket);
				var fault = this.faults.isEmpty() ? Fault.NONE : this.faults.poll();
				Thread.ofPlatform().daemon().start(() -> talk(socket, fault));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void talk(Socket socket, Fault fault) {
		try (var closing = socket) {
			new Conversation(socket, fault).run();
		}
		catch (IOException | InterruptedException ex) {
			// The other side has gone, or the test is over.
		}
	}

	@Override
	public void close() throws IOException {
		this.listening.close();
		for (Socket socket : List.copyOf(this.open)) {
			socket.close();
		}
	}

	private final class Conversation {

		private Socket socket;

		private final Fault fault;

		private BufferedReader in;

		private OutputStream out;

		private String sender = "";

		private String recipient = "";

		private Conversation(Socket socket, Fault fault) throws IOException {
			this.socket = socket;
			this.fault = fault;
			on(socket);
		}

		private void on(Socket next) throws IOException {
			this.socket = next;
			this.in = new BufferedReader(new InputStreamReader(next.getInputStream(), StandardCharsets.ISO_8859_1));
			this.out = next.getOutputStream();
		}

		private void run() throws IOException, InterruptedException {
			silentIf(Fault.SILENT_AT_GREETING);
			say(this.fault == Fault.REFUSES_TO_TALK ? "554 not to you" : "220 faulty.example ESMTP");
			for (var line = this.in.readLine(); line != null; line = this.in.readLine()) {
				if (!answer(line)) {
					return;
				}
			}
		}

		private boolean answer(String line) throws IOException, InterruptedException {
			var verb = line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
			switch (verb) {
				case "EHLO" -> say(FaultyServer.this.secure == null || this.fault == Fault.NO_STARTTLS || this.socket instanceof SSLSocket
						? "250-faulty.example\r\n250-AUTH PLAIN\r\n250-CHUNKING\r\n250 8BITMIME" : "250-faulty.example\r\n250-CHUNKING\r\n250 STARTTLS");
				case "STARTTLS" -> secure();
				case "AUTH" -> say(this.fault == Fault.WANTS_ANOTHER_PASSWORD ? "535 5.7.8 wrong password" : "235 ok");
				case "MAIL" -> {
					this.sender = address(line);
					say(switch (this.fault) {
						case WANTS_A_LOGIN -> "530 5.7.0 authentication required";
						case REFUSES_SENDER -> "553 5.7.1 sender address not owned by user";
						default -> "250 ok";
					});
				}
				case "RCPT" -> recipient(line);
				case "DATA" -> {
					return data();
				}
				case "QUIT" -> {
					silentIf(Fault.SILENT_AT_QUIT);
					say("221 bye");
					return false;
				}
				default -> say("250 ok");
			}
			return true;
		}

		private void secure() throws IOException {
			say("220 go on");
			var layered = (SSLSocket) FaultyServer.this.secure.getSocketFactory().createSocket(this.socket, "faulty.example", this.socket.getPort(), true);
			layered.setUseClientMode(false);
			layered.startHandshake();
			on(layered);
		}

		private void recipient(String line) throws IOException {
			this.recipient = address(line);
			say(switch (this.fault) {
				case REFUSES_TO_RELAY -> "554 5.7.1 relay access denied";
				case REFUSES_RECIPIENT -> "550 5.1.1 no such mailbox";
				case GREYLISTS -> "450 4.7.1 come again";
				default -> "250 ok";
			});
		}

		private boolean data() throws IOException, InterruptedException {
			FaultyServer.this.beforeTheDot.run();
			// Before the other side may begin: once it has begun, how far it came by then would be chance.
			if (this.fault == Fault.DROPS_IN_DATA) {
				return false;
			}
			say("354 go on");
			var message = new StringBuilder();
			var line = this.in.readLine();
			while (line != null && !line.equals(".")) {
				message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
				line = this.in.readLine();
			}
			if (line == null) {
				return false;
			}
			FaultyServer.this.ended.add(message.toString());
			FaultyServer.this.envelopes.add(this.sender + " > " + this.recipient);
			FaultyServer.this.afterTheDot.run();
			return afterTheDot();
		}

		private boolean afterTheDot() throws IOException, InterruptedException {
			silentIf(Fault.SILENT_AFTER_DOT);
			switch (this.fault) {
				case DROPS_AFTER_DOT -> {
					return false;
				}
				case HALF_AN_ANSWER -> {
					this.out.write("25".getBytes(StandardCharsets.ISO_8859_1));
					this.out.flush();
					return false;
				}
				case BUSY_AFTER_DOT -> say("451 4.3.0 try later");
				case REFUSES_AFTER_DOT -> say("554 5.7.1 not this");
				case TALKS_NONSENSE_AFTER_DOT -> say("hello there");
				default -> say("250 2.0.0 Ok: queued as 4F1B");
			}
			return true;
		}

		/// Until the other side has had enough.
		private void silentIf(Fault silent) throws IOException {
			if (this.fault == silent) {
				while (this.in.read() >= 0) {
					// waits
				}
				throw new IOException("gone");
			}
		}

		private void say(String words) throws IOException {
			this.out.write((words + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
			this.out.flush();
		}

		private static String address(String line) {
			return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
		}

	}

}
