// The coach's rules for English. What they find is counted in docs/coach.md.
import { rolesInEnglish, signedInEnglish } from './roles.ts'
import type { Rules } from './shape.ts'

const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)'
const WEEKDAY = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)'

export const en: Rules = {
  greetings: ['hello', 'hi', 'dear', 'good (morning|afternoon|evening|day)', 'greetings'],
  officialese: [
    ['just say it', 'please be advised', 'please note that'],
    ['“we got”', 'in receipt of'],
    ['its name: “Mill Road”', 'aforementioned'],
    ['its name', 'above-mentioned'],
    ['“about”', 'with regard to'],
    ['“about the”', 'regarding the'],
    ['“for”, “about”', 'in respect of'],
    ['“to”', 'with a view to', 'in order to'],
    ['“before”', 'prior to'],
    ['“after”', 'subsequent to'],
    ['“if”', 'in the event (of|that)'],
    ['“do”, “did”', 'undertak*'],
    ['“find out”', 'ascertain*'],
    ['“start”', 'commenc*'],
    ['“stop”', 'cessation'],
    ['“try”', 'endeavour*'],
    ['“use”', 'utilis*'],
    ['“help”', 'facilitat*'],
    ['“seen as”; better say what you decided', 'deemed'],
    ['“we do not do this; … does”', 'remit'],
    ['“by”, “under”', 'pursuant to'],
    ['“we decide by”', 'determin* pursuant'],
    ['“who may”', 'duly authorised'],
    ['“a letter”, “a receipt”', 'documentary evidence'],
    ['“nearby”', 'in the vicinity'],
    ['“this”', 'the said'],
  ],
  ofTheLaw: [
    ['“by”, “under”', 'in accordance with'],
    ['what the policy says', 'in line with … policy'],
  ],
  brushOff: [
    ['“We will fill it by 12 March.”', '(has|have) been noted', 'in due course', 'as and when'],
    ['“We asked for the money; the answer comes on 1 December.”', 'subject to the availability'],
    [
      '“We gave it to the tree team on 3 October; they answer by the 10th.”',
      '(passed|forwarded|referred) to the (relevant|appropriate|responsible) *',
    ],
    ['“Ring parking services on 01632 …”', 'contact the (relevant|appropriate) *'],
    ['the very page, or the steps themselves', 'see our website'],
    ['“Our officer comes on 12 May and we write to you on the 13th.”', 'look into (it|this)'],
    ['“Sorry that it took three weeks.”', 'thank you for your patience'],
    ['“Thank you for writing.”', 'bringing this to our attention'],
    ['leave it out: they wait for what will be done', 'your feedback is important'],
    ['what you did: “We closed the playground.”', 'takes … very seriously'],
    ['“Our officer comes on 12 May.”', 'inspection will be carried out'],
    ['“The school owns the tree. We told them today.”', '(outside|beyond) the remit'],
    ['what you will do', 'if any', 'may be deemed appropriate'],
    ['“We check again on 12 May.”', 'monitor the situation'],
    ['what you did', 'every effort'],
  ],
  done: /(?<![a-z])(?<!not )(?:repaired|fixed|replaced|filled|emptied|swept|cleaned|removed|cleared|cut|closed|opened|installed|painted|checked|visited|served|ordered|collected|booked|paid|refunded|delivered|fenced|switched|told|spoke|fined|planted|washed|mended|restored|reopened|agreed|ready|free)(?![a-z])/,
  paperwork: ['(cut|closed) by', 'not be collected', 'feel free'],
  dated: new RegExp(
    `(?<![a-z])(?:today|yesterday|tomorrow|(?:by|on|until|from|this|next|before|every)\\s+${WEEKDAY}|\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}|${MONTH}\\s+\\d{1,2}|by the end of|within\\s+\\d+|in\\s+${MONTH}(?![a-z]))`,
  ),
  advice: ['bring', 'call', 'ring', 'send us', 'apply', 'book', 'visit'],
  place: /\d|online|library|town hall/iu,
  common:
    'the and for has was are you not all who how why can our out but get her his him did its any may too off new old one two big bit let this that these those when where what which with from have has been being will would could should please there their they them your ours week weeks month months three four does very much many make made send stop back every here into over under after before about again still just outside inside near somebody someone anybody street road lane mine'.split(
      ' ',
    ),
  selfNamed: /[Mm]y name is \p{Lu}\p{Ll}+/u,
  signedByRole: signedInEnglish,
  roles: rolesInEnglish,
  notNames: [
    'kind regards',
    'dear',
    'yours',
    'best wishes',
    'street',
    'road',
    'lane',
    'park',
    'town',
    'council',
    'services',
  ],
  abbreviations: ['mr', 'mrs', 'ms', 'dr', 'st', 'no', 'tel', 'approx', 'inc', 'ltd'],
  vowels: /[aeiouy]+/giu,
  ease: { base: 206.835, perSentence: 1.015, perWord: 84.6 },
  longestSentence: 35,
  leastEase: 0,
  longestAnswer: { message: 1_200, statutory: 2_500 },
  words: {
    personal: {
      why: 'Everybody will read this answer, and here are somebody’s personal data.',
      better: 'Leave them out: “Our supervisor rang you.”',
    },
    unanswered: {
      why: 'This seems to be about something else: it has none of the words the citizen asked about:',
      better: 'Begin with what matters: “The street light is on again since 4 March.”',
    },
    deed: {
      final: {
        why: 'It does not say what was done, or what will be done by when.',
        better: 'For example: “We filled the hole on 3 March and will lay new asphalt by 20 April.”',
      },
      interim: {
        why: 'It does not say what happens next, and when.',
        better: 'For example: “The pump comes on 18 June. We write to you on the 19th.”',
      },
    },
    'brush-off': { why: 'This could be sent to anybody, and reads as a brush-off.' },
    greeting: { why: 'There is no greeting.', better: 'For example: “Hello,” or “Good morning, Jane,”' },
    name: { why: 'It does not say who answers.', better: 'Sign it: “Tom Barrow, lighting team”.' },
    officialese: { why: 'Nobody says this aloud.' },
    readability: {
      why: 'This has to be read twice.',
      better: 'Divide it: one thought, one sentence, up to fifteen words.',
    },
    long: {
      why: 'It does not fit on two screens of a telephone.',
      better: 'Begin with what was done and what comes; leave out the rest.',
    },
  },
}
