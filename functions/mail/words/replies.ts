// What mails say of replies: that they may be answered, where an appeal under the law is filed, and what became of a reply or a mail that could
// not be taken. Read by letters.ts and reply-letter.ts.
import type { Language } from '../../../regions/schema.ts'

/** Why a reply changed nothing, or what else its sender is to know. */
export type Telling =
  | 'over'
  | 'superseded'
  | 'unconfirmed'
  | 'asked since'
  | 'merged'
  | 'answered'
  | 'page'
  | 'sensitive'
  | 'too many'
  | 'too long'
  | 'empty'
  | 'blanks'
  | 'public'
  | 'files'
  | 'sealed'
  | 'nothing'
  | 'sent before'

interface ReplyWords {
  /** In a mail that may be answered, or what is said in a dialog. */
  readonly invites: Readonly<Record<'answer' | 'words' | 'dialog', string>>
  /** In the acknowledgement of a message by mail, before the region's own words. */
  readonly noAppeal: string
  readonly subject: string
  readonly number: string
  /** Each says what happened, and what to do. */
  readonly tellings: Readonly<Record<Telling, readonly [what: string, todo: string]>>
  readonly headings: Readonly<Record<'nothing done' | 'taken in part', string>>
  readonly why: string
}

const openLink =
  'Откройте наше последнее письмо об этом деле и нажмите в нём кнопку: на странице видно, что можно сделать.'

const ru: ReplyWords = {
  invites: {
    answer:
      'Можно просто ответить на это письмо: ваши слова уйдут модератору как ответ жителю. Цитату под ними мы уберём, пришлём копию.',
    words: 'Можно просто ответить на это письмо: ваши слова увидят те, кто занимается вопросом.',
    dialog: 'Пишите прямо сюда: ваши слова увидят те, кто занимается вопросом.',
  },
  noAppeal:
    'Письмо принято как сообщение. Это не обращение по Федеральному закону № 59-ФЗ, сроки которого установлены законом.',
  subject: 'О вашем письме',
  number: 'Номер',
  headings: { 'nothing done': 'Ваше письмо ничего не изменило', 'taken in part': 'Ваше письмо принято не целиком' },
  tellings: {
    over: ['Письмо, на которое вы ответили, уже не действует.', 'Позвоните нам: номер внизу письма.'],
    superseded: [
      'С тех пор, как мы вам писали, дело изменилось: теперь им занимаются другие или вопрос уже иной.',
      openLink,
    ],
    unconfirmed: [
      'Мы ещё не знаем, ваше ли это сообщение: чужой адрес может указать кто угодно.',
      'Откройте наше письмо, нажмите кнопку и подтвердите, что писали вы. После этого отвечать можно и письмом.',
    ],
    'asked since': [
      'Пока вы писали, мы задали вам вопрос, и не ясно, ответ ли это на него.',
      'Ответьте, пожалуйста, на письмо с вопросом.',
    ],
    merged: [
      'Это сообщение присоединено к другому о том же, ответ будет один для всех.',
      'Писать ничего не нужно: мы пришлём вам ответ.',
    ],
    answered: [
      'Ответ по этому делу уже дан, и письмо не может его оценить или вернуть в работу.',
      'Откройте письмо с ответом и нажмите «Да, решена» или «Нет, не решена»: во втором случае дело вернётся в работу.',
    ],
    page: ['Сейчас на это письмо нельзя ответить письмом: например, ваш ответ уже на проверке.', openLink],
    sensitive: [
      'Тема этого дела личная, поэтому на него отвечают только на странице, после кода из письма.',
      'Откройте наше письмо, нажмите кнопку, получите код и вставьте свой ответ на странице.',
    ],
    'too many': [
      'К этому делу уже добавлено столько слов, сколько можно до ответа.',
      'Дождитесь ответа или позвоните нам: номер внизу письма.',
    ],
    'too long': ['Ваш текст длиннее, чем помещается в ответ.', 'Сократите его и ответьте ещё раз.'],
    empty: [
      'В вашем письме мы не нашли ваших собственных слов, только цитату или подпись.',
      'Напишите над цитатой и ответьте ещё раз.',
    ],
    blanks: [
      'В вашем ответе осталось место, которое нужно заполнить: слова в квадратных скобках.',
      'Впишите вместо них, что нужно, и ответьте ещё раз.',
    ],
    public: [
      'Житель написал в комментарии: ваш ответ увидели бы все, а в нём есть то, чего другим знать нельзя.',
      'Уберите это и ответьте ещё раз.',
    ],
    files: [
      'Слова мы записали. Файлы из письма не приняты: мы берём только фотографии, и только там, где они включены.',
      'Перескажите, пожалуйста, важное из файлов словами.',
    ],
    sealed: ['Ваше письмо зашифровано, и прочитать его мы не можем.', 'Напишите, пожалуйста, ещё раз без шифрования.'],
    nothing: ['В вашем письме нет ни текста, ни файлов.', 'Напишите, пожалуйста, что случилось и где.'],
    'sent before': [
      'Такое же письмо от вас мы получили меньше часа назад, и оно уже в работе.',
      'Писать ещё раз не нужно: ответ придёт по тому же номеру.',
    ],
  },
  why: 'Это письмо пришло в ответ на ваше. Оно отправлено автоматически.',
}

