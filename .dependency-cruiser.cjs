// A boundary of folders is a boundary of imports.
const adapters = 'store|queues|clocks|mail|links'

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'the-heart-is-pure',
      comment:
        'case, calendar, routing and statistics know each other, types and words of the region and nothing else.',
      severity: 'error',
      from: { path: '^functions/(case|calendar|routing|statistics)/' },
      to: {
        pathNot:
          '^functions/(case|calendar|routing|statistics)/|^regions/(schema|vocabulary)\\.ts$|node_modules/(temporal-polyfill|snowball-stemmers)',
      },
    },
    {
      name: 'functions-do-not-deploy',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^(lib|bin|local|tools|tests)/|node_modules/(aws-cdk-lib|constructs|cdk-nag)' },
    },
    {
      name: 'deployment-does-not-run',
      comment: 'lib names functions only as entry paths; it may share the types of their environment.',
      severity: 'error',
      from: { path: '^(lib|bin)/' },
      to: { path: '^functions/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-engine-knows-templates-not-cases',
      severity: 'error',
      from: { path: '^local/' },
      to: { path: '^(functions|lib|bin|regions|tools|tests)/' },
    },
    {
      name: 'adapters-do-not-know-the-web',
      severity: 'error',
      from: { path: `^functions/(${adapters})/` },
      to: { path: '^functions/(web|api|respond|track|review|report|notify|route|count|tick|dispatch|sweep)/' },
    },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, path: '^(functions|lib|local)/' }, to: {} },
    { name: 'nothing-unresolved', severity: 'error', from: { pathNot: 'node_modules' }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
