package org.jiesu.platform;

import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses to start a production system that is a demo or a rehearsal as well: users with a known password, and time that
 * anybody can move. It runs before the first bean, so that no database is touched.
 */
@Component
class ProductionCheck implements BeanFactoryPostProcessor, EnvironmentAware {

    private static final List<String> FOR_TRYING_ONLY = List.of("demo", "rehearsal");

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        List<String> active = List.of(environment.getActiveProfiles());
        if (active.contains("production") && active.stream().anyMatch(FOR_TRYING_ONLY::contains)) {
            throw new IllegalStateException(
                    "Profile production must stand alone, without demo and rehearsal; active are " + active);
        }
    }
}
