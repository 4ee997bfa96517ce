package org.packhorse.template;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Bytes;

/// Everything of the report-templates folder that one pack in one house style is made of, so that an edition can be made
/// again from what is stored.
///
/// @param files contents by path below report-templates/, with `/` between names
public record FrozenTemplates(String pack, String house, SortedMap<String, Bytes> files) {

	/// The house whose settings fill in what another leaves out.
	public static final String DEFAULT_HOUSE = "default";

	/// The template of the e-mail that says nothing of what is in a pack.
	static final String NOTICE = "_shared/email-notice.ftlx";

	/// The template of the e-mail of packs without one of their own.
	static final String SHARED_LETTER = "_shared/email.ftlx";

	public FrozenTemplates {
		files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
	}

	/// The hash over all names and contents, as 64 hexadecimal digits.
	public String sha256() {
		try {
			var digest = MessageDigest.getInstance("SHA-256");
			this.files.forEach((path, contents) -> {
				add(digest, path.getBytes(StandardCharsets.UTF_8));
				add(digest, contents.array());
			});
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/// With its length before it, so that no two sets of files run together into the same bytes.
	private static void add(MessageDigest digest, byte[] bytes) {
		digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
		digest.update(bytes);
	}

	/// A settings file of the house, such as `rules.yml`; what it leaves out is taken from `houses/default`.
	public SettingsFile houseSettings(String name) {
		var base = settings(housePath(DEFAULT_HOUSE, name), "Put back houses/default/" + name + "; every house leans on it");
		if (this.house.equals(DEFAULT_HOUSE) || !this.files.containsKey(housePath(this.house, name))) {
			return base;
		}
		return settings(housePath(this.house, name), "").over(base);
	}

	/// The settings in the pack's own `pack.yml`.
	SettingsFile packSettings() {
		return settings(this.pack + "/pack.yml", "Copy it from _starter/pack.yml");
	}

	@Nullable Bytes file(String path) {
		return this.files.get(path);
	}

	/// A file of the house, or else of the default house.
	@Nullable Bytes houseFile(String name) {
		return file(houseFilePath(name));
	}

	/// Where [#houseFile(String)] takes the file from.
	String houseFilePath(String name) {
		var own = housePath(this.house, name);
		return file(own) != null ? own : housePath(DEFAULT_HOUSE, name);
	}

	/// A picture that the markup names: of the pack, else shared.
	@Nullable Bytes picture(String name) {
		var own = file(this.pack + "/" + name);
		return own != null ? own : file("_shared/" + name);
	}

	/// The path of the template of the pack's e-mail: its own, else the shared one.
	String letterTemplate() {
		var own = this.pack + "/email.ftlx";
		return file(own) != null ? own : SHARED_LETTER;
	}

	/// The path of the template of the pack's form: the house's own, else the default house's; blank when there is none.
	String formTemplate() {
		return Stream.of(this.house, DEFAULT_HOUSE)
			.map(house -> housePath(house, "forms/" + this.pack + ".ftlx"))
			.filter(this.files::containsKey)
			.findFirst()
			.orElse("");
	}

	/// The settings that stand beside the template of the form; no other house's fill them in, because a form is a whole.
	SettingsFile formSettings(String template) {
		return settings(template.replaceFirst("ftlx$", "yml"), "Write beside " + template + " what the form asks for: fields and parts");
	}

	private SettingsFile settings(String path, String remedy) {
		var contents = file(path);
		return contents == null ? SettingsFile.missing(path, remedy) : SettingsFile.read(path, contents);
	}

	private static String housePath(String house, String name) {
		return "houses/" + house + "/" + name;
	}

}
