package org.jiesu.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.util.XMLHelper;
import org.jiesu.shared.BadInput;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Looks into an Office file before it is kept: it is a zip that a colleague will open. */
final class OfficeFile {

    private static final byte[] ZIP = {'P', 'K'};
    /** How an Office file of before 2007 begins, and what its table of contents says when it holds macros. */
    private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private static final String OLD_MACROS = "_VBA_PROJECT";
    private static final Set<String> MACROS = Set.of("vbaProject", "xlMacrosheet", "xlIntlMacrosheet");
    private static final String CONTENTS = "[Content_Types].xml";

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

    /** Whether a content is what its name promises: Office opens whatever is called .doc, and believes what it finds. */
    static boolean isOffice(byte[] content) {
        return begins(content, OLD) || begins(content, ZIP);
    }

    private static boolean begins(byte[] content, byte[] with) {
        return content.length >= with.length && Arrays.equals(content, 0, with.length, with, 0, with.length);
    }

    /** By the list at the end of the file, as Office reads it: what a second archive behind the first holds counts. */
    private static void unpack(byte[] content) {
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (zip.getEntry(CONTENTS) == null) {
                throw broken();
            }
            if (entries.size() > MOST_ENTRIES) {
                throw tooMuch();
            }
            long unpacked = 0;
            for (ZipArchiveEntry entry : entries) {
                try (InputStream part = zip.getInputStream(entry)) {
                    unpacked += check(entry.getName().toLowerCase(Locale.ROOT), part, LARGEST_UNPACKED - unpacked);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw broken();
        }
    }

    /** How large the part is, which may have {@code most} bytes. */
    private static long check(String name, InputStream part, long most) throws IOException {
        if (name.endsWith("vbaproject.bin")) {
            throw macros();
        }
        long read = 0;
        if (name.endsWith(".rels")) {
            byte[] relations = part.readNBytes(LARGEST_RELATIONS + 1);
            if (relations.length > LARGEST_RELATIONS) {
                throw tooMuch();
            }
            checkRelations(relations);
            read = relations.length;
        }
        byte[] buffer = new byte[64 * 1024];
        for (int length = part.read(buffer); length >= 0; length = part.read(buffer)) {
            read += length;
            if (read > most) {
                throw tooMuch();
            }
        }
        return read;
    }

    /** A part that lies elsewhere is fetched when the file is opened; a link that somebody would have to click is not. */
    private static void checkRelations(byte[] xml) throws IOException {
        NodeList relations = parse(xml).getElementsByTagNameNS("*", "Relationship");
        for (int i = 0; i < relations.getLength(); i++) {
            Element relation = (Element) relations.item(i);
            String mode = relation.getAttribute("TargetMode");
            String type = relation.getAttribute("Type").replaceAll("^.*/", "");
            if (MACROS.contains(type)) {
                throw macros();
            }
            if (!mode.isEmpty() && !mode.equals("Internal") && !type.equals("hyperlink")) {
                throw new BadInput("file", "不接受打开时会从别处取内容的文件，请去掉外部链接、远程模板后上传");
            }
        }
    }

    private static Document parse(byte[] xml) throws IOException {
        try {
            // POI's parser takes no DOCTYPE, so no entity hides a word; what is wrong with a file is not for the log.
            DocumentBuilder builder = XMLHelper.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (SAXException e) {
            throw broken();
        }
    }

    private static BadInput broken() {
        return new BadInput("file", "文件已损坏，无法打开，请重新上传");
    }

    private static BadInput macros() {
        return new BadInput("file", "不接受含有宏的文件，请另存为不含宏的格式后上传");
    }

    private static BadInput tooMuch() {
        return new BadInput("file", "文件解开后过大，请拆分后上传");
    }
}
