package com.example.units;

import java.util.Map;

/** Turns miles, feet and inches into metres. */
public final class Main {
    private static final Map<String, Double> METRES = Map.of("mi", 1609.344, "ft", 0.3048, "in", 0.0254);

    public static void main(String[] args) {
        for (String arg : args) {
            String unit = arg.replaceAll("[0-9.]", "");
            Double factor = METRES.get(unit);
            if (factor == null) {
                System.err.println("unknown unit: " + unit);
                System.exit(4);
            }
            System.out.printf("%s = %.3f m%n", arg, factor * Double.parseDouble(arg.replace(unit, "")));
        }
    }
}
