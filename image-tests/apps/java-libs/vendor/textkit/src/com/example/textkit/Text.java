package com.example.textkit;

/** A library of one function. */
public final class Text {
    private Text() {}

    /** The text between two rules. */
    public static String framed(String text) {
        String rule = "-".repeat(text.length());
        return rule + System.lineSeparator() + text + System.lineSeparator() + rule;
    }
}
