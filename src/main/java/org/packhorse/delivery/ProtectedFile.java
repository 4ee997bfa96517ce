package org.packhorse.delivery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.AesVersion;
import net.lingala.zip4j.model.enums.CompressionMethod;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.springframework.stereotype.Component;

/// Files that one recipient alone opens: a zip file with AES-256 (WinZip's AE-2), for mail that others may carry or keep.
///
/// The password is worked out from the message's name and is stored nowhere; each making has fresh salt, so that what was made is
/// kept and not made again.
@Component
public class ProtectedFile {

	/// Without I, O, 0 and 1, which are taken for each other; 32 signs, so that each is worth five bits.
	private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

	private static final int GROUPS = 5;

	private static final int GROUP = 4;

	private final DeliveryKey key;

	public ProtectedFile(DeliveryKey key) {
		this.key = key;
	}

	/// The password of the message with this name: twenty letters and digits in groups of four, 100 bits; the hyphens are part of it.
	public String password(String messageId) {
		var bytes = this.key.sign("password", messageId.getBytes(StandardCharsets.UTF_8));
		var password = new StringBuilder();
		for (int i = 0; i < GROUPS * GROUP; i++) {
			if (i > 0 && i % GROUP == 0) {
				password.append('-');
			}
			// A byte's lowest five bits are as even as the byte itself.
			password.append(SIGNS.charAt(bytes[i] & 31));
		}
		return password.toString();
	}

	/// The files in one that opens with the message's password; names stay readable, and every date inside is the pack's.
	public byte[] of(String messageId, Map<String, byte[]> files, LocalDate asAt) {
		var bytes = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(bytes, password(messageId).toCharArray(), StandardCharsets.UTF_8)) {
			for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
				zip.putNextEntry(entry(file.getKey(), asAt));
				zip.write(file.getValue());
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static ZipParameters entry(String name, LocalDate asAt) {
		var entry = new ZipParameters();
		entry.setFileNameInZip(name);
		entry.setCompressionMethod(CompressionMethod.DEFLATE);
		entry.setEncryptFiles(true);
		entry.setEncryptionMethod(EncryptionMethod.AES);
		entry.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
		entry.setAesVersion(AesVersion.TWO);
		entry.setLastModifiedFileTime(asAt.atTime(LocalTime.NOON).atZone(ZoneId.systemDefault()).toInstant().toEpochMilli());
		return entry;
	}

	/// What such a file holds by name, to prove it; empty with any other password.
	public Optional<SortedMap<String, byte[]>> opened(byte[] locked, String password) {
		var files = new TreeMap<String, byte[]>();
		try (var zip = new ZipInputStream(new ByteArrayInputStream(locked), password.toCharArray(), StandardCharsets.UTF_8)) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				files.put(entry.getFileName(), zip.readAllBytes());
			}
			return Optional.of(files);
		}
		catch (ZipException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
