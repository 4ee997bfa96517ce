package org.packhorse.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Consumer;

import javax.net.SocketFactory;

/// Plain sockets, each of which is told of, so that a conversation that takes too long can be cut.
final class Sockets extends SocketFactory {

	private final Consumer<Socket> opened;

	Sockets(Consumer<Socket> opened) {
		this.opened = opened;
	}

	/// Not connected yet: that is how the mail library asks for one.
	@Override
	public Socket createSocket() {
		var socket = new Socket();
		this.opened.accept(socket);
		return socket;
	}

	@Override
	public Socket createSocket(String host, int port) throws IOException {
		throw new IOException("the mail library opens its sockets unconnected");
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
