package org.jiesu.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.camunda.bpm.engine.IdentityService;
import org.jiesu.ApplicationTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
@DisplayName("任何人不得不经登录创建引擎超级用户")
class SetupPageTest {

    @Autowired
    private IdentityService identity;

    @LocalServerPort
    private int port;

    @Test
    void isNotOfferedByAdmin() throws IOException, InterruptedException {
        URI page = URI.create("http://localhost:" + port + "/camunda/app/admin/default/");
        var answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
        // The setup would be a redirect.
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void hasNobodyToMake() {
        assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").list())
                .singleElement()
                .satisfies(user -> assertThat(user.getId()).isEqualTo("nobody"));
    }
}
