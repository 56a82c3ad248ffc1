import { expect, idle, openPage, test, titlesOf } from './page.ts';

test.beforeEach(({ page }) => openPage(page));

const walkOf = (page: Parameters<typeof openPage>[0]) => page.getByRole('region', { name: 'Walk through the story' });
const current = (page: Parameters<typeof openPage>[0]) => page.locator('[aria-current="step"]').getByRole('heading');

test('the walk is begun, read on by button, by key and by scrolling, and left', async ({ page }) => {
  await page.getByRole('button', { name: 'Begin the walk of 4 steps' }).click();
  await expect(current(page)).toHaveText('What lies behind');
  await walkOf(page).getByRole('button', { name: 'Next' }).click();
  await expect(current(page)).toHaveText('A drone and a ship');
  await expect(page).toHaveURL(/event=fast-boats.*step=2/);
  await page.keyboard.press('ArrowRight');
  await expect(current(page)).toHaveText('A president speaks, generals travel');
  await idle(page);
  await walkOf(page).getByRole('group').hover();
  await page.mouse.wheel(0, 1000);
  await expect(current(page)).toHaveText('Talks, in Oman or in Türkiye');
  await page.keyboard.press('Home');
  await expect(current(page)).toHaveText('What lies behind');
  await walkOf(page).getByRole('button', { name: 'All events' }).click();
  await expect(titlesOf(page)).toHaveCount(11);
});

test('a link leads to a step of the walk', async ({ page }) => {
  await openPage(page, 'v=1&step=4&event=talks-oman');
  await page.reload();
  await expect(current(page)).toHaveText('Talks, in Oman or in Türkiye');
});

test('a step is added from the view, written, moved and taken back', { tag: '@app' }, async ({ page }) => {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Tell the story in steps' }).click();
  await walkOf(page).getByRole('button', { name: 'Add this view as a step' }).click();
  const headlines = walkOf(page).getByLabel('Headline');
  await expect(headlines).toHaveCount(5);
  await headlines.last().fill('What comes next');
  await headlines.last().press('Tab');
  await walkOf(page).getByRole('button', { name: 'Move “What comes next” up' }).click();
  await expect(headlines.nth(3)).toHaveValue('What comes next');
  await walkOf(page).getByRole('button', { name: 'Delete “What comes next”' }).click();
  await expect(headlines).toHaveCount(4);
  await page.getByRole('heading', { name: 'Walk through the story' }).click();
  await page.keyboard.press('Control+z');
  await expect(headlines.nth(3)).toHaveValue('What comes next');
  await walkOf(page).getByRole('button', { name: 'Done' }).click();
  await expect(walkOf(page).getByRole('heading', { level: 3 })).toHaveCount(5);
});

test('the story plays by a growing window, which a person stops', async ({ page }) => {
  await page.getByRole('button', { name: 'How it plays' }).click();
  await page.getByRole('radio', { name: /^Growing window/ }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Play: let the time window grow' }).click();
  await expect(page).toHaveURL(/window=/);
  await page.getByRole('button', { name: 'Stop playing' }).click();
  await expect(page.getByRole('button', { name: 'Play: let the time window grow' })).toBeVisible();
});
