package org.jiesu.vault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text attribute whose column the vault fills so that an {@link Encrypted} text of the same row can be looked up. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BlindIndex {

    /** How the text can be found. */
    enum Kind {
        /** Whole, for {@link Vault#traces}. */
        EXACT,
        /** By any two characters or more in it, for {@link Vault#patterns}; a dump tells which texts share pairs. */
        PARTS
    }

    /** The encrypted attribute. */
    String of();

    Kind kind() default Kind.EXACT;
}
