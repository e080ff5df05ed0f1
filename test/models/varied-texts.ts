/** Some 60 texts as different as posting text gets: lengths from one token to far beyond 256, scripts, repeats. */
const words =
  'nurse patient ward weld steel python data plan budget team safe report care client network risk lead train'.split(
    ' ',
  );

/** Sentences of 1 to 57 words; every third length twice, so that batches have more than one text. */
const sentences = Array.from({ length: 48 }, (_, position) => {
  const length = 1 + (position % 3 === 0 ? position : position - 1) + Math.floor(position / 5);
  return Array.from({ length }, (_, word) => words[(word * 7 + position * 5 + word * position) % words.length]).join(
    ' ',
  );
});

export const variedTexts: readonly string[] = [
  ...sentences,
  'SQL',
  'C++',
  'R',
  'Kenntnisse der Straßenverkehrsordnung',
  'Maîtrise d’Excel et rigueur exigées',
  '看護師',
  '👩‍⚕️ care',
  'weld steel',
  'weld steel',
  'pneumonoultramicroscopicsilicovolcanoconiosis',
  '1234567890 %&/()=?',
  'read the manual. '.repeat(40),
  'plan safe discharge with colleagues, '.repeat(80),
];
