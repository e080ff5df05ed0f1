/**
 * Keeps two processes out of one folder: a file with the holder's process id, left behind harmlessly by a kill.
 */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { UnavailableError } from '../errors.ts';

/** @returns what releases the folder. @throws UnavailableError when a live process holds it */
export function holdFolder(folder: string): () => void {
  const file = path.join(folder, 'in-use');
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const handle = openSync(file, 'wx');
      writeSync(handle, identityOf(process.pid));
      closeSync(handle);
      return () => {
        rmSync(file, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = holderOf(file);
      if (holder !== undefined) {
        throw new UnavailableError(
          `The folder ${folder} is in use by process ${holder}: wait for it or stop it, give another --home, or set DATABASE_URL to share one store.`,
        );
      }
      rmSync(file, { force: true });
    }
  }
  throw new UnavailableError(`The folder ${folder} could not be locked: delete ${file} if no other process uses it.`);
}

/** A process id is reused, in a container at once: with the start time of the process it names one process only. */
function identityOf(pid: number): string {
  return `${pid} ${startTimeOf(pid) ?? ''}`.trim();
}

/** Field 22 of /proc/PID/stat; undefined where there is no /proc. */
function startTimeOf(pid: number): string | undefined {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1];
    return afterName?.split(' ')[19];
  } catch {
    return undefined;
  }
}

function holderOf(file: string): number | undefined {
  try {
    const [pidText, startTime] = readFileSync(file, 'utf8').split(' ');
    const pid = Number(pidText);
    if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
    return startTime === undefined || startTime === startTimeOf(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
