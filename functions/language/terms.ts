// Which words of a text are looked for: the stems of a text, and those that an index keeps because they tell texts apart. Pure. Called by the
// store's index of words, and by the search of the console, which compares the text itself.
import { wordsOf } from './words.ts'

/** Shorter ones stand in nearly every text. */
const SHORTEST_WORD = 2
const SHORTEST_NUMBER = 3

/** Words that hardly any message is without, as they are written (Russian and English); each is kept from the index with all its forms. */
const COMMON = `
на не по за до от из во со об обо ко ни же бы ли то он мы вы ты да ну ей им
что это как так для при про без над под или если есть было был были быть будет нет уже ещё еще его её ее их она они оно мы вас вам нас нам наш ваш
мне меня мной тебе себя себе свой свои свою все всё всех всем весь вся тот того тому той тех том этот этого этой этом эти этих там тут здесь где
когда кто чтобы который которая которые которых после перед между через около очень только также тоже даже лишь просто ведь вот потому поэтому
можно нужно надо может могут прошу просим пожалуйста здравствуйте добрый день спасибо уважаемый
of to in is it at by on be we my if or as no so do me he us an
the and for with that this are was were have has had not you your our his her their from but what when where who which will would please hello
`
const common = new Set(
  COMMON.trim()
    .split(/\s+/)
    .flatMap((word) => [...stemsOf(word)]),
)

/** Every stem of a text, numbers and short words too. */
export function stemsOf(text: string): Set<string> {
  return new Set(wordsOf(text).map(({ stem }) => stem))
}

/** Whether a stem is kept in the index; the others are compared with the text that was found. */
export function isIndexed(stem: string): boolean {
  if (/^\p{N}+$/u.test(stem)) return stem.length >= SHORTEST_NUMBER
  return stem.length >= SHORTEST_WORD && !common.has(stem)
}

/** Whether a text has all of these stems. */
export function hasStems(text: string, wanted: Iterable<string>): boolean {
  const stems = stemsOf(text)
  return [...wanted].every((stem) => stems.has(stem))
}
