package org.packhorse.run;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

@Component
final class RecordedNotices implements Notices {

	final List<String> written = new ArrayList<>();

	@Override
	public void notice(String key, String authority, String address, String subject, String plain) {
		this.written.add(key + "\n" + address + "\n" + subject + "\n" + plain);
	}

}
