// Lists the written forms of a place name. Called by place-names.ts. Stems would not do: "Дмитрий" and "Дмитриев",
// "Курск" and "курский" share one. A form that nobody writes does no harm; a form that two names share would.
import type { PlaceKind } from '../../regions/schema.ts'
import { fold } from '../language/words.ts'

const ENDINGS: ReadonlyArray<readonly [RegExp, readonly string[]]> = [
  [/(?<=[кгх])ий$/, ['ого', 'ому', 'им', 'ом']],
  [/ый$/, ['ого', 'ому', 'ым', 'ом']],
  [/(?<=[нжшчщ])ий$/, ['его', 'ему', 'им', 'ем']],
  [/ий$/, ['ия', 'ию', 'ием', 'ии']],
  [/ая$/, ['ой', 'ую', 'ою', 'ей']],
  [/яя$/, ['ей', 'юю']],
  [/ое$/, ['ого', 'ому', 'ым', 'им', 'ом']],
  [/ее$/, ['его', 'ему', 'им', 'ем']],
  [/(?<=[ае]н)ие$/, ['ия', 'ию', 'ием', 'ии']],
  [/[ыи]е$/, ['ых', 'их', 'ым', 'им', 'ыми', 'ими']],
  [/а$/, ['ы', 'и', 'е', 'у', 'ой', 'ей']],
  [/ья$/, ['ьей', 'ью', 'ьи', 'ье']],
  [/я$/, ['и', 'е', 'ю', 'ей']],
  [/о$/, ['а', 'у', 'ом', 'е']],
  [/ье$/, ['ья', 'ью', 'ьем', 'ьи', 'ьего', 'ьему', 'ьим']],
  [/е$/, ['я', 'ю', 'ем', 'и', 'а', 'у']],
  [/(?<=н)ьки$/, ['ек', 'ьков', 'ькам', 'ьками', 'ьках']],
  [/(?<=[жшчщ])ки$/, ['ек', 'ков', 'кам', 'ками', 'ках']],
  [/(?<=[бвгдзклмнпрстфх])ки$/, ['ок', 'ков', 'кам', 'ками', 'ках']],
  [/ьи$/, ['ий', 'ей', 'ьев', 'ьям', 'ьями', 'ьях']],
  [/[ыи]$/, ['', 'ь', 'ов', 'ев', 'ей', 'ам', 'ям', 'ами', 'ями', 'ах', 'ях']],
  [/ь$/, ['и', 'ю', 'я', 'ем', 'е', 'ью']],
  [/й$/, ['я', 'ю', 'ем', 'е', 'и']],
  [/(?<=[бвгджзклмнпрстфхцчшщ])ец$/, ['ца', 'цу', 'цом', 'цем', 'це', 'еца', 'ецу', 'ецом', 'ецем', 'еце']],
  [/(?<=л)ьек$/, ['ька', 'ьку', 'ьком', 'ьке']],
  [/(?<=[бвгджзклмнпрстфхцчшщ])ок$/, ['ка', 'ку', 'ком', 'ке', 'ока', 'оку', 'оком', 'оке']],
  [/(?<=[бвгджзклмнпрстфхцчшщ])$/, ['а', 'у', 'ом', 'ем', 'ым', 'е']],
]

const HARD_ADJECTIVE_OY = ['ого', 'ому', 'ым', 'им', 'ом']
const NOUN_OY = ['оя', 'ою', 'оем', 'ое']
/** What a place in `-ой` must be called for its name to be an adjective: "посёлок Луговой", but "село Беной". */
const MASCULINE: ReadonlySet<PlaceKind> = new Set(['город', 'посёлок', 'хутор', 'разъезд', 'микрорайон', 'сельсовет'])

/** All forms of one word of a name, the given one first. The kind of the place tells nouns in `-ой` from adjectives. */
export function formsOf(word: string, kind?: PlaceKind): string[] {
  const plain = fold(word)
  if (plain.endsWith('ой')) {
    const endings = isAdjective(plain, kind) ? HARD_ADJECTIVE_OY : NOUN_OY
    return [plain, ...endings.map((ending) => plain.slice(0, -2) + ending)]
  }
  const rule = ENDINGS.find(([ending]) => ending.test(plain))
  if (!rule) return [plain]
  const trunk = plain.replace(rule[0], '')
  return [plain, ...rule[1].map((ending) => trunk + ending)]
}

/** Whether a name is an adjective ("Грозный", "Белая"): such a word alone in a sentence is hardly ever the place. */
export function isAdjective(word: string, kind?: PlaceKind): boolean {
  const plain = fold(word)
  if (/[нвкш]ой$/.test(plain)) return plain.endsWith('ской') || kind === undefined || MASCULINE.has(kind)
  return /(?:[кгхнжшчщ]ий|ый|ая|яя|ое|ее|[ыи]е)$/.test(plain) && !/[ае]ние$/.test(plain)
}
