package com.example.dice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Serves dice. */
public final class Main {
    public static void main(String[] args) throws IOException {
        Properties settings = new Properties();
        try (var in = Main.class.getResourceAsStream("/dice.properties")) {
            settings.load(in);
        }
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/roll", exchange -> {
            String query = exchange.getRequestURI().getQuery();
            try {
                answer(exchange, 200, Dice.roll(Long.parseLong(query), 5));
            } catch (NumberFormatException e) {
                answer(exchange, 400, "a seed is a number");
            }
        });
        server.createContext("/name", exchange ->
            answer(exchange, 200, settings.getProperty("name") + " ü " + java.nio.charset.Charset.defaultCharset()));
        server.start();
        System.out.println("listening on " + port);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
