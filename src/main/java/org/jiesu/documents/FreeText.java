package org.jiesu.documents;

import java.util.regex.Pattern;

/** Text written by people, made fit for the eyes of the other side. */
final class FreeText {

    private static final Pattern IDENTITY_NUMBER =
            Pattern.compile("(?<!\\d)\\d{6}(19|20)\\d{2}(0[1-9]|1[0-2])\\d{5}[\\dXx](?!\\d)");
    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)");
    private static final Pattern LANDLINE = Pattern.compile("(?<!\\d)0\\d{2,3}-?[2-9]\\d{6,7}(?!\\d)");

    private FreeText() {}

    /** Covers the phone and identity numbers someone wrote into a description: they are told to nobody else. */
    static String withoutNumbers(String text) {
        if (text == null) {
            return null;
        }
        var covered = text;
        for (var number : new Pattern[] {IDENTITY_NUMBER, MOBILE, LANDLINE}) {
            covered = number.matcher(covered).replaceAll("***");
        }
        return covered;
    }
}
