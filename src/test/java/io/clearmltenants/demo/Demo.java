package io.clearmltenants.demo;

import io.clearmltenants.fixture.Cleanup;
import io.clearmltenants.fixture.Clients;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Shows what the program does, on servers of its own: lists three tenants, deletes one, and proves
 * that it is gone and the others are not. Ends with another exit code than 0 if that failed, and
 * leaves nothing behind.
 */
public final class Demo {
    private static final String STATE = "XDG_STATE_HOME";

    private final DemoServers servers;
    private final Path state;
    private final Program program;

    private Demo(DemoServers servers, Path folder) throws IOException {
        this.servers = servers;
        this.state = folder.resolve("state");
        Map<String, String> variables = new LinkedHashMap<>(servers.variables());
        variables.put(STATE, state.toString());
        // Else the files of a ClearML server on this host would be read, too.
        variables.put("CLEARML_CONFIG_DIR", Files.createDirectory(folder.resolve("config")) + "");
        this.program = new Program(variables);
    }

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        if (!succeeds()) {
            System.exit(1);
        }
        say("Done; the servers are stopped and what they held is removed");
        System.exit(0);
    }

    private static boolean succeeds() {
        TemporaryFolder folder = new TemporaryFolder("demo");
        try (Cleanup _ = Cleanup.atExit(() -> leaveNothing(folder));
                DemoServers servers = DemoServers.start(folder.folder("fileserver"))) {
            new Demo(servers, folder.path()).run();
            return true;
        } catch (IOException | RuntimeException | AssertionError failure) {
            System.err.println("\nThe demo failed:");
            failure.printStackTrace();
            return false;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** After Ctrl-C the program may still be writing into the folder. */
    private static void leaveNothing(TemporaryFolder folder) {
        List<ProcessHandle> children = ProcessHandle.current().descendants().toList();
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child -> child.onExit().join());
        folder.close();
    }

    private void run() throws IOException, InterruptedException {
        try (Clients clients = servers.connect()) {
            say("Three tenants, as a real ClearML server stored them");
            Proof proof = DemoTenants.make(clients);
            System.out.println(
                    "The program finds the servers as ClearML's own do, here in these variables:");
            servers.variables().forEach((name, value) -> System.out.println(name + "=" + value));

            say("Which tenants there are");
            program.run("list");

            say("What would go with one of them; this changes nothing");
            program.run("plan", DemoTenants.ID, "--name", DemoTenants.NAME);

            delete();

            say("Leftovers, looked for by other queries than those of the deletion");
            program.run("verify", DemoTenants.ID);

            say("The others are still there");
            program.run("list");

            say("The proof for the file, at any later time; here as a page for the browser");
            program.runInto(page(), "certificate", run(state), "--format", "html");

            compare(proof);
        }
    }

    private void delete() throws IOException, InterruptedException {
        say("Delete it");
        System.out.println(
                """
                Without --yes it would ask for the tenant's name to be typed. It looks again at the end,
                usually after 65 seconds, since a running API server writes statistics once a minute;
                here none runs, so 2 seconds are enough.""");
        Program.Run run =
                program.run(
                        "delete",
                        DemoTenants.ID,
                        "--name",
                        DemoTenants.NAME,
                        "--yes",
                        "--wait",
                        "2");
        System.out.printf(
                "%n(delete took %.1f s, 2 of them waiting, and at most %s of memory)%n",
                run.duration().toMillis() / 1000.0, run.memory());
    }

    private static void compare(Proof proof) {
        say("The demo's own look at everything in all four stores, before and after");
        proof.victimIsGone();
        System.out.println("Nothing that was made for the tenant is there, and nothing names it.");
        proof.everythingElseIsUnchanged();
        System.out.println("Everything else is what it was, to the byte.");
    }

    private static String run(Path state) throws IOException {
        try (Stream<Path> runs = Files.list(state.resolve("clearml-tenants/runs"))) {
            return runs.findFirst().orElseThrow().getFileName().toString();
        }
    }

    private static Path page() {
        return Path.of(System.getProperty("clearml-tenants.build", "target"))
                .resolve("demo-certificate.html");
    }

    private static void say(String heading) {
        boolean colour =
                System.console() != null
                        && System.console().isTerminal()
                        && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
        System.out.printf(colour ? "%n\u001b[1;36m== %s\u001b[0m%n" : "%n== %s%n", heading);
    }
}
