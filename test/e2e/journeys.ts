/**
 * What the three users come for, from the start view to their answer, the way a person would go. They name what is
 * read on screen and nothing of how it is built, so they run on any data: the sample pack in the tests, real data by
 * hand.
 */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** What the journeys type: something that exists in the data they run on. */
export interface JourneyChoices {
  occupation: string;
  jobText: string;
}

export const SAMPLE_CHOICES: JourneyChoices = {
  occupation: 'data analyst',
  jobText:
    'We look for a data engineer.\nYou have:\n- good knowledge of Python and SQL\n- experience with Terraform\n- knowledge of GDPR',
};

export async function openDoor(page: Page, title: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('listitem').filter({ hasText: title }).getByRole('link').click();
}

/** From the region to the sentence behind its first number. */
export async function regionJourney(page: Page): Promise<void> {
  await openDoor(page, 'A region');
  await page.getByRole('heading', { level: 1, name: /ask for that is missing/u }).waitFor();
  const first = page.getByRole('row').nth(1);
  await first.getByRole('button', { name: /^Why/u }).click();
  const drawer = page.getByRole('dialog');
  await drawer.locator('mark').first().waitFor();
  assert.ok((await drawer.getByText(/sure that it means this skill/u).count()) > 0);
  assert.notEqual(new URL(page.url()).searchParams.get('why'), null);
  // What is on screen can be shared: the same address opens the same drawer.
  await page.reload();
  await drawer.locator('mark').first().waitFor();
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
}

/** From the catalogue to a design brief in two clicks, with the words of employers in it. */
export async function universityJourney(page: Page): Promise<void> {
  await openDoor(page, 'My university');
  await page.getByRole('heading', { name: 'Heat map: catalogue by gaps' }).waitFor();
  await page.getByRole('link', { name: 'White space' }).click();
  await page
    .getByRole('link', { name: /^Open the brief/u })
    .first()
    .click();
  await page.getByRole('heading', { name: 'What learners can do afterwards' }).waitFor();
  assert.ok((await page.locator('mark').count()) > 0);
  await page.getByRole('button', { name: 'Print the brief' }).waitFor();
}

/** From a pasted job description to the skills it asks for and the credentials that answer it. */
export async function employerJourney(page: Page, { jobText }: JourneyChoices): Promise<void> {
  await openDoor(page, 'My company');
  await page.getByRole('heading', { name: 'The skills it asks for' }).waitFor();
  await page.getByLabel('Job description or task description').fill(jobText);
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByText('Read from what was handed in').waitFor();
  const cards = page.getByRole('article');
  await cards.first().waitFor();
  const before = await cards.first().innerText();
  assert.ok((await page.locator('mark').count()) > 0);
  // A skill that is not meant is rejected, and what answers is counted again.
  await page
    .getByRole('button', { name: /^Reject/u })
    .first()
    .click();
  await page.getByText('Counted again for the skills you accepted').waitFor();
  assert.notEqual(await cards.first().innerText(), before);
}

/** From a CV to a plan, with less money to another plan, and to why a step is in it. */
export async function learnerJourney(page: Page, { occupation }: JourneyChoices): Promise<void> {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Me' }).click();
  await page.getByRole('button', { name: 'Fill in an example' }).click();
  await page.getByRole('combobox', { name: 'The job you want' }).fill(occupation);
  await choice(page).click();
  await page.getByRole('button', { name: 'Make my plan' }).click();
  await page.getByRole('heading', { name: 'Your plan' }).waitFor();
  const sum = page.locator('.plan-sum');
  await sum.waitFor();
  const unlimited = await sum.innerText();
  await page.getByRole('spinbutton', { name: 'Money' }).fill('0');
  await page.getByRole('spinbutton', { name: 'Hours a week' }).click();
  await sum.and(page.getByText('free')).waitFor();
  assert.notEqual(await sum.innerText(), unlimited);
  await page
    .getByRole('button', { name: /the sentences behind this step/u })
    .first()
    .click();
  await page.getByRole('dialog').locator('mark').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // The text is the learner's: it is nowhere in the address.
  assert.ok(!page.url().includes('supermarket'));
}

/** Search, a region and its evidence with the keyboard alone. */
export async function keyboardJourney(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Skip to the answer');
  await page.keyboard.press('/');
  await page.keyboard.type('python');
  await choice(page).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Python' }).waitFor();

  await page.goto('/region');
  await tabTo(page, 'Region', 'INPUT');
  await page.keyboard.press('ArrowDown');
  await choice(page).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('row').nth(1).waitFor();
  await tabTo(page, 'Why', 'BUTTON');
  const opener = await focused(page);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(await focused(page), opener);
}

/** The first of the list that is open; the choice of colours has options, too. */
function choice(page: Page): Locator {
  return page.getByRole('listbox').getByRole('option').first();
}

/** What the keyboard is on: its label or its text. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    return element?.getAttribute('aria-label') ?? element?.labels?.[0]?.textContent ?? element?.textContent ?? '';
  });
}

async function tabTo(page: Page, start: string, tag: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const isOfTag = await page.evaluate((wanted) => document.activeElement?.tagName === wanted, tag);
    if (isOfTag && (await focused(page)).startsWith(start)) return;
  }
  throw new Error(`The keyboard cannot reach ${start}.`);
}
