/**
 * A Docker engine, as far as this program uses it, through docker-java: where it listens, its
 * containers, and containers of our own. Begin with {@link io.clearmltenants.docker.Engine}.
 */
package io.clearmltenants.docker;
