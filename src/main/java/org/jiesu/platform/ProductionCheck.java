package org.jiesu.platform;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses to start a production system that lacks a secret, that would believe an OIDC provider without TLS, or that is a demo or a rehearsal as well: users with a known
 * password, and time that can be moved. It runs before the first bean, so that no database is touched.
 */
@Component
class ProductionCheck implements BeanFactoryPostProcessor, EnvironmentAware {

    private static final List<String> FOR_TRYING_ONLY = List.of("demo", "rehearsal");

    private static final List<String> SECRETS =
            List.of("JIESU_DB_URL", "JIESU_DB_USER", "JIESU_DB_PASSWORD", "JIESU_RECEIPT_KEY");

    private static final List<String> VAULT_KEYS = List.of("JIESU_VAULT_MASTER_KEY", "JIESU_VAULT_MASTER_KEY_FILE");

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        List<String> active = List.of(environment.getActiveProfiles());
        if (!active.contains("production")) {
            return;
        }
        if (active.stream().anyMatch(FOR_TRYING_ONLY::contains)) {
            throw new IllegalStateException(
                    "Profile production must stand alone, without demo and rehearsal; active are " + active);
        }
        List<String> missing = Stream.concat(SECRETS.stream().filter(name -> !given(name)), masterKey())
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Profile production needs these environment variables: " + missing);
        }
        checkIssuer();
    }

    /** Whoever stands between us and the provider could sign in as anybody. */
    private void checkIssuer() {
        String issuer = environment.getProperty("jiesu.login.oidc.issuer", "");
        if (!issuer.isEmpty() && !issuer.startsWith("https://")) {
            throw new IllegalStateException("Profile production needs an OIDC issuer with https, not " + issuer);
        }
    }

    private Stream<String> masterKey() {
        return VAULT_KEYS.stream().anyMatch(this::given) ? Stream.empty() : Stream.of(String.join(" or ", VAULT_KEYS));
    }

    private boolean given(String name) {
        return !environment.getProperty(name, "").isBlank();
    }
}
