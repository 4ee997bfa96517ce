package org.packhorse.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.packhorse.pack.Home;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/// A broker of our own in the tests' process, at a free port of this machine, which may be stopped and started again.
final class TestBroker implements AutoCloseable {

	static {
		// What goes wrong here is meant to, and asserted.
		((Logger) LoggerFactory.getLogger("org.apache.activemq")).setLevel(Level.OFF);
	}

	private final Path home;

	private final Map<String, Object> settings = new HashMap<>();

	private OwnBroker broker;

	private TestBroker(Path home, Map<String, String> settings) {
		this.home = home;
		this.settings.put("packhorse.broker.user", "packs");
		this.settings.put("packhorse.broker.password", "a secret");
		this.settings.put("packhorse.broker.first-pause", "10ms");
		this.settings.putAll(settings);
		this.broker = new OwnBroker(setup());
	}

	static TestBroker started(Path home) {
		return started(home, "tcp://127.0.0.1:" + freePort(), Map.of());
	}

	static TestBroker started(Path home, String address, Map<String, String> settings) {
		var broker = new TestBroker(home, settings);
		broker.settings.put("packhorse.broker.bind", address);
		broker.settings.put("packhorse.broker.url", address);
		broker.broker.start();
		return broker;
	}

	/// The settings of one who speaks to it, but for these.
	BrokerSettings client(Map<String, String> others) {
		return setup(home, with(others)).client();
	}

	BrokerSettings client() {
		return client(Map.of());
	}

	Map<String, Object> with(Map<String, String> others) {
		var all = new HashMap<>(this.settings);
		all.putAll(others);
		return all;
	}

	void restart() {
		this.broker.stop();
		this.broker = new OwnBroker(setup());
		this.broker.start();
	}

	private BrokerSetup setup() {
		return setup(this.home, this.settings);
	}

	static BrokerSetup setup(Path home, Map<String, Object> settings) {
		var environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
		return new BrokerSetup(environment, new Home(home.toString()));
	}

	static int freePort() {
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.broker.stop();
	}

}
