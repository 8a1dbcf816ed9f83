package dataplatform;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkFiles;

/** Finds the program that a submission names, on whatever machine its driver runs. */
final class JobProgram {
    private JobProgram() {}

    /** The command that runs the job: a .dll by dotnet, or by the program beside it where it was published with a runtime of its own. */
    static List<String> command(String[] arguments) throws IOException {
        List<String> command = new ArrayList<>();
        File program = find(arguments[0]);
        if (program.getName().endsWith(".dll") && !isSelfContained(program)) {
            command.add(dotnet());
            command.add(program.getPath());
        } else {
            File executable = program.getName().endsWith(".dll") ? new File(withoutEnding(program)) : program;
            if (!executable.canExecute()) {
                // Not every archive keeps the permission.
                executable.setExecutable(true);
            }

            command.add(executable.getPath());
        }

        command.addAll(Arrays.asList(arguments).subList(1, arguments.length));
        return command;
    }

    private static File find(String name) throws FileNotFoundException {
        File here = new File(name).getAbsoluteFile();
        File shipped = new File(SparkFiles.getRootDirectory(), name);
        if (here.isFile()) {
            return here;
        }

        if (!new File(name).isAbsolute() && shipped.isFile()) {
            return shipped;
        }

        throw new FileNotFoundException(
            "the job '" + name + "' is neither in " + here.getParent() + " nor among the files that were shipped to this driver; "
                + "ship its published folder with --archives job.zip#job and name it job/JOB.dll");
    }

    private static boolean isSelfContained(File assembly) throws IOException {
        File runtime = new File(withoutEnding(assembly) + ".runtimeconfig.json");
        return runtime.isFile() && Files.readString(runtime.toPath()).contains("\"includedFrameworks\"");
    }

    private static String withoutEnding(File assembly) {
        String path = assembly.getPath();
        return path.substring(0, path.length() - ".dll".length());
    }

    private static String dotnet() throws FileNotFoundException {
        String root = System.getenv("DOTNET_ROOT");
        String path = System.getenv("PATH");
        Stream<String> folders = Stream.concat(
            root == null ? Stream.empty() : Stream.of(root),
            path == null ? Stream.empty() : Stream.of(path.split(File.pathSeparator)));
        return folders.map(folder -> new File(folder, "dotnet")).filter(File::canExecute).map(File::getPath).findFirst().orElseThrow(() ->
            new FileNotFoundException(
                "this driver has no dotnet on PATH or in DOTNET_ROOT: install the .NET 10 runtime, or publish the job with dotnet publish --self-contained -r linux-x64"));
    }
}
