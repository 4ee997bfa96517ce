package org.packhorse.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a script sends as JSON: a record that names the fields. The API's description prints it, and what is not among them is refused.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Fields {

	/// The record.
	Class<? extends Record> value();

}
