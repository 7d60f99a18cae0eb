// What each network's updates say, as the adapters read them: only what is used is looked at, and what is not for us is nothing.
import { describe, expect, it } from 'vitest'
import { networks } from '../../functions/networks/networks.ts'

const at = '2026-03-02T07:00:00.000Z'
const seconds = Date.parse(at) / 1000
const ms = Date.parse(at)

const vk = (object: object, type = 'message_new', more: object = {}) =>
  networks.vk.hear({ type, group_id: 1, event_id: 'e', v: '5.199', secret: 's', object, ...more })
const vkMessage = (more: object = {}) => ({
  message: { id: 7, date: seconds, from_id: 5, peer_id: 5, out: 0, text: 'Яма', conversation_message_id: 3, ...more },
  client_info: {},
})
const max = (more: object = {}, message: object = {}, body: object = {}) =>
  networks.max.hear({
    update_type: 'message_created',
    timestamp: ms + 5,
    message: {
      sender: { user_id: 5, first_name: 'Анна', is_bot: false },
      recipient: { chat_id: 9, chat_type: 'dialog', user_id: 1 },
      timestamp: ms,
      // As JSON.parse reads it.
      body: { mid: 'mid.1', seq: Number('116327994376978687'), text: 'Яма', ...body },
      ...message,
    },
    ...more,
  })
const tgMessage = (more: object = {}) => ({
  message_id: 3,
  from: { id: 5, is_bot: false, first_name: 'Анна' },
  chat: { id: 5, type: 'private' },
  date: seconds,
  ...more,
})
const telegram = (more: object = {}) => networks.telegram.hear({ update_id: 1, message: tgMessage(more) })

const said = { kind: 'said', person: '5', at, text: 'Яма', pictures: [], others: [] }
const ofVk = { ...said, key: '5.3', chat: '5' }
const ofMax = { ...said, key: 'mid.1', chat: '9' }
const ofTelegram = { ...said, key: '5.3', chat: '5' }
const size = (width: number, url: string) => ({ type: 'x', url, width, height: width })
const photo = (more: object) => ({ type: 'photo', photo: { id: 1, ...more } })

describe('VK', () => {
  it.each([
    ['a message', vk(vkMessage()), ofVk],
    [
      'a message of an older version, without the number within its dialog',
      vk(vkMessage({ conversation_message_id: undefined })),
      { ...ofVk, key: '5.7' },
    ],
    [
      'a correction',
      vk({ ...vkMessage({ update_time: seconds + 60 }).message, text: 'Яма!' }, 'message_edit'),
      { ...ofVk, key: `5.3.${seconds + 60}`, text: 'Яма!', edited: true },
    ],
    [
      'a photo as it was sent',
      vk(vkMessage({ attachments: [photo({ orig_photo: size(9, 'https://a/o'), sizes: [size(90, 'https://a/1')] })] })),
      { ...ofVk, pictures: [{ url: 'https://a/o' }] },
    ],
    [
      'the largest of a photo’s sizes',
      vk(
        vkMessage({
          attachments: [photo({ sizes: [size(1, 'https://a/1'), size(3, 'https://a/3'), size(2, 'https://a/2')] })],
        }),
      ),
      { ...ofVk, pictures: [{ url: 'https://a/3' }] },
    ],
    [
      'other things by their kinds, each once',
      vk(
        vkMessage({ attachments: [{ type: 'doc' }, { type: 'doc' }, { type: 'audio_message' }, { type: 'gift' }, 7] }),
      ),
      { ...ofVk, others: ['document', 'voice', 'unknown'] },
    ],
    [
      'a place',
      vk(vkMessage({ geo: { type: 'point', coordinates: { latitude: 43.3, longitude: 45.7 } } })),
      { ...ofVk, location: { lat: 43.3, lon: 45.7 } },
    ],
    ['a place in a form that is not known, without it', vk(vkMessage({ geo: { coordinates: '43.3 45.7' } })), ofVk],
    [
      'what is passed on, with its photo',
      vk(
        vkMessage({
          text: '',
          fwd_messages: [{ text: 'Яма', attachments: [photo({ orig_photo: size(9, 'https://a/o') })] }],
        }),
      ),
      { ...ofVk, pictures: [{ url: 'https://a/o' }], forwarded: true },
    ],
    ['the question for our word', vk({}, 'confirmation'), { kind: 'confirmation' }],
    [
      'who lets us write',
      vk({ user_id: 5, key: '' }, 'message_allow'),
      { kind: 'opened', key: 'allow.5', person: '5', chat: '5' },
    ],
    ['who comes by a link', vk(vkMessage({ ref: 'lift-5', ref_source: 'qr' })), { ...ofVk, ref: 'lift-5' }],
    [
      'who presses the button to begin, which sends its own label',
      vk(vkMessage({ text: 'Начать', payload: '{"command":"start"}', ref: 'lift-5' })),
      { kind: 'opened', key: '5.3', person: '5', chat: '5', ref: 'lift-5' },
    ],
    ['another button', vk(vkMessage({ payload: '{"command":"help"}' })), ofVk],
    ['what we wrote', vk(vkMessage({ out: 1 })), { kind: 'nothing', why: 'own' }],
    ['what a community wrote', vk(vkMessage({ from_id: -1 })), { kind: 'nothing', why: 'own' }],
    ['a chat of several', vk(vkMessage({ peer_id: 2_000_000_001 })), { kind: 'nothing', why: 'chat' }],
    ['no message', vk({ message: { text: 'Яма' } }), { kind: 'nothing', why: 'shape' }],
    ['no object at all', networks.vk.hear(undefined), { kind: 'nothing', why: 'shape' }],
  ])('%s', (_, heard, expected) => expect(heard).toEqual(expected))
})

