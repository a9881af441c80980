package org.jiesu.supervision;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param phoneList by institution: who is called, and the number, in the order of the list */
@ConfigurationProperties("jiesu.supervision")
record SupervisionSettings(Map<String, List<String>> phoneList) {

    SupervisionSettings {
        phoneList = phoneList == null ? Map.of() : Map.copyOf(phoneList);
    }
}
