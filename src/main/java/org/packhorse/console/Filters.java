package org.packhorse.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a script may search a list by, as parts of its address. The API's description prints them.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Filters {

	/// Their names.
	String[] value();

}
