import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Opens a socket only; PostgreSQL starts when the first test file asks for a database.
    globalSetup: ['server/store/shared-database.fixture.ts'],
    // Only what hangs may fail by the clock: a machine that is busy or slowed down takes four times as long.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    pool: 'forks',
    // On two cores vitest would take one: the long tests wait for the database and leave room for the others.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          include: ['server/**/*.test.ts', 'tools/**/*.test.ts', 'web/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'core',
          include: ['core/**/*.test.ts'],
          // Pure functions leave nothing behind: its files share a process, and the modules are loaded once.
          isolate: false,
        },
      },
    ],
  },
});
