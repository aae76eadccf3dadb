package dev.bellwether.news.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The facts that a story has told, to know which are new. */
final class Facts {
    /** A story's first numbers; later ones are compared but not remembered. */
    private static final int MOST = 400;

    private final List<Quantity> numbers = new ArrayList<>();
    private final Map<String, String> targets = new HashMap<>();
    private @Nullable Stage stage;

    /** Takes in what an article says and tells what of it the story did not know. */
    List<Change> learn(Account account) {
        List<Change> changes = new ArrayList<>();
        learnTargets(account.targets(), changes);
        learnNumbers(account, changes);
        learnStage(account.stage(), changes);
        return changes;
    }

    private void learnTargets(Map<String, String> told, List<Change> changes) {
        told.forEach((firm, target) -> {
            String before = targets.put(Brokers.house(firm), target);
            if (!target.equals(before)) {
                changes.add(new Change(Change.Kind.TARGET, firm, before, target));
            }
        });
    }

    /**
     * New is a number of the headline that the story does not know, or one of the first sentence that counts what the story
     * has counted before and comes to something else. Other numbers are background that every outlet picks for itself.
     */
    private void learnNumbers(Account account, List<Change> changes) {
        List<Quantity> lead = account.gist().quantities();
        List<Quantity> fresh = lead.stream()
                .filter(number -> number.telling() && !known(number))
                .filter(number -> !isTarget(number, account))
                .toList();
        for (Quantity number : fresh) {
            Optional<Quantity> before = counted(number);
            boolean told = changes.stream().anyMatch(change -> change.now().equals(number.printed()));
            if (!told && (number.title() || before.isPresent())) {
                String printed = before.map(Quantity::printed).orElse(null);
                changes.add(new Change(Change.Kind.NUMBER, number.what(), printed, number.printed()));
            }
        }
        account.numbers().stream()
                .filter(number -> numbers.size() < MOST && !known(number))
                .forEach(numbers::add);
    }

    private static boolean isTarget(Quantity number, Account account) {
        return !account.targets().isEmpty() && account.gist().targets().contains(number.value());
    }

    private boolean known(Quantity number) {
        return numbers.stream().anyMatch(number::agrees);
    }

    private Optional<Quantity> counted(Quantity number) {
        return numbers.stream()
                .filter(known -> !known.of().isEmpty() && known.countsLike(number))
                .findFirst();
    }

    private void learnStage(Optional<Stage> told, List<Change> changes) {
        if (told.isPresent() && (stage == null || told.get().compareTo(stage) > 0)) {
            Stage now = told.get();
            changes.add(new Change(Change.Kind.STAGE, "", stage == null ? null : stage.words(), now.words()));
            stage = now;
        }
    }
}
