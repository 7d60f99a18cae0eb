import tseslint from 'typescript-eslint'

const pure = ['functions/case/**', 'functions/calendar/**', 'functions/routing/**', 'functions/statistics/**']

export default tseslint.config(
  { ignores: ['cdk.out/', '.build/', '.otklik/', 'bench/grown/', 'node_modules/'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          varsIgnorePattern: '^_',
          argsIgnorePattern: '^_',
          destructuredArrayIgnorePattern: '^_',
          ignoreRestSiblings: true,
        },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier[imported.name='z']",
          message: "Write import * as z from 'zod': { z } bundles 454 KB.",
        },
      ],
      // Rows of SQLite and JSX turn to text as they are meant to.
      '@typescript-eslint/no-base-to-string': 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: pure,
    rules: {
      'no-restricted-globals': ['error', 'fetch', 'process', 'console', 'setTimeout', 'performance'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is passed in.' },
        { object: 'Math', property: 'random', message: 'Randomness is passed in.' },
      ],
      'no-restricted-imports': ['error', { patterns: ['node:*', '@aws-sdk/*', 'aws-cdk-lib', 'zod', 'zod/*'] }],
    },
  },
  { files: ['functions/**'], rules: { 'no-restricted-imports': ['error', { paths: ['zod'] }] } },
  { files: ['tests/**'], rules: { '@typescript-eslint/unbound-method': 'off' } },
  { files: ['**/*.js', '**/*.mjs', '**/*.cjs'], extends: [tseslint.configs.disableTypeChecked] },
)
