package org.jiesu.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.mockito.Mockito.mock;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jiesu.ApplicationTest;
import org.jiesu.cases.Disclosures;
import org.jiesu.cases.Identities;
import org.jiesu.shared.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
@DisplayName("文书的编号、版本与下载")
class DocumentsTest {

    private static int cases;

    @Autowired
    Documents documents;

    @Autowired
    Identities identities;

    @Autowired
    PlatformTransactionManager transactions;

    private String caseNumber;
    private MockMvc http;

    @BeforeEach
    void openACase() {
        caseNumber = "TS2026" + ++cases;
        http = MockMvcBuilders.standaloneSetup(new PaperController(documents, mock(Disclosures.class), identities))
                .build();
    }

    @Test
    @DisplayName("同一机构同一文书按年连续编号")
    void numbersWithoutGaps() {
        var first = documents.issue(caseNumber, Fixtures.mediationRecord());
        new TransactionTemplate(transactions).executeWithoutResult(attempt -> {
            documents.issue(caseNumber + "-rolled-back", Fixtures.mediationRecord());
            attempt.setRollbackOnly();
        });
        var second = documents.issue(caseNumber + "-next", Fixtures.mediationRecord());

        assertThat(first.number()).matches("肥市监投调记〔\\d{4}〕第\\d+号");
        assertThat(serial(second)).isEqualTo(serial(first) + 1);
        assertThat(documents.of(caseNumber + "-rolled-back")).isEmpty();
    }

    @Test
    @DisplayName("同一办件重新制作：编号不变，版本加一，旧版保留")
    void keepsTheNumberAndEveryVersion() {
        var first = documents.issue(caseNumber, Fixtures.acceptanceDecision(LawVersion.ORDER_20));
        var second = documents.issue(caseNumber, Fixtures.acceptanceDecision(LawVersion.ORDER_121));

        assertThat(second.number()).isEqualTo(first.number());
        assertThat(second.version()).isEqualTo(2);
        assertThat(documents.of(caseNumber)).containsExactly(first, second);
        assertThat(documents.open(caseNumber, first.id()).content())
                .isNotEqualTo(documents.open(caseNumber, second.id()).content());
    }

    @Test
    @DisplayName("调解通知书：双方各一份，各有编号")
    void numbersEachSidesCopy() {
        var complainants = documents.issue(caseNumber, Fixtures.mediationNotice(Audience.COMPLAINANT));
        var respondents = documents.issue(caseNumber, Fixtures.mediationNotice(Audience.RESPONDENT));

        assertThat(respondents.number()).isNotEqualTo(complainants.number());
        assertThat(respondents.version()).isEqualTo(1);
        assertThat(respondents.audience()).isEqualTo(Audience.RESPONDENT);
    }

    @Test
    @DisplayName("别的办件打不开这份文书")
    void opensOnlyFromItsOwnCase() {
        var paper = documents.issue(caseNumber, Fixtures.filingApproval());

        assertThatThrownBy(() -> documents.open("TS0", paper.id())).isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("下载为带中文文件名的 Word 文件")
    void downloadsWithAChineseFileName() throws Exception {
        var paper = documents.issue(caseNumber, Fixtures.filingApproval());
        var name = URLEncoder.encode("立案或不予立案审批表（" + paper.number() + "）.docx", StandardCharsets.UTF_8);

        http.perform(get("/api/cases/{n}/papers", caseNumber))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].kind").value("FILING_APPROVAL"))
                .andExpect(jsonPath("$[0].title").value("立案/不予立案审批表"))
                .andExpect(jsonPath("$[0].audience").value("INTERNAL"));
        byte[] downloaded = http.perform(get("/api/cases/{n}/papers/{id}", caseNumber, paper.id()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .contentType("application/vnd.openxmlformats-officedocument.wordprocessingml.document"))
                .andExpect(header().string("Content-Disposition", endsWith("UTF-8''" + name)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(PaperRendererTest.text(downloaded))
                .isEqualTo(PaperRendererTest.text(
                        documents.open(caseNumber, paper.id()).content()));
    }

    private static int serial(IssuedPaper paper) {
        return Integer.parseInt(paper.number().replaceAll(".*第(\\d+)号", "$1"));
    }
}
