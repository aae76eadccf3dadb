package dev.bellwether.bot.discord;

import net.dv8tion.jda.api.utils.FileUpload;

/** A file that goes with a message. Immutable. */
final class Attachment {
    private final String name;
    private final byte[] content;
    private final String description;

    /**
     * A file.
     *
     * @param name as people see it; unique in its message
     * @param content not to be changed after this
     * @param description what it shows, for those who can't see it; may be empty
     */
    Attachment(String name, byte[] content, String description) {
        this.name = name;
        this.content = content;
        this.description = description;
    }

    String name() {
        return name;
    }

    int bytes() {
        return content.length;
    }

    FileUpload upload() {
        FileUpload upload = FileUpload.fromData(content, name);
        return description.isEmpty()
                ? upload
                : upload.setDescription(CleanCharacters.shortened(description, Limits.FILE_DESCRIPTION));
    }
}
