package org.jiesu.jurisdiction;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the names of the area from resources/places; another institution is another set of files. */
@Configuration
class PlacesConfiguration {

    @Bean
    Places places(ObjectMapper json) throws IOException {
        return read(json, "feicheng");
    }

    static Places read(ObjectMapper json, String institution) throws IOException {
        Gazetteer.Towns towns = read(json, institution + "-towns", Gazetteer.Towns.class);
        return new Places(new Gazetteer(
                towns.area(),
                towns.towns(),
                List.of(read(json, institution + "-villages", Gazetteer.Village[].class)),
                List.of(read(json, institution + "-neighbours", Gazetteer.Neighbour[].class))));
    }

    private static <T> T read(ObjectMapper json, String file, Class<T> type) throws IOException {
        try (InputStream in = PlacesConfiguration.class.getResourceAsStream("/places/" + file + ".json")) {
            return json.readValue(in, type);
        }
    }
}
