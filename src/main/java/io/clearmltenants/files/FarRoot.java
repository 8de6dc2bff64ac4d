package io.clearmltenants.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.FarFiles;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.ServerState;
import io.clearmltenants.phase.WriteGate;
import io.clearmltenants.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The fileserver's root folder on another machine, where this program is started once and asked by
 * its streams. What it changes there goes through the gate here: it asks for each passage, and
 * waits until journal and lease allow it.
 */
final class FarRoot implements RootFolder, AutoCloseable {
    /** The other side says every few seconds that it lives. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final FarFiles files;
    private final ObjectMapper json;
    private Dialogue dialogue;

    FarRoot(FarFiles files, ObjectMapper json) {
        this.files = files;
        this.json = json;
    }

    @Override
    public String label() {
        return Sentences.printable(files.folder().value()) + " of " + files.label();
    }

    @Override
    public ServerState state() {
        Reply.State reply = asked(talk -> talk.ask(new Request.State()), Reply.State.class);
        ServerState there = reply.state();
        return new ServerState(
                there.store(),
                there.label() + " of " + files.label(),
                there.version(),
                there.identity(),
                there.clockDifference(),
                there.remarks());
    }

    @Override
    public Optional<String> refusal(TenantId id) {
        return asked(talk -> talk.ask(new Request.Refusal(id)), Reply.Refusal.class).sentence();
    }

    @Override
    public List<Item> find(TenantId id) {
        return asked(talk -> talk.ask(new Request.Find(id)), Reply.Found.class).items();
    }

    @Override
    public List<Leftover> look(TenantId id) {
        return asked(talk -> talk.ask(new Request.Look(id)), Reply.Left.class).leftovers();
    }

    @Override
    public RootLayout layout(TenantId id, Set<String> neighbours, RootLayout.Owner owner) {
        return asked(talk -> compared(talk, id, neighbours, owner), Reply.Compared.class).layout();
    }

    @Override
    public long present(TenantId id, List<String> urls) {
        return asked(talk -> talk.ask(new Request.Present(id, urls)), Reply.Present.class).urls();
    }

    @Override
    public boolean erase(TenantId id, Item item, WriteGate gate) {
        return asked(talk -> erased(talk, id, item, gate), Reply.Erased.class).more();
    }

    @Override
    public synchronized void close() {
        if (dialogue != null) {
            dialogue.close();
            dialogue = null;
        }
    }

    private static Reply compared(
            Dialogue talk, TenantId id, Set<String> neighbours, RootLayout.Owner owner) {
        Reply reply = talk.ask(new Request.Layout(id, neighbours));
        while (reply instanceof Reply.Compare(var tasks)) {
            reply = talk.ask(new Request.Owned(owner.owned(tasks)));
        }
        return reply;
    }

    private static Reply erased(Dialogue talk, TenantId id, Item item, WriteGate gate) {
        Reply reply = talk.ask(new Request.Erase(id, item, gate.run(), gate.stopping()));
        while (reply instanceof Reply.Write(String chunk)) {
            gate.write(item, chunk, () -> passed(talk, gate));
            reply = talk.hear();
        }
        return reply;
    }

    private static long passed(Dialogue talk, WriteGate gate) {
        return expected(talk.ask(new Request.Pass(gate.stopping())), Reply.Changed.class).units();
    }

    /** Whatever ends a question in its middle ends the dialogue: the other side is out of step. */
    private synchronized <T extends Reply> T asked(
            Function<Dialogue, Reply> question, Class<T> type) {
        boolean answered = false;
        try {
            T reply = expected(question.apply(dialogue()), type);
            answered = true;
            return reply;
        } finally {
            if (!answered) {
                close();
            }
        }
    }

    private Dialogue dialogue() {
        if (dialogue == null) {
            List<String> command =
                    List.of("fileserver-agent", "--files", files.folder().value().toString());
            dialogue = new Dialogue(files.start(command), files.label(), json, SILENCE);
        }
        return dialogue;
    }

    private static <T extends Reply> T expected(Reply reply, Class<T> type) {
        if (!type.isInstance(reply)) {
            throw new ConnectFailure(
                    "The program beside the fileserver's folder answered another question than was asked; use the same version on both sides.");
        }
        return type.cast(reply);
    }
}
