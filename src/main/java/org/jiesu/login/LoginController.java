package org.jiesu.login;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the login page has to know before anybody is signed in. */
@RestController
@RequestMapping("/api/public/login")
class LoginController {

    private final Ways ways;

    LoginController(LoginSettings settings) {
        LoginSettings.Oidc oidc = settings.oidc();
        ways = new Ways(oidc.issuer().isEmpty() || oidc.clientId().isEmpty() ? null : OidcLogin.ADDRESS);
    }

    /** @param elsewhere where the login at the other system begins; absent without one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ways(String elsewhere) {}

    @GetMapping
    @Needs(Action.PUBLIC)
    Ways ways() {
        return ways;
    }
}
