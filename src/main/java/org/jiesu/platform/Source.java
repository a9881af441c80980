package org.jiesu.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where a request comes from, as the web server says: it believes a proxy's headers only where
 * {@code server.forward-headers-strategy} tells it to.
 */
public final class Source {

    /** When the application itself acts. */
    static final String NOWHERE = "-";

    private static final Pattern IP_V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int NETWORK_BYTES = 8;

    private Source() {}

    /** An address; of IPv6 the network, for one household has more addresses than anybody could count. */
    public static String of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        if (address == null || !IP_V6.matcher(address).matches()) {
            return address == null ? NOWHERE : address;
        }
        try {
            InetAddress known = InetAddress.getByName(address);
            return known instanceof Inet6Address && !known.isLoopbackAddress()
                    ? network(known) + "/" + NETWORK_BYTES * Byte.SIZE
                    : known.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private static String network(InetAddress address) throws UnknownHostException {
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        return InetAddress.getByAddress(bytes).getHostAddress();
    }

    /** Of the request that this thread answers. */
    public static String current() {
        return currentRequest().map(Source::of).orElse(NOWHERE);
    }

    /** The request that this thread answers; none in a job. */
    public static Optional<HttpServletRequest> currentRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }
}
