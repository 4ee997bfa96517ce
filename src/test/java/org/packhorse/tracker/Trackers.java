package org.packhorse.tracker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Small import files: a council, its plan with one section and two actions, and two indicators.
final class Trackers {

	static final String AUTHORITIES = "code,name\nX99000001,Exampleshire\n";

	static final String PLANS = "authority,code,title\nX99000001,SIP,Single Improvement Plan\n";

	static final String SECTIONS = "authority,plan,no,title,priority\nX99000001,SIP,1,Leadership,yes\n";

	static final String KPIS = "code,title,unit\nre-referrals,Re-referrals,percent\ncla,Children looked after,count\n";

	static final String ACTIONS = "authority,plan,section,ref,action,due_on\nX99000001,SIP,1,1.1,Do this,2021-06-30\n"
			+ "X99000001,SIP,1,1.2,Do that,Dec 2021\n";

	private Trackers() {
	}

	static Path csv(Path folder, String table, String text) {
		return write(folder.resolve(table + ".csv"), text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
	}

	static Path write(Path file, byte[] bytes) {
		try {
			Files.createDirectories(file.getParent());
			return Files.write(file, bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
