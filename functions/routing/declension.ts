// Lists the written forms of a place name. Called by place-names.ts. Stems would not do: "Дмитрий" and "Дмитриев",
// "Курск" and "курский" share one. A form that nobody writes does no harm; a form that two names share would.
import { fold } from './words.ts'

const ENDINGS: ReadonlyArray<readonly [RegExp, readonly string[]]> = [
  [/(?<=[кгх])ий$/, ['ого', 'ому', 'им', 'ом']],
  [/ий$/, ['его', 'ему', 'им', 'ем', 'ого', 'ому', 'ия', 'ию', 'ии']],
  [/ый$/, ['ого', 'ому', 'ым', 'ом']],
  [/ой$/, ['ого', 'ому', 'ым', 'им', 'ом']],
  [/ая$/, ['ой', 'ую', 'ою', 'ей']],
  [/яя$/, ['ей', 'юю']],
  [/ое$/, ['ого', 'ому', 'ым', 'им', 'ом']],
  [/ее$/, ['его', 'ему', 'им', 'ем']],
  [/[ыи]е$/, ['ых', 'их', 'ым', 'им', 'ыми', 'ими']],
  [/а$/, ['ы', 'и', 'е', 'у', 'ой', 'ей']],
  [/я$/, ['и', 'е', 'ю', 'ей']],
  [/о$/, ['а', 'у', 'ом', 'е']],
  [/е$/, ['я', 'ю', 'ем', 'и', 'а', 'у']],
  [/[ыи]$/, ['ов', 'ев', 'ей', 'ам', 'ям', 'ами', 'ями', 'ах', 'ях']],
  [/ь$/, ['и', 'ю', 'я', 'ем', 'е', 'ью']],
  [/й$/, ['я', 'ю', 'ем', 'е', 'и']],
  [/(?<=[бвгджзклмнпрстфхцчшщ])$/, ['а', 'у', 'ом', 'ем', 'ым', 'е']],
]

/** All forms of one word of a name, the given one first. */
export function formsOf(word: string): string[] {
  const plain = fold(word)
  const rule = ENDINGS.find(([ending]) => ending.test(plain))
  if (!rule) return [plain]
  const trunk = plain.replace(rule[0], '')
  return [plain, ...rule[1].map((ending) => trunk + ending)]
}

/** Whether a name is an adjective ("Грозный", "Белая"): such a word alone in a sentence is hardly ever the place. */
export function isAdjective(word: string): boolean {
  return /(?:[иы]й|[кнвл]ой|ая|яя|ое|ее|[ыи]е)$/.test(fold(word))
}
