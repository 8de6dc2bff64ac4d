/** Installations of docker compose: finds their containers and reaches what is in them. */
package io.clearmltenants.compose;
