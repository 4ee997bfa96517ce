package org.packhorse.tracker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.ImportFiles;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.access.Actor;
import org.packhorse.access.Actors;
import org.packhorse.access.AuditTrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// What somebody sends is checked, waits for its owner alone, and goes in whole or not at all.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadsTests {

	private static final Actor PAT = new Actor("pat");

	private static final Permission AUTHOR = new Permission(List.of(), true, false);

	private final TestDatabase database = TestDatabases.h2();

	private final Moving clock = new Moving();

	private Path home;

	private Uploads uploads;

	/// A clock that a test moves.
	private static final class Moving extends Clock {

		private Instant now = Instant.parse("2026-04-15T09:00:00Z");

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return Clock.fixed(this.now, zone);
		}

	}

	@BeforeAll
	void start(@TempDir Path home) {
		this.home = home;
		this.database.home(this.home).clock(this.clock).setting("packhorse.uploads.size", "1MB").setting("packhorse.uploads.patience", "60s");
		this.uploads = this.database.bean(Uploads.class);
	}

	@AfterAll
	void stop() {
		this.database.close();
	}

	@BeforeEach
	void clear() {
		this.uploads.of(PAT).forEach(upload -> this.uploads.discard(PAT, upload.id()));
		this.database.clear();
	}

	@Test
	void whatWasCheckedGoesInWhenItsOwnerSaysSoAndIsRecordedAsTheirs() throws IOException {
		var checked = this.uploads.send(PAT, AUTHOR, plan());
		assertThat(checked.isLoadable()).isTrue();
		assertThat(checked.outcomes()).flatExtracting(LoadedFile::tables).contains(new LoadedFile.Table("actions", 2, 2, 0, 0));
		assertThat(rows("actions")).isZero();
		var kept = this.home.resolve("data/uploads/waiting").resolve(checked.id());
		assertThat(Files.getPosixFilePermissions(kept)).isEqualTo(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

		var loaded = this.uploads.load(PAT, AUTHOR, checked.id()).orElseThrow();
		assertThat(loaded.state()).isEqualTo(Upload.State.LOADED);
		assertThat(rows("actions")).isEqualTo(2);
		assertThat(kept).doesNotExist();
		var entry = this.database.bean(AuditTrail.class).newest(1).getFirst();
		assertThat(entry.action()).isEqualTo("loaded");
		assertThat(entry.actor().toString()).isEqualTo("pat");

		assertThat(this.uploads.load(PAT, AUTHOR, checked.id()).orElseThrow()).isEqualTo(loaded);
		assertThat(this.database.bean(AuditTrail.class).newest(1).getFirst()).isEqualTo(entry);
	}

	@Test
	void aFaultOfOneFileKeepsAllOfThemOut() {
		var checked = this.uploads.send(PAT, AUTHOR,
				List.of(sent("authorities.csv", Trackers.AUTHORITIES), sent("kpis.csv", Trackers.KPIS), sent("plans.csv", Trackers.PLANS + "X99000001,SIP,again\n")));
		assertThat(checked.isLoadable()).isFalse();
		assertThat(checked.outcomes()).extracting(LoadedFile::in).containsExactly(true, true, false);
		assertThat(checked.outcomes().getLast().problems()).extracting(TrackerProblem::place).containsExactly("plans.csv, row 3");
		assertThat(this.uploads.load(PAT, AUTHOR, checked.id())).contains(checked);
		assertThat(rows("authorities")).isZero();
		assertThat(this.uploads.discard(PAT, checked.id())).isTrue();
		assertThat(this.home.resolve("data/uploads/waiting").resolve(checked.id())).doesNotExist();
	}

	@Test
	void whatTheDatabaseRefusesMeanwhileKeepsAllOut() {
		onFile();
		var sent = this.uploads.send(PAT, AUTHOR, List.of(sent("kpis.csv", "code,title,unit\nnew,New,count\n"),
				sent("updates.csv", "authority,plan,action,reported_on,state\nX99000001,SIP,1.1,2026-03-31,in progress\n")));
		assertThat(sent.isLoadable()).isTrue();
		this.database.sql().sql("DELETE FROM actions").update();
		var after = this.uploads.load(PAT, AUTHOR, sent.id()).orElseThrow();
		assertThat(after.state()).isEqualTo(Upload.State.CHECKED);
		assertThat(after.isLoadable()).isFalse();
		assertThat(rows("kpis WHERE code = 'new'")).isZero();
	}

	@Test
	void nobodyFindsAnothersUpload() {
		var sent = this.uploads.send(PAT, AUTHOR, plan());
		var other = new Actor("sam");
		assertThat(this.uploads.find(other, sent.id())).isEmpty();
		assertThat(this.uploads.load(other, AUTHOR, sent.id())).isEmpty();
		assertThat(this.uploads.discard(other, sent.id())).isFalse();
		assertThat(this.uploads.of(other)).isEmpty();
		assertThat(this.uploads.find(PAT, sent.id())).isPresent();
		assertThat(this.uploads.find(PAT, "../" + sent.id())).isEmpty();
	}

	@Test
	void afterAnHourNothingIsLeft() {
		var sent = this.uploads.send(PAT, AUTHOR, plan());
		this.clock.now = this.clock.now.plus(Duration.ofMinutes(59));
		assertThat(this.uploads.find(PAT, sent.id())).isPresent();
		this.clock.now = this.clock.now.plus(Duration.ofMinutes(2));
		assertThat(this.uploads.find(PAT, sent.id())).isEmpty();
		assertThat(this.home.resolve("data/uploads/waiting").resolve(sent.id())).doesNotExist();
	}

	@Test
	void bytesThatChangedMeanwhileAreNotLoaded() throws IOException {
		var sent = this.uploads.send(PAT, AUTHOR, plan());
		Files.writeString(this.home.resolve("data/uploads/waiting").resolve(sent.id()).resolve("1"), "code,name\nX99000002,Elsewhere\n");
		var after = this.uploads.load(PAT, AUTHOR, sent.id()).orElseThrow();
		assertThat(after.failed()).isTrue();
		assertThat(after.isLoadable()).isFalse();
		assertThat(rows("authorities")).isZero();
	}

	@Test
	void moreThanTwoAtOnceAndTooLargeOnesAreTurnedAway() throws InterruptedException {
		var arrived = new CountDownLatch(2);
		var go = new CountDownLatch(1);
		var slow = List.of(new SentFile("authorities.csv", () -> {
			arrived.countDown();
			try {
				go.await();
			}
			catch (InterruptedException ex) {
				throw new IOException(ex);
			}
			return new ByteArrayInputStream(Trackers.AUTHORITIES.getBytes(StandardCharsets.UTF_8));
		}));
		var first = Thread.ofVirtual().start(() -> this.uploads.send(PAT, AUTHOR, slow));
		var second = Thread.ofVirtual().start(() -> this.uploads.send(PAT, AUTHOR, slow));
		arrived.await();
		assertThatExceptionOfType(UploadRefused.class).isThrownBy(() -> this.uploads.send(PAT, AUTHOR, plan())).matches(refused -> refused.why() == UploadRefused.Why.BUSY)
			.withMessageContaining("Try again in a minute");
		go.countDown();
		first.join();
		second.join();
		assertThatExceptionOfType(UploadRefused.class).isThrownBy(() -> this.uploads.send(PAT, AUTHOR, List.of(sent("updates.csv", "x".repeat(2 << 20)))))
			.withMessageContaining("larger than 1 MB");
		assertThat(this.uploads.send(PAT, AUTHOR, plan()).isLoadable()).isTrue();
	}

	@Test
	void whoMayLoadForSomeCouncilsLoadsTheirRowsAloneAndLearnsNothingOfOthers() {
		onFile();
		var some = new Permission(List.of("X99000002"), true, false);
		var checked = this.uploads.send(PAT, some,
				List.of(sent("updates.csv", "authority,plan,action,reported_on\nX99000001,SIP,1.9,2026-03-31\n"), sent("kpis.csv", Trackers.KPIS)));
		assertThat(checked.outcomes()).flatExtracting(LoadedFile::problems).extracting(String::valueOf)
			.containsExactly("updates.csv, row 2, column authority: the council 'X99000001' is not among those of your account. Leave its rows out.",
					"kpis.csv: 'kpis' is shared by all councils: an account for some of them may not load it. Leave it out, or ask somebody whose account may load it.");
	}

	@Test
	void whoClearsAndWhoGetsPacksIsNotAnAuthorsToSay() {
		onFile();
		var holders = List.of(sent("post_holders.csv", "authority,post,account\nX99000001,Director,pat\n"));
		assertThat(this.uploads.send(PAT, AUTHOR, holders).outcomes()).flatExtracting(LoadedFile::problems).extracting(TrackerProblem::found)
			.containsExactly("'post_holders' decides who clears drafts and who gets packs: an account without the role admin may not load it");
		var admin = new Permission(List.of(), false, true);
		assertThat(this.uploads.send(PAT, admin, holders).outcomes()).flatExtracting(LoadedFile::problems).extracting(TrackerProblem::found).doesNotContain("may not load");
		assertThat(this.uploads.send(PAT, admin, List.of(sent("kpis.csv", Trackers.KPIS))).outcomes()).flatExtracting(LoadedFile::problems).extracting(TrackerProblem::found)
			.containsExactly("an account without the role author may not load 'kpis'");
	}

	@Test
	void aNameIsTextAndNeverAPath() {
		var checked = this.uploads.send(PAT, AUTHOR, List.of(sent("C:\\fakepath\\..\\../../etc/authori\u202eties\u0000.csv", Trackers.AUTHORITIES)));
		assertThat(checked.files()).extracting(Upload.Sent::name).containsExactly("authorities.csv");
		assertThat(checked.isLoadable()).isTrue();
		assertThat(UploadFolder.cleaned("/")).isEqualTo("file");
		assertThat(UploadFolder.cleaned("x".repeat(500) + ".csv")).hasSize(200).endsWith(".csv");
	}

	private long rows(String table) {
		return this.database.sql().sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
	}

	private void onFile() {
		new ImportFiles(this.home.resolve("on-file")).csv("authorities", Trackers.AUTHORITIES)
			.csv("plans", Trackers.PLANS)
			.csv("sections", Trackers.SECTIONS)
			.csv("actions", Trackers.ACTIONS)
			.into(this.database);
	}

	/// One workbook, for each file takes a process of its own.
	private static List<SentFile> plan() {
		var tables = new LinkedHashMap<String, String>();
		tables.put("authorities", Trackers.AUTHORITIES);
		tables.put("plans", Trackers.PLANS);
		tables.put("sections", Trackers.SECTIONS);
		tables.put("actions", Trackers.ACTIONS);
		var out = new ByteArrayOutputStream();
		try (var book = new XSSFWorkbook()) {
			tables.forEach((name, text) -> {
				var sheet = book.createSheet(name);
				text.lines().forEach(line -> {
					var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
					Arrays.stream(line.split(",")).forEach(word -> row.createCell(row.getPhysicalNumberOfCells()).setCellValue(word));
				});
			});
			book.write(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return List.of(new SentFile("tracker.xlsx", () -> new ByteArrayInputStream(out.toByteArray())));
	}

	private static SentFile sent(String name, String text) {
		return new SentFile(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void nothingButUploadsThatNobodyHoldsIsDeletedAtAStart(@TempDir Path trackers) throws Exception {
		var theirs = Files.writeString(trackers.resolve("tracker.csv"), "theirs");
		var waiting = trackers.resolve("waiting");
		var note = Files.writeString(Files.createDirectory(waiting).resolve("note.txt"), "theirs");
		var left = Files.createDirectory(waiting.resolve("0123456789".repeat(4)));
		try (var first = new UploadPlace(waiting)) {
			first.begin();
			assertThat(left).as("a folder that was not known as ours").exists();
		}
		try (var second = new UploadPlace(waiting)) {
			second.begin();
			assertThat(left).doesNotExist();
			var own = Files.createDirectory(waiting.resolve("abcdef0123".repeat(4)));
			try (var third = new UploadPlace(waiting)) {
				third.begin();
			}
			assertThat(own).as("another process is alive").exists();
		}
		assertThat(theirs).exists();
		assertThat(note).exists();
	}

	@Test
	void whateverBreaksACheckOffEndsIt() throws Exception {
		var broken = new Actors("") {

			@Override
			public <T, X extends Throwable> T as(Actor actor, ScopedValue.CallableOp<T, X> work) {
				throw new StackOverflowError("of a test");
			}

		};
		try (var fragile = new Uploads(this.database.bean(TrackerImport.class), broken, this.clock, this.database.bean(UploadSettings.class))) {
			var sent = fragile.send(PAT, AUTHOR, plan());
			assertThat(sent.state()).isEqualTo(Upload.State.CHECKED);
			assertThat(sent.failed()).isTrue();
			assertThat(fragile.discard(PAT, sent.id())).isTrue();
			assertThat(fragile.of(PAT)).isEmpty();
		}
	}

	@Test
	void nothingIsBegunWithWhatWasDiscarded() {
		var moment = this.clock.instant();
		var hand = new UploadInHand(PAT, AUTHOR, new UploadFolder(this.home), new Upload("x", Upload.State.CHECKED, moment, moment, List.of(), List.of(), false));
		assertThat(hand.leave()).isTrue();
		assertThat(hand.begin(Upload.State.LOADING)).isFalse();
		var busy = new UploadInHand(PAT, AUTHOR, new UploadFolder(this.home), new Upload("y", Upload.State.CHECKED, moment, moment, List.of(), List.of(), false));
		assertThat(busy.begin(Upload.State.LOADING)).isTrue();
		assertThat(busy.leave()).isFalse();
	}

}
