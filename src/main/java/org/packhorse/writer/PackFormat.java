package org.packhorse.writer;

/// The formats that a pack is published in; `docx`, `xlsx`, `pdf` and `html` are also the file endings and the names in commands.
public enum PackFormat {

	DOCX("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),

	XLSX("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),

	PDF("PDF", "application/pdf"),

	HTML("HTML", "text/html; charset=utf-8");

	private final String title;

	private final String mediaType;

	PackFormat(String title, String mediaType) {
		this.title = title;
		this.mediaType = mediaType;
	}

	/// The name a reader knows: Word, Excel, PDF, HTML.
	public String title() {
		return this.title;
	}

	/// The media type of the files.
	public String mediaType() {
		return this.mediaType;
	}

	/// The file ending without a dot, which is also the format's name in commands.
	public String ending() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

}
