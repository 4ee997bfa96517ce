package org.packhorse.console;

/// A state in words, with the tone that the words have: green, yellow, red, blue or grey.
public record Tag(String words, String tone) {
}
