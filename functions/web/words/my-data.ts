// What the page says that tells a citizen what is kept about them. Read by track.
import { inEvery } from '../../../regions/languages.ts'

interface MyDataWords {
  readonly title: string
  readonly link: string
  readonly intro: string
  readonly what: string
  readonly until: string
  readonly why: string
  /** What is kept, with what it is for. */
  readonly kept: Readonly<
    Record<'author' | 'texts' | 'answers' | 'fingerprint' | 'course' | 'mails' | 'logs', readonly [string, string]>
  >
  readonly stays: string
  readonly left: string
  readonly gone: string
  readonly download: string
  readonly downloadAll: string
  readonly allHint: string
  readonly erase: string
  readonly back: string
}

export const myDataWords = inEvery<MyDataWords>({
  ru: {
    title: 'Мои данные',
    link: 'Что о вас хранится, и как это скачать',
    intro: 'Вот что мы храним по этому номеру, до какого срока и зачем.',
    what: 'Записано',
    until: 'До какого срока',
    why: 'Зачем',
    kept: {
      author: [
        'Кто вы и как с вами связаться',
        'чтобы ответить вам; имя и телефон увидит только тот, кому нужно вам позвонить',
      ],
      texts: ['Что вы написали', 'чтобы решить вопрос'],
      answers: ['Ответы и вопросы вам', 'чтобы вы могли их прочитать'],
      fingerprint: ['Отпечаток почты и телефона', 'чтобы найти ваши записи, если вы попросите'],
      course: ['Номер, тема, место, даты, названия организаций, оценка', 'чтобы считать, как отвечают'],
      mails: ['Какие письма вам отправили и когда', 'чтобы не отправить одно дважды; самих писем мы не храним'],
      logs: ['Технические журналы, без ваших слов и адресов', 'чтобы искать сбои'],
    },
    stays: 'бессрочно, без ваших слов и адресов',
    left: 'вы не оставили',
    gone: 'уже удалено',
    download: 'Скачать данные по этому номеру (JSON)',
    downloadAll: 'Скачать данные по всем моим номерам (JSON)',
    allHint: 'По всем номерам с той же почтой, которые вы подтвердили.',
    erase: 'Удалить мои данные',
    back: 'Вернуться',
  },
  en: {
    title: 'My data',
    link: 'What is kept about you, and how to download it',
    intro: 'This is what we keep under this number, until which day, and what for.',
    what: 'Noted',
    until: 'Until',
    why: 'What for',
    kept: {
      author: [
        'Who you are and how to reach you',
        'to answer you; only whoever has to call you sees the name and the telephone',
      ],
      texts: ['What you wrote', 'to solve the matter'],
      answers: ['Answers and questions to you', 'for you to read'],
      fingerprint: ['A fingerprint of your e-mail and telephone', 'to find your records if you ask'],
      course: ['Number, topic, place, dates, names of organisations, rating', 'to count how answers are given'],
      mails: ['Which mails were sent to you, and when', 'to send none twice; the mails themselves are not kept'],
      logs: ['Technical logs, without your words and addresses', 'to find faults'],
    },
    stays: 'without end, without your words and addresses',
    left: 'you left none',
    gone: 'erased already',
    download: 'Download the data of this number (JSON)',
    downloadAll: 'Download the data of all my numbers (JSON)',
    allHint: 'Of all numbers with the same e-mail that you confirmed.',
    erase: 'Erase my data',
    back: 'Back',
  },
})
