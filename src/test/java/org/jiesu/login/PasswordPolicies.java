package org.jiesu.login;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The policy and the settings as they are where nobody changed them. */
public final class PasswordPolicies {

    private PasswordPolicies() {}

    public static PasswordPolicy ofProduction() {
        return new PasswordPolicy(settings());
    }

    static LoginSettings settings() {
        return new Binder(new MapConfigurationPropertySource()).bindOrCreate("jiesu.login", LoginSettings.class);
    }
}
