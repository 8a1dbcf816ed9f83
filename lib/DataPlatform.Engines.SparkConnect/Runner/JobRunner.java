package dataplatform;

import java.io.IOException;

/**
 * The main class that spark-submit runs: a Spark with a Connect endpoint of its own, and in it one .NET job.
 *
 * <p>With arguments, {@code JOB.dll ARGS} or {@code PROGRAM ARGS}: the job runs as a child with the same standard streams and the endpoint in {@code SPARK_REMOTE}, and
 * its exit code becomes this program's. Without arguments the endpoint is written to standard output, one line, and served until standard input ends.
 */
public final class JobRunner {
    private static final int USAGE = 64;

    private JobRunner() {}

    public static void main(String[] arguments) throws Exception {
        int exitCode;
        try (ConnectEndpoint endpoint = ConnectEndpoint.start()) {
            exitCode = arguments.length == 0 ? serve(endpoint) : run(arguments, endpoint);
        }

        // Only where it failed: YARN takes any call of exit for a failure.
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    private static int run(String[] arguments, ConnectEndpoint endpoint) throws InterruptedException {
        try {
            return new JobProcess(JobProgram.command(arguments), endpoint).waitFor();
        } catch (IOException exception) {
            System.err.println("dataplatform-runner: " + exception.getMessage());
            return USAGE;
        }
    }

    private static int serve(ConnectEndpoint endpoint) throws IOException {
        System.out.println(endpoint.remote());
        System.out.flush();
        byte[] ignored = new byte[256];
        while (System.in.read(ignored) >= 0) {
            // Whoever started this keeps the stream open as long as it lives, however it dies.
        }

        return 0;
    }
}
