package com.example.clock;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Properties;

/** Tells what time it was in some places at the time of the resource. */
public final class Main {
    public static void main(String[] args) throws Exception {
        Properties settings = new Properties();
        try (var in = Main.class.getResourceAsStream("/clock.properties")) {
            settings.load(in);
        }
        Instant instant = Instant.parse(settings.getProperty("instant"));
        try {
            for (String zone : args) System.out.println(instant.atZone(ZoneId.of(zone)));
        } catch (DateTimeException e) {
            System.err.println(e.getMessage());
            System.exit(3);
        }
    }
}
