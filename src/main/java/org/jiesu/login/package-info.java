/**
 * How somebody proves who they are: passwords, their policy, their hashes, the throttle before them, and another system's
 * login by OIDC (ADR 0015). Knows no user's groups and no engine; touches {@code access} and {@code platform} only. Read
 * {@link org.jiesu.login.PasswordLogin} first.
 */
@ApplicationModule(
        displayName = "Login 登录",
        allowedDependencies = {"access", "platform"})
package org.jiesu.login;

import org.springframework.modulith.ApplicationModule;
