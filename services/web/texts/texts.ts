/**
 * Every word the page says, in one language. A translation is a second object of this type; numbers and plurals are
 * functions, because no two languages build them alike.
 */
import { credentialTexts } from './credentials.ts';
import { employerTexts } from './employer.ts';
import { evidenceTexts } from './evidence.ts';
import { glossaryTexts } from './glossary.ts';
import { learnerTexts } from './learner.ts';
import { mapTexts } from './map.ts';
import { pageTexts } from './pages.ts';
import { regionTexts } from './region.ts';
import { scopeTexts } from './scope.ts';
import { shellTexts } from './shell.ts';
import { startTexts } from './start.ts';
import { universityTexts } from './university.ts';

export const texts = {
  shell: shellTexts,
  scope: scopeTexts,
  start: startTexts,
  region: regionTexts,
  credentials: credentialTexts,
  university: universityTexts,
  employer: employerTexts,
  map: mapTexts,
  pages: pageTexts,
  evidence: evidenceTexts,
  learner: learnerTexts,
  glossary: glossaryTexts,
};
