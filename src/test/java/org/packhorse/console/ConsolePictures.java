package org.packhorse.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import org.packhorse.ImportFiles;
import org.packhorse.TestHome;
import org.packhorse.access.Account;
import org.packhorse.access.Clearance;
import org.packhorse.access.Role;

/// Takes the pictures of the console that README.md shows: the example council's pages. `[FOLDER]`, docs/pictures when nothing is said.
public final class ConsolePictures {

	private static final String DRAFT = "X99000001/improvement-board/2026-03-31/v1";

	private ConsolePictures() {
	}

	public static void main(String[] words) throws Exception {
		var folder = Path.of(words.length > 0 ? words[0] : "docs/pictures");
		try (var site = new Website(ImportFiles.of(Path.of("report-templates/improvement-board/sample")))) {
			site.itIs("2026-04-08T08:30:00Z");
			var schedules = site.home().resolve("schedules");
			for (String name : List.of("improvement-board-draft.yml", "improvement-board-monthly.yml")) {
				Files.createDirectories(schedules);
				TestHome.write(schedules.resolve(name), Files.readString(Path.of("schedules", name)).replace("enabled: no", "enabled: yes"));
			}
			Account author = site.account("performance-manager", Clearance.RESTRICTED, Role.AUTHOR);
			site.account("dcs", Clearance.RESTRICTED, Role.AUTHOR, Role.APPROVER);
			var visit = site.visit().signIn(author.name());
			visit.open("/run");
			visit.send("/run", "pack", "improvement-board", "authority", "X99000001", "asAt", "2026-03-31", "signOff", "Director of Children's Services\nChief Executive");
			while (!visit.open("/runs/1").words().contains("stands")) {
				Thread.onSpinWait();
			}
			try (var browser = new Chromium("http://127.0.0.1:" + site.port())) {
				browser.open("/sign-in").type("Name", "dcs").type("Password", Visit.PASSWORD).press("Sign in").says("Overview");
				keep(browser, "overview", folder.resolve("console-overview.png"));
				browser.open("/sign-off/" + DRAFT);
				keep(browser, "sign-off", folder.resolve("console-sign-off.png"));
				var faulty = Files.writeString(Files.createTempDirectory("pictures").resolve("updates.csv"), """
						authority,plan,action,reported_on,state,percent_complete,declared_rag
						X99000001,CSIP,1.1,2026-03-31,in progress,110,amber
						X99000001,CSIP,1.2,31st of March,in progress,60,amber
						X99000001,CSIP,9.99,2026-03-31,done,100,green
						""");
				browser.open("/data/upload").files("Files", faulty).press("Check the files").says("fault");
				keep(browser, "upload", folder.resolve("console-upload.png"));
			}
		}
		System.exit(0);
	}

	private static void keep(Chromium browser, String name, Path picture) throws Exception {
		browser.look("picture-" + name);
		Files.copy(Path.of("target", "console", "picture-" + name + "-desk.png"), picture, StandardCopyOption.REPLACE_EXISTING);
	}

}
