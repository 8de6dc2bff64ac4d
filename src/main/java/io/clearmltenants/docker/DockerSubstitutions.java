package io.clearmltenants.docker;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.io.IOException;
import java.net.SocketAddress;

/**
 * What the native image leaves out of docker-java's transport: sockets by JNA, which loads a native
 * library. Java has Unix sockets of its own, and Linux no named pipes like those of Windows.
 */
final class DockerSubstitutions {
    private DockerSubstitutions() {}
}

@TargetClass(className = "com.github.dockerjava.transport.DomainSocket")
final class NoSocketByNativeLibrary {
    @Substitute
    public static NoSocketByNativeLibrary get(String path) throws IOException {
        throw new IOException("This Java has no Unix sockets");
    }
}

@TargetClass(className = "com.github.dockerjava.transport.NamedPipeSocket")
final class NoNamedPipe {
    @Substitute
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        throw new IOException("There are no named pipes here");
    }
}
