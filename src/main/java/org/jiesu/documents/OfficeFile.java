package org.jiesu.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jiesu.shared.BadInput;

/** Looks into an Office file before it is kept: it is a zip that a colleague will open. */
final class OfficeFile {

    private static final byte[] ZIP = {'P', 'K'};
    private static final int MOST_ENTRIES = 5_000;
    private static final long LARGEST_UNPACKED = 300L * 1024 * 1024;

    private OfficeFile() {}

    /** Refuses an archive bomb, and a document that carries macros. */
    static void check(byte[] content) {
        if (content.length < ZIP.length || content[0] != ZIP[0] || content[1] != ZIP[1]) {
            return;
        }
        byte[] buffer = new byte[64 * 1024];
        long unpacked = 0;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().toLowerCase().endsWith("vbaproject.bin")) {
                    throw new BadInput("file", "不接受含有宏的文件，请另存为不含宏的格式后上传");
                }
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > LARGEST_UNPACKED) {
                        throw tooMuch();
                    }
                }
                if (++entries > MOST_ENTRIES) {
                    throw tooMuch();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInput("file", "文件已损坏，无法打开，请重新上传");
        }
    }

    private static BadInput tooMuch() {
        return new BadInput("file", "文件解开后过大，请拆分后上传");
    }
}
