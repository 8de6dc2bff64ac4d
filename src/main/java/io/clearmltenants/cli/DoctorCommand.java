package io.clearmltenants.cli;

import io.clearmltenants.connect.Connections;
import io.clearmltenants.connect.Reach;
import io.clearmltenants.inventory.Answer;
import io.clearmltenants.inventory.Consultation;
import io.clearmltenants.report.DoctorText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code doctor}: what was found where, and who said so. */
@Command(
        name = "doctor",
        description =
                "Show which servers were found and who named them, their versions, and what this program may do there. Changes nothing.",
        footer = {
            "%nExamples:",
            "  clearml-tenants doctor",
            "  clearml-tenants doctor --config-dir /opt/clearml/config --json"
        })
class DoctorCommand implements Callable<Integer> {
    @Mixin ServerOptions servers;
    @Mixin OutputOptions output;

    private final Connections connections;
    private final Consultation consultation;
    private final DoctorText text;
    private final Terminal terminal;

    DoctorCommand(
            Connections connections,
            Consultation consultation,
            DoctorText text,
            Terminal terminal) {
        this.connections = connections;
        this.consultation = consultation;
        this.text = text;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Reach reach = connections.reach();
        List<Answer> answers = consultation.all();
        terminal.out()
                .println(
                        output.json
                                ? text.json(reach, connections.server(), answers)
                                : text.render(reach, connections.server(), answers));
        boolean failed = answers.stream().anyMatch(Answer.Failed.class::isInstance);
        return (failed ? ExitCode.CANNOT_CONNECT : ExitCode.DONE).code();
    }
}
