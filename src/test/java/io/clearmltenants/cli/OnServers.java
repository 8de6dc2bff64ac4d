package io.clearmltenants.cli;

import io.clearmltenants.fixture.Servers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that run the program against the shared MongoDB, Elasticsearch and Redis. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({Servers.class, Installations.class})
@interface OnServers {}
