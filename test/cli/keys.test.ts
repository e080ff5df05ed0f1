/** The real command line: no key, no door to other machines; a key is shown once and can be taken back. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../services/files/temporary-folder.ts';
import { runCli, runCliWell } from './run-cli.ts';

describe('skillgap keys', () => {
  const { folder } = temporaryFolder();
  const home = () => {
    mkdirSync(folder, { recursive: true });
    return path.join(folder, 'home');
  };

  it('keeps the server from other machines until there is one, and says how to make it', async () => {
    const refused = await runCli(['serve', '--port', '0'], { home: home(), environment: { HOST: '0.0.0.0' } });
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
    expect(refused.stderr).toContain('skillgap keys create --role operator');
    // Nothing was loaded before it was refused.
    expect(refused.stderr).not.toContain('sample');
  });

  it('shows a key once, lists it without its secret, and takes it back once', async () => {
    const args = [
      'keys',
      'create',
      '--role',
      'provider',
      '--organisation',
      'lee-harbour',
      '--label',
      'office',
      '--json',
    ];
    const { stdout } = await runCliWell(args, { home: home() });
    const { key, id } = JSON.parse(stdout) as { key: string; id: string };
    expect(key).toMatch(/^skillgap_[0-9a-f]{8}_[\w-]{43}$/u);
    const listed = await runCliWell(['keys', 'list'], { home: home() });
    expect(listed.stdout).toMatch(new RegExp(`${id}\\s+provider\\s+lee-harbour`, 'u'));
    expect(listed.stdout).not.toContain(key.slice(-20));
    await runCliWell(['keys', 'revoke', id], { home: home() });
    expect(await runCli(['keys', 'revoke', id], { home: home() })).toMatchObject({ exitCode: 1 });
  });

  it.each([
    [['--role', 'provider'], '--organisation is missing'],
    [['--role', 'operator', '--organisation', 'acme'], 'leave it out'],
    [['--role', 'employer', '--organisation', "A'b"], 'small letters'],
    [['--role', 'king'], 'role'],
  ])('refuses %j', async (options, sentence) => {
    const run = await runCli(['keys', 'create', ...options], { home: home() });
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain(sentence);
  });
});
