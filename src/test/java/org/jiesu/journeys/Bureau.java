package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jiesu.workflow.rehearsal.Rehearsal;

/** The bureau as its staff meet it: over HTTP, each under their own name, at a time that the test sets. */
final class Bureau {

    static final ObjectMapper JSON = new ObjectMapper();
    static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private static final String PASSWORD = "Jiesu@2026";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;
    private final Rehearsal rehearsal;
    private final boolean searched;

    /** Without a rehearsal the application is another process, which keeps its own time; what it says is not searched. */
    Bureau(int port, Rehearsal rehearsal) {
        this.root = "http://localhost:" + port;
        this.rehearsal = rehearsal;
        searched = rehearsal != null;
        if (searched) {
            Confidences.listen();
        }
    }

    /** What came back. */
    record Answer(int status, byte[] body, HttpHeaders headers) {

        List<String> header(String name) {
            return headers.allValues(name);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The sentence that a person reads: of our problem+json, or of the engine's own error. */
        String sentence() {
            return json().path("detail").asText(json().path("message").asText());
        }

        List<String> wrongFields() {
            return StreamSupport.stream(json().path("errors").spliterator(), false)
                    .map(error -> error.path("field").asText())
                    .toList();
        }

        Answer expect(int status) {
            assertThat(this.status).as("answer %s", text()).isEqualTo(status);
            return this;
        }
    }

    /** Each test begins at its own moment, also before that of another test. */
    void itIs(LocalDateTime moment) {
        rehearsal.startFrom(moment.toInstant(CHINA));
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(rehearsal.now(), ZoneId.of("Asia/Shanghai"));
    }

    /** Lets time pass; what falls due on the way happens at its own moment. */
    void moveTo(LocalDateTime moment) {
        post(
                        "admin",
                        "/api/rehearsal/clock",
                        Map.of("now", OffsetDateTime.of(moment, CHINA).toString()))
                .expect(200);
    }

    /** Hands in a letter that makes one case. */
    CaseFile receive(Letter letter) {
        List<CaseFile> made = receiveAll(letter);
        assertThat(made).hasSize(1);
        return made.get(0);
    }

    List<CaseFile> receiveAll(Letter letter) {
        JsonNode answer = register(letter).expect(201).json();
        return StreamSupport.stream(answer.path("cases").spliterator(), false)
                .map(one -> new CaseFile(this, one.path("caseNumber").asText()))
                .toList();
    }

    Answer register(Letter letter) {
        if (searched) {
            Confidences.heard(letter.body());
        }
        return post(letter.sender(), "/api/submissions", letter.body());
    }

    /** What somebody entered in a form. */
    void heard(Object entry) {
        if (searched) {
            Confidences.heard(entry);
        }
    }

    Answer get(String user, String path) {
        return send(user, "", request(user, path).GET().build());
    }

    Answer post(String user, String path, Object body) {
        try {
            return post(user, path, JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Answer post(String user, String path, String body) {
        return send(
                user,
                body,
                request(user, path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    Answer post(String user, String path, String contentType, byte[] body) {
        return send(
                user,
                "",
                request(user, path)
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build());
    }

    Answer upload(String user, String path, String fileName, byte[] content) {
        String head = "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        return send(
                user,
                fileName,
                request(user, path)
                        .header("Content-Type", "multipart/form-data; boundary=line")
                        .POST(BodyPublishers.concat(
                                BodyPublishers.ofString(head),
                                BodyPublishers.ofByteArray(content),
                                BodyPublishers.ofString("\r\n--line--\r\n")))
                        .build());
    }

    Answer put(String user, String path, String body) {
        return send(
                user,
                body,
                request(user, path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body))
                        .build());
    }

    Answer delete(String user, String path) {
        return send(user, "", request(user, path).DELETE().build());
    }

    Answer getPublic(String path, String receiptCode) {
        return send(
                "",
                "",
                HttpRequest.newBuilder(uri(path))
                        .header("X-Receipt-Code", receiptCode)
                        .GET()
                        .build());
    }

    Answer getWithPassword(String user, String password, String path) {
        return send(
                user,
                "",
                HttpRequest.newBuilder(uri(path))
                        .header("Authorization", basic(user, password))
                        .GET()
                        .build());
    }

    private HttpRequest.Builder request(String user, String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", basic(user, PASSWORD));
    }

    String address() {
        return root;
    }

    private URI uri(String path) {
        if (searched) {
            Confidences.visited(path);
        }
        return URI.create(root + path);
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** A request as somebody builds it who does not mean well: any verb, any address, any headers. */
    Answer ask(String verb, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).method(verb, BodyPublishers.ofString(body));
        return send(
                "",
                body,
                headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    static String basic(String user) {
        return basic(user, PASSWORD);
    }

    private Answer send(String user, String question, HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (searched) {
                Mentions.read(
                        user,
                        request.method(),
                        request.uri().getPath(),
                        question,
                        now(),
                        response.body(),
                        Mentions.fileName(response.headers().allValues("Content-Disposition")));
            }
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
