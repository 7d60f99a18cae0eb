// How what was heard in a social network reads as words of a case, in the region's languages. Read by text-of.ts and the pages of comments.
import type { Language } from '../../regions/schema.ts'
import type { Other } from '../networks/network.ts'

interface HeardWords {
  /** In the place of words, where there are only files. */
  readonly noText: string
  readonly photo: string
  readonly others: Readonly<Record<Other, string>>
  readonly notTaken: (kinds: string) => string
  readonly place: (lat: string, lon: string) => string
  readonly forwarded: string
  readonly edited: string
  readonly goesOn: string
  /** Where a comment stands. */
  readonly comment: (link: string) => string
}

export const heardWords: Readonly<Record<Language, HeardWords>> = {
  ru: {
    noText: 'В сообщении нет текста.',
    photo: 'фотография',
    others: {
      document: 'файл',
      voice: 'голосовое сообщение',
      video: 'видео',
      sticker: 'стикер',
      contact: 'контакт',
      link: 'ссылка на запись',
      poll: 'опрос',
      unknown: 'то, что мы не умеем читать',
    },
    notTaken: (kinds) => `[К сообщению приложено и не принято: ${kinds}.]`,
    place: (lat, lon) => `Точка на карте: ${lat}, ${lon}`,
    forwarded: '[Переслано]',
    edited: '[Житель исправил своё сообщение. Теперь оно такое:]',
    goesOn: '[Сообщение длиннее; здесь его начало.]',
    comment: (link) => `[Комментарий: ${link}]`,
  },
  en: {
    noText: 'There is no text in the message.',
    photo: 'a photo',
    others: {
      document: 'a file',
      voice: 'a voice message',
      video: 'a video',
      sticker: 'a sticker',
      contact: 'a contact',
      link: 'a link to a post',
      poll: 'a poll',
      unknown: 'something that we cannot read',
    },
    notTaken: (kinds) => `[Attached to the message and not taken: ${kinds}.]`,
    place: (lat, lon) => `Point on the map: ${lat}, ${lon}`,
    forwarded: '[Passed on]',
    edited: '[The citizen corrected their message. Now it reads:]',
    goesOn: '[The message is longer; this is its beginning.]',
    comment: (link) => `[Comment: ${link}]`,
  },
}
