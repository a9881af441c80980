package org.jiesu.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key that wraps the data keys: given from outside, or a demo's own in a file beside its database. */
@Component
class MasterKey {

    private static final int LEAST_BYTES = 16;
    private static final String FILE_DATABASE = "jdbc:h2:file:";

    private final VaultSettings settings;
    private final Optional<Path> ownFile;

    MasterKey(VaultSettings settings, @Value("${spring.datasource.url:}") String database) {
        this.settings = settings;
        this.ownFile = settings.ownKey() && database.startsWith(FILE_DATABASE)
                ? Optional.of(Path.of(database.substring(FILE_DATABASE.length()).replaceFirst(";.*", "") + ".key"))
                : Optional.empty();
    }

    Optional<byte[]> find() {
        if (settings.masterKey() != null && !settings.masterKey().isBlank()) {
            return Optional.of(decode(settings.masterKey(), "jiesu.vault.master-key"));
        }
        if (isGiven(settings.masterKeyFile())) {
            return Optional.of(read(settings.masterKeyFile()));
        }
        return ownFile.filter(Files::exists).map(MasterKey::read);
    }

    /** The key before this one, while it is being replaced. */
    Optional<byte[]> previous() {
        return Optional.ofNullable(settings.previousMasterKeyFile())
                .filter(MasterKey::isGiven)
                .map(MasterKey::read);
    }

    /** Keeps a demo's new key; a database in memory needs no file. */
    byte[] keep(byte[] made) {
        if (!settings.ownKey()) {
            throw new VaultLocked("The vault has no master key.");
        }
        ownFile.ifPresent(file -> write(file, made));
        return made;
    }

    private static boolean isGiven(Path file) {
        return file != null && !file.toString().isBlank();
    }

    private static byte[] read(Path file) {
        try {
            return decode(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new VaultLocked("The vault's master key file " + file + " cannot be read.");
        }
    }

    private static byte[] decode(String text, String where) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length >= LEAST_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Said below, and never with what stands there.
        }
        throw new VaultLocked(
                "The vault's master key in " + where + " is not base64 of at least " + LEAST_BYTES + " bytes.");
    }

    private static void write(Path file, byte[] key) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, Base64.getEncoder().encodeToString(key));
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's master key cannot be kept beside its database", e);
        }
    }
}
