// How long the engine's servers keep a connection that nobody uses. Used by every server of the engine.

/** Longer than any client keeps one (ms): a process that stands still for seconds finds its connections as they were. */
export const KEEP_ALIVE = { keepAliveTimeout: 60_000 } as const
