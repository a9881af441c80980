package org.jiesu.workflow.demo;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.validation.annotation.Validated;

/**
 * @param password of every demo user
 * @param samples whether the sample cases are taken in at the first start
 */
@Validated
@Profile("demo")
@ConfigurationProperties("jiesu.demo")
record DemoSettings(@NotBlank String password, boolean samples) {}
