package org.jiesu.deadlines;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeadlinesConfiguration {

    @Bean
    WorkingCalendar workingCalendar() {
        return new WorkingCalendar(CalendarFiles.load());
    }

    @Bean
    DeadlineCalculator deadlineCalculator(WorkingCalendar calendar) {
        return new DeadlineCalculator(calendar);
    }
}
