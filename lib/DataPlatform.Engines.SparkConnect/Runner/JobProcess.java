package dataplatform;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/** The job as a child of this process: it takes over the standard streams, hears the signals, and does not outlive its Spark. */
final class JobProcess {
    private static final long LAST_SECONDS = 5;

    private final long graceSeconds;
    private final Process process;
    private final AtomicBoolean isAskedToEnd = new AtomicBoolean();

    JobProcess(List<String> command, ConnectEndpoint endpoint) throws IOException {
        graceSeconds = endpoint.graceSeconds();
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("SPARK_REMOTE", endpoint.remote());
        builder.environment().put("DATAPLATFORM_MASTER", endpoint.master());
        builder.environment().put("DATAPLATFORM_RUNNER", Long.toString(ProcessHandle.current().pid()));
        process = builder.start();

        // Ends the job on every orderly end of this process, a fatal error of Spark's included; a job whose Spark was killed sees that this process is gone.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(LAST_SECONDS)));
        Signal.handle(new Signal("TERM"), signal -> askToEnd());
        Signal.handle(new Signal("INT"), signal -> askToEnd());
    }

    /** Waits for the job's end and gives its exit code; 128 and the signal's number where a signal ended it. */
    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Passes a signal on. Spark stays as it is meanwhile, so that the job can finish what it is writing. */
    private void askToEnd() {
        process.destroy();
        if (isAskedToEnd.compareAndSet(false, true)) {
            Thread guard = new Thread(() -> end(graceSeconds));
            guard.setDaemon(true);
            guard.start();
        }
    }

    private void end(long seconds) {
        try {
            process.destroy();
            process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
