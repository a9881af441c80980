package org.jiesu.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Makes a copy of a paper for those who may read the case but need not know the people. */
final class PaperMask {

    private PaperMask() {}

    static byte[] masked(byte[] docx, UnaryOperator<String> mask) {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx));
                var copy = new ByteArrayOutputStream()) {
            mask(document, mask);
            document.getHeaderList().forEach(header -> mask(header, mask));
            document.getFooterList().forEach(footer -> mask(footer, mask));
            document.write(copy);
            return copy.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot mask a paper", e);
        }
    }

    private static void mask(IBody body, UnaryOperator<String> mask) {
        body.getParagraphs().forEach(paragraph -> mask(paragraph, mask));
        body.getTables().forEach(table -> mask(table, mask));
    }

    private static void mask(XWPFTable table, UnaryOperator<String> mask) {
        table.getRows().forEach(row -> row.getTableCells().forEach(cell -> mask(cell, mask)));
    }

    private static void mask(XWPFParagraph paragraph, UnaryOperator<String> mask) {
        paragraph.getRuns().forEach(run -> write(run, run.text(), mask.apply(run.text())));
        String whole = text(paragraph);
        String masked = mask.apply(whole);
        if (!masked.equals(whole)) {
            // What identifies somebody is spread over several runs: the first takes the whole text.
            for (int i = 0; i < paragraph.getRuns().size(); i++) {
                write(paragraph.getRuns().get(i), null, i == 0 ? masked : "");
            }
        }
    }

    private static String text(XWPFParagraph paragraph) {
        return String.join("", paragraph.getRuns().stream().map(XWPFRun::text).toList());
    }

    private static void write(XWPFRun run, String before, String after) {
        if (after.equals(before)) {
            return;
        }
        for (int i = run.getCTR().sizeOfTArray() - 1; i > 0; i--) {
            run.getCTR().removeT(i);
        }
        run.setText(after, 0);
    }
}
