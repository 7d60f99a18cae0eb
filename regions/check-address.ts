// Finds what is wrong with a region's own address and its certificate before API Gateway refuses it, in the middle of a
// deployment. Called by check-deployment.ts.
import { expect, type Mistake } from './mistakes.ts'
import type { RegionFile } from './schema.ts'

type Web = Partial<Pick<RegionFile['web'], 'publicUrl' | 'certificateArn'>>

/** At the region and at each of its trials. */
export function checkAddresses({ web, aws, stages }: RegionFile): Mistake[] {
  return [
    ...checkAddress(web, aws, 'web.'),
    ...Object.entries(stages).flatMap(([name, { account = aws.account, ...trial }]) =>
      checkAddress(trial, { ...aws, account }, `stages.${name}.`),
    ),
  ]
}

function checkAddress(
  { publicUrl, certificateArn }: Web,
  { region, account }: { readonly region: string; readonly account?: string | undefined },
  path: string,
): Mistake[] {
  if (!certificateArn) return []
  if (!publicUrl)
    return [{ path: `${path}publicUrl`, message: 'is missing: name the address that the certificate is for' }]
  const [, , , place, owner] = certificateArn.split(':')
  const bare = publicUrl.replace(/\/$/, '') === `https://${new URL(publicUrl).hostname}`
  return [
    ...expect(
      bare,
      `${path}publicUrl`,
      'must be https:// and a name in small letters, without port and path: with a certificate the region answers at its root',
    ),
    ...expect(
      place === region,
      `${path}certificateArn`,
      `is of "${place}": ask for a certificate in "${region}", where the region is deployed`,
    ),
    ...expect(
      account === undefined || owner === account,
      `${path}certificateArn`,
      `is of the account ${owner}: ask for a certificate in ${account}, where the region is deployed`,
    ),
  ]
}
