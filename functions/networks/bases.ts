// Where the networks are. On the local engine all of them are one simulator (local/networks); no deployed stack says so. Called by the adapters.
import type { NetworkName } from '../../regions/vocabulary.ts'

/** MAX since 19 July 2026 (dev.max.ru/docs-api/changelog-api). */
const bases: Readonly<Record<NetworkName, string>> = {
  vk: 'https://api.vk.ru',
  max: 'https://platform-api2.max.ru',
  telegram: 'https://api.telegram.org',
}

export function baseOf(network: NetworkName, env: Readonly<Record<string, string | undefined>> = process.env): string {
  const local = env['AWS_EXECUTION_ENV'] ? undefined : env['LOCAL_NETWORKS']
  return local ? `${local}/${network}` : bases[network]
}
