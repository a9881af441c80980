package org.jiesu.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("模型中不得有代码")
class ModelCheckTest {

    @ParameterizedTest
    @MethodSource("models")
    @DisplayName("本项目的模型、决策表和表单可以部署")
    void ourOwnModelsPass(Path model) throws IOException {
        assertThat(ModelCheck.faults(
                        model.getFileName().toString(), Files.readAllBytes(model), name -> name.endsWith("Delegate")))
                .isEmpty();
    }

    static List<Path> models() throws IOException {
        List<Path> models = new ArrayList<>();
        for (String folder : List.of("processes", "decisions", "forms")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form)"))
                        .forEach(models::add);
            }
        }
        return models;
    }

    @ParameterizedTest(name = "{1} → {2}: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "processes/termination.bpmn|${issueTerminationDelegate}|${dataSource}|Task_IssueTermination|不在允许之列",
                "processes/termination.bpmn|${issueTerminationDelegate}|${issueTerminationDelegate.execute(execution)}|Task_IssueTermination|不在允许之列",
                "processes/termination.bpmn|camunda:delegateExpression=|camunda:class=|Task_IssueTermination|camunda:class",
                "processes/termination.bpmn|camunda:delegateExpression=|camunda:expression=|Task_IssueTermination|camunda:expression",
                "processes/termination.bpmn|camunda:delegateExpression=|camunda:type=|Task_IssueTermination|camunda:type",
                "processes/termination.bpmn|camunda:formRef=|camunda:formKey=|Task_DecideTermination|camunda:formKey",
                "processes/termination.bpmn|name=\"决定终止调解\"|name=\"${execution.getProcessEngineServices()}\"|Task_DecideTermination|表达式只允许",
                "processes/termination.bpmn|name=\"决定终止调解\"|name=\"#{execution.variables}\"|Task_DecideTermination|表达式只允许",
                "processes/termination.bpmn|<camunda:properties>|<camunda:taskListener/><camunda:properties>|Task_DecideTermination|taskListener",
                "processes/termination.bpmn|<camunda:properties>|<camunda:executionListener/><camunda:properties>|Task_DecideTermination|executionListener",
                "processes/termination.bpmn|<camunda:properties>|<camunda:inputOutput/><camunda:properties>|Task_DecideTermination|inputOutput",
                "processes/termination.bpmn|<camunda:properties>|<camunda:connector/><camunda:properties>|Task_DecideTermination|connector",
                "processes/termination.bpmn|<camunda:properties>|<x:taskListener xmlns:x=\"http://activiti.org/bpmn\"/><camunda:properties>|Task_DecideTermination|命名空间",
                "processes/termination.bpmn|<bpmn:startEvent|<bpmn:scriptTask id=\"Task_X\"/><bpmn:startEvent|Task_X|scriptTask",
                "processes/complaint-handling.bpmn|${cutOffAt}|${bean.find(execution)}|BoundaryEvent_CutOff|表达式只允许",
                "processes/complaint-handling.bpmn|${cutOffAt}|${bean.find(execution)}<bpmn:documentation />|BoundaryEvent_CutOff|表达式只允许",
                "processes/complaint-handling.bpmn|${cutOffAt}|<![CDATA[${bean.find(execution)}]]>|BoundaryEvent_CutOff|表达式只允许",
                "processes/complaint-handling.bpmn|<bpmn:conditionExpression |<bpmn:conditionExpression language=\"groovy\" |Flow_|属性 language",
                "processes/complaint-handling.bpmn|<camunda:in source=|<camunda:in sourceExpression=|CallActivity|sourceExpression",
                "decisions/clocks.dmn|typeRef=\"string\">|typeRef=\"string\" expressionLanguage=\"groovy\">|InputExpression|groovy",
                "decisions/clocks.dmn|typeRef=\"string\">|typeRef=\"string\" expressionLanguage=\"juel\">|InputExpression|juel",
                "forms/decide-termination.form|\"type\": \"textarea\"|\"type\": \"html\"|字段|组件 html",
                "forms/decide-termination.form|\"type\": \"textarea\"|\"type\": \"iframe\"|字段|组件 iframe",
                "forms/decide-termination.form|\"label\": \"|\"label\": \"<img src=x onerror=alert(1)>|字段|HTML",
                "forms/decide-termination.form|\"label\": \"|\"label\": \"[x](java&#115;cript:alert(1))|字段|HTML",
                "forms/decide-termination.form|\"label\": \"|\"x\": {\"y\": [\"<b>\"]}, \"label\": \"|字段|HTML",
            })
    @DisplayName("可以运行代码的写法逐一拒绝，并指明元素")
    void codeIsRefused(String file, String good, String bad, String element, String complaint) throws IOException {
        String model = Files.readString(Path.of(file));
        assertThat(model).contains(good);

        assertThat(faults(file, model.replace(good, bad)))
                .anySatisfy(fault -> assertThat(fault).contains(element, complaint));
    }

    @Test
    @DisplayName("实体炸弹、外部实体、损坏的文件和其他种类的文件都不接受")
    void hostileFiles() throws IOException {
        String model = Files.readString(Path.of("processes/termination.bpmn"));
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        String bomb = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
        assertThat(faults("x.bpmn", model.replace("?>", "?>" + entity)))
                .singleElement()
                .asString()
                .contains("DOCTYPE");
        assertThat(faults("x.dmn", "<?xml version=\"1.0\"?>" + bomb + "<x>&b;</x>"))
                .singleElement()
                .asString()
                .contains("DOCTYPE");
        assertThat(faults("x.bpmn", "{}")).singleElement().asString().contains("格式不正确");
        assertThat(faults("x.form", "<x/>")).singleElement().asString().contains("格式不正确");
        assertThat(faults("x.js", "alert(1)")).singleElement().asString().contains("只能部署");
        assertThat(faults("x.cmmn", "<x/>")).singleElement().asString().contains("只能部署");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${java.lang.System.exit(1)}",
                "#{java.lang.System.exit(1)}",
                "(function(x) external { java: { class: \"java.lang.System\", method signature: \"exit(int)\" } })(1)"
            })
    @DisplayName("决策表的格子不写语言就是 FEEL：调用不了 Java")
    void aCellCallsNoJava(String cell) {
        DmnEngine engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        String table =
                """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="d">
                  <decision id="hostile" name="hostile"><decisionTable id="t">
                    <output id="o" name="o" />
                    <rule id="r"><outputEntry id="e"><text><![CDATA[%s]]></text></outputEntry></rule>
                  </decisionTable></decision>
                </definitions>"""
                        .formatted(cell);
        var decision =
                engine.parseDecision("hostile", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
        try {
            Object answer = engine.evaluateDecisionTable(decision, Map.of())
                    .getSingleResult()
                    .getSingleEntry();
            assertThat(answer).isNull();
        } catch (FeelException refused) {
            assertThat(refused).hasMessageContaining("failed to parse");
        }
    }

    private static List<String> faults(String file, String content) {
        return ModelCheck.faults(
                file, content.getBytes(StandardCharsets.UTF_8), name -> name.equals("issueTerminationDelegate"));
    }
}
