// All checks in their order: types, lint, unit tests, build, real browser. Ends with one line of counts.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const RESULTS = 'test-results';
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

/** Runs one program of the project and answers whether it succeeded. */
function run(title, command, args) {
  console.log(`\n── ${title}`);
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (error !== undefined) console.error(error.message);
  return status === 0;
}

const readJson = (file) => {
  try {
    return JSON.parse(readFileSync(`${RESULTS}/${file}`, 'utf8'));
  } catch {
    return undefined;
  }
};

/** Titles of the tests that failed once, from the suites of a report. */
const flakyIn = (suites) =>
  suites.flatMap(({ suites: within = [], specs = [] }) => [
    ...specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map(({ file, line, title }) => `${file}:${line} ${title}`),
    ...flakyIn(within),
  ]);

const checks = [
  ['Types: the pure core, without the DOM', 'npx', ['tsc', '-p', 'src/core']],
  ['Types: everything', 'npx', ['tsc', '-p', '.']],
  ['Lint', 'npx', ['oxlint', '--deny-warnings']],
];
let passed = 0;
let failed = 0;
for (const [title, command, args] of checks) {
  if (run(title, command, args)) passed += 1;
  else failed += 1;
}

const unitOk = run('Unit tests', 'npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}/unit.json`]);
const unit = readJson('unit.json');
passed += unit?.numPassedTests ?? 0;
failed += unit?.numFailedTests ?? 0;
if (!unitOk && !(unit?.numFailedTests > 0)) failed += 1;

const built = run('Build', 'npm', ['run', '--silent', 'build']);
if (built) passed += 1;
else failed += 1;

if (built) {
  if (run('Examples', 'npm', ['run', '--silent', 'build:examples'])) passed += 1;
  else failed += 1;
  const browserOk = run('Browser tests', 'npx', ['playwright', 'test', '--config', 'tests/browser/playwright.config.ts']);
  const report = readJson('browser.json');
  const { expected = 0, flaky = 0, unexpected = 0 } = report?.stats ?? {};
  passed += expected + flaky;
  failed += unexpected;
  if (!browserOk && unexpected === 0) failed += 1;
  for (const title of flakyIn(report?.suites ?? [])) console.log(`\nPassed at the second try only: ${title}`);
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
