package org.jiesu.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jiesu.shared.BadInput;

/** Looks into an Office file before it is kept: it is a zip that a colleague will open. */
final class OfficeFile {

    private static final byte[] ZIP = {'P', 'K'};
    /** How an Office file of before 2007 begins, and what its table of contents says when it holds macros. */
    private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private static final String OLD_MACROS = "_VBA_PROJECT";
    /**
     * A part that lies elsewhere: opening the file fetches it. A link that somebody would have to click is none. No
     * program writes character references or another encoding there.
     */
    private static final Pattern FETCHED = Pattern.compile(
            "<[^>]*Relationship\\s(?=[^>]*TargetMode\\s*=\\s*[\"']External)(?![^>]*/hyperlink[\"'])[^>]*>"
                    + "|&#|\\x00");

    private static final int LARGEST_RELATIONS = 1024 * 1024;
    private static final int MOST_ENTRIES = 5_000;
    private static final long LARGEST_UNPACKED = 300L * 1024 * 1024;

    private OfficeFile() {}

    /** Refuses an archive bomb, and a document that carries macros or fetches something when it is opened. */
    static void check(byte[] content) {
        if (begins(content, OLD)) {
            // Every second byte of a name is zero there.
            if (new String(content, StandardCharsets.ISO_8859_1).contains(String.join("\0", OLD_MACROS.split("")))) {
                throw macros();
            }
        } else if (begins(content, ZIP)) {
            unpack(content);
        }
    }

    private static boolean begins(byte[] content, byte[] with) {
        return content.length >= with.length && Arrays.equals(content, 0, with.length, with, 0, with.length);
    }

    private static void unpack(byte[] content) {
        byte[] buffer = new byte[64 * 1024];
        long unpacked = 0;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().toLowerCase().endsWith("vbaproject.bin")) {
                    throw macros();
                }
                if (entry.getName().endsWith(".rels")) {
                    byte[] relations = zip.readNBytes(LARGEST_RELATIONS);
                    unpacked += relations.length;
                    if (FETCHED.matcher(new String(relations, StandardCharsets.UTF_8))
                            .find()) {
                        throw new BadInput("file", "不接受打开时会从别处取内容的文件，请去掉外部链接、远程模板后上传");
                    }
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

    private static BadInput macros() {
        return new BadInput("file", "不接受含有宏的文件，请另存为不含宏的格式后上传");
    }

    private static BadInput tooMuch() {
        return new BadInput("file", "文件解开后过大，请拆分后上传");
    }
}
