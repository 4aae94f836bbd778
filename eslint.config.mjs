import tseslint from 'typescript-eslint';
import officeAddins from 'eslint-plugin-office-addins';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';

/** Rules of the strict set that this house does without, each for a reason. */
const relaxed = {
  // Numbers read well inside a sentence; objects and undefined are still refused.
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  // `() => save()` is how an event handler is written, `if (done) return stop();` how a function ends early.
  '@typescript-eslint/no-confusing-void-expression': 'off',
  // `Result<void, …>` and `call<void>(…)` say that nothing comes back.
  '@typescript-eslint/no-invalid-void-type': 'off',
  // A NIR, an IBAN and an A1 letter are ASCII: spreading them into characters is safe.
  '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
  // A loop that ends from the inside says so with `while (true)`.
  '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
  // React takes promises from handlers; elsewhere a forgotten promise is still caught.
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  // An async method of a port may have nothing to wait for in one of its adapters.
  '@typescript-eslint/require-await': 'off',
};

/** Everyday mistakes that the compiler lets through. */
const everywhere = {
  // `== null` says « absent », whichever of the two it is.
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-console': 'error',
  'no-debugger': 'error',
  // Indirect only: Microsoft's client is loaded in the realm of a test.
  'no-eval': ['error', { allowIndirect: true }],
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
};

export default tseslint.config(
  { ignores: ['build/', 'dist/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.{js,mjs,ts,tsx}'], rules: everywhere },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: relaxed,
  },
  {
    files: ['shared/domain/**/*.ts'],
    ignores: ['shared/domain/calendar/plainDate.ts'],
    rules: {
      'no-restricted-globals': ['error', { name: 'Date', message: 'A rule reads PlainDate, never a clock.' }],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'A rule answers the same thing twice.' },
      ],
    },
  },
  {
    files: ['addin/workbook/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      'office-addins/call-sync-after-load': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
  {
    files: ['addin/**/*.tsx'],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat.recommended],
    // Speaks of what React's compiler would skip; it is not used here.
    rules: { 'react-hooks/incompatible-library': 'off' },
    // Speaks of the React compiler, which is not used.
    rules: { 'react-hooks/incompatible-library': 'off' },
  },
  {
    // Terminals are where these speak.
    files: ['scripts/**', 'server/cli/**', 'server/main.ts', 'test/bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**'],
    rules: {
      // A test says `rows[0]!`: when it is absent, the test should fail there.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
