// The pages of tables in English. Read by words.ts.
import { counted } from '../web/words/counted.ts'
import type { ImportWords } from './words-shape.ts'

const rows = counted('en', { one: 'row', other: 'rows' })

export const en: ImportWords = {
  title: 'Tables of other systems',
  intro:
    'Tables of “Reshaem vmeste” (POS), “Incident” and other systems are uploaded here. Each row becomes a message, as if the citizen had written it. The same row twice makes nothing: it is known by its number.',
  upload: 'Upload a table',
  file: 'File',
  fileHint: 'CSV or Excel (.xlsx), up to 4 MB and 5,000 rows.',
  source: 'Where the table is from',
  newSource: 'a new source (name it below)',
  newName: 'Name of the new source',
  newNameHint: 'For example: “Reshaem vmeste”. You say once what its columns mean.',
  channel: 'Which system it is',
  contacts: 'Take names, telephones and e-mail of citizens',
  contactsHint: 'Without this we neither read nor keep them. Numbers of documents are never taken.',
  encoding: 'Encoding',
  encodingHint: 'Change it only if letters were signs the last time.',
  encodingItself: 'found out by itself',
  send: 'Upload and look',
  noFile: 'Choose a file',
  noSource: 'Choose a source or name a new one',
  nameTaken: (name) => `There is a source of nearly that name: “${name}”. Choose it from the list.`,
  faults: {
    empty: 'The table has no rows below its headings.',
    'too large': 'The table is too large. Divide it.',
    'too heavy': 'The file has more than 4 MB. Divide the table.',
    'too many rows': 'The table has more than 5,000 rows. Divide it.',
    'too many columns': 'The table has more than 200 columns. Take out those that are not needed.',
    broken: 'The file cannot be read: it is neither CSV nor .xlsx, it is damaged, or it has a password.',
    'old excel': 'This is the old format of Excel (.xls), or a file with a password. Save it as .xlsx or CSV.',
  },
  last: 'Uploaded in the last month',
  lastLine: ({ file, rows: count }, source, who, when) => `${file} — ${source}, ${rows(count)}, ${who}, ${when}`,
  none: 'Nothing yet.',
  sources: 'Give answers back',
  giveBack: 'Give answers back',
  giveBackHint: 'A table in the same columns, with our statuses and answers. It has no names and contacts of citizens.',
  since: 'Came to us since',
  asCsv: 'CSV',
  asXlsx: 'Excel (.xlsx)',
  tooManyBack: (most) =>
    `There are more than ${most} messages. The file would not be whole, so there is none. Choose a later day.`,
  sinceWrong: 'Give the day since which the messages came.',
  gone: 'There is no such table: rows are kept for three days. Upload it again.',
  read: (count, encoding, sheet) =>
    [`Read: ${rows(count)}`, sheet && `sheet “${sheet}”`, encoding && `encoding ${encoding}`]
      .filter(Boolean)
      .join(', ') + '.',
  otherSheets: (sheets) => `Other sheets are not read: ${sheets}.`,
  dropped: (columns) => `Columns about citizens are left out: ${columns}.`,
  columnsTitle: 'What the columns mean',
  columnsIntro: 'Look once: it is kept for the next tables of this source.',
  noColumn: 'no such column',
  groups: {
    message: 'The message',
    facts: 'What the other system says of it',
    contacts: 'The citizen',
    back: 'What we fill in when answers are given back',
  },
  fields: {
    number: 'Number in that system',
    text: 'Text of the message',
    topic: 'Topic',
    municipality: 'Municipality',
    address: 'Address',
    registered: 'Registered on',
    status: 'Status',
    stage: 'Stage',
    moderationDue: 'Moderation until',
    coordinationDue: 'Coordination until',
    executionDue: 'Execution until',
    approvalDue: 'Approval until',
    due: 'Answer until',
    fastTrack: 'Fast track',
    name: 'Name',
    email: 'E-mail',
    phone: 'Telephone',
    externalId: 'Our number',
    organisation: 'Organisation',
    answer: 'Text of the answer',
    answeredAt: 'Answered on',
    kind: 'Kind of answer',
    score: 'Rating',
    solved: 'Solved',
    reopenings: 'Times reopened',
    overdue: 'Overdue',
    closedAt: 'Closed on',
    outcome: 'Outcome',
    group: 'Category',
    channel: 'Channel',
  },
  keepColumns: 'Keep and check the rows',
  needed: 'Without this column rows become no messages',
  twice: 'This column is chosen above already',
  changedMeanwhile: 'Somebody else has just changed the columns of this source. Look and save once more.',
  changeColumns: 'Change the columns',
  previewTitle: 'What becomes of the rows',
  fates: {
    new: 'a new message',
    changed: 'what is known is brought up to date',
    same: 'nothing new',
    hidden: 'hidden in the file, not taken',
    wrong: 'a mistake, not taken',
  },
  counts: (counts) =>
    [
      `new: ${counts.new}`,
      `brought up to date: ${counts.changed}`,
      `nothing new: ${counts.same}`,
      counts.hidden > 0 ? `hidden: ${counts.hidden}` : '',
      `with mistakes: ${counts.wrong}`,
    ]
      .filter(Boolean)
      .join(' · '),
  nothingYet: 'Nothing is made yet: this is a check.',
  line: 'Row',
  number: 'Number',
  becomes: 'Becomes',
  about: 'Message and remarks',
  shown: (shown, all) => `${shown} of ${all} are shown: those with mistakes first.`,
  wholeReport: 'All rows as a table',
  mistake: (mistake) => {
    switch (mistake.code) {
      case 'uneven':
        return `The row has ${mistake.cells} cells, and there are ${mistake.headings} headings: columns have moved.`
      case 'formula':
        return `“${mistake.column}”: a formula without its result. Open the file in Excel and save it.`
      case 'error':
        return `“${mistake.column}”: the cell has an error of Excel.`
      case 'digits':
        return `“${mistake.column}”: a number of more than 15 digits, which Excel has rounded. Make the column text.`
      case 'date':
        return `“${mistake.column}”: “${mistake.value}” is no date. It has to be like 07.03.2026 or 07.03.2026 09:05.`
      case 'no number':
        return 'There is no number: without it the row is not known the next time.'
      case 'number wrong':
        return 'The number has more than 100 characters, or several lines.'
      case 'number twice':
        return `Row ${mistake.line} has this number already.`
      case 'no text':
        return 'There is no text of a message.'
      case 'text short':
        return 'The text has fewer than three letters.'
      case 'text long':
        return 'The text has more than 30,000 characters.'
      case 'email wrong':
        return 'The column of e-mail has no address.'
    }
  },
  remark: ({ code, value }) =>
    ({
      topic: `There is no topic “${value}” here: it is found by the text.`,
      municipality: `There is no municipality “${value}” here: the place is found by the address.`,
      stage: `The stage “${value}” is none of the four of POS: it is not kept.`,
    })[code],
  skipWrong: (count) => `Take the others without the rows that have mistakes (${count})`,
  skipFirst: 'Some rows have mistakes. Tick that the others are taken without them, or mend the file.',
  withHidden: (count) => `Take the rows that are hidden in the file, too (${count})`,
  take: (count) => `Take in: ${rows(count)}`,
  nothingToTake: 'There is nothing to take in.',
  taking: (done, all) => `Being taken in: ${done} of ${all}.`,
  goOn: 'Go on',
  goesOn: 'It goes on by itself. The page may be closed: what is taken in stays, the button takes the rest.',
  done: 'The table is taken in',
  became: {
    created: 'a new message',
    changed: 'brought up to date',
    same: 'nothing new',
    failed: 'did not work',
    gone: 'the message is deleted or erased',
  },
  failedHint: 'What failed by a fault of ours: upload the same table again. Nothing else is repeated.',
  sorts: {
    done: 'done',
    promised: 'promised for a day',
    explained: 'explained',
    impossible: 'cannot be done',
    'not ours': 'another organisation decides',
  },
  outcomes: {
    answered: 'answered',
    'no reply': 'no reply of the citizen',
    solved: 'solved',
    withdrawn: 'withdrawn by the citizen',
  },
  yes: 'yes',
  no: 'no',
}
