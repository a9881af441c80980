package org.jiesu.workflow.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiesu.workflow.tasks.FilledForms.CASE_NUMBER;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Handlers;
import org.jiesu.platform.Staff;
import org.jiesu.workflow.CaseViews;
import org.jiesu.workflow.dmn.SimpleHandlingRules;
import org.jiesu.workflow.tasks.FilledForms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("签收（FC 四.1）")
class SignInCompletionTest {

    private final Cases cases = mock();
    private final Handlers handlers = mock();
    private final SimpleHandlingRules simpleHandling = mock();
    private final SignInCompletion completion = new SignInCompletion(cases, handlers, simpleHandling);
    private final CaseView view = CaseViews.complaint();

    @BeforeEach
    void staffOfTheUnit() {
        when(cases.view(CASE_NUMBER)).thenReturn(view);
        when(handlers.candidates(view))
                .thenReturn(List.of(
                        member("liming", "李明"),
                        member("wangfang", "王芳"),
                        member("zhangwei", "张伟"),
                        member("zhangwei2", "张伟"),
                        member("sunqiang", "孙强")));
    }

    private static Staff member(String id, String name) {
        return new Staff(id, name, Set.of("xincheng"), "feicheng");
    }

    private Map<String, Object> signIn(Object... fields) {
        return completion.complete(FilledForms.of("sign-in", fields));
    }

    @Test
    void whoSignsHandlesUnlessSomebodyIsNamed() {
        assertThat(signIn("signedIn", "true"))
                .isEqualTo(Map.of("signedIn", true, "handler", "liming", "quick", false, "dispatchResult", "SIGNED"));
        verify(cases).signIn(CASE_NUMBER, "liming", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wangfang", "王芳"})
    void namesAHandlerByUserIdOrName(String named) {
        assertThat(signIn("signedIn", "true", "handler", named)).containsEntry("handler", "wangfang");
    }

    @ParameterizedTest
    @ValueSource(strings = {"张伟", "赵六"})
    void refusesANameThatMeansTwoOrNobody(String named) {
        assertThatThrownBy(() -> signIn("signedIn", "true", "handler", named)).hasMessageContaining("承办人");
    }

    @Test
    void theQuickWayIsTakenOnlyWhereItIsOffered() {
        assertThatThrownBy(() -> signIn("signedIn", "true", "quick", "true")).hasMessageContaining("不适用简易办理");
        when(simpleHandling.offered(view)).thenReturn(true);
        assertThat(signIn("signedIn", "true", "quick", "true")).containsEntry("quick", true);
    }

    @Test
    void aReturnNeedsItsReasonInCodeAndWords() {
        assertThatThrownBy(() -> signIn("signedIn", "false", "returnReason", "NOT_OUR_DUTY"))
                .hasMessageContaining("退单说明");
        assertThat(signIn("signedIn", "false", "returnReason", "NOT_OUR_DUTY", "returnText", "地址在老城"))
                .isEqualTo(Map.of("signedIn", false));
        verify(cases).returnOrder(CASE_NUMBER);
        verifyNoMoreInteractions(cases);
    }
}
