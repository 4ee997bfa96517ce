package org.packhorse.delivery;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.AesVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.pack.Home;
import org.packhorse.pack.PackProblem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// A locked file opens with its message's password and with no other.
class ProtectedFileTests {

	private static final String MESSAGE = "<MFRGGZDFMZTWQ2LK@packs.example.gov.uk>";

	private static final Map<String, byte[]> FILES = Map.of("exampleshire-improvement-board-2026-03-31.pdf", bytes("Part 1 of 73,913 ".repeat(500)),
			"exampleshire-improvement-board-2026-03-31.docx", bytes("Section 4: Front door"));

	@TempDir
	private Path folder;

	@Test
	void passwordGivesTheVeryBytes() {
		var locked = locks("7f".repeat(32));
		var file = locked.of(MESSAGE, FILES, LocalDate.of(2026, 3, 31));
		assertThat(locked.opened(file, locked.password(MESSAGE))).hasValueSatisfying(opened -> {
			assertThat(opened).containsOnlyKeys(FILES.keySet());
			FILES.forEach((name, bytes) -> assertThat(opened.get(name)).isEqualTo(bytes));
		});
	}

	@Test
	void otherPasswordsGiveNothing() {
		var locked = locks("7f".repeat(32));
		var file = locked.of(MESSAGE, FILES, LocalDate.of(2026, 3, 31));
		var password = locked.password(MESSAGE);
		for (String wrong : List.of("", password.toLowerCase(), password.replace("-", ""), locked.password("<other@packs.example.gov.uk>"), locks("7e".repeat(32)).password(MESSAGE))) {
			assertThat(locked.opened(file, wrong)).as(wrong).isEmpty();
		}
	}

	/// What 7-Zip and WinZip look at: AES with 256 bits, in the form that keeps no checksum of the contents beside them.
	@Test
	void fileIsLockedAsOtherProgramsExpect() throws Exception {
		var locked = locks("7f".repeat(32));
		var file = Files.write(this.folder.resolve("pack.zip"), locked.of(MESSAGE, FILES, LocalDate.of(2026, 3, 31)));
		try (var zip = new ZipFile(file.toFile(), locked.password(MESSAGE).toCharArray())) {
			assertThat(zip.getFileHeaders()).hasSize(2).allSatisfy(header -> {
				assertThat(header.isEncrypted()).isTrue();
				assertThat(header.getAesExtraDataRecord().getAesKeyStrength()).isEqualTo(AesKeyStrength.KEY_STRENGTH_256);
				assertThat(header.getAesExtraDataRecord().getAesVersion()).isEqualTo(AesVersion.TWO);
				assertThat(header.getCrc()).isZero();
				assertThat(zip.getInputStream(header).readAllBytes()).isEqualTo(FILES.get(header.getFileName()));
			});
		}
		assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain("Part 1", "73,913", "Front door");
	}

	@Test
	void passwordIsReadOverTheTelephoneAndIsTheSameEachTime() {
		var password = locks("7f".repeat(32)).password(MESSAGE);
		assertThat(password).matches("[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){4}").isEqualTo(locks("7f".repeat(32)).password(MESSAGE))
			.isNotEqualTo(locks("7f".repeat(32)).password("<other@packs.example.gov.uk>"));
	}

	@Test
	void keyIsMadeOnceAndReadByItsOwnerAlone() throws Exception {
		var file = this.folder.resolve("data/delivery.key");
		assertThat(file).doesNotExist();
		var password = locks("").password(MESSAGE);
		assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
		assertThat(Files.list(file.getParent())).containsExactly(file);
		assertThat(locks("").password(MESSAGE)).isEqualTo(password);
		Files.delete(file);
		assertThat(locks("").password(MESSAGE)).isNotEqualTo(password);
	}

	@Test
	void keyThatOthersCanReadIsRefused() throws Exception {
		locks("").password(MESSAGE);
		Files.setPosixFilePermissions(this.folder.resolve("data/delivery.key"), PosixFilePermissions.fromString("rw-r-----"));
		assertThatThrownBy(() -> locks("").password(MESSAGE)).isInstanceOf(PackProblem.class).hasMessageContaining("chmod 600");
	}

	@Test
	void keyThatIsTooShortIsRefusedAndNotRepeated() {
		assertThatThrownBy(() -> locks("c0ffee").password(MESSAGE)).isInstanceOf(PackProblem.class).hasMessageContaining("packhorse.delivery.key")
			.hasMessageNotContaining("c0ffee");
	}

	private ProtectedFile locks(String key) {
		return new ProtectedFile(new DeliveryKey(key, new Home(this.folder.toString())));
	}

	private static byte[] bytes(String words) {
		return words.getBytes(StandardCharsets.UTF_8);
	}

}
