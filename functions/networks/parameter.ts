// Reads a parameter of SSM's Parameter Store: one signed request. The SDK's own client would bring 110 KB into notify, for one operation of a hundred. Called by
// secrets.ts.
import { Sha256 } from '@smithy/core/checksum'
import { SignatureV4 } from '@smithy/signature-v4'
import { ask, parsed } from './ask.ts'

/** @returns the value, decrypted; undefined where there is no such parameter. @throws Error without a word of it */
export async function readParameter(name: string): Promise<string | undefined> {
  const { AWS_REGION: region = '', AWS_ENDPOINT_URL_SSM: endpoint, AWS_ENDPOINT_URL: all } = process.env
  const url = new URL(endpoint ?? all ?? `https://ssm.${region}.amazonaws.com`)
  const body = JSON.stringify({ Name: name, WithDecryption: true })
  const signed = await signer(region).sign({
    ...{ method: 'POST', protocol: url.protocol, hostname: url.hostname, path: '/', query: {}, body },
    ...(url.port && { port: Number(url.port) }),
    headers: {
      host: url.host,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AmazonSSM.GetParameter',
    },
  })
  const answered = await ask({ url: url.href, method: 'POST', headers: signed.headers, body })
  if (answered.outcome !== 'answered') throw new Error(`SSM does not answer (${answered.outcome}).`)
  const said = parsed(answered.body) as { Parameter?: { Value?: string }; __type?: string } | undefined
  if (answered.status === 200) return said?.Parameter?.Value
  if (said?.__type?.endsWith('ParameterNotFound')) return undefined
  // What AWS calls it, and nothing of what it says.
  const named = new Error(`SSM refuses: ${answered.status}.`)
  named.name = /(\w+)$/.exec(said?.__type ?? '')?.[1] ?? 'SSM'
  throw named
}

/** With the credentials that Lambda gives. */
function signer(region: string): SignatureV4 {
  const { AWS_SESSION_TOKEN: sessionToken } = process.env
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = process.env
  return new SignatureV4({
    ...{ service: 'ssm', region, sha256: Sha256 },
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) },
  })
}
