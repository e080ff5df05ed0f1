/** Where tests build the default model: once for all test files; concurrent builders are safe. */
import path from 'node:path';

export const modelFolder = path.resolve('var', 'test-models');
