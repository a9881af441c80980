package org.jiesu.intake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param receiptKey secret behind the receipt codes; without one the application does not start */
@Validated
@ConfigurationProperties("jiesu.intake")
record IntakeSettings(@NotBlank @Size(min = 32) String receiptKey) {}
