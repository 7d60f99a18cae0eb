// Finds the words that only say where something is, or by what way: "рядом с поликлиникой", "через портал госуслуг" is no
// complaint about these. Called by find-topic.ts.
import type { Word } from '../language/words.ts'

const BESIDE = /^(?:возле|около|напротив|вблизи|близ)$/
const BESIDE_WITH = /^(?:рядом|недалеко|неподалеку|вблизи|близости|вход(?:а|е|ом))$/
const WITH = /^(?:с|со|от|в|во|к|на)$/
const MEANS = /^(?:портал|сайт|приложение)$/
/** "мусорными", "детской": the name goes on after these. */
const ADJECTIVE = /(?:[оеы]го|[оеы]му|[ыи]ми?|[ыи]х|[ыи]й|[ое]е|[ую]ю|(?:[нвшщ]|ск)(?:ой|ей)|[нвк]ом)$/
const OPEN_GAP = /^[\s"«»“”„'`(]*$/

/** Where the words of such names stand: those after "возле", "рядом с", "у входа в", "в районе", "через". */
export function landmarksIn(words: readonly Word[]): ReadonlySet<number> {
  const landmarks = new Set<number>()
  for (let at = 0; at < words.length; at += 1) {
    let next = nameAfter(words, at)
    while (next < words.length && OPEN_GAP.test(words[next]!.gap)) {
      landmarks.add(next)
      if (!ADJECTIVE.test(words[next]!.plain)) break
      next += 1
    }
  }
  return landmarks
}

/** Where the name begins that such a word announces, or the end. */
function nameAfter(words: readonly Word[], at: number): number {
  const { plain } = words[at]!
  if (BESIDE_WITH.test(plain) && WITH.test(words[at + 1]?.plain ?? '')) return at + 2
  if (BESIDE.test(plain) || (plain === 'районе' && words[at - 1]?.plain === 'в')) return at + 1
  if (plain === 'через') return MEANS.test(words[at + 1]?.plain ?? '') ? at + 2 : at + 1
  return words.length
}
