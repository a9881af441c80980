package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jiesu.JiesuApplication;

/** The application in a process of its own, so that it can be killed like one: what it held in memory is gone. */
final class ApplicationProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final String database;
    private final Path log;

    /** The same after every start: a key in memory would die with the process. */
    private final String masterKey = Base64.getEncoder().encodeToString(SecureRandom.getSeed(32));

    /** Which of the JVM's compilers: the better one costs more than a short run is long. */
    private final String compiler;

    private Process process;
    private int port;

    ApplicationProcess(String database, Path log, boolean shortRun) {
        this.database = database;
        this.log = log;
        this.compiler = shortRun ? "-XX:TieredStopAtLevel=1" : "-XX:+TieredCompilation";
    }

    /** Here the other process begins: at a moment of rehearsal time. */
    public static void main(String[] args) {
        ClockUtil.offset(Duration.between(Instant.now(), Instant.parse(args[0])).toMillis());
        JiesuApplication.main(Arrays.copyOfRange(args, 1, args.length));
    }

    /** Starts the application at this moment, on what the database holds; answers when its port is open. */
    void start(LocalDateTime moment) throws IOException, InterruptedException {
        port = freePort();
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx700m",
                        "-XX:+UseSerialGC",
                        compiler,
                        "-Duser.timezone=Asia/Shanghai",
                        "-cp",
                        classPath(),
                        ApplicationProcess.class.getName(),
                        moment.toInstant(Bureau.CHINA).toString(),
                        "--spring.profiles.active=rehearsal",
                        "--server.port=" + port,
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=",
                        "--jiesu.vault.master-key=" + masterKey)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        // Whatever happens to the test, the application does not outlive it.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitPort();
    }

    /** Without the empty entry of Surefire, which would stand for the project's own folder. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isBlank())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void awaitPort() throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest question = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                .build();
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            assertThat(process.isAlive())
                    .as("the application runs, see %s", log)
                    .isTrue();
            try {
                if (http.send(question, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (ConnectException e) {
                // Not yet: another process gives no other sign.
            }
            process.waitFor(200, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("The application did not start, see " + log);
    }

    /** As when the power fails: nothing is finished, nothing is said. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int port() {
        return port;
    }

    File log() {
        return log.toFile();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
