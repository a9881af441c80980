package org.jiesu.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip that ends with the list of its files and their checksums, in the form that {@code sha256sum -c} reads. */
final class PackageWriter {

    static final String MANIFEST = "校验清单.txt";

    private final ZipOutputStream zip;
    private final LocalDateTime dated;
    private final StringBuilder manifest = new StringBuilder();

    /** @param dated the date of every file, so that the same content makes the same package */
    PackageWriter(OutputStream out, LocalDateTime dated) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.dated = dated;
    }

    void add(String name, byte[] content) throws IOException {
        write(name, content);
        manifest.append(Sha256.hex(content)).append("  ").append(name).append('\n');
    }

    /** Adds the manifest and answers its checksum, which stands for the whole content. */
    String finish() throws IOException {
        byte[] listed = manifest.toString().getBytes(StandardCharsets.UTF_8);
        write(MANIFEST, listed);
        zip.finish();
        return Sha256.hex(listed);
    }

    private void write(String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(dated);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
