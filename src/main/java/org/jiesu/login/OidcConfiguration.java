package org.jiesu.login;

import org.jiesu.platform.StaffDirectory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.FilterChainProxy;

/** Without an issuer there is no OIDC at all. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("jiesu.login.oidc.issuer")
class OidcConfiguration {

    @Bean
    Oidc oidc(LoginSettings settings, StaffDirectory directory) {
        return new Oidc(settings.oidc(), directory);
    }

    @Bean
    OidcTokens oidcTokens(Oidc oidc, ApplicationEventPublisher events) {
        return new OidcTokens(oidc, events);
    }

    @Bean
    @ConditionalOnProperty("jiesu.login.oidc.client-id")
    FilterRegistrationBean<FilterChainProxy> oidcLogin(
            Oidc oidc, StaffDirectory directory, ApplicationEventPublisher events) {
        var registration = new FilterRegistrationBean<>(new OidcLogin(oidc, directory, events).filter());
        registration.setName("oidcLogin");
        registration.addUrlPatterns("/oidc/*");
        registration.setOrder(1);
        return registration;
    }
}
