package org.jiesu.workflow.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterConfig;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.HeaderLogin;
import org.jiesu.platform.StaffDirectory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine's own REST API stands open by default; here it asks who calls and is open by role only. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    @Bean
    FilterRegistrationBean<SessionFilter> sessionFilter(Sessions sessions, ApplicationEventPublisher events) {
        var registration = new FilterRegistrationBean<>(new SessionFilter(sessions, events));
        registration.addUrlPatterns("/camunda/api/*");
        registration.setOrder(0);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> engineRestAuthentication(HeaderLogin headers) {
        var registration = new FilterRegistrationBean<ProcessEngineAuthenticationFilter>(new ByHeader(headers));
        registration.setName("engineRestAuthentication");
        registration.addUrlPatterns("/engine-rest/*");
        registration.setOrder(1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<EngineApiFilter> engineApiFilter(
            StaffDirectory directory,
            IdentityService identity,
            ObjectMapper json,
            CurrentStaff staff,
            ApplicationEventPublisher events) {
        var registration = new FilterRegistrationBean<>(new EngineApiFilter(directory, identity, json, staff, events));
        // The web apps' plugins ask the engine too: that of Admin counts who worked on tasks.
        registration.addUrlPatterns(
                "/engine-rest/*",
                "/camunda/api/engine/*",
                "/camunda/api/cockpit/*",
                "/camunda/api/admin/plugin/*",
                "/camunda/api/tasklist/plugin/*");
        registration.setOrder(2);
        return registration;
    }

    /** The filter makes its provider from the name of a class, which could know no bean. */
    private static final class ByHeader extends ProcessEngineAuthenticationFilter {

        private ByHeader(HeaderLogin headers) {
            authenticationProvider = new HeaderLoginProvider(headers);
            servletPathPrefix = "";
        }

        @Override
        public void init(FilterConfig config) {
            // Everything is there already.
        }
    }
}
