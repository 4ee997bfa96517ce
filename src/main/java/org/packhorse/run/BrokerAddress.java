package org.packhorse.run;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a broker is spoken to: `tcp://127.0.0.1:61616` on this machine, `ssl://broker.example.gov.uk:61617` from anywhere.
record BrokerAddress(boolean encrypted, String host, int port) {

	static final String EXAMPLES = "tcp://127.0.0.1:61616 on this machine, or ssl://broker.example.gov.uk:61617";

	private static final Pattern FORM = Pattern.compile("(tcp|ssl)://([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::(\\d{1,5}))?/?");

	private static final int PLAIN_PORT = 61_616;

	private static final int ENCRYPTED_PORT = 61_617;

	private static final int PORTS = 65_536;

	static Optional<BrokerAddress> parse(String words) {
		var form = FORM.matcher(words);
		if (!form.matches()) {
			return Optional.empty();
		}
		boolean encrypted = form.group(1).equals("ssl");
		int port = form.group(3) != null ? Integer.parseInt(form.group(3)) : encrypted ? ENCRYPTED_PORT : PLAIN_PORT;
		return port > 0 && port < PORTS ? Optional.of(new BrokerAddress(encrypted, form.group(2), port)) : Optional.empty();
	}

	/// Whether what is said there stays on this machine.
	boolean isThisMachine() {
		return List.of("localhost", "[::1]").contains(this.host) || this.host.startsWith("127.") && this.host.matches("[0-9.]+");
	}

	String name() {
		return this.host + ":" + this.port;
	}

	@Override
	public String toString() {
		return (this.encrypted ? "ssl://" : "tcp://") + name();
	}

}
