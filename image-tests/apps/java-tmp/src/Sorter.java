import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Sorts the words of a path by way of a file, as large sorts do. */
public class Sorter {
    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath().substring(1);
            Path file = Path.of(System.getProperty("java.io.tmpdir"), "words.txt");
            Files.write(file, List.of(path.split("-")));
            List<String> words = Files.readAllLines(file).stream().sorted().toList();
            byte[] body = (String.join(" ", words) + "\n").getBytes();
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }
}
