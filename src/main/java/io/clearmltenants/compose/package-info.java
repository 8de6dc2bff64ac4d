/**
 * Installations of docker compose: finds their containers, and runs every command in a container
 * beside the API server's. Begin with {@link io.clearmltenants.compose.ComposeSites}, then {@link
 * io.clearmltenants.compose.Errands}.
 */
package io.clearmltenants.compose;
