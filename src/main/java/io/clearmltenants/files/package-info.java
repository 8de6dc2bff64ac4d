/**
 * The fileserver's folder: finds a tenant's files and removes them below an open directory, so that
 * no link and no mount point leads outside.
 */
package io.clearmltenants.files;
