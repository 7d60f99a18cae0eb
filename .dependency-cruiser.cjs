// The floors of the house (docs: README, "Where things are"): a boundary of folders is a boundary of imports, of types too.
const adapters = 'store|queues|timers|mail|links|files|tables|networks'
const handlers =
  'api|report|respond|review|track|publish|open311|console|desk|acts|bulk|call|imports|figures|admin|signin|directory|passkey|dispatch|route|notify|bounce|digest|record|rollup|learn|tick|sweep|canary|deliver|photos|redraw|inbox|listen|hear'

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'the-heart-is-pure',
      comment:
        'case, calendar, routing, statistics, language and the model know each other, types and words of the region and nothing else; so do the coach and learning, which none of them knows.',
      severity: 'error',
      from: { path: '^functions/(case|calendar|routing|statistics|language|model|coach|learning)/' },
      to: {
        pathNot:
          '^functions/(case|calendar|routing|statistics|language|model|$1)/|^regions/(schema|vocabulary)\\.ts$|node_modules/(temporal-polyfill|snowball-stemmers)',
      },
    },
    {
      name: 'language-knows-no-case',
      comment: 'How a text is read is the same for a message, an answer and a name of a place.',
      severity: 'error',
      from: { path: '^functions/language/' },
      to: { path: '^(functions|regions)/', pathNot: '^functions/language/' },
    },
    {
      name: 'a-model-knows-no-region',
      comment: 'What it finds are labels; what they mean in a region is known where it is trained and where it routes.',
      severity: 'error',
      from: { path: '^functions/(model|learning)/' },
      to: { path: '^(functions|regions)/', pathNot: '^functions/(model|learning|language)/' },
    },
    {
      name: 'lessons-are-pure',
      comment: 'What a week of cases teaches is found without a clock, a table or AWS; only hashes are made there.',
      severity: 'error',
      from: { path: '^functions/lessons/' },
      to: {
        pathNot:
          '^functions/(lessons|learning|model|routing|case|calendar|language)/|^regions/schema\\.ts$|^crypto$|^node:crypto$',
      },
    },
    {
      name: 'what-scores-does-not-train',
      severity: 'error',
      from: { path: '^functions/model/' },
      to: { path: '^functions/learning/' },
    },
    {
      name: 'stages-do-not-know-each-other',
      comment: 'What two stages share stands beside them; only decide knows them all.',
      severity: 'error',
      from: { path: '^functions/case/stages/([^/]+)$' },
      to: { path: '^functions/case/stages/', pathNot: '^functions/case/stages/$1$' },
    },
    {
      name: 'clocks-know-no-stage',
      severity: 'error',
      from: { path: '^functions/case/(clocks|notices)/' },
      to: { path: '^functions/case/(stages/|decide\\.ts$)' },
    },
    {
      name: 'adapters-stand-on-the-heart',
      comment: 'An adapter knows the heart and its own library: no other adapter, no edge, no page, no function.',
      severity: 'error',
      from: { path: `^functions/(${adapters})/` },
      to: { path: '^functions/', pathNot: '^functions/(case|calendar|routing|statistics|language|model|contract|$1)/' },
    },
    {
      name: 'edges-stand-on-adapters',
      severity: 'error',
      from: { path: '^functions/(edge|intake|contract|webhooks)/' },
      to: { path: `^functions/(web|${handlers})/` },
    },
    {
      name: 'pages-are-below-functions',
      severity: 'error',
      from: { path: '^functions/web/' },
      to: { path: `^functions/(${handlers})/` },
    },
    {
      name: 'functions-do-not-know-each-other',
      severity: 'error',
      from: { path: `^functions/(${handlers})/` },
      to: { path: `^functions/(${handlers})/`, pathNot: '^functions/$1/' },
    },
    {
      name: 'functions-do-not-deploy',
      severity: 'error',
      from: { path: '^functions/' },
      to: {
        path: '^(lib|bin|local|tools|simulation|tests)/|node_modules/(aws-cdk-lib|constructs|cdk-nag)',
      },
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
      to: { path: '^(functions|lib|bin|regions|tools|simulation|tests)/' },
    },
    {
      name: 'the-client-stands-alone',
      comment: 'It is published by itself.',
      severity: 'error',
      from: { path: '^tools/client/' },
      to: { pathNot: '^tools/client/' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      // lib/bundle.ts puts left-out.ts in a library's place, by its path; the compiler finds a .d.ts by itself.
      from: {
        orphan: true,
        path: '^(functions|lib|local|simulation)/',
        pathNot: '^functions/(mail|passkey)/left-out[.]ts$|[.]d[.]ts$',
      },
      to: {},
    },
    { name: 'nothing-unresolved', severity: 'error', from: { pathNot: 'node_modules' }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
