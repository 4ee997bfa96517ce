package org.packhorse.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A script sends files, as a form does: multipart/form-data with one or several fields `file`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Files {
}
