// An answer in which the words are marked that were not in the one before. Shown in moderator-forms.tsx.
import type { FC } from 'hono/jsx'

/** Beyond so many pairs of words nothing is marked: comparing them would take longer than reading. */
const PAIRS = 1_000_000

export const Changed: FC<{ before: string; now: string }> = ({ before, now }) => (
  <blockquote>{changesIn(before, now).map(({ text, isNew }) => (isNew ? <mark>{text}</mark> : text))}</blockquote>
)

interface Part {
  readonly text: string
  readonly isNew: boolean
}

/** The text in parts: what is in the longest common sequence of words of both, and what is new. */
export function changesIn(before: string, now: string): Part[] {
  const [old, words] = [wordsOf(before), wordsOf(now)]
  if (old.length * words.length > PAIRS) return [{ text: now, isNew: false }]
  const kept = keptOf(old.map(bare), words.map(bare))
  return words.reduce<Part[]>((parts, text, index) => {
    const isNew = !kept.has(index)
    const last = parts.at(-1)
    return last?.isNew === isNew
      ? [...parts.slice(0, -1), { text: last.text + text, isNew }]
      : [...parts, { text, isNew }]
  }, [])
}

/** Each word with the blanks after it. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*/g) ?? []
}

function bare(word: string): string {
  return word.trimEnd()
}

/** Which words of the new text stay: a longest common subsequence, by the table of its lengths from the end. */
function keptOf(old: readonly string[], now: readonly string[]): Set<number> {
  const width = now.length + 1
  const lengths = new Uint16Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        old[i] === now[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
  const kept = new Set<number>()
  for (let i = 0, j = 0; i < old.length && j < now.length;) {
    if (old[i] === now[j]) {
      kept.add(j)
      i += 1
      j += 1
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1
    else j += 1
  }
  return kept
}
