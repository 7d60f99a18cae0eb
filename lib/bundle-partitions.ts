// The SDK's list of AWS partitions without what it only describes: 4 KB less in every function. A region is found by its partition's pattern as
// well as by its name (partition.js of @aws-sdk/core); those that no pattern finds keep their names. Called by bundle.ts.

interface Partition {
  readonly regionRegex: string
  readonly regions: Readonly<Record<string, unknown>>
}

/** @param source of partitions.js: an export of a JSON object @throws SyntaxError where it is written otherwise */
export function withoutDescriptions(source: string): string {
  const [before, after] = [source.indexOf('{'), source.lastIndexOf('}') + 1]
  const info = JSON.parse(source.slice(before, after)) as { readonly partitions: readonly Partition[] }
  const partitions = info.partitions.map((partition) => {
    const isFound = new RegExp(partition.regionRegex)
    const named = Object.keys(partition.regions).filter((region) => !isFound.test(region))
    return { ...partition, regions: Object.fromEntries(named.map((region) => [region, {}])) }
  })
  return `${source.slice(0, before)}${JSON.stringify({ ...info, partitions })}${source.slice(after)}`
}
