// Cuts Russian words to their stems, as Snowball does (snowballstem.org/algorithms/russian). Called by words.ts. Own
// code because the `snowball-stemmers` package keeps 25 languages in one file that no bundler can cut (326 KB
// minified, 17 ms of a cold start); a test holds every stem equal to the package's.
const list = (endings: string): ReadonlySet<string> => new Set(endings.split(' '))

const GERUND = list('ив ивши ившись ыв ывши ывшись')
const GERUND_AFTER_A = list('в вши вшись')
const ADJECTIVE = list('ее ие ое ые ими ыми ей ий ой ый ем им ом ым его ого ему ому их ых ую юю ая яя ою ею')
const PARTICIPLE = list('ивш ывш ующ')
const PARTICIPLE_AFTER_A = list('ем нн вш ющ щ')
const REFLEXIVE = list('ся сь')
const VERB = list(
  'ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ует уют ят ит ыт ены ить ыть ишь ую ю',
)
const VERB_AFTER_A = list('ла на ете йте ли й л ем н ло но нно ет ют ны ть ешь')
const NOUN = list(
  'а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я',
)
const NONE = list('')
const DERIVATION = list('ост ость')
const SUPERLATIVE = list('ейш ейше')

const REGIONS = /^(.*?[аеиоуыэюя])(?:(.*?[^аеиоуыэюя].*?[аеиоуыэюя].*?[^аеиоуыэюя]))?/u

/** The stem of one word in lower case with `ё` folded to `е`; words of other scripts come back as they are. */
export function stem(word: string): string {
  const regions = REGIONS.exec(word)
  if (!regions) return word
  const start = regions[1]!.length
  const second = regions[2] === undefined ? Infinity : regions[2].length
  let rest = word.slice(start)
  const whole = rest
  rest = without(rest, GERUND, GERUND_AFTER_A)
  if (rest === whole) rest = withoutEnding(without(rest, REFLEXIVE))
  if (rest.endsWith('и')) rest = rest.slice(0, -1)
  const plain = without(rest, DERIVATION)
  if (plain.length >= second) rest = plain
  return word.slice(0, start) + tidy(rest)
}

function withoutEnding(rest: string): string {
  const adjective = without(rest, ADJECTIVE)
  if (adjective !== rest) return without(adjective, PARTICIPLE, PARTICIPLE_AFTER_A)
  const verb = without(rest, VERB, VERB_AFTER_A)
  return verb !== rest ? verb : without(rest, NOUN)
}

function tidy(rest: string): string {
  const plain = without(rest, SUPERLATIVE)
  if (plain.endsWith('нн')) return plain.slice(0, -1)
  return plain === rest && rest.endsWith('ь') ? rest.slice(0, -1) : plain
}

/** Cuts the longest ending of either list; one of `afterA` only where an `а` or `я` stands before it. */
function without(rest: string, free: ReadonlySet<string>, afterA: ReadonlySet<string> = NONE): string {
  for (let length = Math.min(6, rest.length); length > 0; length -= 1) {
    const ending = rest.slice(-length)
    const left = rest.slice(0, -length)
    if (free.has(ending)) return left
    if (afterA.has(ending)) return /[ая]$/.test(left) ? left : rest
  }
  return rest
}
