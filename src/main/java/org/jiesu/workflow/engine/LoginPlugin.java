package org.jiesu.workflow.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.jiesu.login.PasswordHash;
import org.jiesu.login.PasswordLogin;
import org.jiesu.login.PasswordPolicy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gives the engine our login, our hashes and our policy, which Admin shows while a password is typed. */
@Component
class LoginPlugin extends AbstractProcessEnginePlugin {

    /** Stands before every hash, so that those of an older way are still known for what they are. */
    static final String ALGORITHM = "argon2id";

    private final PasswordLogin login;
    private final PasswordHash hashes;
    private final PasswordPolicy policy;
    private final ApplicationEventPublisher events;

    LoginPlugin(PasswordLogin login, PasswordHash hashes, PasswordPolicy policy, ApplicationEventPublisher events) {
        this.login = login;
        this.hashes = hashes;
        this.policy = policy;
        this.events = events;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdentityService(new LoginIdentityService(engine, login, hashes, policy, events));
        engine.setPasswordEncryptor(new Encryptor(hashes));
        List<PasswordPolicyRule> rules =
                policy.rules().stream().<PasswordPolicyRule>map(ShownRule::new).toList();
        engine.setPasswordPolicy(() -> rules);
        engine.setEnablePasswordPolicy(true);
    }

    private record Encryptor(PasswordHash hashes) implements PasswordEncryptor {

        @Override
        public String encrypt(String password) {
            return hashes.encode(password);
        }

        @Override
        public boolean check(String password, String hash) {
            return hashes.matches(password, hash);
        }

        @Override
        public String hashAlgorithmName() {
            return ALGORITHM;
        }
    }

    private record ShownRule(PasswordPolicy.Rule rule) implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return "PASSWORD_POLICY_" + rule.id();
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of("sentence", rule.sentence());
        }

        @Override
        public boolean execute(String password) {
            return rule.isMet(password, null);
        }

        @Override
        public boolean execute(String password, User user) {
            return rule.isMet(password, user == null ? null : user.getId());
        }
    }
}
