package com.example.echo;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;

/** Says what it was given. */
public final class Echo {
    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
        server.createContext("/", exchange -> {
            String text = System.getProperty("greeting", "nothing") + " "
                + String.join(",", args) + " " + exchange.getRequestURI() + "\n";
            exchange.sendResponseHeaders(200, text.length());
            exchange.getResponseBody().write(text.getBytes());
            exchange.close();
        });
        server.start();
    }
}
