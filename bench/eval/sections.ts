/** All sections of the evaluation, in the order of the report. A new one is a line here and a file under sections/. */
import type { Section } from './section.ts';
import { calibration } from './sections/calibration.ts';
import { indexRecall } from './sections/index-recall.ts';
import { linking } from './sections/linking.ts';
import { nationalSkills } from './sections/national-skills.ts';
import { occupations } from './sections/occupations.ts';
import { ranking } from './sections/ranking.ts';
import { requirements } from './sections/requirements.ts';

export const SECTIONS: readonly Section[] = [
  linking,
  calibration,
  requirements,
  occupations,
  nationalSkills,
  ranking,
  indexRecall,
];
