package org.jiesu.documents;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.config.Configure.AbortHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Fills the template of a paper; a tag without a field is a mistake of ours and fails. */
@Component
class PaperRenderer {

    private final Configure configure = Configure.builder()
            .useDefaultEL(true)
            .setValidErrorHandler(new AbortHandler())
            .build();

    byte[] render(Paper paper, String caseNumber, String issuer, String number, LocalDate issuedOn) {
        var fields = PaperFields.of(paper);
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
}
