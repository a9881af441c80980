package org.jiesu;

import java.util.TimeZone;
import org.jiesu.shared.ChinaTime;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Complaint and report handling for a Market Supervision Bureau. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class JiesuApplication {

    public static void main(String[] args) {
        // The engine stores and reads timestamps without a zone; statutory days are days in China.
        TimeZone.setDefault(TimeZone.getTimeZone(ChinaTime.ZONE));
        SpringApplication.run(JiesuApplication.class, args);
    }
}
