package org.ontherecord.platform.queue;

/** An entity that waits in a queue: it has a {@link Turn}, and a state of its own that says in the end what became of it. */
public interface Queued {
    Turn turn();

    /** It was tried often enough and is left to a person. */
    void park();
}