describe('MAX', () => {
  it.each([
    ['a message, never by its seq, which JSON cannot hold', max(), ofMax],
    ['a correction', max({ update_type: 'message_edited' }), { ...ofMax, key: `mid.1.${ms + 5}`, edited: true }],
    [
      'a photo and a place',
      max(
        {},
        {},
        {
          attachments: [
            { type: 'image', payload: { url: 'https://a/1', token: 't' } },
            { type: 'location', latitude: 43.3, longitude: 45.7 },
          ],
        },
      ),
      { ...ofMax, pictures: [{ url: 'https://a/1' }], location: { lat: 43.3, lon: 45.7 } },
    ],
    [
      'what is passed on, whose photo lies in the linked message',
      max(
        {},
        {
          link: {
            type: 'forward',
            message: { mid: 'mid.0', text: 'Яма', attachments: [{ type: 'image', payload: { url: 'https://a/1' } }] },
          },
        },
        { text: null, attachments: [] },
      ),
      { ...ofMax, pictures: [{ url: 'https://a/1' }], forwarded: true },
    ],
    [
      'a reply, without what it replies to',
      max({}, { link: { type: 'reply', message: { mid: 'mid.0', text: 'Какой глубины?' } } }),
      ofMax,
    ],
    [
      'other things by their kinds',
      max({}, {}, { attachments: [{ type: 'audio', payload: {} }, { type: 'hologram' }] }),
      { ...ofMax, others: ['voice', 'unknown'] },
    ],
    [
      'a deletion',
      networks.max.hear({ update_type: 'message_removed', timestamp: ms, message_id: 'mid.1', chat_id: 9, user_id: 5 }),
      { kind: 'deleted', key: 'removed.mid.1', person: '5', chat: '9' },
    ],
    [
      'who begins',
      networks.max.hear({ update_type: 'bot_started', timestamp: ms, chat_id: 9, user: { user_id: 5 } }),
      { kind: 'opened', key: `started.9.${ms}`, person: '5', chat: '9' },
    ],
    [
      'who comes by a link',
      networks.max.hear({
        ...{ update_type: 'bot_started', timestamp: ms, chat_id: 9, user: { user_id: 5 }, payload: 'lift-5' },
      }),
      { kind: 'opened', key: `started.9.${ms}`, person: '5', chat: '9', ref: 'lift-5' },
    ],
    ['what a bot wrote', max({}, { sender: { user_id: 1, is_bot: true } }), { kind: 'nothing', why: 'own' }],
    ['what has no sender', max({}, { sender: undefined }), { kind: 'nothing', why: 'own' }],
    ['a kind of later', max({ update_type: 'comment_liked' }), { kind: 'nothing', why: 'comment_liked' }],
    ['a list', networks.max.hear([]), { kind: 'nothing', why: 'shape' }],
  ])('%s', (_, heard, expected) => expect(heard).toEqual(expected))
})

