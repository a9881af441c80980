package org.jiesu.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("表达式只能取值，不能调用")
class PlainExpressionsTest {

    private final JavaDelegate delegate = execution -> {};
    private final PlainExpressions expressions = new PlainExpressions(Map.of("tellLeaderDelegate", delegate));
    private final ExecutionEntity execution = mock(ExecutionEntity.class);

    @BeforeEach
    void aCase() {
        when(execution.getProcessBusinessKey()).thenReturn("FC-C-2026-000001");
        given("accepted", true);
        given("words", List.of("一"));
    }

    private void given(String name, Object value) {
        when(execution.hasVariable(name)).thenReturn(true);
        when(execution.getVariable(name)).thenReturn(value);
        when(execution.getVariableTyped(name, false)).thenReturn(Variables.untypedValue(value));
    }

    @Test
    @DisplayName("变量、委托、编号照常可用")
    void whatModelsNeed() {
        assertThat(answer("${accepted}")).isEqualTo(true);
        assertThat(answer("${!accepted}")).isEqualTo(false);
        assertThat(answer("${tellLeaderDelegate}")).isSameAs(delegate);
        assertThat(answer("#{execution.processBusinessKey}")).isEqualTo("FC-C-2026-000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.class}",
                "${''.class.forName('java.lang.Runtime').getMethod('getRuntime').invoke(null)}",
                "${execution.processEngineServices}",
                "${execution.getProcessEngineServices()}",
                "${execution.setVariable('accepted', false)}",
                "${tellLeaderDelegate.execute(execution)}",
                "${tellLeaderDelegate.class}",
                "${words.get(0)}",
                "${words[0]}",
                "${dataSource}"
            })
    @DisplayName("不能取属性，不能调用方法，不能触到其他组件")
    void nothingElse(String expression) {
        assertThatThrownBy(() -> answer(expression)).isInstanceOf(ELException.class);
    }

    private Object answer(String expression) {
        return expressions.createValueExpression(expression).getValue(expressions.getElContext(execution));
    }
}
