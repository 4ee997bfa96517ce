package org.packhorse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

/// A real mail server: Debian's Postfix, an instance of its own with its folders, port and certificate, apart from any that the machine
/// has. What it accepts it passes on to a mail sink on this machine. Only root can start it.
public final class Postfix implements AutoCloseable {

	private static final String SERVICES = """
			127.0.0.1:%d inet n - n - - smtpd
			cleanup unix n - n - 0 cleanup
			qmgr unix n - n 300 1 qmgr
			tlsmgr unix - - n 1000? 1 tlsmgr
			rewrite unix - - n - - trivial-rewrite
			bounce unix - - n - 0 bounce
			defer unix - - n - 0 bounce
			trace unix - - n - 0 bounce
			proxymap unix - - n - - proxymap
			smtp unix - - n - - smtp
			error unix - - n - - error
			retry unix - - n - - error
			anvil unix - - n - 1 anvil
			scache unix - - n - 1 scache
			postlog unix-dgram n - n - 1 postlogd
			""";

	private final Path folder;

	private final int port;

	private Postfix(Path folder, int port) {
		this.folder = folder;
		this.port = port;
	}

	/// Starts one that demands STARTTLS and shows this certificate; further lines of main.cf may say more.
	public static Postfix started(PemCertificate certificate, int sinkPort, String... settings) {
		Programs.needed("Postfix", "postfix", "postfix");
		demandRoot();
		try {
			// Not under the project: the server's own account has to get there.
			var folder = Files.createTempDirectory("packhorse-postfix");
			// The server looks after its folders with the rights of its own account.
			run(List.of("chmod", "755", folder.toString()));
			for (String part : List.of("etc", "spool", "data")) {
				Files.createDirectory(folder.resolve(part));
			}
			run(List.of("chown", "postfix", folder.resolve("data").toString()));
			var postfix = new Postfix(folder, freePort());
			postfix.configure(certificate, sinkPort, List.of(settings));
			run(List.of("postfix", "-c", folder.resolve("etc").toString(), "start"));
			return postfix;
		}
		catch (IOException ex) {
			throw new IllegalStateException("Postfix does not start", ex);
		}
	}

	private static void demandRoot() {
		if (!"root".equals(System.getProperty("user.name"))) {
			System.err.printf("%n*** Postfix can only be started by root: tests with it are LEFT OUT ***%n%n");
		}
		Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "Postfix needs root");
	}

	private void configure(PemCertificate certificate, int sinkPort, List<String> settings) throws IOException {
		Files.writeString(this.folder.resolve("etc/master.cf"), SERVICES.formatted(this.port));
		Files.writeString(this.folder.resolve("etc/main.cf"), """
				compatibility_level = 3.6
				queue_directory = %1$s/spool
				data_directory = %1$s/data
				command_directory = /usr/sbin
				daemon_directory = /usr/lib/postfix/sbin
				mail_owner = postfix
				setgid_group = postdrop
				inet_interfaces = 127.0.0.1
				inet_protocols = ipv4
				myhostname = relay.test
				mydestination =
				alias_maps =
				alias_database =
				mynetworks = 127.0.0.0/8
				relayhost = [127.0.0.1]:%2$d
				disable_dns_lookups = yes
				maillog_file = %1$s/maillog
				maillog_file_prefixes = %1$s
				smtpd_tls_security_level = encrypt
				smtpd_tls_cert_file = %3$s
				smtpd_tls_key_file = %4$s
				smtpd_relay_restrictions = permit_mynetworks, reject
				%5$s
				""".formatted(this.folder, sinkPort, certificate.certificate().toAbsolutePath(), certificate.key().toAbsolutePath(), String.join("\n", settings)));
	}

	/// Where it listens, on 127.0.0.1.
	public int port() {
		return this.port;
	}

	/// What it wrote into its log.
	public String log() {
		try {
			return Files.readString(this.folder.resolve("maillog"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		run(List.of("postfix", "-c", this.folder.resolve("etc").toString(), "stop"));
		TestHome.delete(this.folder);
	}

	/// A port that is free at the moment.
	static int freePort() throws IOException {
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	/// Without a pipe: the server's daemons would keep it open.
	private static void run(List<String> command) {
		try {
			var log = Files.createTempFile("packhorse-postfix", ".log");
			var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
			if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
				throw new IllegalStateException(command + " failed: " + Files.readString(log));
			}
			Files.delete(log);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
