package io.clearmltenants.files;

import io.clearmltenants.connect.ConnectFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What the file system said, in words for the user. */
final class Sentences {
    private Sentences() {}

    /** A failure with this folder, with its reason and a way out. */
    static ConnectFailure failure(String what, Path folder, IOException cause) {
        return new ConnectFailure(
                what + " " + printable(folder) + " cannot be used: " + reason(cause) + ".", cause);
    }

    /** The same for a change that cannot be made, which leaves all the others to be made. */
    static NotErased notErased(Path folder, IOException cause) {
        return new NotErased(
                "The tenant's folder "
                        + printable(folder)
                        + " cannot be erased: "
                        + reason(cause)
                        + ".",
                cause);
    }

    /** Why an operation on a file failed, without the file's name. */
    static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied ->
                    "permission denied; run as the owner of the files or as root";
            case NoSuchFileException gone -> "it does not exist";
            case FileSystemException told when told.getReason() != null -> told.getReason();
            case IOException other -> String.valueOf(other.getMessage());
        };
    }

    /** A name as it may be shown: control characters in it would act on the terminal. */
    static String printable(Object path) {
        return "'" + path.toString().replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
