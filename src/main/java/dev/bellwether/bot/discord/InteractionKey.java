package dev.bellwether.bot.discord;

import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.requests.Route;

/**
 * What an answer to an interaction needs.
 *
 * @param application the bot's application
 * @param token a secret for fifteen minutes
 */
record InteractionKey(String application, String id, String token) {
    static InteractionKey of(Interaction interaction) {
        return new InteractionKey(
                interaction.getJDA().getSelfUser().getApplicationId(), interaction.getId(), interaction.getToken());
    }

    Route.CompiledRoute callback() {
        return Route.Interactions.CALLBACK.compile(id, token);
    }

    Route.CompiledRoute followUp() {
        return Route.Interactions.CREATE_FOLLOWUP.compile(application, token).withQueryParams("wait", "true");
    }

    Route.CompiledRoute original(Route route) {
        return route.compile(application, token, "@original");
    }

    /** The token is left out. */
    @Override
    public String toString() {
        return "interaction " + id;
    }
}
