package dev.bellwether.news.story;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What tells one analyst's call from another.
 *
 * @param firm the analyst's house, as printed
 * @param company the company or symbol judged, as printed; may be empty
 * @param newTarget the new price target in the currency of the call; null if none is stated
 */
public record CallKey(String firm, String company, @Nullable BigDecimal newTarget) {}
