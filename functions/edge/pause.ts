// The one place where the functions wait; everything below the edges is given it. Called by hear and by the pages of comments.
import { setTimeout } from 'node:timers/promises'

/** Waits (ms). */
export const pause = (ms: number): Promise<void> => setTimeout(ms)