const openLinkEn = 'Open our last mail about this case and press its button: the page shows what can be done.'

const en: ReplyWords = {
  invites: {
    answer:
      'You may simply reply to this mail: your words go to a moderator as the answer to the citizen. We remove the quotation below them and send you a copy.',
    words: 'You may simply reply to this mail: those who work on the matter will see your words.',
    dialog: 'Just write here: those who work on the matter will see your words.',
  },
  noAppeal:
    'Your mail was taken as a message. It is no appeal under Federal Law 59-FZ, whose terms are set by the law.',
  subject: 'About your mail',
  number: 'Number',
  headings: { 'nothing done': 'Your mail changed nothing', 'taken in part': 'Your mail was taken in part' },
  tellings: {
    over: ['The mail that you replied to acts no more.', 'Call us: the number is below.'],
    superseded: [
      'The case has changed since we wrote to you: others have it by now, or the question is another.',
      openLinkEn,
    ],
    unconfirmed: [
      'We do not know yet whether this message is yours: anybody may name any address.',
      'Open our mail, press its button and confirm that you wrote it. After that you may answer by mail.',
    ],
    'asked since': [
      'While you were writing we asked you a question, and it is not clear whether this is the answer.',
      'Please reply to the mail with the question.',
    ],
    merged: [
      'This message was joined to another about the same; there will be one answer for all.',
      'Nothing is asked of you: we shall send you the answer.',
    ],
    answered: [
      'This case was answered, and a mail can neither rate the answer nor send it back.',
      'Open the mail with the answer and press “Yes, solved” or “No, not solved”: the second sends the case back to work.',
    ],
    page: ['This mail cannot be answered by a reply just now: your answer may be being checked.', openLinkEn],
    sensitive: [
      'The topic of this case is personal, so it is answered on its page alone, after a code by mail.',
      'Open our mail, press its button, get the code and paste your answer on the page.',
    ],
    'too many': [
      'As many words as may be were added to this case before its answer.',
      'Wait for the answer, or call us: the number is below.',
    ],
    'too long': ['Your text is longer than an answer may be.', 'Shorten it and reply again.'],
    empty: [
      'We found no words of your own in your mail, only a quotation or a signature.',
      'Write above the quotation and reply again.',
    ],
    blanks: [
      'Your answer still has a place to be filled in: the words in square brackets.',
      'Write what belongs there instead, and reply again.',
    ],
    public: [
      'The citizen wrote a comment: everybody would read your answer, and it holds what nobody else may know.',
      'Remove it and reply again.',
    ],
    files: [
      'Your words were taken. The files were not: we take photos only, and only where these are switched on.',
      'Please say in words what matters in the files.',
    ],
    sealed: ['Your mail is encrypted, and we cannot read it.', 'Please write again without encryption.'],
    nothing: ['There is neither text nor file in your mail.', 'Please write what happened, and where.'],
    'sent before': [
      'We had the same mail from you less than an hour ago, and it is being worked on.',
      'You need not write again: the answer comes under that number.',
    ],
  },
  why: 'This mail answers yours. It was sent automatically.',
}

export const replyWords: Readonly<Record<Language, ReplyWords>> = { ru, en }
