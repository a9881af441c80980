package org.jiesu.organisation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The institutions this installation serves, one file each under {@code institutions/}. */
@Component
public class Institutions {

    private final Map<String, Institution> byCode;

    Institutions(ResourcePatternResolver resources, ObjectMapper json) throws IOException {
        List<Institution> read = new ArrayList<>();
        for (Resource file : resources.getResources("classpath*:institutions/*.json")) {
            try (var in = file.getInputStream()) {
                read.add(json.readValue(in, Institution.class));
            }
        }
        byCode = read.stream().collect(Collectors.toUnmodifiableMap(Institution::code, Function.identity()));
    }

    public Optional<Institution> find(String code) {
        return Optional.ofNullable(code).map(byCode::get);
    }

    /** The institution of a stored case; a missing file is an error of the installation. */
    public Institution get(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("No institutions/" + code + ".json"));
    }

    public Collection<Institution> all() {
        return byCode.values();
    }
}
