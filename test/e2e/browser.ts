/** The browser of the tests: Debian's Chromium or the one CHROMIUM_PATH names; without one they are skipped by name. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { chromiumPathFromEnvironment } from '../../services/config.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const hasBrowser = existsSync(chromiumPathFromEnvironment());

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPathFromEnvironment(), args: FLAGS });
}
