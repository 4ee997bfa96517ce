package org.packhorse.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.packhorse.Published;
import org.packhorse.document.Position;
import org.packhorse.pack.Edition;
import org.packhorse.pack.Editions;
import org.packhorse.run.PackRun.Stands;
import org.packhorse.writer.NotRendered;
import org.packhorse.writer.PackFormat;

import static org.assertj.core.api.Assertions.assertThat;

/// What there is to say of an edition that a run made, the same wherever it is said.
class PackWordsTests {

	private static final Stands STANDS = new Stands(7, "X99000007/small/2021-06-30/v1", true, List.of("section 2 is long"), List.of("The notice is due on 3 July."), List.of("Chief Executive"));

	@Test
	void everythingIsSaidInOrderAndAPlaceOnlyWhereOneIsKnown() {
		assertThat(new PackWords(new OnRecord(true)).of(STANDS)).containsExactly("waits for Chief Executive", "look again before others read it: section 2 is long", "The notice is due on 3 July.",
				"Excel cannot show watermark: a workbook has none", "Word cannot show page break (small/document.ftlx, line 3): it stands in a table");
	}

	@Test
	void editionThatIsNotOnRecordAnyMoreLacksNothingButItsNotices() {
		assertThat(new PackWords(new OnRecord(false)).of(STANDS)).hasSize(3);
	}

	/// One edition with what its formats could not show.
	private static final class OnRecord extends Editions {

		private final boolean there;

		OnRecord(boolean there) {
			super(null, null, null, null);
			this.there = there;
		}

		@Override
		public Optional<Edition> onRecord(long number) {
			var request = Published.request("X99000007", "small", LocalDate.of(2021, 6, 30), Path.of("out"));
			return this.there ? Optional.of(new Edition(number, request, 1, true, STANDS.name(), Instant.EPOCH, null, null, null)) : Optional.empty();
		}

		@Override
		public List<NotRendered> notices(Edition edition) {
			return List.of(new NotRendered(Position.NONE, PackFormat.XLSX, "watermark", "a workbook has none"),
					new NotRendered(new Position("small/document.ftlx", 3), PackFormat.DOCX, "page break", "it stands in a table"));
		}

	}

}
