/** Stops what could write for a tenant while it is erased, and starts it again in every case. */
package io.clearmltenants.pause;
