package com.example;

public final class Main {
    public static void main(String[] args) {
        System.out.println(java.nio.file.Path.of("templates", "mail.html"));
    }
}
