/** `skillgap keys create | list | revoke`: who may ask the API over the network. */
import { Command, Option } from 'commander';
import { newKey } from '../api/api-keys.ts';
import { ROLES, type Role } from '../api/caller.ts';
import { composeSystem } from '../compose.ts';
import { InvalidInputError, NotFoundError } from '../errors.ts';
import type { ApiKey, Store } from '../store/store.ts';
import { addCommonOptions, configOf, nowOf, reply, type CommonOptions } from './context.ts';
import { table } from './show/table.ts';

interface CreateOptions extends CommonOptions {
  role: Role;
  organisation?: string;
  label?: string;
}

export function keysCommand(): Command {
  const command = new Command('keys').description('keys of the API: without one it answers this machine only');
  for (const below of [create(), list(), revoke()]) command.addCommand(below);
  return command;
}

function create(): Command {
  return addCommonOptions(new Command('create'))
    .description('makes a key and shows it once; from then on every request needs one')
    .addOption(new Option('--role <role>', 'what it may do').choices(ROLES).makeOptionMandatory())
    .option('--organisation <name>', 'whose rows it sees beside the shared ones: small letters, digits, hyphens')
    .option('--label <text>', 'what it is for')
    .action(async (options: CreateOptions) => {
      const { role, organisation = null, label = null } = options;
      if (role === 'operator' && organisation !== null)
        throw new InvalidInputError('--organisation: what an operator writes is shared by all; leave it out.');
      if ((role === 'provider' || role === 'employer') && organisation === null)
        throw new InvalidInputError(`--organisation is missing: say whose rows a key of a ${role} writes.`);
      await withStore(options, async (store) => {
        store.viewOf(organisation); // Refuses a name that is no plain word.
        const { key, id, keyHash } = newKey();
        await store.access.addKey({ id, role, organisation, label, createdAt: nowOf(options) }, keyHash);
        reply(options, { key, id, role, organisation, label }, () =>
          [
            key,
            `This is shown once. Role ${role}${organisation === null ? '' : ` of ${organisation}`}; send it as Authorization: Bearer KEY, take it back with skillgap keys revoke ${id}.`,
          ].join('\n'),
        );
      });
    });
}

function list(): Command {
  return addCommonOptions(new Command('list'))
    .description('all keys by their ids; the keys themselves are not kept')
    .action(async (options: CommonOptions) => {
      await withStore(options, async (store) => {
        const keys = await store.access.keys();
        reply(options, { keys }, () => showKeys(keys));
      });
    });
}

function revoke(): Command {
  return addCommonOptions(new Command('revoke'))
    .description('takes a key back; a running server stops taking it within five seconds')
    .argument('<id>', 'as keys list shows it')
    .action(async (id: string, options: CommonOptions) => {
      await withStore(options, async (store) => {
        if (!(await store.access.revokeKey(id, nowOf(options))))
          throw new NotFoundError(`There is no key ${id} that holds: skillgap keys list shows them.`);
        reply(options, { revoked: id }, () => `The key ${id} is revoked.`);
      });
    });
}

function showKeys(keys: readonly ApiKey[]): string {
  if (keys.length === 0) return 'There are no keys: the API answers this machine only, and asks nothing.';
  return table(
    [
      { title: 'id' },
      { title: 'role' },
      { title: 'organisation' },
      { title: 'made' },
      { title: 'revoked' },
      { title: 'label' },
    ],
    keys.map(({ id, role, organisation, createdAt, revokedAt, label }) => ({
      cells: [id, role, organisation ?? '(shared)', createdAt.slice(0, 10), revokedAt?.slice(0, 10) ?? '', label ?? ''],
    })),
  );
}

async function withStore(options: CommonOptions, work: (store: Store) => Promise<void>): Promise<void> {
  const system = await composeSystem(configOf(options));
  try {
    await work(system.store);
  } finally {
    await system.close();
  }
}
