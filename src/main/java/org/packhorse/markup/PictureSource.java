package org.packhorse.markup;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Bytes;

/// Where pictures come from.
@FunctionalInterface
public interface PictureSource {

	/// No pictures at all.
	PictureSource NONE = _ -> null;

	/// The picture with the file name that stands in the markup, or null when there is none.
	@Nullable Bytes picture(String file);

}
