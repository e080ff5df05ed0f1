/** Run as a process of its own by build-minilm.test.ts: builds the model into the folder named on the command line. */
import { buildMiniLm } from '../../models/build-minilm.ts';

console.log(await buildMiniLm(process.argv[2] ?? '', 'int8'));
