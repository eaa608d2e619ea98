/** Adds its arguments. */
public final class Sum {
    public static void main(String[] args) {
        long sum = 0;
        for (String arg : args) sum = Math.addExact(sum, Long.parseLong(arg));
        System.out.println(sum);
    }
}
