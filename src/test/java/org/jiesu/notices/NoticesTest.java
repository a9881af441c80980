package org.jiesu.notices;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.LocalDate;
import org.jiesu.documents.Audience;
import org.jiesu.documents.IssuedPaper;
import org.jiesu.documents.PaperKind;
import org.jiesu.platform.CurrentStaff;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("送被投诉人的只有为其制作的文书")
class NoticesTest {

    private final NoticeRepository repository = mock();
    private final Papers papers = mock();
    private final Delivery delivery = mock();
    private final Notices notices =
            new Notices(repository, papers, delivery, new CurrentStaff(), Clock.systemDefaultZone());

    @ParameterizedTest
    @EnumSource(names = {"COMPLAINANT", "REPORTER", "AUTHORITY", "INTERNAL"})
    @DisplayName("投诉人、举报人、存档的文书送不出去（令121第三十七条）")
    void nothingMadeOutForSomebodyElseReachesTheRespondent(Audience audience) {
        when(repository.saveAndFlush(any())).thenReturn(mock(Notice.class));
        when(papers.mediationAgreement("FC-C-2026-000001"))
                .thenReturn(new IssuedPaper(
                        7,
                        PaperKind.MEDIATION_AGREEMENT,
                        "投诉调解书",
                        "肥市监投调〔2026〕第1号",
                        1,
                        LocalDate.of(2026, 11, 26),
                        audience,
                        true));

        assertThatThrownBy(() -> notices.agreementMade("FC-C-2026-000001")).isInstanceOf(IllegalStateException.class);
        verify(delivery, never()).deliver(anyLong(), eq(Recipient.RESPONDENT), any());
    }
}
