package org.jiesu.workflow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Nothing that is done while the samples happen may be dated weeks ago. */
class PastFilterTest {

    private final PastFilter filter = new PastFilter();

    @ParameterizedTest
    @CsvSource({
        "POST, /api/submissions",
        "POST, /api/tasks/batch",
        "POST, /engine-rest/task/4711/complete",
        "POST, /camunda/api/engine/engine/default/task/4711/submit-form"
    })
    void anActWaitsForThePresent(String method, String path) throws Exception {
        filter.past();
        MockFilterChain chain = new MockFilterChain();
        CompletableFuture<Void> act = CompletableFuture.runAsync(() -> send(method, path, chain));
        assertThat(act).isNotDone();
        assertThat(chain.getRequest()).isNull();
        filter.present();
        act.get(10, TimeUnit.SECONDS);
        assertThat(chain.getRequest()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/cases",
        "POST, /api/cases/search",
        "POST, /api/tasks/cards",
        "POST, /camunda/api/admin/auth/user/default/login/tasklist",
        "POST, /camunda/api/engine/engine/default/filter/4711/list"
    })
    void oneMayLookAround(String method, String path) {
        filter.past();
        MockFilterChain chain = new MockFilterChain();
        send(method, path, chain);
        assertThat(chain.getRequest()).isNotNull();
    }

    @Test
    void withoutSamplesNobodyWaits() {
        MockFilterChain chain = new MockFilterChain();
        send("POST", "/api/submissions", chain);
        assertThat(chain.getRequest()).isNotNull();
    }

    private void send(String method, String path, MockFilterChain chain) {
        try {
            filter.doFilter(new MockHttpServletRequest(method, path), new MockHttpServletResponse(), chain);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
