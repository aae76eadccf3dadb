/**
 * The settings: reading them from the YAML file and the environment, and naming every problem at once. The only home of SnakeYAML.
 */
@NullMarked
package dev.bellwether.app.config;

import org.jspecify.annotations.NullMarked;
