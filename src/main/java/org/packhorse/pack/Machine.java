package org.packhorse.pack;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// The machine that this process runs on, as other processes and mail servers are told.
public final class Machine {

	private static final String HOST = hostName();

	private Machine() {
	}

	/// The machine's name.
	public static String host() {
		return HOST;
	}

	private static String hostName() {
		try {
			var name = InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9.-]", "");
			return name.isEmpty() ? "localhost" : name;
		}
		catch (UnknownHostException ex) {
			return "localhost";
		}
	}

}
