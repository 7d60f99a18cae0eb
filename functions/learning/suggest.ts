// What would help the topics that are found worst: merging two that people do not tell apart, more messages, or key words. Called by npm run
// train.
import type { ClassFigures, Figures } from './measure.ts'
import type { Trained } from './train.ts'

export interface Suggestion {
  readonly topic: ClassFigures
  readonly help:
    | { readonly kind: 'merge'; readonly with: string; readonly times: number }
    | { readonly kind: 'label'; readonly more: number }
    | { readonly kind: 'words'; readonly stems: readonly string[] }
}

const WORST = 10
/** Below that a figure says nothing of a topic. */
const FEWEST_ROWS = 5
const WEAK = 0.5
/** Of a topic's messages; where so many are taken for one other, the two are hardly told apart. */
const MERGED = 0.3
/** A topic of fewer messages is not learned yet. */
const ENOUGH_ROWS = 30
const MOST_STEMS = 6

/** @param isKeyWord whether a stem already is a key word of what the label means. */
export function suggest(
  figures: Figures,
  trained: Trained,
  isKeyWord: (label: string, stem: string) => boolean,
): Suggestion[] {
  const weak = figures.classes.filter(({ rows, f1 }) => rows >= FEWEST_ROWS && f1 < WEAK)
  return weak.slice(0, WORST).map((topic): Suggestion => {
    const { label, rows } = topic
    const taken = figures.confusions.find(({ truth }) => truth === label)
    if (taken && taken.times >= rows * MERGED)
      return { topic, help: { kind: 'merge', with: taken.found, times: taken.times } }
    if (rows < ENOUGH_ROWS) return { topic, help: { kind: 'label', more: ENOUGH_ROWS - rows } }
    const stems = tellingStems(trained, label).filter((stem) => !isKeyWord(label, stem))
    return { topic, help: { kind: 'words', stems: stems.slice(0, MOST_STEMS) } }
  })
}

/** The stems that speak most for a topic, the strongest first. */
function tellingStems({ heads, vocabulary, fitted }: Trained, label: string): string[] {
  const at = heads.findIndex(({ name }) => name === 'topic')
  const before = heads.slice(0, at).reduce((sum, { labels }) => sum + labels.length, 0)
  const column = before + heads[at]!.labels.indexOf(label)
  return vocabulary.features
    .map((stem, feature) => ({ stem, pull: fitted.weights[feature * fitted.bias.length + column]! }))
    .filter(({ stem, pull }) => pull > 0 && !stem.includes(':'))
    .sort((a, b) => b.pull - a.pull)
    .slice(0, 20)
    .map(({ stem }) => stem)
}
