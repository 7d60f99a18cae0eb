// Chance with a seed: the same seed gives the same life, so that whatever was found can be looked at again. Used by
// everything that is played.
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

export class Chance {
  readonly #source

  constructor(seed: number) {
    this.#source = xoroshiro128plus(seed)
  }

  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number {
    return uniformInt(this.#source, Math.round(from), Math.round(to))
  }

  /** True with a probability from 0 to 1. */
  happens(probability: number): boolean {
    return probability > 0 && uniformInt(this.#source, 0, 999_999) < probability * 1_000_000
  }

  pick<T>(options: readonly T[]): T {
    return options[this.between(0, options.length - 1)]!
  }

  /** One of some values, each as likely as its weight says. */
  weighted<T>(options: readonly (readonly [weight: number, value: T])[]): T {
    let left = this.between(
      1,
      options.reduce((sum, [weight]) => sum + weight, 0),
    )
    for (const [weight, value] of options) if ((left -= weight) <= 0) return value
    throw new Error('Weights are whole numbers of at least 1.')
  }
}
