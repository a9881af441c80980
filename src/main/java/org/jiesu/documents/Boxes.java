package org.jiesu.documents;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tick boxes as they are printed on a form. */
final class Boxes {

    private Boxes() {}

    static String box(boolean ticked, String label) {
        return (ticked ? "☑" : "☐") + label;
    }

    /** Both boxes stay empty as long as nobody has answered. */
    static String yesOrNo(Boolean answer, String yes, String no) {
        return box(Boolean.TRUE.equals(answer), yes) + "　" + box(Boolean.FALSE.equals(answer), no);
    }

    static <E extends Enum<E>> String all(Class<E> choices, Collection<E> ticked, Function<E, String> label) {
        return Arrays.stream(choices.getEnumConstants())
                .map(choice -> box(ticked.contains(choice), label.apply(choice)))
                .collect(Collectors.joining("　"));
    }
}
