package org.jiesu.journeys;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Remembers what citizens and clerks wrote during the journeys, and where it must not turn up: the log and the URLs. */
final class Confidences {

    private static final Set<String> HEARD = ConcurrentHashMap.newKeySet();
    private static final Queue<String> LOGGED = new ConcurrentLinkedQueue<>();
    private static final Set<String> VISITED = ConcurrentHashMap.newKeySet();

    private Confidences() {}

    /** From now on the log is read along; asking again changes nothing. */
    static synchronized void listen() {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        if (root.getAppender("confidences") == null) {
            var appender = new AppenderBase<ILoggingEvent>() {
                @Override
                protected void append(ILoggingEvent event) {
                    LOGGED.add(event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()));
                }
            };
            appender.setName("confidences");
            appender.setContext(root.getLoggerContext());
            appender.start();
            root.addAppender(appender);
        }
    }

    /** Names, phones, addresses and texts of a letter: whatever is no code, no flag and no date. */
    static void heard(JsonNode letter) {
        Stream.of("subject", "content", "demand")
                .forEach(field -> heard(letter.path(field).asText()));
        Stream.of("complainant", "respondent").map(letter::path).forEach(Confidences::heardPerson);
        lookFor(letter.path("complainant"));
    }

    private static void lookFor(JsonNode person) {
        Mentions.lookFor(person);
        Mentions.lookFor(person.path("agent"));
        person.path("others").forEach(Mentions::lookFor);
    }

    private static void heardPerson(JsonNode person) {
        Stream.of("name", "phone", "address", "idNumber", "orderNumber")
                .forEach(field -> heard(person.path(field).asText("")));
        if (person.has("agent")) {
            heardPerson(person.path("agent"));
        }
        person.path("others").forEach(Confidences::heardPerson);
    }

    /** An entry of a form: free text is a sentence, a name or a number, never a code. */
    static void heard(Object entry) {
        if (entry instanceof String text && isFreeText(text)) {
            HEARD.add(text.strip());
        }
    }

    private static boolean isFreeText(String text) {
        return text.strip().length() > 2 && (text.codePoints().anyMatch(Character::isIdeographic) || isPhone(text));
    }

    private static boolean isPhone(String text) {
        return text.matches("\\d{11,18}X?");
    }

    static void visited(String path) {
        VISITED.add(URLDecoder.decode(path, StandardCharsets.UTF_8));
    }

    static Set<String> all() {
        return Set.copyOf(HEARD);
    }

    static String log() {
        return String.join("\n", LOGGED);
    }

    static String urls() {
        return String.join("\n", VISITED);
    }
}
