package org.packhorse;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.ChronoLocalDate;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.TreeSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.PackReader;
import org.packhorse.writer.PackWriter;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

/// The rooms keep their doors, and a line of code knows its room by its imports. A room that has no classes yet breaks no rule.
class ArchitectureTests {

	private static final String ROOT = "org.packhorse.";

	private static final JavaClasses PROGRAM = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("org.packhorse");

	@Test
	void rulesLookAtTheProgram() {
		assertThat(PROGRAM).hasSizeBetween(50, 2000);
		assertThat(PROGRAM.contain(PackhorseApplication.class)).isTrue();
		assertThat(PROGRAM.stream().map(JavaClass::getSimpleName)).noneMatch(name -> name.endsWith("Tests"));
	}

	@Test
	void roomsKeepTheirDoors() {
		ApplicationModules.of(PackhorseApplication.class).verify();
	}

	@Test
	void everyRoomSaysWhatItMayOpen() {
		var rooms = new TreeSet<String>();
		PROGRAM.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(ROOT)).forEach(name -> rooms.add(name.split("\\.")[2]));
		assertThat(rooms).contains("document", "writer", "plan", "kpi", "authority").allSatisfy(room -> {
			var described = PROGRAM.getPackage(ROOT + room).tryGetAnnotationOfType(ApplicationModule.class);
			assertThat(described).as("the package-info of " + room).isPresent();
		});
	}

	@Test
	void officeFilesAreOpenedByWordExcelAndTracker() {
		only("writer.word", "writer.excel", "tracker").mayUse("org.apache.poi..", "org.openxmlformats..", "org.apache.xmlbeans..");
	}

	@Test
	void pdfIsWrittenInItsRoom() {
		only("writer.pdf").mayUse("org.openpdf..", "com.lowagie..");
	}

	@Test
	void pagesAreReadBackInTheirRoom() {
		only("writer.html").mayUse("org.jsoup..");
	}

	@Test
	void concreteReadersAreTheirRoomsOwn() {
		var readers = PROGRAM.stream().filter(type -> type.isAssignableTo(PackReader.class) && !type.isInterface()).toList();
		assertThat(readers).hasSize(PackFormat.values().length).allSatisfy(reader -> {
			assertThat(reader.getModifiers()).doesNotContain(JavaModifier.PUBLIC, JavaModifier.PROTECTED);
			assertThat(reader.getPackageName()).startsWith(ROOT + "writer.");
		});
	}

	@Test
	void templatesAreFilledInTheirRoom() {
		only("template", "console").mayUse("freemarker..");
	}

	@Test
	void jobsRunInRunAndTracker() {
		only("run", "tracker").mayUse("org.springframework.batch..", "org.springframework.boot.batch..");
	}

	@Test
	void theTimerTurnsInRun() {
		only("run").mayUse("com.github.kagkarlsson..");
	}

	@Test
	void messagesTravelFromRun() {
		only("run").mayUse("jakarta.jms..", "org.apache.activemq..", "org.springframework.jms..", "org.springframework.messaging..", "org.springframework.integration..",
				"org.springframework.batch.integration..");
	}

	@Test
	void settingsAreReadInTheRoomOfTemplates() {
		only("template").mayUse("org.yaml..");
	}

	@Test
	void sqlIsSpokenWhereTablesAreKept() {
		only("authority", "plan", "kpi", "tracker", "pack", "delivery", "run", "access").mayUse("java.sql..", "javax.sql..", "org.springframework.jdbc..",
				"org.springframework.data..");
	}

	@Test
	void commandsAreReadInTheirRoom() {
		only("cli").mayUse("picocli..");
	}

	@Test
	void mailLeavesFromDelivery() {
		only("delivery").mayUse("jakarta.mail..", "jakarta.activation..", "org.eclipse.angus..", "org.springframework.mail..", "org.springframework.boot.mail..");
	}

	@Test
	void webPagesAreInTheConsole() {
		only("console", "watch").mayUse("org.springframework.security..", "org.springframework.boot.security..");
		only("console").mayUse("org.springframework.web..", "jakarta.servlet..", "org.springframework.boot.webmvc..", "org.springframework.ui",
				"org.apache.catalina..", "org.springframework.boot.tomcat..");
	}

	@Test
	void monitoringIsInItsRoom() {
		only("watch").mayUse("io.micrometer..", "org.springframework.boot.actuate..", "org.springframework.boot.health..", "org.springframework.boot.micrometer..");
	}

	@Test
	void filesAreLockedInDelivery() {
		only("delivery").mayUse("net.lingala.zip4j..");
	}

	@Test
	void plainRoomsKnowNothingOfSpringButTheirDoor() {
		var spring = resideInAPackage("org.springframework..").and(DescribedPredicate.not(JavaClass.Predicates.belongTo(JavaClass.Predicates.equivalentTo(ApplicationModule.class))))
			.as("Spring, but for @ApplicationModule");
		holds(noClasses().that().resideInAnyPackage(packages("document", "markup", "rag", "calendar", "disclosure")).should().dependOnClassesThat(spring));
	}

	@Test
	void onlyCommandsSpeakToTheTerminal() {
		holds(noClasses().that().resideOutsideOfPackage(ROOT + "cli..").should(ACCESS_STANDARD_STREAMS));
	}

	@Test
	void timeComesFromAClock() {
		holds(noClasses().should().accessTargetWhere(tellsTheTimeWithoutAClock()));
	}

	@Test
	void ruleOfTheClockCatchesWhatItIsFor() {
		var caught = new ClassFileImporter().importClasses(Clockless.class, Clocked.class);
		var report = noClasses().should().accessTargetWhere(tellsTheTimeWithoutAClock()).evaluate(caught).getFailureReport().getDetails();
		assertThat(report).hasSize(4).allMatch(line -> line.contains("Clockless"));
	}

	@Test
	void oneConfigurationStartsTheClock() {
		var starting = PROGRAM.stream()
			.filter(type -> type.getMethodCallsFromSelf().stream().anyMatch(call -> call.getTargetOwner().isEquivalentTo(Clock.class)
					&& (call.getName().startsWith("system") || call.getName().startsWith("tick"))))
			.toList();
		assertThat(starting).hasSizeLessThanOrEqualTo(1)
			.allMatch(type -> type.isMetaAnnotatedWith(Configuration.class), "a @Configuration gives the clock to the program");
	}

	@Test
	void concreteWritersAreTheirRoomsOwn() {
		var writers = PROGRAM.stream().filter(type -> type.isAssignableTo(PackWriter.class) && !type.isInterface()).toList();
		assertThat(writers).isNotEmpty().allSatisfy(writer -> {
			assertThat(writer.getModifiers()).doesNotContain(JavaModifier.PUBLIC, JavaModifier.PROTECTED);
			assertThat(writer.getPackageName()).startsWith(ROOT + "writer.");
		});
	}

	@Test
	void noClassIsNamedForNothingInParticular() {
		holds(noClasses().should().haveSimpleNameEndingWith("Helper").orShould().haveSimpleNameEndingWith("Util").orShould()
			.haveSimpleNameEndingWith("Utils").orShould().haveSimpleNameEndingWith("Impl"));
		holds(classes().should().resideOutsideOfPackages("..common..", "..util.."));
	}

	/// `now()` and `now(ZoneId)` of any kind of time, the machine's milliseconds, and a `Date` of no given time.
	private static DescribedPredicate<JavaAccess<?>> tellsTheTimeWithoutAClock() {
		return DescribedPredicate.describe("tells the time without a Clock", access -> {
			var owner = access.getTargetOwner();
			boolean ofTime = owner.isAssignableTo(Temporal.class) || owner.isAssignableTo(ChronoLocalDate.class)
					|| owner.getPackageName().startsWith("java.time");
			boolean withClock = access.getTarget() instanceof CodeUnitCallTarget call
					&& call.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
			return ofTime && access.getName().equals("now") && !withClock
					|| owner.isEquivalentTo(System.class) && access.getName().equals("currentTimeMillis")
					|| owner.isEquivalentTo(Date.class) && access.getTarget().getFullName().endsWith("<init>()");
		});
	}

	private static final class Clockless {

		List<Object> times() {
			return List.of(LocalDate.now(), Instant.now(), ZonedDateTime.now(ZoneId.of("Europe/London")), System.currentTimeMillis());
		}

	}

	private static final class Clocked {

		List<Object> times(Clock clock) {
			return List.of(LocalDate.now(clock), Instant.now(clock), clock.instant(), System.nanoTime());
		}

	}

	private static Only only(String... rooms) {
		return libraries -> holds(noClasses().that().resideOutsideOfPackages(packages(rooms))
			.should()
			.dependOnClassesThat(resideInAnyPackage(libraries)));
	}

	/// Reads as `only("writer.pdf").mayUse("org.openpdf..")`.
	@FunctionalInterface
	private interface Only {

		void mayUse(String... libraries);

	}

	private static String[] packages(String... rooms) {
		return Arrays.stream(rooms).map(room -> ROOT + room + "..").toArray(String[]::new);
	}

	private static void holds(ArchRule rule) {
		rule.allowEmptyShould(true).check(PROGRAM);
	}

}
