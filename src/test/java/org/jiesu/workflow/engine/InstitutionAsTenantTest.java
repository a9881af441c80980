package org.jiesu.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiesu.ApplicationTest;
import org.jiesu.intake.Intake;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
@DisplayName("流程实例属于办件的机构")
class InstitutionAsTenantTest {

    @Autowired
    private Intake intake;

    @Autowired
    private RuntimeService runtime;

    @Test
    @DisplayName("主流程和督办流程的实例都带机构")
    void everyInstanceBelongsToTheInstitutionOfItsCase() throws IOException {
        var submission = new ObjectMapper()
                .readTree(
                        """
                {"institution": "feicheng", "channel": "onsite", "kind": "COMPLAINT", "subject": "多收餐具费",
                 "content": "结账时多收餐具费", "complainant": {}, "respondent": {}}""");

        String caseNumber = intake.register(submission).cases().get(0).caseNumber();

        List<ProcessInstance> instances = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list();
        assertThat(instances)
                .hasSizeGreaterThan(1)
                .extracting(ProcessInstance::getTenantId)
                .containsOnly("feicheng");
    }
}
