// The adapters beside what the networks publish (VKCOM/vk-api-schema, MIT; the Go client of MAX, its fixtures; telegram-bot-api-spec, MIT): where the
// environment's NETWORKS names their folder. Every event is read without a throw, those we use with the right outcome, and every field we send is known.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { networks } from '../../functions/networks/networks.ts'
import { commentUpdate } from '../../local/networks/comment-updates.ts'
import { updateOf } from '../../local/networks/updates.ts'
import { commentsOfVk, wallOfVk } from '../../local/networks/vk-wall.ts'
import { World } from '../../local/networks/world.ts'

const folder = process.env['NETWORKS'] ?? ''
const read = (...path: string[]) => JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as Record<string, unknown>

type Schema = Record<string, unknown>

/** The files write `required: true` inside a property, and refer to each other by their places. */
function mended(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(mended)
  if (typeof value !== 'object' || value === null) return value
  const properties = (value as { properties?: Record<string, Schema> }).properties
  const needed = Object.entries(properties ?? {}).flatMap(([name, one]) => (one['required'] === true ? [name] : []))
  const entries = Object.entries(value as Schema).flatMap(([key, one]): [string, unknown][] => {
    if (key === 'required' && typeof one === 'boolean') return []
    if (key === '$ref') {
      const there = String(one).replace(/^(?:\.\.\/)?(\w+)\/objects\.json/, '$1.objects.json')
      const [file] = there.split('#')
      // The folder holds those files that messages need; what others describe may be anything.
      return file === '' || existsSync(join(folder, 'vk-api-schema', file!)) ? [[key, there]] : []
    }
    return [[key, mended(one)]]
  })
  return { ...Object.fromEntries(entries), ...(needed.length > 0 && { required: needed }) }
}

