package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.FarCommand;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A command that a Job does; it goes on where nobody follows it. */
final class JobCommand implements FarCommand {
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int INTERRUPTED = 130;

    /** Usage, guards, no confirmation, no such tenant, drift: nothing was begun. */
    private static final Set<Integer> NOTHING_BEGUN = Set.of(2, 5, 6, 10, 13);

    private final ApiServer server;
    private final String name;
    private final Optional<StateThere> there;
    private final Optional<Path> here;
    private final boolean resumes;
    private volatile boolean left;

    /**
     * @param there where the Job keeps its state
     * @param here where it is to be kept
     * @param resumes whether there is a journal already that must not be lost
     */
    JobCommand(
            ApiServer server,
            String name,
            Optional<StateThere> there,
            Optional<Path> here,
            boolean resumes) {
        this.server = server;
        this.name = name;
        this.there = there;
        this.here = here;
        this.resumes = resumes;
    }

    /** A pod's log is one stream: all of it is standard output. */
    @Override
    public int await(InputStream input, OutputStream output, OutputStream errors) {
        Optional<Pod> pod = started();
        pod.ifPresent(runs -> new JobLog(server, runs.name(), () -> left).follow(output));
        Optional<Integer> code = left ? Optional.of(INTERRUPTED) : exitCode();
        if (code.isEmpty()) {
            throw new ConnectFailure(
                    "The pod of Job %s in namespace '%s' is gone; `delete --resume --in-cluster` goes on."
                            .formatted(name, server.namespace()));
        }
        if (code.get() == 0 || !resumes && NOTHING_BEGUN.contains(code.get())) {
            finish(new PrintStream(errors, true, StandardCharsets.UTF_8));
        }
        return code.get();
    }

    /** Nobody but its own namespace stops a Job: a signal here only ends the following. */
    @Override
    public void signal(String signal) {
        left = true;
    }

    @Override
    public void close() {
        left = true;
    }

    /** What is not fetched stays with the Job for a week. */
    private void finish(PrintStream errors) {
        try {
            if (there.isPresent() && here.isPresent()) {
                there.get().fetch(here.get());
            }
            remove(server, name);
        } catch (ConnectFailure failed) {
            errors.println(
                    "clearml-tenants: The Job has ended, but "
                            + failed.getMessage()
                            + " Fetch it later with `delete --resume --in-cluster`.");
        }
    }

    /** Its pod would go too, but as late as the cluster finds the time. */
    static void remove(ApiServer server, String job) {
        Optional<Pod> pod = pod(server, job);
        server.delete("jobs", job);
        pod.ifPresent(left -> server.delete("pods", left.name()));
    }

    /** Its pod; perhaps none where nobody follows any more. */
    private Optional<Pod> started() {
        RetryPolicy<Optional<Pod>> appearing =
                RetryPolicy.<Optional<Pod>>builder()
                        .handleResultIf(pod -> !left && !pod.map(Startup::settled).orElse(false))
                        .withDelay(PAUSE)
                        .withMaxRetries(-1)
                        .withMaxDuration(START)
                        .build();
        Optional<Pod> pod = Failsafe.with(appearing).get(this::pod);
        boolean starts = pod.filter(found -> !found.phase().equals("Pending")).isPresent();
        if (!starts && !left) {
            throw notStarted(pod);
        }
        return pod;
    }

    /** It has done nothing yet, and must not begin when nobody expects it any more. */
    private ConnectFailure notStarted(Optional<Pod> pod) {
        remove(server, name);
        return new ConnectFailure(
                "Job %s in namespace '%s' does not start (%s) and was removed again."
                        .formatted(
                                name,
                                server.namespace(),
                                pod.map(Startup::why).orElse("it has no pod")));
    }

    private Optional<Pod> pod() {
        return pod(server, name);
    }

    private static Optional<Pod> pod(ApiServer server, String job) {
        return server.list("pods", "job-name=" + job).stream().map(Pod::new).findFirst();
    }

    /** The container's; its state comes a little later than the end of its log. */
    private Optional<Integer> exitCode() {
        RetryPolicy<Optional<Integer>> known =
                RetryPolicy.<Optional<Integer>>builder()
                        .handleResultIf(Optional::isEmpty)
                        .withDelay(PAUSE)
                        .withMaxRetries(60)
                        .build();
        return Failsafe.with(known).get(() -> pod().flatMap(JobCommand::exitCode));
    }

    private static Optional<Integer> exitCode(Pod pod) {
        return Pod.elements(pod.object().at("/status/containerStatuses"))
                .map(status -> status.at("/state/terminated/exitCode"))
                .filter(JsonNode::isInt)
                .map(JsonNode::asInt)
                .findFirst();
    }
}
