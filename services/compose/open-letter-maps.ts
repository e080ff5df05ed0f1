/** The maps from letters to meaning that were trained for the model in use, each read when it is first asked for. */
import { readLetterMap, type StoredLetterMap } from '../../models/letter-map-file.ts';

export type LetterMapOf = (language: string) => StoredLetterMap | undefined;

export function openLetterMaps(modelId: string): LetterMapOf {
  const read = new Map<string, StoredLetterMap | undefined>();
  return (language) => {
    if (!read.has(language)) {
      const map = readLetterMap(language);
      read.set(language, map?.modelId === modelId ? map : undefined);
    }
    return read.get(language);
  };
}
