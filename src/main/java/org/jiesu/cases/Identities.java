package org.jiesu.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what identifies the people who brought a matter in texts that others read (令121第三十七条). */
@Service
public class Identities {

    /** What of a person a place in a text gives away. */
    public enum Part {
        NAME("姓名"),
        PHONE("电话"),
        ID_NUMBER("证件号码"),
        ADDRESS("地址");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** A place in a text; {@code from} counts from zero, {@code until} is the place after the last character. */
    public record Spot(Part part, int from, int until) {}

    private record Word(Part part, Pattern pattern, String masked) {}

    /** What identifies the people of one case: complainants and reporters, co-complainants, agents. */
    public static final class Words {

        private final List<Word> words;

        private Words(List<Word> words) {
            this.words = words;
        }

        /** Of these words, those that are no names: where the name itself may be told. */
        Words withoutNames() {
            return new Words(
                    words.stream().filter(word -> word.part() != Part.NAME).toList());
        }

        public List<Spot> spots(String text) {
            List<Spot> spots = new ArrayList<>();
            if (text != null) {
                words.forEach(word -> word.pattern()
                        .matcher(text)
                        .results()
                        .forEach(match -> spots.add(new Spot(word.part(), match.start(), match.end()))));
            }
            return spots.stream()
                    .sorted(Comparator.comparing(Spot::from).thenComparing(Spot::until))
                    .toList();
        }

        /** The text as those read it who need not know the people: 周**, 138****0001. */
        public String masked(String text) {
            return replaced(text, Word::masked);
        }

        /** The text with nothing left of the people. */
        public String covered(String text) {
            return replaced(text, word -> "***");
        }

        private String replaced(String text, Function<Word, String> by) {
            String done = text;
            for (Word word : text == null ? List.<Word>of() : words) {
                done = word.pattern().matcher(done).replaceAll(Matcher.quoteReplacement(by.apply(word)));
            }
            return done;
        }
    }

    private static final int SHORTEST_NAME = 2;
    private static final int SHORTEST_NUMBER = 7;
    private static final int SHORTEST_ADDRESS = 5;
    /** How far from a narrow character its wide form stands: 1 and １. */
    private static final int WIDE = 0xFEE0;

    private static final Pattern AREA = Pattern.compile("^.*?(?:省|市|区|县|街道|镇|乡)(?=.{4})");

    private final Parties parties;
    private final Cases cases;

    Identities(Parties parties, Cases cases) {
        this.parties = parties;
        this.cases = cases;
    }

    /** Of a case and of those that belong to it: a clue record has no complainant, but came from one. */
    @Transactional(readOnly = true)
    public Words of(String caseNumber) {
        return of(List.of(caseNumber)).get(caseNumber);
    }

    /** The same of many cases at once, by case number. */
    @Transactional(readOnly = true)
    public Map<String, Words> of(Collection<String> caseNumbers) {
        Map<String, Set<String>> together = cases.together(caseNumbers);
        Map<String, List<Party>> people =
                parties.of(together.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        return together.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> words(one.getValue().stream()
                                .flatMap(number -> people.getOrDefault(number, List.of()).stream())
                                .toList())));
    }

    /** What the respondent must not learn: in a complaint the two sides know each other's names, and nothing more. */
    @Transactional(readOnly = true)
    public Words keptFromRespondent(String caseNumber) {
        boolean complaint = cases.find(caseNumber)
                .filter(view -> view.kind() == CaseKind.COMPLAINT)
                .isPresent();
        return complaint ? of(caseNumber).withoutNames() : of(caseNumber);
    }

    static Words words(List<Party> all) {
        Set<String> business = all.stream()
                .filter(party -> party.role() == PartyRole.RESPONDENT)
                .flatMap(party -> Stream.of(party.name(), party.phone(), party.address()))
                .filter(Identities::given)
                .collect(Collectors.toSet());
        List<Word> words = new ArrayList<>();
        all.stream().filter(party -> party.role() != PartyRole.RESPONDENT).forEach(party -> {
            // The longer first: an id number may contain what looks like a phone.
            number(words, Part.ID_NUMBER, party.idNumber(), business, Masking::idNumber);
            number(words, Part.PHONE, party.phone(), business, Masking::phone);
            address(words, party.address(), business);
            if (given(party.name())
                    && party.name().strip().length() >= SHORTEST_NAME
                    && business.stream()
                            .noneMatch(fact -> fact.contains(party.name().strip()))) {
                words.add(new Word(
                        Part.NAME,
                        spaced(party.name().strip(), "\\s*"),
                        Masking.name(party.name().strip())));
            }
        });
        return new Words(List.copyOf(words));
    }

    private static void number(
            List<Word> words, Part part, String number, Set<String> business, UnaryOperator<String> mask) {
        if (!given(number) || business.contains(number)) {
            return;
        }
        String plain = number.replaceAll("[\\s-]", "");
        if (plain.length() >= SHORTEST_NUMBER) {
            words.add(new Word(part, spaced(plain, "[\\s\\p{Pd}.·．]*"), mask.apply(number.strip())));
        }
    }

    /** The whole address, and what is left of it without province, city and town: that alone names the house. */
    private static void address(List<Word> words, String address, Set<String> business) {
        if (!given(address)) {
            return;
        }
        Set<String> forms = new LinkedHashSet<>();
        String rest = address.strip();
        String shorter = AREA.matcher(rest).replaceFirst("");
        forms.add(rest);
        while (!shorter.equals(rest)) {
            rest = shorter;
            forms.add(rest);
            shorter = AREA.matcher(rest).replaceFirst("");
        }
        forms.stream()
                .filter(form -> form.length() >= SHORTEST_ADDRESS)
                .filter(form -> business.stream().noneMatch(fact -> fact.contains(form)))
                .forEach(form -> words.add(new Word(Part.ADDRESS, spaced(form, "\\s*"), "****")));
    }

    private static Pattern spaced(String word, String between) {
        return Pattern.compile(
                word.codePoints()
                        .filter(point -> !Character.isWhitespace(point))
                        .mapToObj(Identities::inBothWidths)
                        .collect(Collectors.joining(between)),
                Pattern.CASE_INSENSITIVE);
    }

    /** A Chinese keyboard writes digits and letters narrow or wide. */
    private static String inBothWidths(int point) {
        String written = Pattern.quote(Character.toString(point));
        return point > ' ' && point <= '~' ? "(?:" + written + "|" + Character.toString(point + WIDE) + ")" : written;
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
