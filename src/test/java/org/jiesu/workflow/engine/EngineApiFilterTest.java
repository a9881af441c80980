package org.jiesu.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@DisplayName("流程引擎接口的门口")
class EngineApiFilterTest {

    @Test
    @DisplayName("只说“系统出错”，不带出内部信息；长度与内容一致")
    void saysNothingOfTheCause() throws Exception {
        MockHttpServletResponse answer = answered(500, "could not insert ('周敏', '13800000001')");
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains("系统出错，未保存任何内容")
                .doesNotContain("周敏", "insert");
        assertThat(answer.getContentLength()).isEqualTo(answer.getContentAsByteArray().length);
    }

    @Test
    @DisplayName("拒绝的理由和正常的回答原样送出")
    void leavesOtherAnswersAlone() throws Exception {
        assertThat(answered(400, "“处理决定”必须填写").getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo("“处理决定”必须填写");
        assertThat(answered(200, "[]").getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo("[]");
    }

    /** In the order in which the engine's API writes: length, status, body. */
    private static MockHttpServletResponse answered(int status, String text) throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        StaffDirectory directory = mock(StaffDirectory.class);
        when(directory.ofSession(any()))
                .thenReturn(Optional.of(new Staff("centre", "登记员", Set.of("centre"), "feicheng")));
        filter(directory).doFilter(asked("task"), answer, (request, response) -> {
            response.setContentLength(body.length);
            ((HttpServletResponse) response).setStatus(status);
            response.getOutputStream().write(body);
        });
        return answer;
    }

    @Test
    @DisplayName("没有登录的只能取登录页要的东西，无论引擎自己的过滤器放过了什么")
    void strangersGetNothing() throws Exception {
        for (String path : List.of("engine/default/user", "engine/default/task/1/complete", "deployment/create", "")) {
            MockHttpServletResponse answer = new MockHttpServletResponse();
            filter(mock(StaffDirectory.class)).doFilter(asked(path), answer, (request, response) -> {
                throw new AssertionError("let in at " + path);
            });
            assertThat(answer.getStatus()).as(path).isEqualTo(401);
        }
        var scripts = asked("");
        scripts.setServletPath("/camunda/api/cockpit/plugin/base/static/app/plugin.js");
        for (var page : List.of(asked("engine/"), scripts)) {
            MockHttpServletResponse answer = new MockHttpServletResponse();
            filter(mock(StaffDirectory.class)).doFilter(page, answer, (request, response) -> {});
            assertThat(answer.getStatus()).isEqualTo(200);
        }
    }

    private static EngineApiFilter filter(StaffDirectory directory) {
        return new EngineApiFilter(
                directory, mock(IdentityService.class), new ObjectMapper(), new CurrentStaff(), event -> {});
    }

    private static MockHttpServletRequest asked(String path) {
        var request = new MockHttpServletRequest("GET", "/camunda/api/engine/" + path);
        request.setServletPath("/camunda/api/engine/" + path);
        return request;
    }
}
