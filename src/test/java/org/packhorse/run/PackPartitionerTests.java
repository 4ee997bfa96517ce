package org.packhorse.run;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Packs are dealt out once each, in partitions that a run finds again.
class PackPartitionerTests {

	@ParameterizedTest
	@CsvSource({ "1, 1, 1", "40, 40, 1", "41, 21, 2", "152, 38, 4", "1520, 40, 38", "10000, 200, 50" })
	void sizeGrowsWithTheRunUpToFifty(int packs, int partitions, int size) {
		var dealt = new PackPartitioner(packs).partition(2);
		assertThat(dealt).hasSize(partitions);
		var first = dealt.values().iterator().next();
		assertThat(first.getInt(PackPartitioner.TO)).isEqualTo(size);
	}

	@Test
	void everyPackIsInOnePartition() {
		var dealt = new PackPartitioner(153).partition(2);
		assertThat(dealt.values().stream().flatMapToInt(context -> IntStream.rangeClosed(context.getInt(PackPartitioner.FROM), context.getInt(PackPartitioner.TO))))
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 153).boxed().toList());
	}

	@Test
	void restartedRunFindsTheSameNamesWhateverTheThreads() {
		assertThat(new PackPartitioner(152).partition(2).keySet()).isEqualTo(new PackPartitioner(152).partition(64).keySet()).contains("00001-00004", "00149-00152");
	}

}
