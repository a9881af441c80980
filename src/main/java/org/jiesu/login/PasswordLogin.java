package org.jiesu.login;

import java.util.Optional;
import java.util.function.Predicate;
import org.jiesu.platform.HeaderLogin;
import org.jiesu.platform.SecurityEvent;
import org.jiesu.platform.Source;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Whether a password is right: remembered, or verified at full cost and counted by the throttle. */
@Component
public class PasswordLogin {

    private static final int LONGEST_ID = 64;
    /** What was typed into the field of the name may be a password: an unknown one is nobody's business. */
    private static final String UNKNOWN = "unknown";

    private final RememberedPasswords remembered;
    private final LoginThrottle throttle;
    private final PasswordHash hashes;
    private final ApplicationEventPublisher events;

    PasswordLogin(
            RememberedPasswords remembered,
            LoginThrottle throttle,
            PasswordHash hashes,
            ApplicationEventPublisher events) {
        this.remembered = remembered;
        this.throttle = throttle;
        this.hashes = hashes;
        this.events = events;
    }

    /**
     * What is stored of one user.
     *
     * @param outdated whether the hash was made in an older way, and is to be replaced when the password is next known
     */
    public record Account(String hash, boolean outdated, Predicate<String> matches) {}

    /** Whoever keeps the users. */
    public interface Accounts {

        Optional<Account> find(String userId);

        /** Stores the same password again, hashed as today. */
        void rehash(String userId, String password);
    }

    /** Says no to an unknown user exactly as slowly as to a wrong password. */
    public boolean isRight(String userId, String password, Accounts accounts) {
        if (userId == null
                || userId.length() > LONGEST_ID
                || password == null
                || password.length() > PasswordPolicy.LONGEST) {
            return false;
        }
        Optional<Account> account = accounts.find(userId);
        return remembered.isRight(
                userId,
                account.map(Account::hash).orElse(""),
                password,
                () -> verified(userId, password, account, accounts));
    }

    private boolean verified(String userId, String password, Optional<Account> account, Accounts accounts) {
        String source = Source.current();
        throttle.begin(source, userId);
        boolean right = account.filter(known -> known.matches().test(password)).isPresent();
        boolean cheap = account.map(Account::outdated).orElse(true);
        if (!right) {
            if (cheap) {
                hashes.pretend(password);
            }
            events.publishEvent(new SecurityEvent(
                    SecurityEvent.Kind.LOGIN_FAILED, account.isPresent() ? userId : UNKNOWN, "密码不正确，来自 " + source));
            return false;
        }
        throttle.succeeded(source, userId);
        if (cheap) {
            accounts.rehash(userId, password);
        }
        // A session of the web apps is told of when it is opened.
        if (Source.currentRequest().filter(HeaderLogin::isUsed).isPresent()) {
            events.publishEvent(new SecurityEvent(SecurityEvent.Kind.LOGIN, userId, "接口（密码），来自 " + source));
        }
        return true;
    }
}
