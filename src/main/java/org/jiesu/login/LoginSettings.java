package org.jiesu.login;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strict the login is.
 *
 * @param remembered how long a verified password need not be hashed again
 * @param longestSession after which even a busy session of the web apps ends
 */
@ConfigurationProperties("jiesu.login")
public record LoginSettings(
        @DefaultValue("60s") Duration remembered,
        @DefaultValue("12h") Duration longestSession,
        @DefaultValue Hash hash,
        @DefaultValue Policy password,
        @DefaultValue Throttle throttle,
        @DefaultValue Oidc oidc) {

    /** The cost of Argon2id: memory in KiB and passes over it. */
    public record Hash(@DefaultValue("19456") int memory, @DefaultValue("2") int iterations) {}

    /**
     * What a new password has to be.
     *
     * @param minLength the fewest characters
     * @param local names of the place and the office, which people there choose first
     */
    public record Policy(@DefaultValue("12") int minLength, @DefaultValue List<String> local) {}

    /**
     * What wrong passwords cost.
     *
     * @param free how many for one user from one source cost nothing
     * @param first the wait after that, doubled by every further one
     * @param longest the longest wait
     * @param perSource how many one source may try in ten minutes, whoever they are for
     */
    public record Throttle(
            @DefaultValue("3") int free,
            @DefaultValue("2s") Duration first,
            @DefaultValue("5m") Duration longest,
            @DefaultValue("100") int perSource) {}

    /**
     * Another system that knows the users; off without an issuer.
     *
     * @param issuer its address, under which its discovery document stands
     * @param audience whom its access tokens have to be for
     * @param userClaim the claim that is our user id
     * @param clientId our name there, for the login of the web apps; without it bearer tokens alone are accepted
     * @param clientSecret our secret there
     */
    public record Oidc(
            @DefaultValue("") String issuer,
            @DefaultValue("jiesu") String audience,
            @DefaultValue("sub") String userClaim,
            @DefaultValue("") String clientId,
            @DefaultValue("") String clientSecret) {}
}
