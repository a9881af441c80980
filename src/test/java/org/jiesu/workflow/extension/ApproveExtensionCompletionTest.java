package org.jiesu.workflow.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jiesu.deadlines.ExtensionView;
import org.jiesu.deadlines.Extensions;
import org.jiesu.workflow.tasks.FilledForms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("审批延期")
class ApproveExtensionCompletionTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-05T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private final Extensions extensions = mock();
    private final ExtensionView requested = mock();
    private final ApproveExtensionCompletion completion = new ApproveExtensionCompletion(extensions, CLOCK);

    @BeforeEach
    void requested() {
        when(extensions.get(7)).thenReturn(requested);
    }

    private Map<String, Object> complete(Object... fields) {
        return completion.complete(FilledForms.about(Map.of("extension", 7L), "approve-extension", fields));
    }

    @Test
    void decidesOnTheRequestOfItsInstance() {
        assertThat(complete("approved", "true")).isEqualTo(Map.of("approved", true));
        verify(extensions).decide(7, true, null, null);
    }

    @Test
    @DisplayName("不同意须说明理由")
    void refusesOnlyWithAReason() {
        assertThatThrownBy(() -> complete("approved", "false")).hasMessageContaining("不同意延期的须填写“审批意见”");
        verify(extensions, never()).decide(anyLong(), anyBoolean(), any(), any());

        complete("approved", "false", "opinion", "应在原期限内办结");
        verify(extensions).decide(7, false, "应在原期限内办结", null);
    }

    @Test
    @DisplayName("再次延长须经集体讨论决定，写明日期和期限（程序规定第六十四条）")
    void extendsFurtherOnlyAfterADiscussion() {
        when(requested.collective()).thenReturn(true);
        assertThatThrownBy(() -> complete("approved", "true"))
                .hasMessageContaining("集体讨论日期")
                .hasMessageContaining("审批意见");
        assertThatThrownBy(() -> complete("approved", "true", "opinion", "同意", "collectiveOn", "2026-11-06"))
                .hasMessageContaining("不能晚于今天");

        complete("approved", "true", "opinion", "集体讨论决定延长三十日", "collectiveOn", "2026-11-04");
        verify(extensions).decide(7, true, "集体讨论决定延长三十日", LocalDate.of(2026, 11, 4));
    }
}
