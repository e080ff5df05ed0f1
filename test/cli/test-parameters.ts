/**
 * Loaded before the command line (`--import`): the trained parameters of models/parameters/ are replaced by small ones
 * written by hand, so that tests of the pipeline need no training and do not change with it.
 *
 * ESM imports of node:fs see a changed function only after `syncBuiltinESMExports`.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { handWrittenParameters } from './hand-written-parameters.ts';

const readFile = fs.readFileSync;

fs.readFileSync = ((file: fs.PathOrFileDescriptor, options?: BufferEncoding) => {
  // The words that ask are left as they are: they need no embedding model and read no vector.
  const name = /models\/parameters\/(?!asking-words)([\w-]+)\.json$/.exec(String(file))?.[1];
  return name === undefined ? readFile(file, options) : JSON.stringify(handWrittenParameters(name));
}) as typeof fs.readFileSync;
syncBuiltinESMExports();
