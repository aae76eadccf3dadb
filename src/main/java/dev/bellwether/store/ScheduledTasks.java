package dev.bellwether.store;

import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.bellwether.digest.DueTasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The table {@code scheduled_tasks}, which is db-scheduler's. Its scheduler is driven by hand: it looks for what is due when
 * {@link #tick} is called, by the clock it is given, and does it on that thread (docs/decisions/037).
 *
 * <p>PostgreSQL marks and fetches in one statement that leaves out rows others have locked; SQLite, which has one writer, fetches and
 * then marks each. A process that died is given up when nothing was heard of its task for a minute.
 */
final class ScheduledTasks implements DueTasks {
    private static final String NAME = "digest";
    /** The scheduler that is driven by hand gives a task up after six of these. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final int AT_ONCE = 20;

    private final InstantSource clock;
    private final CustomTask<Void> task;
    private final ManualScheduler scheduler;
    private final AtomicInteger done = new AtomicInteger();

    ScheduledTasks(Access access, Work work, InstantSource clock) {
        this.clock = clock;
        this.task = Tasks.custom(NAME, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                // The library's own revival reads the machine's clock.
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, clock.instant()))
                .execute((instance, context) -> {
                    done.incrementAndGet();
                    return completion(work.run(Long.parseLong(instance.getId())));
                });
        SettableClock settable = new SettableClock();
        settable.set(clock.instant());
        TestHelper.ManualSchedulerBuilder builder =
                TestHelper.createManualScheduler(new JoinedSource(access), task).clock(settable);
        builder.threads(AT_ONCE).heartbeatInterval(HEARTBEAT);
        if (access.dialect() == Dialect.POSTGRES) {
            builder.pollUsingLockAndFetch(0.5, 1.0);
        } else {
            builder.pollUsingFetch(0.5, 1.0);
        }
        this.scheduler = builder.build();
    }

    private static CompletionHandler<Void> completion(Optional<Instant> next) {
        return (complete, operations) ->
                next.ifPresentOrElse(moment -> operations.reschedule(complete, moment), operations::remove);
    }

    private TaskInstance<Void> instance(long id) {
        return task.instance(Long.toString(id));
    }

    @Override
    public void set(long id, Instant due) {
        scheduler.schedule(instance(id), due, ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    }

    @Override
    public void setIfNone(long id, Instant due) {
        scheduler.scheduleIfNotExists(instance(id), due);
    }

    @Override
    public void cancel(long id) {
        if (scheduler
                .getScheduledExecution(instance(id))
                .filter(execution -> !execution.isPicked())
                .isPresent()) {
            scheduler.cancel(instance(id));
        }
    }

    /** Page by page, as long as there is something to do. */
    @Override
    public synchronized int tick() {
        int before = done.get();
        int last;
        scheduler.setTime(clock.instant());
        scheduler.runDeadExecutionDetection();
        do {
            last = done.get();
            scheduler.setTime(clock.instant());
            scheduler.runAnyDueExecutions();
        } while (done.get() > last);
        return done.get() - before;
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
