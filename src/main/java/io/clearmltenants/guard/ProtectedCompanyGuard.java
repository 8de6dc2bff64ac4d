package io.clearmltenants.guard;

import io.clearmltenants.connect.Connections;
import io.clearmltenants.connect.ProtectedCompany;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Companies that the server's configuration names are re-created at its next start, and its
 * services need them.
 */
@ApplicationScoped
class ProtectedCompanyGuard implements Guard {
    private final Connections connections;

    ProtectedCompanyGuard(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Optional<String> refuse(Situation situation) {
        return Optional.ofNullable(
                        connections
                                .server()
                                .protectedCompanies()
                                .get(situation.target().id().value()))
                .map(ProtectedCompany::sentence);
    }
}
