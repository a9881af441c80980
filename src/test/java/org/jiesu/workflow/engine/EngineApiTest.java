package org.jiesu.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jiesu.platform.Staff;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("流程引擎接口：按角色开放的地址")
class EngineApiTest {

    @ParameterizedTest(name = "{1} {2}: {3}")
    @CsvSource({
        // what clerks need
        "GET, task, xincheng centre leader supervisor modeler",
        "POST, task, xincheng centre leader supervisor modeler",
        "GET, task/1/deployed-form, xincheng centre leader supervisor modeler",
        "POST, task/1/complete, xincheng centre leader supervisor modeler",
        "POST, task/1/claim, xincheng centre leader supervisor modeler",
        "POST, filter/1/list, xincheng centre leader supervisor modeler",
        "PUT, user/me/credentials, xincheng centre leader supervisor modeler admin",
        // what the system administrator needs
        "POST, user/create, admin",
        "PUT, user/other/credentials, admin",
        "PUT, group/centre/members/me, admin",
        "GET, tenant, supervisor modeler admin",
        "POST, authorization/create, admin",
        "GET, user, xincheng centre leader supervisor modeler admin",
        // what a page needs before anybody has logged in
        "GET, engine, xincheng centre leader supervisor modeler admin channel nobody",
        "GET, cockpit/plugin/base/static/app/plugin.js, xincheng centre leader supervisor modeler admin channel nobody",
        "GET, admin/plugin/base/static/app/plugin.js, xincheng centre leader supervisor modeler admin channel nobody",
        "GET, admin/plugin/adminPlugins/default/metrics/aggregated, supervisor modeler admin",
        // what those need who watch
        "GET, process-instance, supervisor modeler",
        "GET, history/process-instance, supervisor modeler",
        "POST, history/process-instance/count, supervisor modeler",
        "POST, cockpit/plugin/base/default/incident, supervisor modeler",
        "GET, job, supervisor modeler",
        // what process administrators need
        "POST, deployment/create, modeler",
        "PUT, job/1/retries, modeler",
        // what nobody needs
        // whether a password is right: a guess under somebody else's name
        "POST, identity/verify, ''",
        "POST, task/1/delegate, ''",
        "POST, task/1/resolve, ''",
        "POST, task/1/assignee, ''",
        "POST, task/1/bpmnError, ''",
        "POST, task/create, ''",
        "PUT, task/1/variables/x, ''",
        "POST, task/1/comment/create, ''",
        "POST, task/1/attachment/create, ''",
        "POST, filter/create, ''",
        "PUT, filter/1, ''",
        "POST, job/1/execute, ''",
        "PUT, job/1/duedate, ''",
        "POST, job/retries, ''",
        "POST, process-definition/key/complaint-handling/start, ''",
        "POST, process-definition/1/submit-form, ''",
        "PUT, process-definition/1/suspended, ''",
        "DELETE, process-instance/1, ''",
        "POST, process-instance/1/modification, ''",
        "POST, process-instance/1/variables, ''",
        "PUT, process-instance/1/variables/x, ''",
        "POST, execution/1/signal, ''",
        "POST, message, ''",
        "POST, signal, ''",
        "POST, condition, ''",
        "POST, migration/execute, ''",
        "POST, decision-definition/key/clocks/evaluate, ''",
        "DELETE, deployment/1, ''",
        "POST, deployment/1/redeploy, ''",
        "POST, history/cleanup, ''",
        "POST, history/process-instance/delete, ''",
        "POST, external-task/fetchAndLock, ''",
        "POST, batch, ''",
        "'', '', ''",
    })
    @DisplayName("没有列出的一律不开放")
    void onlyWhatIsListed(String verb, String path, String roles) {
        for (String role :
                Set.of("xincheng", "centre", "leader", "supervisor", "modeler", "admin", "channel", "nobody")) {
            Staff staff = role.equals("nobody") ? inGroups() : inGroups(role);
            assertThat(EngineApi.allows(staff, verb, path))
                    .as("%s may %s %s", role, verb, path)
                    .isEqualTo(Set.of(roles.split(" ")).contains(role));
        }
    }

    @Test
    @DisplayName("三员和渠道账号另加别的组也不多开放（三员分立）")
    void whoeverIsAloneStaysAlone() {
        assertThat(EngineApi.allows(inGroups("channel", "centre"), "GET", "task"))
                .isFalse();
        assertThat(EngineApi.allows(inGroups("auditor", "modeler"), "POST", "deployment/create"))
                .isFalse();
    }

    private static Staff inGroups(String... groups) {
        return new Staff("me", "某人", Set.of(groups), "feicheng");
    }
}
