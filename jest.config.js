import { availableParallelism } from 'node:os';

/** Jest runs the sources directly: swc strips the types, `tsc -b` checks them. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { globalsCleanup: 'on' },
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  testPathIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: ['<rootDir>/build', '<rootDir>/dist'],
  globalSetup: '<rootDir>/test/support/globalSetup.ts',
  globalTeardown: '<rootDir>/test/support/globalTeardown.ts',
  setupFiles: ['<rootDir>/test/support/promiseCost.js'],
  moduleNameMapper: { '^fast-check$': '<rootDir>/test/support/properties.ts' },
  reporters: ['default', '<rootDir>/test/support/tallyReporter.js'],
  // Many suites wait (processes, locks, timeouts): half as many workers again as there are cores.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  testTimeout: 30_000,
};
