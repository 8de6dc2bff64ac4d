package io.clearmltenants.docker;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * What the native image leaves out of docker-java's transport: sockets by JNA, which loads a native
 * library. Java has Unix sockets of its own, and Linux no named pipes like those of Windows.
 */
final class DockerSubstitutions {
    private DockerSubstitutions() {}
}

@TargetClass(className = "com.github.dockerjava.transport.UnixSocket")
final class UnixSocketOfJava {
    @Alias
    private UnixSocketOfJava(String path) throws IOException {}

    /** Both are one class in the image, and a socket, which the compiler of Java cannot know. */
    @Substitute
    public static Socket get(String path) throws IOException {
        return (Socket) (Object) new UnixSocketOfJava(path);
    }
}

@TargetClass(className = "com.github.dockerjava.transport.NamedPipeSocket")
final class NoNamedPipe {
    @Substitute
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        throw new IOException("There are no named pipes here");
    }
}