describe('Telegram', () => {
  it.each([
    ['a message', telegram({ text: 'Яма' }), ofTelegram],
    [
      'a correction',
      networks.telegram.hear({ edited_message: tgMessage({ text: 'Яма', edit_date: seconds + 60 }) }),
      { ...ofTelegram, key: `5.3.${seconds + 60}`, edited: true },
    ],
    [
      'a photo of an album, the largest, with its words',
      telegram({
        caption: 'Яма',
        photo: [{ file_id: 'small' }, { file_id: 'large', file_size: 9 }],
        media_group_id: 'g',
      }),
      { ...ofTelegram, pictures: [{ fileId: 'large', bytes: 9 }], album: 'g' },
    ],
    [
      'a photo that is sent as a file',
      telegram({ caption: 'Яма', document: { file_id: 'f', mime_type: 'image/png' } }),
      { ...ofTelegram, pictures: [{ fileId: 'f' }] },
    ],
    [
      'a file',
      telegram({ caption: 'Яма', document: { file_id: 'f', mime_type: 'application/pdf' } }),
      { ...ofTelegram, others: ['document'] },
    ],
    ['a voice alone', telegram({ voice: { file_id: 'v' } }), { ...ofTelegram, text: '', others: ['voice'] }],
    [
      'a place alone',
      telegram({ location: { latitude: 43.3, longitude: 45.7 } }),
      { ...ofTelegram, text: '', location: { lat: 43.3, lon: 45.7 } },
    ],
    [
      'a kind of later: somebody wrote, and a person is to look',
      telegram({ hologram: {} }),
      { ...ofTelegram, text: '', others: ['unknown'] },
    ],
    [
      'what is passed on',
      telegram({ text: 'Яма', forward_origin: { type: 'user' } }),
      { ...ofTelegram, forwarded: true },
    ],
    ['who begins', telegram({ text: '/start' }), { kind: 'opened', key: '5.3', person: '5', chat: '5' }],
    [
      'who comes by a link',
      telegram({ text: '/start lift-5' }),
      { kind: 'opened', key: '5.3', person: '5', chat: '5', ref: 'lift-5' },
    ],
    [
      'who writes something else behind it',
      telegram({ text: '/start лифт; 5' }),
      { kind: 'opened', key: '5.3', person: '5', chat: '5' },
    ],
    ['a word that only begins like it', telegram({ text: '/startled' }), { ...ofTelegram, text: '/startled' }],
    ['what a bot wrote', telegram({ text: 'Яма', from: { id: 1, is_bot: true } }), { kind: 'nothing', why: 'own' }],
    [
      'a word in a group under no post',
      telegram({ text: 'Яма', chat: { id: -5, type: 'supergroup' } }),
      { kind: 'nothing', why: 'chat' },
    ],
    ['a message of the service', telegram({ pinned_message: {} }), { kind: 'nothing', why: 'of the chat' }],
    [
      'something else',
      networks.telegram.hear({ update_id: 1, callback_query: {} }),
      { kind: 'nothing', why: 'no message' },
    ],
    ['no message', networks.telegram.hear({ message: { text: 'Яма' } }), { kind: 'nothing', why: 'shape' }],
  ])('%s', (_, heard, expected) => expect(heard).toEqual(expected))
})

describe('whose it is', () => {
  const secret = { token: 't', secret: 'right-one' }
  const genuine = (network: keyof typeof networks, headers: Record<string, string>, body: unknown, known = secret) =>
    networks[network].isGenuine({ headers, body }, known, '1')

  it('is said by the secret alone, and by the community’s number', () => {
    const max = 'x-max-bot-api-secret'
    const telegram = 'x-telegram-bot-api-secret-token'
    expect([
      genuine('vk', {}, { group_id: 1, secret: 'right-one' }),
      genuine('max', { [max]: 'right-one' }, {}),
      genuine('telegram', { [telegram]: 'right-one' }, {}),
    ]).toEqual([true, true, true])
    expect([
      genuine('vk', {}, { group_id: 2, secret: 'right-one' }),
      genuine('vk', {}, { group_id: 1 }),
      genuine('vk', {}, { group_id: 1, secret: ['right-one'] }),
      genuine('vk', {}, undefined),
      genuine('max', { [max]: 'wrong-one' }, {}),
      genuine('max', { [telegram]: 'right-one' }, {}),
      genuine('telegram', {}, {}),
      // Of nobody, where the secret that we know is empty.
      genuine('telegram', { [telegram]: '' }, {}, { token: 't', secret: '' }),
    ]).toEqual([false, false, false, false, false, false, false, false])
  })
})
