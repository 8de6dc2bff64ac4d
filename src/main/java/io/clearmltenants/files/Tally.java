package io.clearmltenants.files;

/**
 * What a folder holds.
 *
 * @param files files, links and other things that are not folders, below it
 * @param bytes their sizes together
 * @param closed folders in it, and other things, that may not be looked at
 * @param digest changes when a file joins, leaves or changes its size; the order in which the
 *     folder lists them does not matter
 */
record Tally(long files, long bytes, long closed, String digest) {}
