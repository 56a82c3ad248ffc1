import { cardOf, expect, idle, openPage, panelOf, takePointerAway, test, titlesOf } from './page.ts';
import { datedTitles, expectChanged, expectSame, MAP, mapSpotOf, seenAround, timelineSpotOf, titleOf, viewOf } from './where.ts';

test.beforeEach(({ page }) => openPage(page, `v=1&${MAP}`));

test.describe('a selection', () => {
  test('made in the list shows on the timeline and on the map, and is told', async ({ page }) => {
    const title = titleOf('fast-boats');
    const mark = await timelineSpotOf(page, 'fast-boats');
    const sign = await mapSpotOf(page, 'Strait of Hormuz');
    const elsewhere = await mapSpotOf(page, 'Türkiye');
    const before = [await seenAround(page, mark), await seenAround(page, sign), await seenAround(page, elsewhere)] as const;

    await cardOf(page, title).click();
    await takePointerAway(page);
    await expectChanged(page, mark, before[0]);
    await expectChanged(page, sign, before[1]);
    await expectSame(page, elsewhere, before[2]);
    await expect(page.getByRole('status').filter({ hasText: `Selected: ${title}` })).toContainText('Strait of Hormuz');
    expect((await viewOf(page)).selected).toBe('fast-boats');
  });

  test('made on the timeline unfolds the card and shows on the map', async ({ page }) => {
    const sign = await mapSpotOf(page, 'Tehran');
    const before = await seenAround(page, sign);
    const { x, y } = await timelineSpotOf(page, 'agencies-name-oman');
    await page.mouse.click(x, y);
    await takePointerAway(page);
    await expect(cardOf(page, titleOf('agencies-name-oman'))).toHaveAttribute('aria-expanded', 'true');
    await expect(cardOf(page, titleOf('agencies-name-oman'))).toBeInViewport();
    await expectChanged(page, sign, before);
  });

  test('made on the map unfolds the card of the only event there and shows on the timeline', async ({ page }) => {
    const mark = await timelineSpotOf(page, 'talks-turkiye');
    const before = await seenAround(page, mark);
    const { x, y } = await mapSpotOf(page, 'Türkiye');
    await page.mouse.click(x, y);
    await takePointerAway(page);
    await expect(cardOf(page, titleOf('talks-turkiye'))).toHaveAttribute('aria-expanded', 'true');
    await expectChanged(page, mark, before);
  });

  test('is undone by a second press on the card, and everything looks as before', async ({ page }) => {
    const mark = await timelineSpotOf(page, 'fast-boats');
    const before = await seenAround(page, mark);
    await cardOf(page, titleOf('fast-boats')).click();
    await expectChanged(page, mark, before);
    await cardOf(page, titleOf('fast-boats')).click();
    await page.mouse.click(2, 2);
    await expectSame(page, mark, before);
    expect((await viewOf(page)).selected).toBeUndefined();
  });

  test('of an undated event opens the tray that holds it', async ({ page }) => {
    await openPage(page, 'v=1&event=earlier-rounds');
    await expect(page.getByRole('button', { name: '1 event without a date' })).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByRole('button', { name: titleOf('earlier-rounds'), expanded: true })).toBeVisible();
  });
});

test.describe('a press on the map', () => {
  const PLACES = [
    { name: 'Tehran', heading: 'Tehran — 2 events', events: ['pezeshkian-statement', 'agencies-name-oman'] },
    { name: 'Oman', heading: 'Oman — 2 events', events: ['talks-oman', 'earlier-rounds'] },
    { name: 'Strait of Hormuz', heading: 'Strait of Hormuz — 1 event', events: ['fast-boats'] },
    { name: 'Türkiye', heading: 'Türkiye — 1 event', events: ['talks-turkiye'] },
    { name: 'Iran', heading: 'Iran — 4 events', events: ['twelve-day-war', 'protests', 'hrana-count', 'chiefs-visit-base'] },
  ] as const;

  for (const { name, heading, events } of PLACES) {
    test(`on ${name} lists what happened there, in order`, async ({ page }) => {
      const { x, y } = await mapSpotOf(page, name);
      await page.mouse.click(x, y);
      await expect(panelOf(page).getByRole('heading', { level: 2, name: heading })).toBeVisible();
      await expect(titlesOf(page)).toHaveText(events.map((id) => titleOf(id)));
      await panelOf(page).getByRole('button', { name: `Leave ${name} and show all places` }).click();
      await expect(titlesOf(page)).toContainText([...datedTitles()]);
    });
  }

  test('takes the events of all other places off the timeline', async ({ page }) => {
    const [elsewhere, here] = [await timelineSpotOf(page, 'fast-boats'), await mapSpotOf(page, 'Oman')];
    const before = await seenAround(page, elsewhere);
    await page.mouse.click(here.x, here.y);
    await expectChanged(page, elsewhere, before);
    await expect(page.getByRole('group', { name: 'Timeline', exact: true })).toContainText('Timeline of 1 event,');
  });
});

test.describe('the pointer', () => {
  test('over a card lights up its mark and its sign, and leaves no trace', async ({ page }) => {
    const mark = await timelineSpotOf(page, 'talks-oman');
    const sign = await mapSpotOf(page, 'Oman');
    const before = [await seenAround(page, mark), await seenAround(page, sign)] as const;
    await cardOf(page, titleOf('talks-oman')).hover();
    await expectChanged(page, mark, before[0]);
    await expectChanged(page, sign, before[1]);
    await takePointerAway(page);
    await expectSame(page, mark, before[0]);
    await expectSame(page, sign, before[1]);
    expect(new URL(page.url()).hash).toBe(`#v=1&${MAP}`);
  });

  test('over a mark of the timeline lights up its card and its sign', async ({ page }) => {
    const sign = await mapSpotOf(page, 'Türkiye');
    const before = await seenAround(page, sign);
    const card = cardOf(page, titleOf('talks-turkiye')).locator('xpath=ancestor::li');
    const paper = await card.evaluate((shown) => getComputedStyle(shown).backgroundColor);
    const { x, y } = await timelineSpotOf(page, 'talks-turkiye');
    await page.mouse.move(x, y);
    await idle(page);
    await expect(card).not.toHaveCSS('background-color', paper);
    await expectChanged(page, sign, before);
    await takePointerAway(page);
    await expect(card).toHaveCSS('background-color', paper);
  });

  test('over a sign of the map lights up the mark of what happened there', async ({ page }) => {
    const mark = await timelineSpotOf(page, 'fast-boats');
    const before = await seenAround(page, mark);
    const { x, y } = await mapSpotOf(page, 'Strait of Hormuz');
    await page.mouse.move(x, y);
    await expectChanged(page, mark, before);
    await takePointerAway(page);
    await expectSame(page, mark, before);
  });
});
