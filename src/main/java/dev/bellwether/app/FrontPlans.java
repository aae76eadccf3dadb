package dev.bellwether.app;

import dev.bellwether.app.config.Config;
import java.util.List;

/** Which fronts the settings ask for, and how each is made: the one place that knows them by name. */
@FunctionalInterface
interface FrontPlans {
    /** In the order in which they are started; those that have no token are left out. Makes nothing yet. */
    List<Fronts.Plan> of(Config config, FrontTools tools);

    /** The fronts of this program. A front that can't be made is its own business: its plan throws when it is asked to. */
    static List<Fronts.Plan> fronts(Config config, FrontTools tools) {
        return List.of();
    }
}
