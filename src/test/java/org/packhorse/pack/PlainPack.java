package org.packhorse.pack;

import java.awt.Color;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block;
import org.packhorse.document.Inline;
import org.packhorse.writer.Look;

/// What the three yardsticks share.
final class PlainPack {

	private PlainPack() {
	}

	/// All blocks of one kind in their order, those inside sections among them.
	static <B extends Block> Stream<B> all(List<Block> blocks, Class<B> kind) {
		return blocks.stream().flatMap(block -> Stream.concat(kind.isInstance(block) ? Stream.of(kind.cast(block)) : Stream.empty(),
				block instanceof Block.Section section ? all(section.blocks(), kind) : Stream.empty()));
	}

	/// The colours of the first badge among the words, or null.
	static Look.@Nullable Shade shade(List<Inline> words, Look look) {
		for (Inline inline : words) {
			if (inline instanceof Inline.Badge badge) {
				return look.shade(badge.tone());
			}
		}
		return null;
	}

	static byte[] bytes(String colour) {
		return HexFormat.of().parseHex(colour);
	}

	static Color colour(String colour) {
		return new Color(Integer.parseInt(colour, 16));
	}

}
