/**
 * Keeps two processes out of one folder: a file with the holder's process id, left behind harmlessly by a kill.
 */
import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UnavailableError } from '../errors.ts';

/** @returns what releases the folder. @throws UnavailableError when a live process holds it */
export function holdFolder(folder: string): () => void {
  const file = path.join(folder, 'in-use');
  const identity = identityOf(process.pid);
  // Two threads of one process may try at once: a name of their own for each attempt.
  const own = path.join(folder, `in-use-${process.pid}-${randomUUID()}`);
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      if (placeLock(file, own, identity)) {
        return () => {
          removeLock(file, identity);
        };
      }
      const holder = holderOf(file);
      if (holder !== undefined) {
        throw new UnavailableError(
          `The folder ${folder} is in use by process ${holder}: wait for it or stop it, give another --home, or set DATABASE_URL to share one store.`,
        );
      }
      removeDeadLock(file, own);
    }
  } finally {
    rmSync(own, { force: true });
  }
  throw new UnavailableError(`The folder ${folder} could not be locked: delete ${file} if no other process uses it.`);
}

/** Written first and linked then: a lock that appears empty would be taken for one of nobody. */
function placeLock(file: string, own: string, identity: string): boolean {
  writeFileSync(own, identity);
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** Between reading a dead holder and removing its lock another process may have taken over: that one is put back. */
function removeDeadLock(file: string, own: string): void {
  try {
    renameSync(file, own);
    if (holderOf(own) !== undefined) linkSync(own, file);
  } catch (error) {
    // Somebody else removed it, or took over, in between: the next attempt sees who.
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

function removeLock(file: string, identity: string): void {
  try {
    if (readFileSync(file, 'utf8') === identity) rmSync(file, { force: true });
  } catch {
    // Gone already: the folder was deleted while it was held.
  }
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
