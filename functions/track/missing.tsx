// Asks the citizen for what is missing while their case waits for an operator: where it is, which topic it is about, or both.
// Nothing is chosen beforehand. Shown on track-page.tsx, read by commands.ts.
import type { FC } from 'hono/jsx'
import { nameIn, topicName } from '../../regions/names.ts'
import type { Unshown } from '../case/commands.ts'
import { textDaysOf, ttlAfter } from '../store/expiry.ts'
import { keys } from '../store/table.ts'
import { CommandForm } from '../web/command-form.tsx'
import { Choice, Input, type OptionGroup, Select } from '../web/fields.tsx'
import { inWords, offered } from '../web/forms.ts'
import type { Parsed } from '../web/case-form.tsx'
import { listOf, topicList } from '../web/lists.ts'
import type { LinkVisit } from '../web/visit.ts'
import { trackWords } from '../web/words/track.ts'
import { wordsFor } from '../web/words/words.ts'

/** As long as an address of a message may be. */
const WHERE_LIMIT = 300
/** Chosen by whoever does not know the municipality. */
const IN_WORDS = 'words'
const where = offered(WHERE_LIMIT)

export const MissingForm: FC<LinkVisit> = (visit) => {
  const { request, file, fields, errors } = visit
  const { missing = {} } = file.state
  const text = trackWords(request.language, file.state).missing
  const all = wordsFor(request.language, file.state)
  const field = (name: string) => ({ name, value: fields[name], error: errors[name] })
  return (
    <section class="note">
      <h2>{text.title}</h2>
      <p>
        {text.why[missing.topic ? (missing.place ? 'both' : 'topic') : 'place']} {text.then}
      </p>
      <CommandForm visit={visit} gives="Supply" action="missing" label={text.send}>
        {missing.topic ? <Topics {...visit} /> : null}
        {missing.place ? (
          <>
            <Select {...field('municipality')} label={text.place} empty={all.notChosen} groups={placesOf(visit)} />
            <Input {...field('where')} label={text.where} hint={text.whereHint} type="text" limit={WHERE_LIMIT} />
          </>
        ) : null}
      </CommandForm>
    </section>
  )
}

const Topics: FC<LinkVisit> = ({ region, request, file, fields, errors }) => {
  const { language } = request
  const text = trackWords(language, file.state).missing
  const field = {
    name: 'topic',
    value: fields['topic'],
    error: errors['topic'],
    label: text.topic,
    hint: text.noneFits,
  }
  const choices = file.state.missing?.topic ?? []
  if (choices.length === 0)
    return <Select {...field} empty={wordsFor(language, file.state).notChosen} groups={topicList(region, language)} />
  return <Choice {...field} options={choices.map((value) => ({ value, label: topicName(region, value, language) }))} />
}

/** The likely ones before all others, and that they cannot tell. */
function placesOf({ region, request, file }: LinkVisit): OptionGroup[] {
  const { language } = request
  const text = trackWords(language, file.state).missing
  const likely = file.state.missing?.place ?? []
  const named = region.municipalities
    .filter(({ id }) => likely.includes(id))
    .map(({ id, name }) => ({ value: id, label: nameIn(name, language) }))
  const others = region.municipalities.filter(({ id }) => !likely.includes(id))
  return [
    ...(named.length > 0 ? [{ label: text.likely, options: named }] : []),
    { label: named.length > 0 ? text.others : '', options: listOf(others, language).flatMap(({ options }) => options) },
    { label: '', options: [{ value: IN_WORDS, label: text.inWords }] },
  ]
}

/** Whether what was chosen may be chosen the decider knows. */
export function parseMissing({ file, fields, request, region }: LinkVisit, messageId: string): Parsed {
  const all = wordsFor(request.language, file.state)
  const text = trackWords(request.language, file.state).missing
  const { missing = {} } = file.state
  const topic = missing.topic && (fields['topic'] ?? '')
  const municipality = missing.place && (fields['municipality'] ?? '')
  const words = missing.place ? (fields['where'] ?? '') : ''
  const [tooLong] = where.safeParse(words).error?.issues ?? []
  const errors = {
    ...(topic === '' && { topic: all.chooseFrom.topic }),
    ...(municipality === '' && { municipality: all.choose }),
    ...(municipality === IN_WORDS && words === '' && { where: text.whereMissing }),
    ...(tooLong && { where: inWords(tooLong, all) }),
  }
  if (Object.keys(errors).length > 0) return { errors }
  const command: Unshown = {
    type: 'Supply',
    by: { role: 'citizen' },
    ...(topic && { topic }),
    ...(municipality && municipality !== IN_WORDS && { municipality }),
    ...(words && { messageId }),
  }
  const ttl = ttlAfter(request.at, textDaysOf(region, file.state))
  const items = words ? [{ ...keys.personal(file.state.id, messageId), messageId, text: words, ttl }] : []
  return { done: 'missing', command, items }
}
