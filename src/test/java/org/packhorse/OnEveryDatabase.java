package org.packhorse;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs a test class once on each of [TestDatabases]: H2, MariaDB and MySQL, each with a fresh schema of its own.
///
/// The class takes the database through its constructor:
/// ```java
/// @OnEveryDatabase
/// class ReadingTests {
///     private final TestDatabase database;
///     ReadingTests(TestDatabase database) { … }
/// ```
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@MethodSource("org.packhorse.TestDatabases#all")
public @interface OnEveryDatabase {
}
