// Sums and products of probabilities: softmax, the two levels of topics mixed, temperature. Called by score.ts, and where a temperature is
// looked for.

/** How much the category says beside the topic, chosen by cross-validation. */
const CATEGORYS_WORD = 0.5
/** So that nothing is impossible. */
const LEAST = 1e-9

export function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  return normalised(powers)
}

/** A topic is as likely as its category makes it, and a category as its topics do together. */
export function mixed(category: readonly number[], topic: readonly number[], categoryOfTopic: readonly number[]) {
  const sums = new Array<number>(category.length).fill(LEAST)
  topic.forEach((share, at) => (sums[categoryOfTopic[at]!]! += share))
  return {
    category: normalised(category.map((share, at) => share * sums[at]!)),
    topic: normalised(topic.map((share, at) => share * (category[categoryOfTopic[at]!]! + LEAST) ** CATEGORYS_WORD)),
  }
}

/** Less sure where the temperature is above 1, surer where it is below. */
export function calibrated(shares: readonly number[], temperature: number): number[] {
  return normalised(shares.map((share) => Math.exp(logOf(share) / temperature)))
}

/** Finite for what has no probability at all. */
export function logOf(share: number): number {
  return Math.log(share + LEAST)
}

function normalised(shares: readonly number[]): number[] {
  const sum = shares.reduce((all, share) => all + share, 0) || 1
  return shares.map((share) => share / sum)
}
