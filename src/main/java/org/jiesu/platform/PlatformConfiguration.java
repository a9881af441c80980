package org.jiesu.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class PlatformConfiguration {

    @Bean
    FilterRegistrationBean<AuthenticationFilter> authenticationFilter(StaffDirectory directory, ObjectMapper json) {
        var registration = new FilterRegistrationBean<>(new AuthenticationFilter(directory, json));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<HealthReaderFilter> healthReaderFilter(StaffDirectory directory) {
        var registration = new FilterRegistrationBean<>(new HealthReaderFilter(directory));
        registration.addUrlPatterns("/actuator/*");
        registration.setOrder(1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(ObjectMapper json) {
        var registration = new FilterRegistrationBean<>(new BodyLimitFilter(json));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(2);
        return registration;
    }
}
