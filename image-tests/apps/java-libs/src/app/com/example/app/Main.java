package com.example.app;

import com.example.textkit.Text;
import java.nio.file.Files;
import java.nio.file.Path;

/** Frames its arguments, or the file of texts. */
public final class Main {
    public static void main(String[] args) throws Exception {
        if (args.length > 0) {
            for (String arg : args) System.out.println(Text.framed(arg));
            return;
        }
        for (String line : Files.readAllLines(Path.of("texts", "motd.txt"))) {
            System.out.println(Text.framed(line));
        }
        System.exit("1".equals(System.getenv("STRICT")) ? 9 : 0);
    }
}
