package io.clearmltenants.binary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** The smallest program, built by the same image builder with the same arguments: a yardstick. */
final class HelloWorld {
    private static final String SOURCE =
            "class Hello { public static void main(String[] none) { System.out.println(\"Hello\"); } }";

    private HelloWorld() {}

    /**
     * Builds it, which takes about half a minute; a second call finds it there.
     *
     * @param graalvm the installation whose native-image made the program
     */
    static Path build(Path graalvm) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Binary.buildFolder().resolve("hello-world"));
        Path program = folder.resolve("hello");
        if (Files.isExecutable(program)) {
            return program;
        }
        Path source = Files.writeString(folder.resolve("Hello.java"), SOURCE);
        int compiled =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", folder.toString(), source.toString());
        assertThat(compiled).isZero();
        List<String> command =
                new ArrayList<>(List.of(graalvm.resolve("bin/native-image").toString()));
        command.addAll(List.of(System.getProperty("clearml-tenants.image-arguments").split(",")));
        command.addAll(List.of("-cp", folder.toString(), "-o", program.toString(), "Hello"));
        File log = folder.resolve("build.log").toFile();
        Process process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        assertThat(process.waitFor()).as("see %s", log).isZero();
        return program;
    }
}
