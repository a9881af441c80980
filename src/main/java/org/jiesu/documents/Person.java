package org.jiesu.documents;

/** A complainant or reporter with everything known; stands in internal papers only. */
public record Person(String name, String phone, String idType, String idNumber, String address) {}
