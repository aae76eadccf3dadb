package dev.bellwether.app;

/** Does something the first time it is run and nothing after that; who comes meanwhile waits until it is done. */
final class Once implements Runnable {
    private final Runnable work;
    private boolean done;

    Once(Runnable work) {
        this.work = work;
    }

    @Override
    public synchronized void run() {
        if (!done) {
            done = true;
            work.run();
        }
    }
}
