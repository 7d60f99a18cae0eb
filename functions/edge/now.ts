// The one place where the functions read the time; everything below the edges is given the instant as `at`. Called by
// the stacks of handlers.

/** Reads the time; tests pass one that says what they want. */
export type Now = () => string

/** The present instant, ISO, UTC. */
export const now: Now = () => new Date().toISOString()
