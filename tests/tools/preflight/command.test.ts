// npm run preflight as it is called: its exit codes, and what it prints where it may not ask.
import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { policy } from '../../../tools/preflight/permissions.ts'

const number = '123456789012'

describe('the command', () => {
  const run = (env: Record<string, string>, ...args: string[]) =>
    new Promise<{ code: unknown; out: string; err: string }>((done) => {
      const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: __, AWS_PROFILE: ___, ...rest } = process.env
      const without = {
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_CONFIG_FILE: '/none',
        AWS_SHARED_CREDENTIALS_FILE: '/none',
      }
      execFile(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', 'tools/preflight.ts', ...args],
        { env: { ...rest, ...without, ...env } },
        (error, out, err) => done({ code: error?.code ?? 0, out, err }),
      )
    })

  it('ends with 2 and one sentence where there are no credentials', async () => {
    expect(await run({}, '--region', '95')).toEqual({
      code: 2,
      out: '',
      err: 'AWS cannot be asked in eu-central-1: Could not load credentials from any providers. Give this shell credentials of the account (AWS_PROFILE, aws sso login), and see that the AWS region is switched on in it.\n',
    })
  })

  it('ends with 1 where nothing but the caller’s account may be read', async () => {
    const identity = `<GetCallerIdentityResponse><GetCallerIdentityResult><Account>${number}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`
    const server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const isIdentity = Buffer.concat(chunks).toString().includes('GetCallerIdentity')
        response.writeHead(isIdentity ? 200 : 403, { 'Content-Type': isIdentity ? 'text/xml' : 'application/json' })
        response.end(isIdentity ? identity : '{}')
      })
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.address() as AddressInfo
    const { code, out } = await run(
      { AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`, AWS_ACCESS_KEY_ID: 'some', AWS_SECRET_ACCESS_KEY: 'secret' },
      ...['--region', '95', '--stage', 'test'],
    )
    server.close()
    const lines = out.trim().split('\n')
    expect(lines[0]).toBe(`✓ The credentials are of account ${number}; the file of region 95 names none.`)
    expect(lines.at(-1)).toBe(
      'preflight of Otklik-95-test: 2 in order, 1 missing, 11 not known (npm run preflight -- --policy prints what it must be allowed)',
    )
    expect(code).toBe(1)
  })

  it('prints the policy and asks nobody', async () => {
    const { code, out } = await run({}, '--policy')
    expect([code, JSON.parse(out)]).toEqual([0, policy()])
  })
})
