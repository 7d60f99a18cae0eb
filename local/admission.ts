// Which requests a gateway lets through: no more a second than its stage declares, as API Gateway does by a bucket of
// tokens, and no more at once than an account's functions take. Asked by rest-api.ts.

/** Of a stage. */
export interface Throttle {
  readonly perSecond: number
  /** How many the bucket holds. */
  readonly burst: number
}

export interface Admission {
  /** Takes a token, where there is one. */
  isWithinRate(): boolean
  /** @returns what says that the request has left its function; undefined where too many are under way */
  enter(): (() => void) | undefined
}

/** @param now milliseconds, of a clock that never goes back */
export function admitting(throttle: Throttle | undefined, atOnce: number, now: () => number): Admission {
  let tokens = throttle?.burst ?? 0
  let filledAt = now()
  let underWay = 0
  return {
    isWithinRate() {
      if (!throttle) return true
      const at = now()
      tokens = Math.min(throttle.burst, tokens + ((at - filledAt) / 1000) * throttle.perSecond)
      filledAt = at
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
    enter() {
      if (underWay >= atOnce) return undefined
      underWay += 1
      return () => void (underWay -= 1)
    },
  }
}
