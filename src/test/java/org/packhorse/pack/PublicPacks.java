package org.packhorse.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

import org.packhorse.ImportFiles;
import org.packhorse.Published;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.TestHome;
import org.packhorse.run.PackRuns;

/// The example council with a board that meets in public: its pack `open-board`, and `open-board-exempt`, Part 2 of it.
///
/// Beside its own small numbers the council counts 3 hidden places and 73,913 seen ones, which make 73,916 in all: the 3 is
/// withheld for itself and the 73,913 for its sake.
final class PublicPacks implements AutoCloseable {

	static final String COUNCIL = "X99000001";

	static final String OPEN = "open-board";

	static final String EXEMPT = "open-board-exempt";

	static final LocalDate MARCH = LocalDate.of(2026, 3, 31);

	private final Path home;

	private final TestDatabase database;

	PublicPacks(String name) {
		this.home = TestHome.fresh(name);
		var templates = this.home.resolve("report-templates");
		TestHome.copy(templates.resolve("improvement-board"), templates.resolve(OPEN));
		TestHome.write(templates.resolve(OPEN).resolve("pack.yml"), "title: Open board\naudience: public\nbody: CIB\nsample-as-at: 2026-03-31\n");
		printEverything(templates.resolve(OPEN).resolve("document.ftlx"));
		writeExempt(this.home);
		this.database = TestDatabases.h2().home(this.home);
		ImportFiles.of(Path.of("report-templates/improvement-board/sample")).into(this.database);
		files("places").csv("kpis", """
				code,title,unit,decimals,disclosure
				ZZ1,Hidden places,count,0,count
				ZZ2,Seen places,count,0,count
				ZZ3,Places in all,count,0,count
				""")
			.csv("kpi_groups", "kind,total,part\nsum,ZZ3,ZZ1\nsum,ZZ3,ZZ2\n")
			.csv("section_kpis", "authority,plan,section,kpi\nX99000001,IMP-2025,1,ZZ1\nX99000001,IMP-2025,1,ZZ2\nX99000001,IMP-2025,1,ZZ3\n")
			.csv("kpi_values", """
					authority,kpi,period_end,value
					X99000001,ZZ1,2026-03-31,3
					X99000001,ZZ2,2026-03-31,73913
					X99000001,ZZ3,2026-03-31,73916
					""")
			.into(this.database);
	}

	/// Lets the pack say all that there is to say.
	private static void printEverything(Path document) {
		try {
			var words = """
					<section title="All words">
					<#list narratives as words><#list words.paragraphs as paragraph><paragraph>${paragraph.words}</paragraph></#list></#list>
					<#import "/_shared/disclosure.ftlx" as kept>
					<@kept.figures of=disclosure/><@kept.exempt of=exemption/>
					<bullets><#list readiness as sentence><item>${sentence}</item><#else><item>Nothing is missing.</item></#list></bullets>
					</section>
					</pack>""";
			TestHome.write(document, Files.readString(document).replace("</pack>", words));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// The pack of Part 2.
	static void writeExempt(Path home) {
		var templates = home.resolve("report-templates");
		TestHome.write(templates.resolve(EXEMPT).resolve("pack.yml"),
				"title: Open board, Part 2\naudience: restricted\nbody: CIB\npart-2-of: open-board\nsample: improvement-board\n");
		TestHome.write(templates.resolve(EXEMPT).resolve("document.ftlx"), """
				<#import "/_shared/disclosure.ftlx" as kept>
				<pack title="${pack.title}" as-at="${asAt}" organisation="${authority.name}" marking="${marking}">
				  <section title="Why this is exempt"><@kept.exempt of=exemption/></section>
				  <@kept.exemptWords of=narratives/>
				</pack>
				""");
	}

	/// A folder for import files of a test's own.
	ImportFiles files(String name) {
		return new ImportFiles(this.home.resolve("tables").resolve(name));
	}

	/// Words for the board.
	void say(String part, int no, String words, String exempt) {
		say(MARCH, part, no, words, exempt);
	}

	void say(LocalDate day, String part, int no, String words, String exempt) {
		files("words").csv("narratives", "authority,body,part,no,reported_on,words,post,exempt\nX99000001,CIB,%s,%d,%s,\"%s\",Director,%s\n"
			.formatted(part, no, day, words, exempt)).into(this.database);
	}

	Path home() {
		return this.home;
	}

	TestDatabase database() {
		return this.database;
	}

	PackRequest request(String pack, LocalDate asAt) {
		return Published.request(COUNCIL, pack, asAt, this.home.resolve("out"));
	}

	PackRuns.Made make(String pack, LocalDate asAt) {
		return Published.make(this.database, request(pack, asAt));
	}

	/// What the readers of an edition get.
	Disclosed disclosed(Edition edition) {
		return this.database.bean(PackMaker.class).disclosed(edition);
	}

	@Override
	public void close() {
		this.database.close();
		TestHome.delete(this.home);
	}

}
