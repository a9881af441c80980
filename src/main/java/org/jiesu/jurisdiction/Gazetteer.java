package org.jiesu.jurisdiction;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The names that {@link Places} knows: an area with its towns and villages, and the counties around it. */
record Gazetteer(Area area, List<Town> towns, List<Village> villages, List<Neighbour> neighbours) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Towns(Area area, List<Town> towns) {}

    /** {@code city} and {@code province} carry their code before the name, as in "3709 泰安市". */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Area(String name, String city, String province) {

        String cityName() {
            return withoutCode(city);
        }

        String provinceName() {
            return withoutCode(province);
        }

        private static String withoutCode(String codeAndName) {
            return codeAndName.substring(codeAndName.indexOf(' ') + 1);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Town(String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Village(String name, String town) {}

    record Neighbour(String name, String fullName) {}
}
