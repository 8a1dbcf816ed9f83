/** A call that may throw what the compiler wants caught: it is thrown as it is, so that its condition is recorded. */
interface Checked {
    void run() throws Exception;

    static void unchecked(Checked call) {
        try {
            call.run();
        } catch (Exception failure) {
            Checked.<RuntimeException>rethrow(failure);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> void rethrow(Exception failure) throws E {
        throw (E) failure;
    }
}
