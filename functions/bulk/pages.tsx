// The pages of acting on many: what is to be done, what will happen to each, what came of it. Shown by act-on-many.tsx.
import type { Child, FC } from 'hono/jsx'
import { type CaseFile, firstMessage } from '../case/case-file.ts'
import { maskPersonal } from '../language/personal.ts'
import { shorten } from '../language/shorten.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { isConsolePage } from '../web/console/page.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import type { Fields } from '../web/forms.ts'
import { ErrorSummary } from '../web/parts.tsx'
import { type BulkAct, bulkWords } from '../web/words/bulk.ts'
import { queueWords } from '../web/words/queue.ts'
import type { Result } from './carry-out.ts'
import { reasonIn, willIn, wontIn } from './in-words.ts'
import type { Order } from './order.ts'
import { OrderFields } from './order-fields.tsx'
import type { Planned } from './plan.ts'

const FIRST_WORDS = 90

interface Shown {
  readonly visit: ConsoleVisit
}

/** Nothing that can be done: why. */
export const NothingPage: FC<Shown & { act: BulkAct; why: string }> = ({ visit, act, why }) => (
  <ConsoleLayout visit={visit} title={bulkWords[visit.request.language].titles[act]} wrong>
    <p class="problem">{why}</p>
    <Back visit={visit} />
  </ConsoleLayout>
)

interface ChooseProps extends Shown {
  readonly act: BulkAct
  readonly ids: readonly string[]
  readonly files: ReadonlyMap<string, CaseFile>
  readonly errors: Fields
}

export const ChoosePage: FC<ChooseProps> = ({ visit, act, ids, files, errors }) => {
  const { language } = visit.request
  const text = bulkWords[language]
  return (
    <ConsoleLayout visit={visit} title={text.titles[act]} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} language={language} />
      <p>{text.cases(ids.length)}</p>
      <BulkForm visit={visit} act={act} step="plan" ids={ids}>
        <OrderFields visit={visit} act={act} errors={errors} ids={ids} />
        <button type="submit">{text.preview}</button>
      </BulkForm>
      <CaseTable visit={visit} caption={text.cases(ids.length)}>
        {ids.map((id) => (
          <CaseRow visit={visit} caseId={id} file={files.get(id)} />
        ))}
      </CaseTable>
      <Back visit={visit} />
    </ConsoleLayout>
  )
}

interface ConfirmProps extends Shown {
  readonly order: Order
  readonly planned: readonly Planned[]
  /** Under which each case will be changed once. */
  readonly nonce: string
}

export const ConfirmPage: FC<ConfirmProps> = ({ visit, order, planned, nonce }) => {
  const text = bulkWords[visit.request.language]
  const possible = planned.filter(({ refused }) => refused === undefined).length
  const ids = planned.map(({ caseId }) => caseId)
  return (
    <ConsoleLayout visit={visit} title={text.confirmTitle}>
      <p class="note">{possible > 0 ? text.confirmHint : text.nothing}</p>
      {possible > 0 ? (
        <BulkForm visit={visit} act={order.act} step="do" ids={ids} carried={order}>
          <input type="hidden" name="nonce" value={nonce} />
          {planned.map(({ caseId, file }) => (
            <input type="hidden" name={`shown-${caseId}`} value={String(file?.state.assignment ?? 0)} />
          ))}
          <button type="submit">{text.doIt(possible)}</button>
        </BulkForm>
      ) : null}
      <CaseTable visit={visit} caption={text.confirmTitle} heading={text.happens}>
        {planned.map((one) => (
          <CaseRow visit={visit} caseId={one.caseId} file={one.file} label={text.happens}>
            {one.refused ? wontIn(visit, one.refused, one.file) : willIn(visit, order, one)}
          </CaseRow>
        ))}
      </CaseTable>
      <BulkForm visit={visit} act={order.act} step="" ids={ids} carried={order}>
        <button type="submit" class="second">
          {text.change}
        </button>
      </BulkForm>
      <Back visit={visit} />
    </ConsoleLayout>
  )
}

