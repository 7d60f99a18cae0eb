// Knows the lines by which mail programs introduce what they quote: who wrote when, the header of the mail below, a line between. Those of
// Gmail, Yandex, Mail.ru, Outlook, Apple Mail, Thunderbird and of telephones, in Russian and English. Pure. Called by quoted.ts.

/** A line that introduces something is folded into no more lines than these, and is no longer. */
const MOST_LINES = 4
const MOST_LENGTH = 300
/** A header that is quoted stands within so many lines. */
const HEADER_LINES = 10

const MONTHS = 'янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const DATE = new RegExp(
  String.raw`\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[-./]\d\d[-./]\d\d|\d{1,2}[ -](?:${MONTHS})[a-zа-яё]*\.?,?[ -]\d{4}|(?:${MONTHS})[a-zа-яё]*\.? \d{1,2},? \d{4}`,
  'i',
)
const TIME = /\d{1,2}:\d\d/
const ADDRESS = /[^\s<>@]{1,64}@[^\s<>@]{1,255}/
/** "написал(а):", "пишет:", "wrote:" at the end. */
const WROTE = /(?:^|[\s>"»)])(?:написал(?:\(а\)|а|и)?|писал(?:\(а\)|а|и)?|пишет|сообщил(?:\(а\)|а)?|wrote|writes)\s*:$/i
/** How such a line may begin, so that no line of the writer before it is taken along. */
const BEGINS =
  /^(?:[*_>"'«]{0,3})(?:on\b|at\b|в\s|пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|сред[аы]|четверг|пятниц[аы]|суббот[аы]|воскресенье|mon|tue|wed|thu|fri|sat|sun|\d)/i
/** "2 марта 2026, 10:15 +03:00 от Имя:" of Mail.ru. */
const FROM_WHOM = /\sот\s.{1,120}:$/i

/**
 * How many lines from one on introduce a quotation: "02.03.2026, 10:15, Имя <a@example.org>:", "On … wrote:". 0 where they do not.
 */
export function attributionAt(lines: readonly string[], at: number): number {
  const first = lines[at]!.trim()
  if (first === '' || !(BEGINS.test(first) || DATE.test(first) || ADDRESS.test(first) || WROTE.test(first))) return 0
  let joined = ''
  for (let count = 1; count <= MOST_LINES && at + count <= lines.length; count += 1) {
    const next = lines[at + count - 1]!.trim()
    if (next === '' || next.startsWith('>')) return 0
    joined = joined ? `${joined} ${next}` : next
    if (joined.length > MOST_LENGTH) return 0
    if (joined.endsWith(':') && introduces(joined)) return count
  }
  return 0
}

function introduces(line: string): boolean {
  const isDated = DATE.test(line)
  if (WROTE.test(line)) return isDated || ADDRESS.test(line) || TIME.test(line)
  if (isDated && ADDRESS.test(line)) return true
  return isDated && TIME.test(line) && FROM_WHOM.test(line)
}

/** "-----Original Message-----", with the words of many programs between the lines. */
const BETWEEN =
  /^[\s>]*[-_=—]{2,}\s*(?:original\s+message|original\s+appointment|forwarded\s+message|forwarded\s+by.{0,80}|reply\s+message|исходное\s+сообщение|исходное\s+письмо|пересылаемое\s+сообщение|переадресованное\s+сообщение|пересланное\s+сообщение|конец\s+пересылаемого\s+сообщения|оригинальное\s+сообщение|ответное\s+сообщение)\s*[-_=—]{0,}\s*$/i
const FORWARDED =
  /^\s*(?:begin forwarded message|начало (?:переадресованного|пересылаемого|пересланного) сообщения|пересылаю сообщение)\s*:\s*$/i
const RULE = /^\s*[_—-]{10,}\s*$/

/** Labels of a header, each by what it says. */
const LABELS: Readonly<Record<string, string>> = {
  ...{ от: 'from', 'от кого': 'from', отправитель: 'from', from: 'from', sender: 'from' },
  ...{ отправлено: 'sent', 'дата отправки': 'sent', дата: 'sent', date: 'sent', sent: 'sent' },
  ...{ кому: 'to', получатель: 'to', to: 'to', копия: 'cc', cc: 'cc', 'reply-to': 'reply' },
  ...{ тема: 'subject', subject: 'subject', важность: 'importance', importance: 'importance' },
}
const LABEL = /^[\s>]*[*_]{0,2}([a-zа-яё-]{2,14}(?: [а-яё]{4,8})?)[*_]{0,2}\s*:[*_]{0,2}(?:\s|$)/i
/** That many different labels are no chance. */
const LABELS_ENOUGH = 3

/** Whether everything from this line on is a quotation that is not marked line by line. */
export function beginsQuotation(lines: readonly string[], at: number): boolean {
  const line = lines[at]!
  if (BETWEEN.test(line) || FORWARDED.test(line)) return true
  if (RULE.test(line)) {
    const next = lines.findIndex((one, index) => index > at && one.trim() !== '')
    return next > 0 && next - at <= 3 && labelOf(lines[next]!) !== undefined && labelsFrom(lines, next) >= 2
  }
  return labelOf(line) !== undefined && labelsFrom(lines, at) >= LABELS_ENOUGH
}

function labelOf(line: string): string | undefined {
  const [, label = ''] = LABEL.exec(line.slice(0, 40)) ?? []
  return Object.hasOwn(LABELS, label.toLowerCase()) ? LABELS[label.toLowerCase()] : undefined
}

/** How many different labels a header has that begins here; long values go on in lines of their own, an empty line after it ends it. */
function labelsFrom(lines: readonly string[], at: number): number {
  const found = new Set<string>()
  let others = 0
  for (const line of lines.slice(at, at + HEADER_LINES)) {
    if (line.trim() === '' && found.size >= LABELS_ENOUGH) break
    const label = labelOf(line)
    if (label) found.add(label)
    others = label || line.trim() === '' ? 0 : others + 1
    if (others > 2) break
  }
  return found.size
}
