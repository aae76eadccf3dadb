/**
 * The one guarded way out to the web, and the only home of OkHttp.
 */
@NullMarked
package dev.bellwether.net;

import org.jspecify.annotations.NullMarked;
