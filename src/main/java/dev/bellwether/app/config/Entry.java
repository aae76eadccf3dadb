package dev.bellwether.app.config;

import java.nio.file.Path;

/**
 * One value as it was found.
 *
 * @param text the value
 * @param where the file with its line, or the environment variable
 * @param key the full key, such as {@code feeds[0].url}
 * @param folder what relative paths in it are relative to; absolute
 */
record Entry(String text, String where, String key, Path folder) {}
