package org.jiesu.workflow.engine;

import static org.camunda.bpm.engine.impl.util.EncryptionUtil.saltPassword;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jiesu.login.PasswordHash;
import org.jiesu.login.PasswordLogin;
import org.jiesu.login.PasswordPolicy;
import org.jiesu.platform.SecurityEvent;
import org.jiesu.platform.TooManyRequests;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.context.ApplicationEventPublisher;

/**
 * The engine's users behind our login: every door, Java and REST, checks and sets passwords here. The engine's own lock,
 * with which anybody could lock out anybody, is passed by.
 */
class LoginIdentityService extends IdentityServiceImpl implements PasswordLogin.Accounts {

    private final ProcessEngineConfigurationImpl engine;
    private final PasswordLogin login;
    private final PasswordHash hashes;
    private final PasswordPolicy policy;
    private final ApplicationEventPublisher events;

    LoginIdentityService(
            ProcessEngineConfigurationImpl engine,
            PasswordLogin login,
            PasswordHash hashes,
            PasswordPolicy policy,
            ApplicationEventPublisher events) {
        this.engine = engine;
        this.login = login;
        this.hashes = hashes;
        this.policy = policy;
        this.events = events;
    }

    /** The engine's callers know right and wrong only. */
    @Override
    public boolean checkPassword(String userId, String password) {
        try {
            return isRight(userId, password);
        } catch (TooManyRequests e) {
            return false;
        }
    }

    /** Also says when it is too early to try again. */
    boolean isRight(String userId, String password) {
        return login.isRight(userId, password, this);
    }

    @Override
    public Optional<PasswordLogin.Account> find(String userId) {
        return Optional.ofNullable(stored(userId))
                .filter(user -> user.getPassword() != null)
                .map(this::account);
    }

    private PasswordLogin.Account account(UserEntity user) {
        String prefix = "{" + LoginPlugin.ALGORITHM + "}";
        String hash = user.getPassword();
        boolean outdated = !hash.startsWith(prefix) || hashes.isOutdated(hash.substring(prefix.length()));
        return new PasswordLogin.Account(hash, outdated, password -> engine.getPasswordManager()
                .check(saltPassword(password, user.getSalt()), hash));
    }

    /** The stored hash, by which a session sees that the password is another one; empty for nobody. */
    Optional<String> storedHash(String userId) {
        return Optional.ofNullable(stored(userId)).map(user -> String.valueOf(user.getPassword()));
    }

    private UserEntity stored(String userId) {
        return commandExecutor.execute(context -> context.runWithoutAuthorization(
                () -> (UserEntity) context.getReadOnlyIdentityProvider().findUserById(userId)));
    }

    @Override
    public void rehash(String userId, String password) {
        Authentication caller = getCurrentAuthentication();
        clearAuthentication();
        try {
            User user = stored(userId);
            user.setPassword(password);
            super.saveUser(user, true);
        } finally {
            setAuthentication(caller);
        }
    }

    @Override
    public void saveUser(User user) {
        saveUser(user, false);
    }

    @Override
    public void saveUser(User user, boolean skipPasswordPolicy) {
        boolean set = ((UserEntity) user).hasNewPassword();
        if (set && !skipPasswordPolicy) {
            // The engine has no getter for it.
            String password = (String) new DirectFieldAccessor(user).getPropertyValue("newPassword");
            List<String> faults = policy.faults(password, user.getId());
            if (!faults.isEmpty()) {
                throw new BadUserRequestException("密码不符合要求：" + String.join("；", faults));
            }
        }
        super.saveUser(user, true);
        if (set) {
            Authentication caller = getCurrentAuthentication();
            events.publishEvent(new SecurityEvent(
                    SecurityEvent.Kind.PASSWORD_CHANGED,
                    user.getId(),
                    caller == null || caller.getUserId() == null ? "系统设置" : "由 " + caller.getUserId() + " 设置"));
        }
    }
}
