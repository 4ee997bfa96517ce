package org.packhorse.document;

/// Where a block was written: the template file and the line in it, for messages that a template author can act on.
///
/// @param file the template's path below report-templates/
/// @param line the line, from 1; 0 when it is not known
public record Position(String file, int line) {

	/// A block that no template wrote.
	public static final Position NONE = new Position("", 0);

	@Override
	public String toString() {
		return this.line > 0 ? this.file + ", line " + this.line : this.file;
	}

}