if (!existsSync(folder)) {
  it('what the networks publish was NOT tried: NETWORKS names no folder', () =>
    console.warn('NETWORKS names no folder: what the networks publish was not tried.'))
} else {
  const receiver = { account: '1', url: 'http://127.0.0.1/hooks/x', secret: 'secret' }
  const line = { id: 7, from: 'person', text: 'Яма', at: 1_772_434_800_000 } as const
  const happening = {
    what: 'said' as const,
    ...{ line, chat: 5, now: line.at, pictureUrl: 'https://a.example/1.jpg', location: { lat: 43.3, lon: 45.7 } },
  }
  const simulated = (network: keyof typeof networks) => {
    const talk = { network, account: '1', person: 5, name: 'Анна', lines: [] }
    const update = updateOf({ network, ...receiver }, { ...happening, talk })!
    return JSON.parse(update.body) as Record<string, unknown>
  }

  const commented = (network: keyof typeof networks, place: 'wall' | 'topic' | 'suggest', what: 'said' | 'deleted') => {
    const remark = { id: 8, from: 'person', name: 'Анна', person: 5, text: 'Яма', at: line.at } as const
    const wall = { network, account: '1', place, id: 7, text: 'Ремонт', at: line.at, remarks: [] }
    return commentUpdate({ network, ...receiver }, { what, wall, remark, root: 8, now: line.at }) as Record<
      string,
      object
    >
  }

  describe('VK', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false })
    for (const name of readdirSync(join(folder, 'vk-api-schema')).filter((one) => one.endsWith('.objects.json')))
      ajv.addSchema(mended({ ...read('vk-api-schema', name), $schema: undefined, $id: undefined }) as Schema, name)

    it('publishes the event that the simulator tells of, and the adapter hears', () => {
      const { object } = simulated('vk')
      const check = ajv.getSchema('callback.objects.json#/definitions/callback_message_object')!
      // Reality sends less than the schema asks for; of what it sends nothing may be of another type.
      void check(object)
      expect((check.errors ?? []).filter(({ keyword }) => keyword !== 'required')).toEqual([])
      expect(networks.vk.hear(simulated('vk'))).toMatchObject({ kind: 'said', text: 'Яма', others: [] })
    })

    it.each([
      ['wall', 'said', 'wall_reply_new', 'commented'],
      ['topic', 'said', 'board_post_new', 'commented'],
      ['suggest', 'said', 'wall_post_new', 'commented'],
      ['wall', 'deleted', 'wall_comment_delete', 'uncommented'],
    ] as const)('publishes what the simulator tells of comments (%s, %s)', (place, what, definition, kind) => {
      const update = commented('vk', place, what)
      const check = ajv.getSchema(`callback.objects.json#/definitions/callback_${definition}`)!
      void check(update['object'])
      const wrong = (check.errors ?? []).filter(({ keyword }) => keyword !== 'required' && keyword !== 'minimum')
      expect(wrong).toEqual([])
      expect(networks.vk.hear(update)).toMatchObject({ kind })
    })

    it('publishes what the simulator answers of a wall, as far as the adapter reads it', () => {
      const world = new World(join(tmpdir(), 'no-receivers.json'))
      const account = '1'
      const wall = world.walls.wallOf(world, { network: 'vk', ...receiver }, 'wall', line.at)
      const said = { from: 'person', name: 'Анна', person: 5, text: 'Яма', at: line.at } as const
      wall.remarks.push({ ...said, id: 8, picture: 'picture' }, { ...said, id: 9, to: 8 })
      world.walls.answer(world, wall, 9, 'Засыпали', line.at)
      const wrongIn = (definition: string, value: unknown) => {
        const check = ajv.getSchema(`wall.objects.json#/definitions/${definition}`)!
        void check(value)
        return (check.errors ?? []).filter(({ keyword }) => keyword !== 'required')
      }
      const { items: posts } = wallOfVk(world, { owner_id: `-${account}` })
      expect(posts.map((post) => wrongIn('wall_wallpost_full', post))).toEqual([[]])
      const asked = { owner_id: '-1', post_id: String(wall.id), sort: 'desc', thread_items_count: '10' }
      const { items, count } = commentsOfVk(world, asked, 'https://a.example')!
      const below = items[0]!.thread!.items
      expect([count, items.length, below.length]).toEqual([3, 1, 2])
      expect([...items, ...below].map((one) => wrongIn('wall_wall_comment', one))).toEqual([[], [], []])
    })

    it('has types of events of which none makes the adapter throw', () => {
      const { definitions } = read('vk-api-schema', 'callback.objects.json') as {
        definitions: { callback_type: { enum: string[] } }
      }
      const types = definitions.callback_type.enum
      expect(types.length).toBeGreaterThan(30)
      for (const type of types)
        expect(networks.vk.hear({ type, group_id: 1, object: {} }).kind, type).toBe(
          type === 'confirmation' ? 'confirmation' : 'nothing',
        )
    })
  })

  describe('MAX', () => {
    const names = readdirSync(join(folder, 'max')).filter((one) => /^webhook\..*\.json$/.test(one))

    it('sends updates that are read as what they are', () => {
      const heard = Object.fromEntries(
        names.map((name) => {
          const { kind, ...more } = networks.max.hear(read('max', name))
          return [name.slice('webhook.'.length, -'.json'.length), 'why' in more ? `nothing: ${more.why}` : kind]
        }),
      )
      expect(heard).toMatchObject({
        message_created: 'commented',
        message_edited: 'said',
        message_removed: 'deleted',
        bot_started: 'opened',
        bot_stopped: 'nothing: bot_stopped',
      })
      expect(names.length).toBeGreaterThan(10)
    })

    it('knows a message in a dialog, passed on by its sender', () => {
      const update = read('max', 'webhook.message_created.json') as { message: Record<string, unknown> }
      const message = { ...update.message, recipient: { chat_id: 9, chat_type: 'dialog' } }
      expect(networks.max.hear({ ...update, message })).toMatchObject({
        kind: 'said',
        text: '...\n\nЛада седан - баклажан',
        forwarded: true,
        person: '123456789',
      })
      expect(networks.max.hear(simulated('max'))).toMatchObject({ kind: 'said', location: { lat: 43.3, lon: 45.7 } })
    })
  })

  describe('Telegram', () => {
    interface Described {
      readonly fields?: readonly { readonly name: string; readonly required: boolean }[]
    }
    const spec = () =>
      read('telegram', 'api.min.json') as {
        methods: Record<string, Described>
        types: Record<string, Described>
      }
    const fieldsOf = ({ fields = [] }: Described) => fields.map(({ name }) => name)

    it.each([
      ['sendMessage', ['chat_id', 'text', 'link_preview_options']],
      ['setWebhook', ['url', 'secret_token', 'allowed_updates']],
      ['getFile', ['file_id']],
      ['getWebhookInfo', []],
      ['deleteWebhook', []],
    ])('%s takes what we send, and asks for no more', (method, sent) => {
      const described = spec().methods[method]!
      expect(fieldsOf(described)).toEqual(expect.arrayContaining(sent))
      const needed = (described.fields ?? []).filter(({ required }) => required).map(({ name }) => name)
      expect(sent).toEqual(expect.arrayContaining(needed))
    })

    it('has the fields that the simulator tells of, and the adapter reads', () => {
      const { types } = spec()
      const { message } = simulated('telegram') as { message: Record<string, unknown> }
      expect(fieldsOf(types['Message']!)).toEqual(expect.arrayContaining(Object.keys(message)))
      expect(networks.telegram.hear({ message })).toMatchObject({ kind: 'said', text: 'Яма' })
    })

    it('has the fields that the simulator tells of comments', () => {
      const update = commented('telegram', 'wall', 'said')
      const { message } = update as { message: { reply_to_message: object } }
      const known = fieldsOf(spec().types['Message']!)
      expect(known).toEqual(expect.arrayContaining([...Object.keys(message), ...Object.keys(message.reply_to_message)]))
      expect(networks.telegram.hear(update)).toMatchObject({ kind: 'commented', post: 'Ремонт' })
    })

    it('has kinds of updates of which none but messages makes anything', () => {
      const kinds = fieldsOf(spec().types['Update']!).filter((one) => one !== 'update_id')
      expect(kinds.length).toBeGreaterThan(15)
      for (const kind of kinds) expect(networks.telegram.hear({ update_id: 1, [kind]: {} }).kind, kind).toBe('nothing')
    })
  })
}
