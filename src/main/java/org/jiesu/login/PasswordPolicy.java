package org.jiesu.login;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a new password has to be; there is no rule about kinds of characters, which only makes people write 1 and !. */
@Component
public class PasswordPolicy {

    /** Enough for any phrase; estimating longer ones takes long. */
    static final int LONGEST = 128;
    /** Of the scale of zxcvbn from 0 to 4: more than a hundred million guesses by one who knows how people choose. */
    private static final int SAFE = 3;
    /** What people here choose, beside the lists of the estimator, which know English best. */
    private static final List<String> CHOSEN = List.of(
            "woaini",
            "woaini1314",
            "5201314",
            "1314520",
            "wodemima",
            "mima",
            "zhongguo",
            "beijing",
            "shichang",
            "jianguan",
            "tousu",
            "jubao",
            "12345",
            "12315");

    private final Zxcvbn estimator = new Zxcvbn();
    private final List<Rule> rules;

    PasswordPolicy(LoginSettings settings) {
        int shortest = settings.password().minLength();
        List<String> chosen = Stream.concat(CHOSEN.stream(), settings.password().local().stream())
                .toList();
        rules = List.of(
                new Rule(
                        "LENGTH",
                        "长度应为 " + shortest + " 至 " + LONGEST + " 个字符",
                        (password, userId) -> password.length() >= shortest && password.length() <= LONGEST),
                new Rule(
                        "USER_ID",
                        "不得包含用户名",
                        (password, userId) -> userId == null
                                || userId.isEmpty()
                                || !password.toLowerCase(Locale.ROOT).contains(userId.toLowerCase(Locale.ROOT))),
                new Rule(
                        "COMMON",
                        "不得是常见密码、键盘顺序、日期、重复字符等容易猜中的组合",
                        // What is too long is refused by its length.
                        (password, userId) -> password.length() > LONGEST
                                || estimator.measure(password, chosen).getScore() >= SAFE));
    }

    /** One demand, with its Chinese sentence. */
    public record Rule(String id, String sentence, Test test) {

        public boolean isMet(String password, String userId) {
            return test.isMet(password == null ? "" : password, userId);
        }
    }

    /** Whether a password is good enough for a user. */
    interface Test {

        boolean isMet(String password, String userId);
    }

    public List<Rule> rules() {
        return rules;
    }

    /** Every demand that a password does not meet. */
    public List<String> faults(String password, String userId) {
        return rules.stream()
                .filter(rule -> !rule.isMet(password, userId))
                .map(Rule::sentence)
                .toList();
    }
}
