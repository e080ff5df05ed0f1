/**
 * The page in a real browser on the sample pack: the journeys of its three users, accessibility of every view in light
 * and dark, the keyboard, small screens, and that nothing is asked of another host.
 */
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, openBrowser } from './browser.ts';
import {
  employerJourney,
  keyboardJourney,
  learnerJourney,
  regionJourney,
  SAMPLE_CHOICES,
  universityJourney,
} from './journeys.ts';
import { startSampleServer, type SampleServer } from './sample-server.ts';
import { SAMPLE_VIEWS } from './views.ts';
import { openPage, type WatchedPage } from './watched-page.ts';

const title = hasBrowser
  ? 'the page'
  : 'the page (skipped: no Chromium; apt-get install chromium or set CHROMIUM_PATH)';

describe.skipIf(!hasBrowser)(title, () => {
  let server: SampleServer;
  let browser: Browser;
  let watched: WatchedPage;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startSampleServer(), openBrowser()]);
    // Linking the sample pack takes about 20 s on an idle machine, and minutes on a crowded one.
  }, 600_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const walk = async (journey: (page: Page) => Promise<void>) => {
    watched = await openPage(browser, server.url);
    try {
      await journey(watched.page);
      expect(watched.troubles).toEqual([]);
    } finally {
      await watched.close();
    }
  };

  it('takes a planner from a region to the sentence behind a number', () => walk(regionJourney));
  it('takes a university from its catalogue to a design brief in two clicks', () => walk(universityJourney));
  it('takes an employer from a job description to the credentials that answer it', () =>
    walk((page) => employerJourney(page, SAMPLE_CHOICES)));
  it('takes a learner from a CV to a plan and its reasons', () => walk((page) => learnerJourney(page, SAMPLE_CHOICES)));
  it('can be used with the keyboard alone', () => walk(keyboardJourney));

  it('stores that a link is wrong, and the posting no longer asks for the skill', () =>
    walk(async (page) => {
      await page.goto('/posting?id=skillgap-sample%3Asample-p-012');
      const skill = page.getByRole('listitem').filter({ hasText: 'Team player' });
      await skill.getByRole('button', { name: 'This link is wrong' }).click();
      await page.getByRole('button', { name: 'Store the correction' }).click();
      await page.getByText('Stored.').waitFor();
      await page.reload();
      await page.getByRole('heading', { name: 'Skills that were read from it' }).waitFor();
      expect(await skill.count()).toBe(0);
    }));

  it.each(SAMPLE_VIEWS)('is accessible in light and dark, and fits 360 pixels: %s', async (_name, address, ready) => {
    watched = await openPage(browser, server.url, { colorScheme: 'light', reducedMotion: 'reduce' });
    const { page, troubles } = watched;
    try {
      await page.goto(address);
      await page.getByText(ready).first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await sidewaysPixels(page)).toBe(0);
      expect(troubles).toEqual([]);
    } finally {
      await watched.close();
    }
  });
});

/** How far the document is wider than the window. */
async function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** One line a violation: which rule, where. */
async function violations(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which the content security policy does not bind.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: judge } = window as unknown as { axe: typeof axe };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations: found } = await judge.run(document, { runOnly: tags });
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}
