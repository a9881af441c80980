package org.jiesu.documents;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.cases.Disclosures;
import org.jiesu.cases.Identities;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cases/{caseNumber}/papers")
class PaperController {

    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Documents documents;
    private final Disclosures disclosures;
    private final Identities identities;

    PaperController(Documents documents, Disclosures disclosures, Identities identities) {
        this.documents = documents;
        this.disclosures = disclosures;
        this.identities = identities;
    }

    @GetMapping
    @Needs(Action.READ_CASE)
    List<IssuedPaper> list(@PathVariable("caseNumber") String caseNumber) {
        return documents.of(caseNumber);
    }

    /**
     * Whoever may not look behind the mask gets a masked copy. A paper that identifies nobody by rule may still quote
     * somebody's words, and is masked for everybody.
     */
    @GetMapping("/{id}")
    @Needs(Action.READ_CASE)
    ResponseEntity<byte[]> open(@PathVariable("caseNumber") String caseNumber, @PathVariable("id") long id) {
        var file = documents.open(caseNumber, id);
        boolean behindTheMask = file.paper().identifying()
                && disclosures.opens(caseNumber, "打开《" + file.paper().title() + "》");
        return ResponseEntity.ok()
                .contentType(DOCX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        attachment(file.paper()).toString())
                .body(
                        behindTheMask
                                ? file.content()
                                : PaperMask.masked(file.content(), identities.of(caseNumber)::masked));
    }

    private static ContentDisposition attachment(IssuedPaper paper) {
        var name = paper.title().replace("/", "或") + "（" + paper.number() + "）.docx";
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
    }
}
