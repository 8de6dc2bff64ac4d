package io.clearmltenants.cli;

import io.clearmltenants.NotConfirmed;
import io.clearmltenants.connect.ConfigurationFailure;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.UnclearSite;
import io.clearmltenants.elastic.ElasticRefusal;
import io.clearmltenants.guard.Refused;
import io.clearmltenants.journal.JournalFailure;
import io.clearmltenants.journal.NoSuchRun;
import io.clearmltenants.json.DamagedFile;
import io.clearmltenants.json.UnwritableFile;
import io.clearmltenants.phase.Interrupted;
import io.clearmltenants.phase.LeaseLost;
import io.clearmltenants.phase.TransientFailure;
import io.clearmltenants.plan.PlanDrifted;
import io.clearmltenants.tenant.InvalidTenantId;
import io.clearmltenants.tenant.NoSuchTenant;

/** Which exit code a failure has; what is not listed is a mistake of ours. */
final class Failures {
    private Failures() {}

    static ExitCode exitCode(Throwable failure) {
        return switch (failure) {
            case InvalidTenantId id -> ExitCode.REFUSED;
            case Refused refused -> ExitCode.REFUSED;
            case NotConfirmed no -> ExitCode.NOT_CONFIRMED;
            case NoSuchTenant none -> ExitCode.NO_SUCH_TENANT;
            case LeaseLost locked -> ExitCode.LOCKED;
            case ConfigurationFailure wrong -> ExitCode.CANNOT_CONNECT;
            case ConnectFailure unreachable -> ExitCode.CANNOT_CONNECT;
            case ElasticRefusal refused -> ExitCode.CANNOT_CONNECT;
            case TransientFailure unreachable -> ExitCode.CANNOT_CONNECT;
            case PlanDrifted drifted -> ExitCode.DRIFTED;
            case Interrupted stopped -> ExitCode.INTERRUPTED;
            case JournalFailure broken -> ExitCode.REFUSED;
            case NoSuchRun unknown -> ExitCode.USAGE;
            case UnwritableFile unwritable -> ExitCode.USAGE;
            case DamagedFile damaged -> ExitCode.DRIFTED;
            case UnclearSite several -> ExitCode.USAGE;
            case WrongUsage usage -> ExitCode.USAGE;
            case Throwable other -> ExitCode.UNEXPECTED;
        };
    }
}
