package org.packhorse.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Consumer;

import javax.net.ssl.SSLSocketFactory;

/// Encrypted sockets over plain ones, told of like them.
final class SecureSockets extends SSLSocketFactory {

	private final SSLSocketFactory trusted;

	private final Consumer<Socket> opened;

	SecureSockets(SSLSocketFactory trusted, Consumer<Socket> opened) {
		this.trusted = trusted;
		this.opened = opened;
	}

	/// The plain one below is what is told of: closing it ends a handshake too.
	@Override
	public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
		this.opened.accept(plain);
		return this.trusted.createSocket(plain, host, port, autoClose);
	}

	@Override
	public String[] getDefaultCipherSuites() {
		return this.trusted.getDefaultCipherSuites();
	}

	@Override
	public String[] getSupportedCipherSuites() {
		return this.trusted.getSupportedCipherSuites();
	}

	@Override
	public Socket createSocket(String host, int port) throws IOException {
		throw new IOException("the mail library lays encryption over its own sockets");
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
		return createSocket(host, port);
	}

	@Override
	public Socket createSocket(InetAddress host, int port) throws IOException {
		return createSocket(host.getHostName(), port);
	}

	@Override
	public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) throws IOException {
		return createSocket(address.getHostName(), port);
	}

}