interface ResultProps extends Shown {
  readonly order: Order
  readonly results: readonly Result[]
}

export const ResultPage: FC<ResultProps> = ({ visit, order, results }) => {
  const text = bulkWords[visit.request.language]
  const left = results.filter(({ refused }) => refused !== undefined && refused !== 'main')
  const asked = results.filter(({ refused }) => refused !== 'main').length
  return (
    <ConsoleLayout visit={visit} title={text.titles[order.act]} wrong={left.length > 0}>
      <section class={left.length > 0 ? 'problem' : 'done'} role="status">
        <h2>{text.summary(asked - left.length, asked)}</h2>
      </section>
      {left.length > 0 ? (
        <BulkForm visit={visit} act={order.act} step="" ids={left.map(({ caseId }) => caseId)} carried={order}>
          <button type="submit">{text.retry(left.length)}</button>
        </BulkForm>
      ) : null}
      <CaseTable visit={visit} caption={text.result} heading={text.result}>
        {[...left, ...results.filter((one) => !left.includes(one))].map(({ caseId, file, refused }) => (
          <CaseRow visit={visit} caseId={caseId} file={file} label={text.result}>
            {refused ? reasonIn(visit, refused, file) : text.done}
          </CaseRow>
        ))}
      </CaseTable>
      <Back visit={visit} />
    </ConsoleLayout>
  )
}

interface BulkFormProps extends Shown {
  readonly act: BulkAct
  readonly step: 'plan' | 'do' | ''
  readonly ids: readonly string[]
  /** An order that goes along. */
  readonly carried?: Order
  readonly children?: Child
}

const BulkForm: FC<BulkFormProps> = ({ visit, act, step, ids, carried, children }) => {
  const order = Object.entries(carried ?? {}).filter(([name]) => name !== 'act')
  const back = pageBack(visit)
  const hidden = [['act', act], ...(step ? [['step', step]] : []), ...(back ? [['back', back]] : []), ...order]
  return (
    <form method="post" action={urlOf(visit, 'bulk')} class="bulk" novalidate>
      {hidden.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {ids.map((id) => (
        <input type="hidden" name={`case-${id}`} value="yes" />
      ))}
      {children}
    </form>
  )
}

/** The list that it began on. */
function pageBack({ fields }: ConsoleVisit): string | undefined {
  const back = fields['back'] ?? ''
  return isConsolePage(back) ? back : undefined
}

const Back: FC<Shown> = ({ visit }) => (
  <p>
    <a href={urlOf(visit, pageBack(visit) ?? 'queue?list=open')}>{bulkWords[visit.request.language].back}</a>
  </p>
)

const CaseTable: FC<Shown & { caption: string; heading?: string; children?: Child }> = ({
  visit,
  caption,
  heading,
  children,
}) => {
  const text = bulkWords[visit.request.language]
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{text.number}</th>
          <th scope="col">{text.text}</th>
          {heading ? <th scope="col">{heading}</th> : null}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

interface CaseRowProps extends Shown {
  readonly caseId: string
  readonly file: CaseFile | undefined
  /** What the last column is called. */
  readonly label?: string
  readonly children?: Child
}

const CaseRow: FC<CaseRowProps> = ({ visit, caseId, file, label, children }) => {
  const message = file && firstMessage(file)
  const line = message && shorten(maskPersonal(message.text.replace(/\s+/g, ' ')), FIRST_WORDS)
  return (
    <tr>
      <th scope="row">{file ? <a href={urlOf(visit, `cases/${caseId}`)}>{caseId}</a> : caseId}</th>
      <td>{line ?? (file ? queueWords[visit.request.language].noText : '—')}</td>
      {label ? <td>{children}</td> : null}
    </tr>
  )
}
