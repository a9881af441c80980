package org.jiesu.login;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The policy and the settings as they are where nobody changed them. */
public final class PasswordPolicies {

    private PasswordPolicies() {}

    public static PasswordPolicy ofProduction() {
        return new PasswordPolicy(settings());
    }

    static LoginSettings settings() {
        return settings(Map.of());
    }

    static LoginSettings settings(Map<String, Object> changed) {
        return new Binder(new MapConfigurationPropertySource(changed)).bindOrCreate("jiesu.login", LoginSettings.class);
    }
}
