package io.clearmltenants.connect;

import com.mongodb.AutoEncryptionSettings;
import com.mongodb.MongoClientException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCompressor;
import com.mongodb.ServerAddress;
import com.mongodb.connection.NettyTransportSettings;
import com.mongodb.connection.SocketSettings;
import com.mongodb.connection.SslSettings;
import com.mongodb.internal.connection.BufferProvider;
import com.mongodb.internal.connection.Cluster;
import com.mongodb.internal.connection.SocketStream;
import com.mongodb.internal.connection.Stream;
import com.mongodb.internal.connection.netty.NettyStreamFactoryFactory;
import com.mongodb.internal.session.ServerSessionPool;
import com.mongodb.spi.dns.InetAddressResolver;
import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/**
 * What the native image leaves out of the MongoDB driver: its optional parts, whose libraries are
 * not there (encryption on the client's side, compression, Netty, local sockets). The image builder
 * links every class that the program can reach, and would stop at them.
 */
final class MongoSubstitutions {
    private MongoSubstitutions() {}
}

/** The original closes the encryption's part of the client too. */
@TargetClass(className = "com.mongodb.client.internal.MongoClientImpl")
final class ClientWithoutEncryption {
    @Alias private ClusterWithoutEncryption delegate;
    @Alias private AtomicBoolean closed;

    @Substitute
    public void close() {
        if (!closed.getAndSet(true)) {
            delegate.getServerSessionPool().close();
            delegate.getCluster().close();
        }
    }
}

@TargetClass(className = "com.mongodb.client.internal.MongoClusterImpl")
final class ClusterWithoutEncryption {
    @Alias
    native ServerSessionPool getServerSessionPool();

    @Alias
    native Cluster getCluster();
}

@TargetClass(className = "com.mongodb.client.internal.Crypt")
final class NoEncryption {}

@TargetClass(className = "com.mongodb.client.internal.Crypts")
final class EncryptionThatIsNotThere {
    @Substitute
    public static NoEncryption createCrypt(
            MongoClientSettings client, AutoEncryptionSettings encryption) {
        throw new MongoClientException("No encryption on the client's side in this program");
    }
}

@TargetClass(className = "com.mongodb.internal.connection.Compressor")
final class NoCompressor {}

@TargetClass(className = "com.mongodb.internal.connection.InternalStreamConnection")
final class ConnectionWithoutCompression {
    @Substitute
    private NoCompressor createCompressor(MongoCompressor compressor) {
        throw new MongoClientException("No compression in this program: " + compressor.getName());
    }
}

@TargetClass(className = "com.mongodb.internal.connection.StreamFactoryHelper")
final class StreamsWithoutNetty {
    @Substitute
    private static NettyStreamFactoryFactory getNettyStreamFactoryFactory(
            InetAddressResolver resolver, NettyTransportSettings settings) {
        throw new MongoClientException("No Netty in this program");
    }
}

/** The original can open a local socket too. */
@TargetClass(className = "com.mongodb.internal.connection.SocketStreamFactory")
final class StreamsWithoutLocalSockets {
    @Alias private InetAddressResolver inetAddressResolver;
    @Alias private SocketSettings settings;
    @Alias private SslSettings sslSettings;
    @Alias private BufferProvider bufferProvider;

    @Alias
    private native SSLContext getSslContext();

    @Substitute
    public Stream create(ServerAddress address) {
        SocketFactory sockets =
                sslSettings.isEnabled()
                        ? getSslContext().getSocketFactory()
                        : SocketFactory.getDefault();
        return new SocketStream(
                address, inetAddressResolver, settings, sslSettings, sockets, bufferProvider);
    }
}
