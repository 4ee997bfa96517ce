package org.packhorse.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import org.packhorse.pack.Progress;

/// How far an edition's sign-off has come, as JSON.
final class SignOffReport {

	private SignOffReport() {
	}

	static Map<String, Object> data(Progress progress) {
		var data = new LinkedHashMap<String, Object>();
		data.put("state", state(progress));
		data.put("waitsFor", progress.waitsFor());
		data.put("posts", progress.posts().stream().map(SignOffReport::data).toList());
		var back = progress.sentBack();
		if (back != null) {
			data.put("sentBack", Map.of("by", back.by(), "post", back.post(), "at", back.at().toString(), "reason", back.reason()));
		}
		if (!progress.schedule().isEmpty()) {
			data.put("schedule", progress.schedule());
		}
		data.put("lists", progress.lists());
		data.put("posted", progress.posted());
		return data;
	}

	private static String state(Progress progress) {
		return progress.sentBack() != null ? "sent back" : progress.waitsFor().isEmpty() ? "cleared" : "waiting";
	}

	private static Map<String, Object> data(Progress.Post post) {
		var data = new LinkedHashMap<String, Object>();
		data.put("post", post.name());
		data.put("clearedBy", post.by());
		data.put("clearedAt", post.at() == null ? null : post.at().toString());
		data.put("note", post.note());
		return data;
	}

}
