package dataplatform;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.sql.connect.service.SparkConnectService$;
import scala.Option;

/** A Spark, and its Connect service on a free port of the loopback interface, open only to who knows a token made for this process. */
final class ConnectEndpoint implements AutoCloseable {
    private static final SparkConnectService$ SERVICE = SparkConnectService$.MODULE$;
    private static final String TOKEN = "spark.connect.authenticate.token";
    private static final String REDACTION = "spark.redaction.regex";
    private static final String EXTENSIONS = "spark.sql.extensions";
    private static final String DELTA_EXTENSION = "io.delta.sql.DeltaSparkSessionExtension";
    private static final String CATALOG = "spark.sql.catalog.spark_catalog";
    private static final String DELTA_CATALOG = "org.apache.spark.sql.delta.catalog.DeltaCatalog";

    private final SparkContext context;
    private final String token;

    private ConnectEndpoint(SparkContext context, String token) {
        this.context = context;
        this.token = token;
    }

    /** Starts Spark as spark-submit configured it. Delta Lake and UTC are the defaults where the submission says nothing of them. */
    static ConnectEndpoint start() {
        SparkContext context = new SparkContext(configuration());
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        ConnectEndpoint endpoint = new ConnectEndpoint(context, HexFormat.of().formatHex(secret));

        // After the start: what executors, the event log and the environment page are given was taken from the configuration by then.
        SparkEnv.get().conf().set(TOKEN, endpoint.token);
        SERVICE.start(context);
        context.addSparkListener(new SparkListener() {
            @Override
            public void onApplicationEnd(SparkListenerApplicationEnd end) {
                // A Spark that ended by itself must look like a lost server to the job, not like one whose every query fails.
                stopService();
            }
        });
        return endpoint;
    }

    /** The endpoint as clients of Spark Connect name it, token included. */
    String remote() {
        return "sc://127.0.0.1:" + SERVICE.localPort() + "/;token=" + token;
    }

    /** The master that Spark was started with. */
    String master() {
        return context.master();
    }

    /** How many seconds a job that was asked to end may take, before it is killed. */
    long graceSeconds() {
        return context.conf().getTimeAsSeconds("spark.dataplatform.runner.gracePeriod", "60s");
    }

    @Override
    public void close() {
        stopService();
        context.stop();
    }

    private static void stopService() {
        if (SERVICE.started() && !SERVICE.stopped()) {
            SERVICE.stop(Option.empty(), Option.empty());
        }
    }

    private static SparkConf configuration() {
        SparkConf conf = new SparkConf()
            .set("spark.connect.grpc.binding.address", "127.0.0.1")
            .set("spark.connect.grpc.binding.port", "0")
            .setIfMissing("spark.app.name", "DataPlatform")
            .setIfMissing("spark.sql.session.timeZone", "UTC");
        if (isThere(DELTA_EXTENSION)) {
            conf.setIfMissing(EXTENSIONS, DELTA_EXTENSION).setIfMissing(CATALOG, DELTA_CATALOG);
        }

        // The default pattern covers tokens; one of the user's need not.
        return conf.contains(REDACTION) ? conf.set(REDACTION, "(?:" + conf.get(REDACTION) + ")|" + TOKEN.replace(".", "[.]")) : conf;
    }

    private static boolean isThere(String type) {
        return Thread.currentThread().getContextClassLoader().getResource(type.replace('.', '/') + ".class") != null;
    }
}
