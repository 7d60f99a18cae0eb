// The page on which a call is entered: who calls and what they wrote of before, then what they say; after it the number, to be read aloud.
// Shown by call.tsx.
import type { FC } from 'hono/jsx'
import { topicName } from '../../regions/names.ts'
import { type CaseFile, firstMessage } from '../case/case-file.ts'
import { shorten } from '../language/shorten.ts'
import { localTime } from '../calendar/local-time.ts'
import { maskPersonal } from '../language/personal.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { RESUMED } from '../web/console/page.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { Area, Input, Select } from '../web/fields.tsx'
import type { FormErrors } from '../web/forms.ts'
import { listOf, topicList } from '../web/lists.ts'
import { ActionForm, Done, ErrorSummary } from '../web/parts.tsx'
import { phoneWords } from '../web/words/phone.ts'
import { playWords } from '../web/words/play.ts'
import { words, wordsFor } from '../web/words/words.ts'
import { aloud } from './aloud.ts'

/** As long as the API takes (characters). */
const TEXT_LIMIT = 30_000
/** Of what the caller wrote before (characters). */
const FIRST_WORDS = 120

interface CallPageProps {
  readonly visit: ConsoleVisit
  readonly nonce: string
  readonly errors: FormErrors
  readonly taken: { readonly number: string; readonly isMailed: boolean } | undefined
  /** Undefined where nobody was looked for. */
  readonly earlier: readonly CaseFile[] | undefined
}

export const CallPage: FC<CallPageProps> = ({ visit, nonce, errors, taken, earlier }) => {
  const { region, request, fields } = visit
  const { language } = request
  const text = phoneWords[language]
  const all = words[language]
  const names = { ...text.fields, topic: all.topic, municipality: all.place, address: all.address }
  const field = (name: keyof typeof names) => ({ name, label: names[name], value: fields[name], error: errors[name] })
  return (
    <ConsoleLayout visit={visit} title={text.title} wrong={Object.keys(errors).length > 0}>
      <div class="case">
        {taken ? (
          <Done title={text.taken}>
            <p>{text.readAloud}</p>
            <p class="due">
              <b>{aloud(taken.number)}</b>
            </p>
            <p>{taken.isMailed ? text.receiptMailed : text.noReceipt}</p>
            <p>
              <a href={urlOf(visit, `cases/${taken.number}`)}>{text.open(taken.number)}</a>
            </p>
          </Done>
        ) : null}
        {fields[RESUMED] ? <p class="note">{playWords[language].resumed}</p> : null}
        <ErrorSummary errors={errors} language={language} names={names} />
        <ActionForm nonce={nonce}>
          <h2>{text.who}</h2>
          <p class="hint">{text.whoHint}</p>
          <Input {...field('phone')} type="tel" limit={40} />
          <Input {...field('email')} type="email" limit={254} />
          <Input {...field('name')} type="text" limit={200} />
          <button class="second" type="submit" name="action" value="find">
            {text.find}
          </button>
          {earlier ? <Earlier visit={visit} files={earlier} /> : null}
          <h2>{text.what}</h2>
          <Area {...field('text')} limit={TEXT_LIMIT} />
          <Select {...field('topic')} empty={text.topicUnknown} groups={topicList(region, language)} />
          <Select {...field('municipality')} empty={all.notChosen} groups={listOf(region.municipalities, language)} />
          <Input {...field('address')} hint={text.addressHint} type="text" limit={300} />
          <button type="submit" name="action" value="take">
            {text.send}
          </button>
        </ActionForm>
      </div>
    </ConsoleLayout>
  )
}

const Earlier: FC<{ visit: ConsoleVisit; files: readonly CaseFile[] }> = ({ visit, files }) => {
  const { region, request } = visit
  const { language } = request
  const text = phoneWords[language]
  return (
    <section class="note">
      <h2>{files.length === 0 ? text.noneEarlier : text.earlier}</h2>
      <ul>
        {files.map((file) => (
          <li>
            <a href={urlOf(visit, `cases/${file.state.id}`)}>{file.state.id}</a> —{' '}
            {[
              localTime(file.state.receivedAt, region.timeZone, language),
              topicName(region, file.state.topic, language),
              wordsFor(language, file.state).statuses[file.state.status],
            ]
              .filter(Boolean)
              .join(' · ')}
            <br />
            {shorten(maskPersonal(firstMessage(file)?.text ?? words[language].erased), FIRST_WORDS)}
          </li>
        ))}
      </ul>
    </section>
  )
}
