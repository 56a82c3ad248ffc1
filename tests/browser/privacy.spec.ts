import { expect, idle, openFile, openPage, fixture, test, titlesOf, watch } from './page.ts';
import { mapOf } from './where.ts';

declare global {
  interface Window {
    readonly trustedTypes: { readonly createPolicy: (name: string, rules: object) => unknown };
  }
}

/** A picture of one pixel. */
const TILE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64');

test('the page asks only its own origin, for files of its own', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openPage(page);
  await openFile(page, fixture('equal-ids.geojson'));
  const files = asked.filter((url) => !url.startsWith('data:') && !url.startsWith('blob:')).map((url) => new URL(url));
  expect(files.length).toBeGreaterThan(5);
  expect(files.map(({ search }) => search).filter((search) => search !== '')).toEqual([]);
});

test('nothing is kept on the machine', async ({ page, context }) => {
  await openPage(page, 'v=1&event=talks-oman&theme=dark');
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});

test('online tiles are asked of the one server that is named, and only once they are turned on', async ({ page, context, watched }) => {
  const asked: string[] = [];
  await context.route('https://tile.openstreetmap.org/**', async (route) => {
    asked.push(route.request().url());
    await route.fulfill({ contentType: 'image/png', headers: { 'access-control-allow-origin': '*' }, body: TILE });
  });
  await openPage(page);
  await page.getByRole('button', { name: 'Map options' }).click();
  await expect(page.getByRole('group', { name: 'Map options' })).toContainText('Asks tile.openstreetmap.org');
  expect(watched.otherOrigins).toEqual([]);

  await page.getByRole('checkbox', { name: 'Online map tiles' }).check();
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  await idle(page);
  await expect(page.getByRole('link', { name: '© OpenStreetMap contributors' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Online map tiles' }).uncheck();
  await idle(page);
  await expect(page.getByRole('link', { name: '© OpenStreetMap contributors' })).toHaveCount(0);
  expect(watched.otherOrigins.filter((url) => !/^https:\/\/tile\.openstreetmap\.org\/\d+\/\d+\/\d+\.png$/.test(url))).toEqual([]);
  watched.forgive('requests', [...watched.otherOrigins]);
});

test('online tiles that do not come give way to the built-in map, in a sentence', async ({ page, context, watched }) => {
  await context.route('https://tile.openstreetmap.org/**', (route) => route.abort());
  await openPage(page);
  await page.getByRole('button', { name: 'Map options' }).click();
  await page.getByRole('checkbox', { name: 'Online map tiles' }).click();
  const told = page.getByRole('group', { name: 'Map options' }).getByRole('status');
  await expect(told).toHaveText('The online tiles could not be loaded; the built-in map shows instead.');
  await expect(page.getByRole('checkbox', { name: 'Online map tiles' })).not.toBeChecked();
  await expect(mapOf(page)).toBeVisible();
  watched.forgive('requests', [...watched.otherOrigins]);
  watched.forgive('console', watched.consoleErrors.filter((line) => line.includes('ERR_FAILED')));
});

test('the content security policy stands: what it forbids does not happen and is reported', async ({ browser, baseURL }) => {
  const context = await browser.newContext();
  const seen = await watch(context, baseURL ?? '');
  const page = await context.newPage();
  await page.goto(baseURL ?? '');
  await page.waitForFunction(() => 'dateline' in window);
  await idle(page);
  expect(seen.policyViolations).toEqual([]);

  const outcome = await page.evaluate(async () => {
    const attempt = (act: () => unknown): string => {
      try {
        act();
        return 'allowed';
      } catch (problem) {
        return problem instanceof Error ? problem.name : 'refused';
      }
    };
    const inline = (): void => {
      const script = document.createElement('script');
      script.append('document.title = "taken"');
      document.body.append(script);
    };
    const fetched = await fetch('https://example.org/').then(() => 'allowed', () => 'refused');
    return {
      fetched,
      markup: attempt(() => {
        document.body.innerHTML = '<b>markup</b>';
      }),
      policy: attempt(() => window.trustedTypes.createPolicy('mine', {})),
      inline: attempt(inline),
      style: attempt(() => {
        const style = document.createElement('style');
        style.append('body { display: none }');
        document.head.append(style);
      }),
    };
  });
  expect(outcome).toMatchObject({ markup: 'TypeError', policy: 'TypeError', fetched: 'refused' });
  await expect(titlesOf(page).first()).toBeVisible();
  expect(await page.title()).not.toBe('taken');
  for (const directive of ['require-trusted-types-for', 'trusted-types', 'connect-src', 'style-src']) {
    expect(seen.policyViolations.some((violation) => violation.startsWith(directive)), directive).toBe(true);
  }
  await context.close();
});

test('the policy leaves no loophole that was not meant', async ({ page }) => {
  await openPage(page);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  const directives = new Map((policy ?? '').split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]));
  expect(directives.get('default-src')).toBe("'none'");
  expect(directives.get('script-src')).toBe("'self'");
  expect(directives.get('connect-src')).toBe("'self'");
  expect(directives.get('frame-src')).toBe("'self'");
  expect(directives.get('trusted-types')).toBe('dateline-worker dateline-ground dateline-keeper dateline-picture dateline-offline');
  expect(policy).not.toMatch(/unsafe|\*|wasm/);
});
