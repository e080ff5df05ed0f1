/**
 * A name or a path in, a short plain name fit for ids out.
 */
import path from 'node:path';

/** Lower case, every run of other characters than letters and digits a hyphen: `My Skills 2` gives `my-skills-2`. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}

/** `exports/Jobs 2026.jsonl.gz` gives `jobs-2026`; empty when the name holds no letter or digit. */
export function foldFileName(file: string): string {
  return foldName(path.basename(file).replace(/(\.[a-z]+)+$/i, ''));
}
