package org.jiesu.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration
class PlatformConfiguration {

    @Bean
    FilterRegistrationBean<SecurityHeadersFilter> securityHeadersFilter(Environment environment) {
        var registration =
                new FilterRegistrationBean<>(new SecurityHeadersFilter(environment.matchesProfiles("production")));
        registration.addUrlPatterns("/*");
        registration.setOrder(-1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<LimitFilter> limitFilter(
            @Value("${jiesu.platform.public-calls-per-minute:60}") int calls, ObjectMapper json) {
        RateLimit limit = new RateLimit(calls, Duration.ofMinutes(1), "查询过于频繁", Ticker.systemTicker());
        var registration = new FilterRegistrationBean<>(new LimitFilter(limit, json));
        registration.addUrlPatterns("/api/*", "/engine-rest/*", "/actuator/*", "/oidc/*");
        registration.setOrder(0);
        return registration;
    }

    /** After the headers, which a refusal carries too, and before anything that looks at an address. */
    @Bean
    FilterRegistrationBean<PlainAddressFilter> plainAddressFilter(ObjectMapper json) {
        var registration = new FilterRegistrationBean<>(new PlainAddressFilter(json));
        registration.addUrlPatterns("/*");
        registration.setOrder(0);
        return registration;
    }

    @Bean
    FilterRegistrationBean<SameSiteFilter> sameSiteFilter(ObjectMapper json) {
        var registration = new FilterRegistrationBean<>(new SameSiteFilter(json));
        registration.addUrlPatterns("/api/*", "/engine-rest/*", "/camunda/api/*");
        registration.setOrder(0);
        return registration;
    }

    @Bean
    FilterRegistrationBean<AuthenticationFilter> authenticationFilter(
            HeaderLogin headers, StaffDirectory directory, ObjectMapper json) {
        var registration = new FilterRegistrationBean<>(new AuthenticationFilter(headers, directory, json));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<HealthReaderFilter> healthReaderFilter(HeaderLogin headers, StaffDirectory directory) {
        var registration = new FilterRegistrationBean<>(new HealthReaderFilter(headers, directory));
        registration.addUrlPatterns("/actuator/*");
        registration.setOrder(1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(ObjectMapper json) {
        var registration = new FilterRegistrationBean<>(new BodyLimitFilter(json));
        registration.addUrlPatterns("/api/*", "/engine-rest/*", "/camunda/api/*");
        registration.setOrder(2);
        return registration;
    }
}
