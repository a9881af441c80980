package org.jiesu.documents;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.config.Configure.AbortHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Fills the template of a paper; a tag without a field is a mistake of ours and fails. */
@Component
class PaperRenderer {

    private final Configure configure = Configure.builder()
            .useDefaultEL(true)
            .setValidErrorHandler(new AbortHandler())
            .build();

    byte[] render(
            Paper paper,
            String caseNumber,
            String issuer,
            String number,
            LocalDate issuedOn,
            UnaryOperator<String> cover) {
        var fields = covered(PaperFields.of(paper), cover);
        fields.put("caseNumber", caseNumber);
        fields.put("issuer", issuer);
        fields.put("number", number);
        fields.put("issuedOn", PaperFields.printed(issuedOn));
        try (var source = new ClassPathResource(paper.kind().template()).getInputStream();
                var template = XWPFTemplate.compile(source, configure).render(fields);
                var content = new ByteArrayOutputStream()) {
            template.write(content);
            return content.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make out " + paper.kind(), e);
        }
    }

    private static Map<String, Object> covered(Map<?, ?> fields, UnaryOperator<String> cover) {
        var covered = new HashMap<String, Object>();
        fields.forEach((name, said) -> covered.put((String) name, covered(said, cover)));
        return covered;
    }

    private static Object covered(Object said, UnaryOperator<String> cover) {
        return said instanceof Map<?, ?> nested
                ? covered(nested, cover)
                : said instanceof String text ? cover.apply(text) : said;
    }
}
