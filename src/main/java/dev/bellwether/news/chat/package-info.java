/**
 * Feeds that chats follow for themselves: found, filtered, told to the chat. What they bring is nobody else's: no article of
 * such a feed reaches the news, the stories or the facts of the group.
 */
@NullMarked
package dev.bellwether.news.chat;

import org.jspecify.annotations.NullMarked;
