package org.jiesu.documents;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jiesu.cases.CaseAccess;
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
    private final CaseAccess access;

    PaperController(Documents documents, CaseAccess access) {
        this.documents = documents;
        this.access = access;
    }

    @GetMapping
    List<IssuedPaper> list(@PathVariable("caseNumber") String caseNumber) {
        access.requireRead(caseNumber);
        return documents.of(caseNumber);
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> open(@PathVariable("caseNumber") String caseNumber, @PathVariable("id") long id) {
        access.requireRead(caseNumber);
        var file = documents.open(caseNumber, id);
        if (file.paper().identifying()) {
            access.requireIdentity(caseNumber, "打开《" + file.paper().title() + "》");
        }
        return ResponseEntity.ok()
                .contentType(DOCX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        attachment(file.paper()).toString())
                .body(file.content());
    }

    private static ContentDisposition attachment(IssuedPaper paper) {
        var name = paper.title().replace("/", "或") + "（" + paper.number() + "）.docx";
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
    }
}
