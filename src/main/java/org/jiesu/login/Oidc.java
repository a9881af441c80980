package org.jiesu.login;

import java.util.Optional;
import java.util.function.Supplier;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.util.function.SingletonSupplier;

/** The other system: asked for its addresses and keys when first needed, so that it may be down when ours starts. */
class Oidc {

    /** The one name of our registration there; it stands in the addresses of the login. */
    static final String REGISTRATION = "sso";

    /** The engine's all-powerful group, whose only member nobody may become. */
    private static final String NOBODY = "camunda-admin";

    private final LoginSettings.Oidc settings;
    private final StaffDirectory directory;
    private final JwtDecoder accessTokens;
    private final Supplier<ClientRegistration> registration;

    Oidc(LoginSettings.Oidc settings, StaffDirectory directory) {
        this.settings = settings;
        this.directory = directory;
        accessTokens = new SupplierJwtDecoder(this::decoder);
        registration = SingletonSupplier.of(this::register);
    }

    private JwtDecoder decoder() {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withIssuerLocation(settings.issuer()).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(settings.issuer()),
                new JwtClaimValidator<Iterable<String>>(JwtClaimNames.AUD, this::isForUs)));
        return decoder;
    }

    private boolean isForUs(Iterable<String> audience) {
        if (audience != null) {
            for (String one : audience) {
                if (one.equals(settings.audience())) {
                    return true;
                }
            }
        }
        return false;
    }

    private ClientRegistration register() {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope("openid")
                .redirectUri("{baseUrl}" + OidcLogin.CALLBACK + "/{registrationId}")
                .build();
    }

    JwtDecoder accessTokens() {
        return accessTokens;
    }

    ClientRegistration registration() {
        return registration.get();
    }

    String userClaim() {
        return settings.userClaim();
    }

    /** The user whom a claim names; that one, with all groups, is made here and not there. */
    Optional<Staff> staff(String claim) {
        return Optional.ofNullable(claim).flatMap(directory::find).filter(staff -> !staff.in(NOBODY));
    }
}
