package org.jiesu.cases;

/** What a case is about; decides which process it runs through. */
public enum CaseKind {
    COMPLAINT("C"),
    REPORT("R"),
    CLUE("L"),
    CONSULTATION("Q"),
    GENERAL("G");

    private final String letter;

    CaseKind(String letter) {
        this.letter = letter;
    }

    public String label() {
        return Codes.label("kind", name());
    }

    String letter() {
        return letter;
    }
}
