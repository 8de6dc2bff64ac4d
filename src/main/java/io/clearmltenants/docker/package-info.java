/**
 * The Docker Engine's API, as far as this program uses it: over a Unix socket or TCP, without a
 * docker program and without native libraries.
 */
package io.clearmltenants.docker;
