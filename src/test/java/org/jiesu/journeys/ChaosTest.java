package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * 100 cases with a fixed seed, beside all other tests: it has an application of its own. More of them, and at random, as
 * docs/testing.md says.
 */
@Execution(ExecutionMode.CONCURRENT)
@DisplayName("随机办件：不丢、不重、不早，台账与引擎一致")
class ChaosTest {

    private static final int CASES = Integer.getInteger("chaos.cases", 100);
    private static final String SEED = System.getProperty("chaos.seed", "20261125");

    @Test
    @DisplayName("随机来件、随机办理、随机停放、时间跳跃、中途断电")
    void nothingLostNothingTwiceNothingEarly() throws Exception {
        long seed = SEED.equals("random") ? new Random().nextInt(Integer.MAX_VALUE) : Long.parseLong(SEED);
        Path log = Path.of("target", "chaos-" + seed + ".log").toAbsolutePath();
        try (EmbeddedPostgres database = EmbeddedPostgres.start();
                Chaos chaos = new Chaos(seed, CASES, database.getJdbcUrl("postgres", "postgres"), log)) {
            chaos.run();
            System.out.println(chaos.summary());
            // Fewer cases are for looking closer, and do not get everywhere.
            if (CASES >= 100) {
                assertThat(chaos.timersFired())
                        .as("what this run was to try")
                        .containsKeys("cutOffAt", "secondLimitAt", "interimReplyDueAt");
                assertThat(chaos.outcomes()).as("ways to the end").hasSizeGreaterThanOrEqualTo(8);
            }
            if (CASES >= Chaos.MANY) {
                assertThat(chaos.timersFired()).containsKeys("supplementDueAt", "statementDueAt");
            }
        }
    }
}
