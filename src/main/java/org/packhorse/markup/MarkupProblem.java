package org.packhorse.markup;

/// A fault in pack markup, in words for the author who wrote it.
///
/// @param file the template's path below report-templates/
/// @param line the line, from 1; 0 when it is not known
/// @param fault what is wrong
/// @param remedy what to do about it
public record MarkupProblem(String file, int line, String fault, String remedy) {
}
