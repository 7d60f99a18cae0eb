// Finds in a text the words that may say who wrote it or where they live: names, what follows "улица", what is part of an address.
// Called by vocabulary.ts, which keeps a word only where five authors wrote it as an ordinary one.
import { stem } from '../language/stem.ts'
import { type Word, wordsOf } from '../language/words.ts'

/** Abbreviations are written in capitals and name nobody: УК, ЖКХ, ТЭЦ, МУП. */
const ABBREVIATION = /^\p{Lu}{2,4}$/u
/** Also without a capital; that "основной" has the shape as well costs a model little. */
const PATRONYMIC = /^\p{L}{2,}(?:[оеь]вич(?:а|у|ем|е)?|[оеь]вн(?:а|ы|е|у|ой)|ьич(?:а|у|ем|е)?|иничн(?:а|ы|е|у|ой))$/u
const BEGINS_A_SENTENCE = /[.!?…:;\n•*]/
const NAMES_A_PLACE =
  /^(?:улиц|переулок|проспект|площад|бульвар|шосс|набережн|микрорайон|проезд|тупик|деревн|сел|посел|посёл|хутор|станиц|слобод|город|снт|имени|street|avenue|road|lane)/
const ADDRESS = /\S*(?:@|https?:|www\.|t\.me|vk\.com)\S*/gi

/** The commonest first names, because many write them without a capital. */
const FIRST_NAMES = `
александр алексей анатолий андрей антон аркадий артем артур богдан борис вадим валентин валерий василий виктор виталий владимир владислав
вячеслав геннадий георгий григорий данил даниил денис дмитрий евгений егор иван игорь илья кирилл константин лев леонид максим матвей михаил
никита николай олег павел петр роман руслан сергей станислав степан тимофей тимур федор юрий ярослав рамзан ахмед магомед муса иса умар
александра алена алина алла анастасия ангелина анна антонина валентина валерия варвара вера вероника виктория галина дарья диана евгения
екатерина елена елизавета жанна зинаида зоя инна ирина карина кира клавдия кристина ксения лариса лидия любовь людмила маргарита марина мария
надежда наталья наталия нина оксана олеся ольга полина раиса светлана снежана софия софья таисия тамара татьяна ульяна фаина эльвира юлия яна
лена оля таня саша маша наташа света ира катя юля аня люда люба галя надя костя коля миша дима леша сережа женя паша вова петя толя
`
/** "Вера", "любовь", "надежда", "лев" and "роман" are ordinary words as well, which no topic needs. */
const names = new Set(FIRST_NAMES.trim().split(/\s+/).map(stem))

export interface SeenWord {
  readonly stem: string
  /** As an ordinary word; otherwise as a name or an address; undefined where its form does not tell. */
  readonly ordinary: boolean | undefined
}

/** The words of a text, each with how it was written; without mail addresses and those of the net. */
export function wordsSeen(text: string): SeenWord[] {
  const words = wordsOf(text.replace(ADDRESS, ' '))
  return words.map((word, at) => ({ stem: word.stem, ordinary: isOrdinary(word, words[at - 1]) }))
}

function isOrdinary({ stem: made, plain, written, capital, shouted, gap }: Word, before: Word | undefined) {
  if (names.has(made) || PATRONYMIC.test(plain)) return false
  if (before && NAMES_A_PLACE.test(before.plain) && !BEGINS_A_SENTENCE.test(gap.replace(/^\./, ''))) return false
  if (shouted) return undefined
  if (ABBREVIATION.test(written) || !capital) return true
  return !before || BEGINS_A_SENTENCE.test(gap) ? undefined : false
}
