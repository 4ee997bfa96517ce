package org.packhorse.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a script may ask a route by, as parts of its address: a record that names them. The API's description prints it, what is not among them is refused, and what
/// must be there (no [org.jspecify.annotations.Nullable]) is missed.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Filters {

	/// The record.
	Class<? extends Record> value();

}
