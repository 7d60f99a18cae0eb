// Hides people's names in a text that anybody will read: those of a person who is known, in any case of declension, and what looks like a
// name in Russian (a patronymic, initials) or after an English title. Streets named after people keep their names. Called where an
// answer is prepared for the public.
import { stem } from './stem.ts'

const CAPITAL = '[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?'
const PATRONYMIC =
  '[А-ЯЁ][а-яё]+(?:[оеь]вич(?:а|у|ем|е)?|[оеь]вн(?:а|ы|е|у|ой)|ичн(?:а|ы|е|у|ой)|[ьи]ич(?:а|у|[её]м|е)?)(?![а-яё])'
const FREE = '(?<![А-ЯЁа-яё-])'
/** What is named after somebody is not somebody. */
const NOT_NAMED_AFTER =
  '(?<!(?:им\\.|имени|ул\\.|улиц[а-яё]{1,2}|пр\\.|просп\\.|проспект[а-яё]{0,2}|пер\\.|площад[а-яё]{1,2}) ?)'
const INITIAL = '[А-ЯЁ]\\.'

const SHAPES = [
  `${FREE}(?:(?!Уважаем|Дорог|Здравствуй|Господин|Госпож)${CAPITAL} ){0,2}${PATRONYMIC}(?: ${CAPITAL})?`,
  `${NOT_NAMED_AFTER}${FREE}${CAPITAL} ${INITIAL} ?${INITIAL}`,
  `${NOT_NAMED_AFTER}${FREE}${INITIAL} ?${INITIAL} ?${CAPITAL}`,
  '(?<=\\b(?:Dear|Mr|Mrs|Ms|Miss)\\.? )(?!Sir|Madam)[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2}',
].map((shape) => new RegExp(shape, 'g'))
const WORD = /(?<![A-Za-zА-ЯЁа-яё])[A-ZА-ЯЁ][A-Za-zА-ЯЁа-яё]{2,}/g

const HIDDEN = '•••'

/** The text with names hidden. @param person somebody's name as they wrote it */
export function hideNames(text: string, person = ''): string {
  const shaped = SHAPES.reduce((hidden, shape) => hidden.replace(shape, HIDDEN), text)
  const known = stemsOf(person)
  return shaped.replace(WORD, (word) => (known.has(stemOf(word)) ? HIDDEN : word)).replace(/•••(?:[ ]•••)+/g, HIDDEN)
}

/** The words of a text that are of a person's name, each once. */
export function namesOf(text: string, person = ''): string[] {
  const known = stemsOf(person)
  return [...new Set((text.match(WORD) ?? []).filter((word) => known.has(stemOf(word))))]
}

function stemsOf(person: string): Set<string> {
  return new Set((person.match(/[A-Za-zА-ЯЁа-яё]{3,}/g) ?? []).map(stemOf))
}

function stemOf(word: string): string {
  return stem(word.toLowerCase().replaceAll('ё', 'е'))
}
