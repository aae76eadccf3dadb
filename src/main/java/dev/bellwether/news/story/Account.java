package dev.bellwether.news.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one article says: its gist, which is kept for comparing, and its facts, which are checked against those of its story.
 *
 * @param numbers every number that it states
 * @param targets new price targets by house, only those given with the article
 * @param stage how far a deal has come by its headline; empty if it tells of no deal
 */
record Account(Gist gist, List<Quantity> numbers, Map<String, String> targets, Optional<Stage> stage) {}
